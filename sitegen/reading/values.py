"""What the reader yields: files with digests, YAML with positions, documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.problems.problem import Where


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file of content/: its path from the site folder with `/`, its text (no BOM, `\\n` line ends).

    `digest`, `location` and `size` are those of its bytes as they lie on this machine.
    """

    path: str
    text: str
    digest: str
    location: Path = Path()
    size: int = 0


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is not text: where it lies on this machine, its size in bytes, a digest of its bytes."""

    path: str
    location: Path
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes that lie within a file, from `start` on: how many they are, and a digest of them. `path` is for people."""

    path: str
    location: Path
    start: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Tree:
    """All of content/, by path from the site folder `root`, in order of path.

    `unread` are the paths that a problem kept out: they are known, though nothing of them is.
    """

    root: Path
    files: Mapping[str, SourceFile]
    assets: Mapping[str, Asset]
    unread: frozenset[str] = frozenset()

    def original(self, path: str) -> Asset:
        """A file as it came, whether it is text or not."""
        if path in self.assets:
            return self.assets[path]
        file = self.files[path]
        return Asset(path, file.location, file.size, file.digest)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One piece of text in YAML, as written: `NO` is the word NO. `quoted` tells `""` from nothing at all."""

    text: str
    where: Where
    quoted: bool = False

    @property
    def is_empty(self) -> bool:
        """True where the author wrote a key and no value."""
        return not self.quoted and self.text.strip() in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list in YAML."""

    items: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping_:  # noqa: N801 -- Mapping is the standard library's
    """Fields in YAML, in the order written."""

    entries: tuple[Entry, ...]
    where: Where

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping_
"""A piece of YAML with its position."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: its fields, and its body that begins on line `body_line` of the file."""

    path: str
    meta: Mapping_
    body: str
    body_line: int
    digest: str = field(default="")
