"""How the files that a build reads lie on the disk: what has changed since an earlier build is told from it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from sitegen.clocks import settles_after
from sitegen.reading.states import State, state

_FRESH = 3 * 10**9
"""Nanoseconds in which a file may change twice and look the same, at most."""


_times = itemgetter(1, 2)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state of every file of some folders by its path, and when it was looked at, in nanoseconds."""

    states: Mapping[str, State]
    taken: int


class Unclear(Exception):
    """A folder holds what no state can be told of: a link, a closed folder, a file that has just gone."""


def snapshot(folders: Mapping[str, Path], hidden: Callable[[str], bool] = lambda name: False) -> Snapshot:
    """All files below the folders, by the name given to each folder and the path in it, with `/`.

    A folder that is not there is empty. Names that are `hidden` are passed over. Raises `Unclear`.
    """
    taken = time.time_ns()
    found: dict[str, State] = {}
    for name, folder in folders.items():
        if os.path.isdir(folder):
            found.update(_states(str(folder), name, hidden))
    return Snapshot(found, taken)


def _states(folder: str, shown: str, hidden: Callable[[str], bool]) -> Iterator[tuple[str, State]]:
    waiting = [(folder, shown)]
    while waiting:
        place, name = waiting.pop()
        for entry in _entries(place):
            if hidden(entry.name):
                continue
            found = _state(entry)
            if found is None:
                waiting.append((entry.path, f"{name}/{entry.name}"))
            else:
                yield f"{name}/{entry.name}", found


def _state(entry: os.DirEntry[str]) -> State | None:
    """The state of a file; None for a folder."""
    try:
        if entry.is_symlink():
            raise Unclear(entry.path)
        return None if entry.is_dir(follow_symlinks=False) else state(entry.stat(follow_symlinks=False))
    except OSError as error:  # gone since the folder was read, as what editors write aside
        raise Unclear(entry.path) from error


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise Unclear(folder) from error


def is_settled(state: State, taken: int) -> bool:
    """True where a file was left alone for so long before it was looked at that a change since would be seen."""
    return max(state[1], state[2]) < taken - min(_FRESH, settles_after(state[1], state[2]))


def unsettled(seen: Snapshot) -> set[str]:
    """The files that may have changed again in the moment in which they were looked at."""
    newest = max(map(max, map(_times, seen.states.values())), default=0)
    if newest < seen.taken - _FRESH:
        return set()
    return {path for path, found in seen.states.items() if not is_settled(found, seen.taken)}


def surroundings() -> str:
    """Python and the libraries beside it, by version: what else a site is made with."""
    folders = [path for path in sys.path if path.endswith("-packages")]
    names = (name for folder in folders if os.path.isdir(folder) for name in os.listdir(folder))
    known = sorted(name for name in names if "-info" in name)
    return "\n".join((sys.version, sys.platform, *known))
