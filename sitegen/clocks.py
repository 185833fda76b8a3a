"""How finely disks tell time: of a file that looks as it did, whether it may have changed all the same."""

from __future__ import annotations

_COARSE = 3_000_000_000
_FINE = 50_000_000
_TICK = 10_000_000
"""The coarsest tick below a second that a disk is known for: ten milliseconds."""


def settles_after(*times: int) -> int:
    """Nanoseconds after which another change of a file with these times shows in them, whatever the disk.

    Some disks tick every two seconds; whole seconds, or hundredths of one, are taken for theirs.
    """
    return _FINE if all(time % _TICK for time in times) else _COARSE
