"""The one reader of content/: every file with its digest, and what cannot be read."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from sitegen.problems.problem import Checked, Problem
from sitegen.reading import refused
from sitegen.reading.decoding import decode
from sitegen.reading.digests import digest_of, digest_of_file
from sitegen.reading.values import Asset, SourceFile, Tree
from sitegen.regex import regex
from sitegen.text import is_device

LARGEST_TEXT = 2_000_000
"""How many bytes a text file may have."""

_TEXT = (".md", ".markdown", ".yaml", ".yml", ".csv", ".txt")
_LEFTOVERS = ("thumbs.db", "desktop.ini", "icon\r", "__macosx")
_PRIVATE = ("consents.yaml", "consents.yml")
_UNPORTABLE = regex(r'[<>:"|?*\\]|[. ]$')
"""Characters that no file name has on Windows, and ends that it drops."""
_UNPRINTABLE = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_GUIDE = "content/readme.md"

_Read = SourceFile | Asset | Problem


@dataclass(frozen=True, slots=True)
class _Walk:
    """What the walk must know: real paths of the folder that it may not leave, and of the one it may not enter."""

    site: Path
    content: str
    private: str


def read_tree(site: Path, private: Path | None = None) -> Checked[Tree]:
    """All files of the site folder's content/, by path with `/` from the site folder, letters composed (NFC).

    Text files are read whole, of others only the digest is taken. Hidden files, leftovers of editors and the authors'
    guide are passed over, and so is the folder `private` should it lie in content/. Without content/ the tree is empty.
    """
    walk = _Walk(site, os.path.realpath(site / "content"), os.path.realpath(private) if private else "")
    read = tuple(_read_all(walk)) if (site / "content").is_dir() else ()
    files = {r.path: r for r in read if isinstance(r, SourceFile)}
    assets = {r.path: r for r in read if isinstance(r, Asset)}
    problems = tuple(sorted((r for r in read if isinstance(r, Problem)), key=lambda p: p.where))
    unread = frozenset(p.where.file for p in problems if p.is_error) - files.keys() - assets.keys()
    in_order = MappingProxyType(dict(sorted(files.items()))), MappingProxyType(dict(sorted(assets.items())))
    return Checked(Tree(site, *in_order, unread), problems)


def read_file(site: Path, path: str) -> SourceFile | None:
    """One text file of content/ by its path from the site folder, as `read_tree` reads it; None with any problem."""
    walk = _Walk(site, os.path.realpath(site / "content"), "")
    read = tuple(_read_file(walk, path, os.path.islink(site / path)))
    return read[0] if len(read) == 1 and isinstance(read[0], SourceFile) else None


def _read_all(walk: _Walk) -> Iterator[_Read]:
    folders = ["content"]
    while folders:
        folder = folders.pop()
        entries, problems = _entries(walk, folder)
        yield from (*problems, *_clashes(entries, folder), *_unportable(entries, folder))
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                yield from _read_file(walk, path, entry.is_symlink())


def _entries(walk: _Walk, folder: str) -> tuple[list[os.DirEntry[str]], tuple[Problem, ...]]:
    """What is to be read in a folder, by name."""
    try:
        with os.scandir(walk.site / folder) as listing:
            entries = sorted(listing, key=lambda e: e.name)
    except OSError as error:
        return [], (refused.unreadable(_shown(folder), error, is_link=False),)
    kept = [e for e in entries if not _is_passed_over(walk, folder, e.name)]
    bad = [e for e in kept if _UNPRINTABLE.search(e.name)]
    return [e for e in kept if e not in bad], tuple(refused.badly_named(_shown(f"{folder}/{e.name}")) for e in bad)


def _is_passed_over(walk: _Walk, folder: str, name: str) -> bool:
    low = name.casefold()
    return (
        low.startswith((".", "~$")) or low.endswith("~") or low in _LEFTOVERS or f"{folder}/{low}" == _GUIDE
        or (walk.private != "" and os.path.realpath(walk.site / folder / name) == walk.private)
    )  # fmt: skip


def _unportable(entries: Sequence[os.DirEntry[str]], folder: str) -> Iterator[Problem]:
    for entry in entries:
        if _UNPORTABLE.search(entry.name) or is_device(entry.name):
            yield refused.unportable(_shown(f"{folder}/{entry.name}"))


def _clashes(entries: Sequence[os.DirEntry[str]], folder: str) -> Iterator[Problem]:
    """Names in one folder that some machines cannot tell apart."""
    first: dict[str, str] = {}
    for entry in entries:
        name = _shown(entry.name)
        other = first.setdefault(unicodedata.normalize("NFC", name.casefold()), name)
        if other is not name:
            yield refused.name_clash(f"{_shown(folder)}/{name}", f"{_shown(folder)}/{other}")


def _read_file(walk: _Walk, path: str, is_link: bool) -> Iterator[_Read]:
    location, shown = walk.site / path, _shown(path)
    try:
        problem = _link_problem(walk, location, shown) if is_link else None
        status = os.stat(location)
        if problem is None and not stat.S_ISREG(status.st_mode):
            problem = refused.no_file(shown)
        yield from (problem,) if problem else _read_regular(location, shown, status.st_size)
    except OSError as error:
        yield refused.unreadable(shown, error, is_link)


def _link_problem(walk: _Walk, location: Path, shown: str) -> Problem | None:
    target = os.path.realpath(location)
    if os.path.commonpath((target, walk.content)) != walk.content:
        return refused.link_out(shown)
    return refused.link_to_folder(shown) if os.path.isdir(target) else None


def _read_regular(location: Path, path: str, size: int) -> Iterator[_Read]:
    name = path.rsplit("/", 1)[-1].casefold()
    if name in _PRIVATE:
        yield refused.private_file(path)
    elif not name.endswith(_TEXT):
        yield Asset(path, location, size, digest_of_file(location))
    elif size > LARGEST_TEXT:
        yield refused.too_large(path, size, LARGEST_TEXT)
    else:
        yield from _read_text(location, path)


def _read_text(location: Path, path: str) -> Iterator[_Read]:
    data = location.read_bytes()
    text = decode(data, path)
    yield from text.problems
    yield SourceFile(path, text.value, digest_of(data), location, len(data))


def _shown(path: str) -> str:
    """A path as everybody writes it: letters composed, and a question mark for what is in no known encoding."""
    return unicodedata.normalize("NFC", path.encode("utf-8", "replace").decode("utf-8"))
