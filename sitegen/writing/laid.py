"""How a tree lies on the disk: whether anything in it has changed is told by its states, without reading it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.reading.states import State, state
from sitegen.writing.addresses import above
from sitegen.writing.place import Place
from sitegen.writing.survey import survey

FolderState = tuple[int, int]
"""Time of what it holds, which changes with every name that comes or goes, and its number on its disk."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The state of everything below a folder by its path, `/` between folders; the folder itself is `""`."""

    files: Mapping[str, State]
    folders: Mapping[str, FolderState]

    def has_files(self, root: Path, paths: Iterable[str]) -> bool:
        """True where these files lie below `root` as they did."""
        start, known = f"{root}{os.sep}", self.files
        try:
            return all(state(os.lstat(start + path)) == known[path] for path in paths)
        except OSError:
            return False

    def has_folders(self, root: Path) -> bool:
        """True where nothing has come into a folder below `root` or gone out of it."""
        start = f"{root}{os.sep}"
        try:
            return all(_folder_state(os.lstat(start + path)) == found for path, found in self.folders.items())
        except OSError:
            return False

    def renewed(
        self, root: Path, written: Collection[str], without: Collection[str] = (), made: Collection[str] = ()
    ) -> Laid:
        """The same after files were `written` and folders `made` below `root`, and others taken out of it.

        Of the folders above files those that have gone are left out too.
        """
        gone = frozenset(without)
        files = {path: found for path, found in self.files.items() if path not in gone}
        files |= {path: state(os.lstat(root / path)) for path in written}
        folders = dict(self.folders)
        for path in {"", *made, *above((*written, *without))}:
            if (root / path).is_dir():
                folders[path] = _folder_state(os.lstat(root / path))
            else:
                folders.pop(path, None)
        return Laid(files, folders)


@dataclass(frozen=True, slots=True)
class Trees:
    """The site as a build left it and its shadow, which lacks some of its files and holds nothing else.

    Where there is no shadow, nothing lies in it; None stands for one that holds other things.
    """

    site: Laid
    shadow: Laid | None


def laid(root: Path) -> Laid:
    """How everything lies below `root` now; nothing where there is no such folder."""
    found = survey(root)
    start = f"{root}{os.sep}"
    others = (*found.links, *found.others)
    files = {path: state(of) for path, of in found.files.items()} | {p: state(os.lstat(start + p)) for p in others}
    folders = ("", *found.folders) if root.is_dir() else ()
    return Laid(files, {path: _folder_state(os.lstat(start + path)) for path in folders})


def trees(place: Place) -> Trees:
    """How both trees lie there; nothing is known of what cannot be looked at."""
    try:
        site, shadow = laid(place.folder), laid(place.tree)
    except OSError:
        return Trees(Laid({}, {}), None)
    is_like = all(_is_like(site.files.get(path), of) for path, of in shadow.files.items())
    if not is_like or not shadow.folders.keys() <= site.folders.keys():
        return Trees(site, None)
    one = {path: site.files[path] if site.files[path] == of else of for path, of in shadow.files.items()}
    return Trees(site, Laid(one, shadow.folders))  # kept in half the room where both are one file


def _is_like(site: State | None, shadow: State) -> bool:
    return site is not None and site[:2] == shadow[:2]


def _folder_state(found: os.stat_result) -> FolderState:
    return found.st_mtime_ns, found.st_ino
