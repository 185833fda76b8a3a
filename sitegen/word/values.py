"""A document as it is understood: blocks of text and what stands in a line of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look alike. `raised` is `sup` or `sub`; `href` is where they lead, empty for nowhere."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    raised: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a footnote, by the name of the note."""

    note: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: the name of its file, what it shows in words, whether it only decorates."""

    file: str
    alt: str = ""
    decorative: bool = False


Inline = Span | Break | Mark | Image
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `role` is title, subtitle, caption or empty."""

    inlines: Inlines
    role: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1 on."""

    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words, and the lines that say who said them, without the dash."""

    paragraphs: tuple[Inlines, ...]
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. Each item is text with whatever stands below it."""

    numbered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, and how many columns and rows it covers."""

    lines: tuple[Inlines, ...]
    wide: int = 1
    tall: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its rows; the first is its heading."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a line of its own, with its caption."""

    image: Image
    caption: Inlines = ()


Block = Paragraph | Heading | Quotation | Listing | Table | Picture
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole text, and its footnotes by name in the order of their marks."""

    blocks: Blocks
    notes: tuple[tuple[str, Blocks], ...] = ()


def plain(inlines: Inlines) -> str:
    """The words of a line, with line ends where its breaks are."""
    return "".join(i.text if isinstance(i, Span) else "\n" if isinstance(i, Break) else "" for i in inlines)
