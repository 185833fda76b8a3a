"""Notices changes by looking: it works on network and cloud drives too, where the system tells of none."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Signature = dict[str, tuple[int, int, int]]
"""What tells a changed file: by path, its time, its size and its number on the disk."""

PAUSE = 0.02
"""Seconds between two looks, at least."""
_SHARE = 10
"""How many times as long as a look the pause after it is: a large site is looked at less often."""

_SETTLING, _SETTLING_EMPTY = 0.03, 0.05
"""Seconds in which a save is over; a file that is empty for now was opened by one that has more steps to come."""


def signature(folders: Sequence[Path]) -> Signature:
    """The state of every file in the folders. What is missing or closed counts as empty."""
    found: Signature = {}
    waiting = [str(folder) for folder in folders]
    while waiting:
        for entry in _entries(waiting.pop()):
            if _is_folder(entry):
                waiting.append(entry.path)
            else:
                found[entry.path] = _state(entry)
    return found


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # some disks have to be asked once more, and may refuse
        return False


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _state(entry: os.DirEntry[str]) -> tuple[int, int, int]:
    try:
        state = entry.stat()
    except OSError:  # deleted since, or a link to nothing, as some editors leave beside an open file
        return (0, 0, 0)
    return state.st_mtime_ns, state.st_size, state.st_ino


def watch(folders: Sequence[Path], changed: Callable[[], None], before: Signature) -> None:
    """Calls `changed` after every change since `before`, one call at a time, for ever.

    A change that is made while `changed` runs leads to another call. A save in several steps is waited for.
    """
    pause = PAUSE
    while True:
        time.sleep(pause)
        began = time.monotonic()
        now = signature(folders)
        pause = max(PAUSE, _SHARE * (time.monotonic() - began))
        if now != before:
            before = _settled(folders, before, now)
            changed()


def _settled(folders: Sequence[Path], before: Signature, now: Signature) -> Signature:
    while True:
        changed = now.items() - before.items()
        time.sleep(_SETTLING if all(size for _, (_, size, _) in changed) else _SETTLING_EMPTY)
        later = signature(folders)
        if later == now:
            return now
        now = later
