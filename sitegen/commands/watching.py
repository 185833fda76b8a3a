"""Notices changes by looking: it works on network and cloud drives too, where the system tells of none."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

FileState = tuple[int, int, int]
"""What tells a changed file: its time, its size and its number on the disk."""
Signature = dict[str, FileState]
"""The state of every file by its path."""

PAUSE = 0.02
"""Seconds between two looks, at least."""
GLANCE = 0.005
"""Seconds between two glances at the files that were changed last: whoever writes saves one of them again and again."""
_GLANCED_AT = 20
_SHARE = 10
"""How many times as long as a look the pause after it is: a large site is looked at less often."""

_SETTLING, _SETTLING_EMPTY = 0.015, 0.05
"""Seconds in which a save is over; a file that is empty for now was opened by one that has more steps to come."""
_LONGEST_SAVE = 2.0
"""Seconds after which what still changes is built as it is."""


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


def _state(entry: os.DirEntry[str]) -> FileState:
    return _state_by(entry.stat)


def _state_by(look: Callable[[], os.stat_result]) -> FileState:
    try:
        state = look()
    except OSError:  # deleted since, or a link to nothing, as some editors leave beside an open file
        return (0, 0, 0)
    return state.st_mtime_ns, state.st_size, state.st_ino


def _nothing() -> bool:
    return False


def watch(
    folders: Sequence[Path], changed: Callable[[], None], before: Signature, lost: Callable[[], bool] = _nothing
) -> None:
    """Calls `changed` after every change since `before`, and where `lost` says so, one call at a time, for ever.

    A change that is made while `changed` runs leads to another call. A save in several steps is waited for.
    """
    pause = PAUSE
    last: tuple[str, ...] = ()
    while True:
        _wait(pause, last, before)
        began = time.monotonic()
        now = signature(folders)
        pause = max(PAUSE, _SHARE * (time.monotonic() - began))
        if now != before:
            now = _settled(folders, before, now)
            last = tuple(dict.fromkeys((*_differing(before, now), *last)))[:_GLANCED_AT]
            before = now
            changed()
        elif lost():
            changed()


def _wait(pause: float, paths: Sequence[str], before: Signature) -> None:
    """Waits for so many seconds, or until one of a few files is seen to have changed."""
    end = time.monotonic() + pause
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, GLANCE if paths else left))
        if any(_glance(path) != before.get(path, _GONE) for path in paths):
            return


_GONE = (0, 0, 0)


def _glance(path: str) -> FileState:
    return _state_by(lambda: os.stat(path))


def _differing(before: Signature, now: Signature) -> list[str]:
    return [path for path in before.keys() | now.keys() if before.get(path) != now.get(path)]


def _settled(folders: Sequence[Path], before: Signature, now: Signature) -> Signature:
    """The signature when the save that was noticed is over: a few files are looked at alone."""
    end = time.monotonic() + _LONGEST_SAVE
    while time.monotonic() < end:
        paths = _differing(before, now)
        time.sleep(_SETTLING if all(now.get(path, _UNLIKE)[1] for path in paths) else _SETTLING_EMPTY)
        if len(paths) <= _GLANCED_AT and all(_glance(path) == now.get(path, _GONE) for path in paths):
            return now
        later = signature(folders)
        if later == now:
            return now
        now = later
    return now


_UNLIKE = (0, 1, 0)
"""Stands for a file that is gone, of which nothing is to come."""
