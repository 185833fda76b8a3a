"""What rendering yields: pages as bytes, pictures as they are published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitegen.reading.values import Part


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as it will be written: UTF-8. `links` are all (address, fragment) within the site that it names.

    `ids` are those of its elements, in order, also those that stand twice.

    A link to a place on the page itself has the page's own address. Pictures, styles and scripts are among them.
    `pieces` are those of its parts that can be made again by themselves.
    """

    address: str
    html: bytes
    links: tuple[tuple[str, str], ...]
    ids: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page by its name: the level of its title, where its bytes begin and end.

    `known` are the terms that the page has explained before it, `explained` those that it explains itself.
    """

    name: str
    level: int
    start: int
    end: int
    known: frozenset[str]
    explained: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered: its bytes, and the file in which they lie from `start` on; None where they are not kept."""

    content: bytes
    location: Path | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file of a picture as it is published: its address under assets/, its bytes, how many pixels wide it is.

    The bytes of a picture that is remembered stay where they are kept: those of all of a site would fill the memory.
    """

    address: str
    content: bytes | Part
    width: int


@dataclass(frozen=True, slots=True)
class Published:
    """A picture as it is published: WebP, the narrowest first, and a JPEG for browsers that know no WebP.

    `width` and `height` are those of the largest file.
    """

    webp: tuple[PictureFile, ...]
    jpeg: PictureFile
    width: int
    height: int

    @property
    def files(self) -> tuple[PictureFile, ...]:
        """Every file of it."""
        return (*self.webp, self.jpeg)
