"""What lies in a folder, and what of it is not ours."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from sitegen.writing.addresses import above, fold
from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.files import same_bytes
from sitegen.writing.listing import LISTING
from sitegen.writing.values import Content, Foreign, Outputs, Survey


def survey(root: Path) -> Survey:
    """Everything below `root`, which may be missing. No link is followed."""
    files: dict[str, os.stat_result] = {}
    links: dict[str, str] = {}
    folders: dict[str, os.stat_result] = {}
    others: list[str] = []
    waiting = [""] if root.is_dir() else []
    for folder in waiting:
        if folder:
            folders[folder] = os.lstat(f"{root}/{folder}")  # what comes into it from here on shows in its time
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_file(follow_symlinks=False):
                    files[path] = entry.stat(follow_symlinks=False)
                elif entry.is_symlink():
                    links[path] = os.readlink(entry.path)
                elif _is_folder(entry):
                    waiting.append(path)
                else:
                    others.append(path)
    return Survey(files, links, folders, tuple(others))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    # A junction is Windows' other kind of link to a folder; Python tells them apart from 3.12 on.
    is_junction = getattr(entry, "is_junction", None)
    return entry.is_dir(follow_symlinks=False) and not (is_junction and is_junction())


def foreign(found: Survey, ours: Iterable[str]) -> Foreign:
    """What of `found` no build wrote; `ours` are the addresses on its list."""
    own = {*ours, LISTING}
    return Foreign(
        {p: s for p, s in found.files.items() if p not in own},
        {p: t for p, t in found.links.items() if p not in own},
        frozenset(found.folders) - above(own),
    )


def carried(folder: Path, found: Survey, strange: Foreign, outputs: Outputs) -> Foreign:
    """What of `strange` goes into the new site. One that stands in the way of an output is an `EnvironmentProblem`."""
    for path in found.others:
        raise EnvironmentProblem(f"{folder / path} is neither a file nor a folder. Move it away and build again.")
    files = {p: s for p, s in strange.files.items() if not _is_adopted(folder / p, s, outputs.get(p))}
    _refuse_clashes(folder, (*files, *strange.links), outputs)
    return Foreign(files, strange.links, strange.folders - outputs.keys())


def _is_adopted(path: Path, state: os.stat_result, content: Content | None) -> bool:
    return content is not None and same_bytes(path, state.st_size, content)


def _refuse_clashes(folder: Path, paths: Iterable[str], outputs: Outputs) -> None:
    folders, folded = above(outputs), {fold(address) for address in outputs}
    for path in paths:
        if path in folders or fold(path) in folded or not above([path]).isdisjoint(outputs):
            raise EnvironmentProblem(
                f"{folder / path} was not written by sitegen and stands where the site needs a file or folder of its "
                "own. Move it away and build again; nothing was changed."
            )
