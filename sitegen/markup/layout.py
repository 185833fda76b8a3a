"""Nodes to pieces: every run of lines that Markdown is to convert, numbered in reading order, and who holds which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.markup.definitions import Definitions, Note
from sitegen.markup.items import Item, read_items, split_date
from sitegen.markup.lines import Line
from sitegen.markup.marks import Marks
from sitegen.markup.shape import in_shape
from sitegen.markup.source import Node, SourceBlock
from sitegen.markup.tables import Table, find_table

_NOTE_MARK = "[^"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a timeline or of a list of links: its date as written, its text, its details."""

    date: str
    where: Line
    head: Flow
    details: Flow


@dataclass(frozen=True, slots=True)
class Planned:
    """A block with the pieces that it holds: its body, the items of its list, the table of its chart."""

    block: SourceBlock
    body: Flow = ()
    entries: tuple[Entry, ...] = ()
    table: Table | None = None


Flow = tuple["int | Planned", ...]
"""Text in reading order: numbers of pieces, and blocks between them."""


class Layout:
    """The pieces of a text, and its definitions, which stand in none of them."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.pieces: list[tuple[Line, ...]] = []
        self.definitions = Definitions()

    def flow(self, nodes: Sequence[Node]) -> Flow:
        """Lines and blocks in reading order."""
        made: list[int | Planned] = []
        run: list[Line] = []
        for node in nodes:
            if isinstance(node, SourceBlock):
                made += self.piece(run)
                made.append(self.plan(node))
                run = []
            else:
                run.append(node)
        return (*made, *self.piece(run))

    def piece(self, lines: Sequence[Line]) -> Flow:
        """Lines as one piece; none where they are all blank or hold only definitions."""
        if all(line.is_blank for line in lines):
            return ()
        kept = in_shape(self.definitions.take(lines), self.marks)
        if all(line.is_blank for line in kept):
            return ()
        self.pieces.append(kept)
        return (len(self.pieces) - 1,)

    def note(self, note: Note) -> Flow:
        """The text of a footnote."""
        return self.piece(note.lines)

    def plan(self, block: SourceBlock) -> Planned:
        """A block with its pieces, as its name wants them."""
        if block.name in ("timeline", "links"):
            return Planned(block, entries=tuple(self._entry(item, block.name) for item in self._items(block)))
        if block.name == "chart":
            table, rest = find_table(_lines(block.content))
            return Planned(block, self.piece((*rest, *_noted(table))), table=table)
        return Planned(block, self.flow(block.content))

    def _items(self, block: SourceBlock) -> tuple[Item, ...]:
        return read_items(self.definitions.take(_lines(block.content)))

    def _entry(self, item: Item, name: str) -> Entry:
        date, first = split_date(item.head[0]) if name == "timeline" else ("", item.head[0])
        return Entry(date, item.where, self.piece((first, *item.head[1:])), self.piece(item.details))


def _lines(nodes: Sequence[Node]) -> tuple[Line, ...]:
    return tuple(node for node in nodes if isinstance(node, Line))


def _noted(table: Table | None) -> list[Line]:
    """Cells with a footnote's mark, as paragraphs below the chart: a drawing has no room for the mark."""
    rows = (table.heading, *table.rows) if table else ()
    cells = [cell for row in rows for cell in row.cells if _NOTE_MARK in cell.text]
    return [line for cell in cells for line in (Line("", cell.number), cell)]
