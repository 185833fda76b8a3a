"""HTML nodes to blocks: paragraphs, headings, lists, tables, quotations, and the footnotes at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from sitegen.regex import regex
from sitegen.word.addresses import needs_an_account, public_address
from sitegen.word.conversion import is_decorative
from sitegen.word.nodes import Node
from sitegen.word.plainness import MARKER
from sitegen.word.values import (
    Block,
    Blocks,
    Break,
    Cell,
    Document,
    Heading,
    Image,
    Inline,
    Inlines,
    Listing,
    Mark,
    Paragraph,
    Picture,
    Quotation,
    Span,
    Table,
    plain,
)

_ROLES = ("title", "subtitle", "caption")
_NOTE = regex(r"#?(footnote|endnote)-(.+)")
_PLAIN = Span("")
_LONGEST_CELL = 80
Tell = Callable[[str], None]
"""Where a sentence goes that says what did not survive."""


def read_blocks(root: Node, tell: Tell, look: Tell) -> Document:
    """The document that the nodes are. Notes are numbered in the order of their marks.

    `look` is told what its author should look at, `tell` what did not survive.
    """
    reader = _Blocks(tell, look)
    blocks = reader.blocks([c for c in root.children if not _is_notes(c)])
    lists = [c for c in root.children if isinstance(c, Node) and _is_notes(c)]
    found = {_name(item.attributes.get("id", "")): item for list_ in lists for item in _elements(list_)}
    notes: list[tuple[str, Blocks]] = []
    for number, name in enumerate(reader.marks, 1):  # a note may hold marks of further notes, which end the list
        if name in found:
            notes.append((str(number), reader.blocks(_without_way_back(found[name].children))))
    return Document(blocks, tuple(notes))


def _is_notes(child: Node | str) -> bool:
    return isinstance(child, Node) and child.name == "ol" and any(
        _NOTE.fullmatch(item.attributes.get("id", "")) for item in _elements(child)
    )  # fmt: skip


def _elements(node: Node) -> list[Node]:
    return [child for child in node.children if isinstance(child, Node)]


def _name(id_: str) -> str:
    found = _NOTE.fullmatch(id_)
    return f"{found[1]}-{found[2]}" if found else ""


def _without_way_back(children: Sequence[Node | str]) -> list[Node | str]:
    """The text of a note without the arrow at its end that leads back to its mark."""
    kept: list[Node | str] = []
    for child in children:
        if isinstance(child, Node) and child.name == "a" and "-ref-" in child.attributes.get("href", ""):
            continue
        kept.append(replace(child, children=tuple(_without_way_back(child.children))) if isinstance(child, Node) else
                    child)  # fmt: skip
    return kept


class _Blocks:
    def __init__(self, tell: Tell, look: Tell) -> None:
        self.tell, self.look = tell, look
        self.marks: list[str] = []

    def blocks(self, children: Iterable[Node | str]) -> Blocks:
        """Blocks in order; running text between them becomes a paragraph."""
        made: list[Block] = []
        for is_line, group in groupby(children, key=_is_inline):
            if is_line:
                made += paragraphs(self.inlines(group))
            else:
                made += [block for child in group if isinstance(child, Node) for block in self.block(child)]
        return tuple(made)

    def block(self, node: Node) -> Blocks:
        match node.name:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return self.heading(node)
            case "p":
                role = node.attributes.get("class", "")
                return paragraphs(self.inlines(node.children), role if role in _ROLES else "")
            case "blockquote":
                lines = [self.inlines(child.children) for child in _elements(node)]
                pictures = [p for line in lines for p in pictures_in(line)]
                texts = tuple(text for line in lines if is_seen(text := without_pictures(line)))
                return (*((Quotation(texts),) if texts else ()), *pictures)
            case "ul" | "ol":
                items = tuple(self.blocks(child.children) for child in _elements(node))
                return (Listing(node.name == "ol", _start(node), tuple(item for item in items if item)),)
            case "table":
                return self.table(node)
        return self.blocks(node.children)

    def heading(self, node: Node) -> Blocks:
        inlines = self.inlines(node.children)
        text = without_pictures(inlines)
        return (*((Heading(int(node.name[1]), text),) if is_seen(text) else ()), *pictures_in(inlines))

    def table(self, node: Node) -> Blocks:
        groups = [g for child in _elements(node) for g in (_elements(child) if child.name != "tr" else [child])]
        rows = [[self.blocks(cell.children) for cell in _elements(row)] for row in groups]
        cells = [cell for row in rows for cell in row]
        if len(cells) == 1:
            self.tell("The box around some text (in Word a table of one cell): its text stands without it")
            return cells[0]
        pictures = [block for cell in cells for block in _pictures_of(cell)]
        if pictures and any(map(_runs_on, cells)):
            self.tell("A table that only set text and pictures side by side: they now stand one below the other")
            return tuple(block for cell in cells for block in cell)
        if pictures:
            self.tell("The place of a picture in a table: it now stands below the table")
        spans = [[_span(cell) for cell in _elements(row)] for row in groups]
        made = tuple(
            tuple(Cell(self.lines(cell), *span) for cell, span in zip(row, of_row, strict=True))
            for row, of_row in zip(rows, spans, strict=True)
        )
        has_text = any(cell.lines for row in made for cell in row)
        return (*((Table(made),) if has_text else ()), *pictures)

    def lines(self, blocks: Blocks) -> tuple[Inlines, ...]:
        """Blocks as lines of a cell, which can hold nothing else."""
        made: list[Inlines] = []
        for block in blocks:
            match block:
                case Paragraph() | Heading():
                    made.append(block.inlines)
                case Quotation():
                    made += block.paragraphs
                case Listing():
                    for number, item in enumerate(block.items, block.start):
                        first, *more = self.lines(item) or ((),)
                        made += [(Span(f"{number}. " if block.numbered else "• "), *first), *more]
                case Table():
                    self.tell("A table in a cell of another table: its cells became lines")
                    made += [line for row in block.rows for cell in row for line in cell.lines]
        return tuple(line for line in made if is_seen(line))

    def inlines(self, children: Iterable[Node | str], look: Span = _PLAIN) -> Inlines:
        return tuple(made for child in children for made in self.inline(child, look))

    def inline(self, child: Node | str, look: Span) -> Inlines:
        if isinstance(child, str):
            return (replace(look, text=child.replace("\n", " ")),) if child else ()
        match child.name:
            case "br":
                return (Break(),)
            case "img":
                alt = child.attributes.get("alt", "")
                picture = Image(child.attributes.get("src", ""), "" if is_decorative(alt) else alt, is_decorative(alt))
                return (picture,)
            case "input":
                return (replace(look, text="☒" if "checked" in child.attributes else "☐"),)
            case "strong":
                return self.inlines(child.children, replace(look, bold=True))
            case "em":
                return self.inlines(child.children, replace(look, italic=True))
            case "s":
                return self.inlines(child.children, replace(look, struck=True))
            case "sup" | "sub":
                mark = self.mark(child)
                return (mark,) if mark else self.inlines(child.children, replace(look, raised=child.name))
            case "a":
                return self.inlines(child.children, replace(look, href=self.address(child) or look.href))
        return self.inlines(child.children, look)

    def mark(self, node: Node) -> Mark | None:
        links = [child for child in _elements(node) if child.name == "a"]
        name = _name(links[0].attributes.get("href", "")) if links else ""
        if not name:
            return None
        self.marks += [] if name in self.marks else [name]
        return Mark(str(self.marks.index(name) + 1))

    def address(self, node: Node) -> str:
        """Where a link leads; empty for what a site cannot lead to, which is told."""
        if "href" not in node.attributes:
            return ""
        href = node.attributes["href"]
        words = "".join(_texts(node)).strip()
        if found := public_address(href):
            if needs_an_account(found):
                self.look(f'The link on the words "{words}" leads to a shared file: see whether it opens for everybody')
            return found
        if href.startswith("#"):
            self.tell(f'The link to another place in the document on the words "{words}"')
        elif words:
            self.tell(f'The link on the words "{words}": no reader could follow it to "{href[:200]}"')
        return ""


def _texts(node: Node) -> Iterable[str]:
    for child in node.children:
        yield from (child,) if isinstance(child, str) else _texts(child)


def _is_inline(child: Node | str) -> bool:
    return isinstance(child, str) or child.name in ("a", "br", "em", "img", "input", "s", "strong", "sub", "sup")


def _start(node: Node) -> int:
    """The number of the first item, as Word counts it."""
    first = next(iter(_elements(node)), None)
    links = [c.attributes.get("id", "") for c in _elements(first) if c.name == "a"] if first else []
    number = next((id_.removeprefix(MARKER) for id_ in links if id_.startswith(MARKER)), "1")
    return int(number) if number.isdigit() else 1


def _span(cell: Node) -> tuple[int, int]:
    wide, tall = (cell.attributes.get(key, "1") for key in ("colspan", "rowspan"))
    return min(int(wide), 100), min(int(tall), 1000)


def paragraphs(inlines: Inlines, role: str = "") -> Blocks:
    """A line of text as a paragraph, with its pictures behind it, each on a line of its own."""
    text = without_pictures(inlines)
    return (*((Paragraph(text, role),) if is_seen(text) else ()), *pictures_in(inlines))


def pictures_in(inlines: Inlines) -> list[Picture]:
    """The pictures of a line."""
    return [Picture(inline) for inline in inlines if isinstance(inline, Image)]


def without_pictures(inlines: Inlines) -> Inlines:
    """A line without its pictures, and without line ends at its edges."""
    kept: list[Inline] = [inline for inline in inlines if not isinstance(inline, Image)]
    while kept and isinstance(kept[0], Break):
        del kept[0]
    while kept and isinstance(kept[-1], Break):
        del kept[-1]
    return tuple(kept)


def is_seen(inlines: Inlines) -> bool:
    """True where there is anything to see in a line."""
    return any(isinstance(i, Mark) or (isinstance(i, Span) and i.text.strip("\u00ad \u200b\xa0\t")) for i in inlines)


def _runs_on(cell: Blocks) -> bool:
    """True for a cell with text as it runs, and not such as a table of data has."""
    texts = [block for block in cell if not isinstance(block, Picture)]
    is_long = any(isinstance(text, Paragraph) and len(plain(text.inlines)) > _LONGEST_CELL for text in texts)
    return len(texts) > 1 or is_long or any(isinstance(text, Heading | Listing) for text in texts)


def _pictures_of(blocks: Blocks) -> list[Picture]:
    return [block for block in blocks if isinstance(block, Picture)]
