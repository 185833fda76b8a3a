"""What stands side by side in a document: lines with tabs are a table, and a table of one row is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.regex import regex
from sitegen.word.blocks import Tell
from sitegen.word.lining import lines_of
from sitegen.word.values import Block, Blocks, Cell, Inlines, Paragraph, Span, Table, plain

_TABS = regex(r"[ \xa0]*\t[\s\xa0]*")
_LONGEST_CELL = 80
_WIDEST = 20
_Row = tuple[Inlines, ...]


def side_by_side(blocks: Blocks, tell: Tell) -> Blocks:
    """The blocks with typed columns made a table, and a table of one row, which only lays out, made paragraphs."""
    made: list[Block] = []
    rows: list[_Row] = []
    for block in (*_without_layout(blocks, tell), None):
        of_block = _rows(block)
        if rows and (not of_block or len(of_block[0]) != len(rows[0])):
            made += _table(rows, tell)
            rows = []
        rows += of_block
        if block is not None and not of_block:
            made.append(block)
    return tuple(made)


def _without_layout(blocks: Blocks, tell: Tell) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and _lays_out(block):
            tell("A table of one row, which only set things side by side: they now stand one below the other")
            yield from (Paragraph(line) for cell in block.rows[0] for line in cell.lines)
        else:
            yield block


def _lays_out(table: Table) -> bool:
    """True for one row of cells that hold text as it runs: a table of data has shorter ones."""
    cells = ("\n".join(plain(line) for line in cell.lines) for cell in table.rows[0])
    return len(table.rows) == 1 and any("\n" in words or len(words) > _LONGEST_CELL for words in cells)


def _rows(block: Block | None) -> list[_Row]:
    """The cells of each line of a paragraph, where all of its lines have as many; none where it is no row."""
    if not isinstance(block, Paragraph) or block.role:
        return []
    rows = [tuple(_cells(line)) for line in lines_of(block.inlines)]
    wide = len(rows[0])
    are_cells = all(len(row) == wide and all(len(plain(c)) <= _LONGEST_CELL for c in row) for row in rows)
    return rows if 1 < wide <= _WIDEST and are_cells else []


def _cells(line: Inlines) -> Iterator[Inlines]:
    cell: Inlines = ()
    for inline in line:
        if not isinstance(inline, Span) or "\t" not in inline.text:
            cell = (*cell, inline)
            continue
        first, *others = _TABS.split(inline.text)
        cell = (*cell, replace(inline, text=first))
        for text in others:
            if plain(cell).strip():  # a tab at the beginning of a line only moves it in
                yield cell
                cell = ()
            cell = (*cell, replace(inline, text=text))
    if plain(cell).strip():
        yield cell


def _table(rows: Sequence[_Row], tell: Tell) -> list[Block]:
    if len(rows) < 2:
        return [Paragraph(tuple(i for n, cell in enumerate(row) for i in (*_space(n), *cell))) for row in rows]
    tell(f'Lines with tabs were taken for a table: see whether its columns hold. It begins with "{_words(rows[0])}"')
    return [Table(tuple(tuple(Cell((cell,)) for cell in row) for row in rows))]


def _space(number: int) -> Inlines:
    return (Span(" "),) if number else ()


def _words(row: _Row) -> str:
    return " ".join(plain(cell).strip() for cell in row)[:80]
