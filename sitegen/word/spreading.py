"""Merged cells of a table, spread over the cells that they cover: Markdown knows no merged cells."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.word.values import Cell, Inlines

_WIDEST = 60


def spread(rows: Sequence[Sequence[Cell]]) -> list[list[tuple[Inlines, ...]]]:
    """The lines of every cell of a whole grid: each covered cell says what the merged one says."""
    grid: dict[tuple[int, int], tuple[Inlines, ...]] = {}
    for down, row in enumerate(rows):
        across = 0
        for cell in row:
            while (down, across) in grid:
                across += 1
            for y in range(down, min(down + cell.tall, len(rows))):
                for x in range(across, min(across + cell.wide, _WIDEST)):
                    grid.setdefault((y, x), cell.lines)
            across += cell.wide
    width = 1 + max((x for _, x in grid), default=0)
    return [[grid.get((y, x), ()) for x in range(width)] for y in range(len(rows))]


def is_merged(rows: Sequence[Sequence[Cell]]) -> bool:
    """True where any cell covers more than one."""
    return any(cell.wide > 1 or cell.tall > 1 for row in rows for cell in row)
