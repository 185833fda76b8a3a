"""The files of an archive, as they lie in its zip file or, taken out of it, in a folder. [I/O]

Names are compared as they are meant, in whichever of two ways a computer has spelt a letter with an accent.
"""

from __future__ import annotations

import os
import posixpath
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

_OF_COMPUTERS = frozenset((".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".directory"))
_MAC = "__MACOSX"


class Files(Protocol):
    """Files by their path in the folder of an archive, each with how many bytes it has."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """How many bytes each has."""

    def open(self, path: str) -> IO[bytes]:
        """One of them, to be read piece by piece."""


@dataclass(frozen=True, slots=True)
class Zipped:
    """Those in a zip file."""

    archive: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]

    @property
    def sizes(self) -> Mapping[str, int]:
        """How many bytes each has, as the zip file says."""
        return {path: member.file_size for path, member in self.members.items()}

    def open(self, path: str) -> IO[bytes]:
        """No more of it is ever read than the zip file says that it has."""
        return self.archive.open(self.members[path])


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Those in a folder. `links` are other than files: they lead elsewhere, and are not followed."""

    folder: Path
    sizes: Mapping[str, int]
    names: Mapping[str, str]
    links: tuple[str, ...] = ()

    def open(self, path: str) -> IO[bytes]:
        """The file on the disk."""
        return (self.folder / self.names[path]).open("rb")


def plain(path: str) -> str:
    """A path as it is compared."""
    return unicodedata.normalize("NFC", path)


def zipped(archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo], top: str) -> Zipped:
    """Those below `top`."""
    found = {plain(m.filename.removeprefix(top)): m for m in members if m.filename.startswith(top)}
    return Zipped(archive, found)


def unpacked(folder: Path) -> Unpacked:
    """Those of a folder and of all folders in it."""
    names, links = {}, []
    for path in _below(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not path.is_file():
            links.append(name)
        else:
            names[plain(name)] = name
    return Unpacked(folder, {p: (folder / name).stat().st_size for p, name in names.items()}, names, tuple(links))


def _below(folder: Path) -> Iterator[Path]:
    for at, folders, files in os.walk(folder):
        for name in sorted(files + [each for each in folders if (Path(at) / each).is_symlink()]):
            yield Path(at) / name


def is_of_a_computer(path: str) -> bool:
    """True for what macOS and Windows put into folders and zip files by themselves."""
    name = posixpath.basename(path)
    return name.lower() in _OF_COMPUTERS or name.startswith("._") or _MAC in path.split("/")
