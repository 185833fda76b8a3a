"""What a disk tells of a file without its being read."""

from __future__ import annotations

import os

State = tuple[int, int, int, int]
"""Size, time of its content, time of its entry, number on its disk."""


def state(found: os.stat_result) -> State:
    """What is compared of a file."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
