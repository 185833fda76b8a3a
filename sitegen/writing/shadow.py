"""Brings the shadow tree up to date: afterwards it is the new site, whole, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.writing.addresses import above
from sitegen.writing.files import copy_as_is, remove, same_files, take_time, write_like, write_new
from sitegen.writing.known import Whole
from sitegen.writing.listing import LISTING
from sitegen.writing.survey import survey
from sitegen.writing.values import At, Content, Foreign, Survey


def bring_up_to_date(
    tree: Path, whole: Whole, carried: Foreign, live: Path, unchanged: Mapping[str, os.stat_result], at: At
) -> Mapping[str, os.stat_result]:
    """Makes `tree` hold the whole site and copies of what is `carried` over from `live`, and nothing else.

    Only what differs is written, and always as a new file, the list first: a shadow that has one is not settled yet.
    `unchanged` are the outputs that `live` holds already, with their state: they keep their times, and are written as
    second names of the same files. The states of all files of the site, as they stand in `tree`, are returned.
    """
    tree.mkdir(parents=True, exist_ok=True)
    if not os.access(tree, os.R_OK | os.W_OK | os.X_OK):  # as the site was, when its exchange was refused for that
        tree.chmod(0o755)
    found = survey(tree)
    updating = _Updating(tree, live, whole, found, unchanged, at)
    states = {LISTING: updating.file(LISTING)}
    _clear(tree, found, {*whole.outputs, *carried.files}, carried.links, at)
    needed = above([*whole.outputs, *carried.files, *carried.links, *carried.folders]) | carried.folders
    _make_folders(tree, frozenset(found.folders), needed, at)
    for path in whole.outputs:
        if path != LISTING:
            states[path] = updating.file(path)
    for path, state in carried.files.items():
        _carry(live / path, tree / path, state, found.files.get(path), at)
    for path, target in carried.links.items():
        if found.links.get(path) != target:
            copy_as_is(live / path, tree / path)
    take_mode(tree, live)
    return states


def take_mode(tree: Path, live: Path) -> None:
    """Gives the shadow the permissions of the site's folder."""
    if live.is_dir() and (mode := live.stat().st_mode) != tree.stat().st_mode:  # only its owner may change it
        tree.chmod(mode & 0o7777)


def _clear(tree: Path, found: Survey, files: set[str], links: Mapping[str, str], at: At) -> None:
    for path in (*found.files, *found.links, *found.others):
        is_kept = (path in files and path in found.files) or (path in links and found.links.get(path) == links[path])
        if not is_kept:
            at("clearing a file")
            remove(tree / path)


def _make_folders(tree: Path, present: frozenset[str], needed: frozenset[str], at: At) -> None:
    for path in sorted(present - needed, reverse=True):
        (tree / path).rmdir()
    for path in sorted(needed - present):
        at("making a folder")
        (tree / path).mkdir()


@dataclass(frozen=True, slots=True)
class _Updating:
    """What a file of the shadow is brought up to date by."""

    tree: Path
    live: Path
    whole: Whole
    found: Survey
    unchanged: Mapping[str, os.stat_result]
    at: At

    def file(self, path: str) -> os.stat_result:
        """The state of a file that holds what it should now."""
        found, equal = self.found.files.get(path), self.unchanged.get(path)
        if found and equal and _is_one(found, equal):
            return found
        if found is None or not self.whole.is_at(self.tree, path, found):
            self.at("writing a file")
            replace_file(self.tree / path, self.live / path if equal else None, self.whole.outputs[path])
            self.at("wrote a file")
        elif equal is None or equal.st_mtime_ns == found.st_mtime_ns:
            return found
        else:
            take_time(self.tree / path, equal)
        return (self.tree / path).stat()


def _is_one(found: os.stat_result, other: os.stat_result) -> bool:
    # On Windows a folder does not tell the numbers of the files in it: there all of them are 0.
    return found.st_ino != 0 and os.path.samestat(found, other)


def replace_file(path: Path, model: Path | None, content: Content) -> None:
    """Writes a file anew, as a second name of `model` where that holds the same."""
    remove(path)
    if model:
        write_like(path, model, content)
    else:
        write_new(path, content)


def _carry(source: Path, target: Path, state: os.stat_result, found: os.stat_result | None, at: At) -> None:
    if found is not None and _looks(found) == _looks(state) and same_files(target, source):
        return
    at("carrying a file over")
    remove(target)
    copy_as_is(source, target)


def _looks(state: os.stat_result) -> tuple[int, int, int]:
    return state.st_size, state.st_mtime_ns, state.st_mode


def forget(root: Path, paths: Collection[str], folders: Collection[str] = ()) -> None:
    """Removes files below `root`, and those of the `folders` that are empty then: names tell of stories too.

    The list goes last, so that a forgetting that was stopped is seen to be unfinished.
    """
    for path in paths:
        remove(root / path)
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):  # it holds something else
            (root / folder).rmdir()
    remove(root / LISTING)
