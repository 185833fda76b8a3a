"""Columns on squared paper, in groups where there are several series, each with its figure and its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.rendering.drawings.labels import LINE, folded_lines, holds, written
from sitegen.rendering.drawings.plots import BASE, BOTTOM, WIDTH, Points, Words, height_of, sheet, top_of
from sitegen.rendering.drawings.svg import box

_SIDE = 12
_MOST_LINES = 2
_FILL = 0.64
_WIDEST = 108


@dataclass(frozen=True, slots=True)
class Slots:
    """Where columns stand: `pitch` from group to group, `slot` for each column with its words, `fill` of it drawn."""

    pitch: float
    slot: float
    fill: float

    def left(self, row: int, nth: int, count: int) -> float:
        """Where the slot of a column begins."""
        return _SIDE + (row + 0.5) * self.pitch + (nth - count / 2) * self.slot


def slots(rows: int, series: int) -> Slots:
    """The room that a number of rows and series leaves each column."""
    pitch = (WIDTH - 2 * _SIDE) / max(rows, 1)
    if series == 1:
        return Slots(pitch, pitch, min(_FILL, _WIDEST / pitch))
    slot = pitch * 0.86 / series
    return Slots(pitch, slot, min(0.8, _WIDEST / slot))


def have_room(points: Points, words: Words, series: Sequence[str]) -> bool:
    """True where every figure, every name of a series and every label fits its place."""
    room = slots(len(points), len(series))
    names = series if len(series) > 1 else ()
    small = [word for row in words for word in row] + list(names)
    labels = (label for label, _ in points)
    return all(holds(w, room.slot, _MOST_LINES) for w in small) and all(
        holds(label, room.pitch - 4, _MOST_LINES) for label in labels
    )


def columns(points: Points, words: Words, series: Sequence[str], marked: Sequence[Sequence[bool]]) -> Markup:
    """A column for each figure, which stands above it; labels below, under the names of the series if several.

    Columns that are not marked are pale. A missing figure leaves its place with what is written for it.
    """
    room, top = slots(len(points), len(series)), top_of(points)
    cells = [(i, nth) for i, (_, values) in enumerate(points) for nth in range(min(len(values), len(series)))]
    bars = "".join(_column(room, points, words, len(series), at, top, marked[at[0]][at[1]]) for at in cells)
    names = [(i, nth, folded_lines(series[nth], room.slot)) for i, nth in cells if len(series) > 1]
    named = "".join(written(_middle(room, i, nth, len(series)), BOTTOM + 22, lines) for i, nth, lines in names)
    below = max((len(lines) for *_, lines in names), default=0) * LINE
    labels = [folded_lines(label, room.pitch - 4) for label, _ in points]
    under = "".join(
        written(_SIDE + (i + 0.5) * room.pitch, BOTTOM + 24 + below, lines) for i, lines in enumerate(labels)
    )
    above = max((len(folded_lines(w, room.slot)) for row in words for w in row), default=1)
    below += (max(map(len, labels), default=1) - 1) * LINE
    return sheet(f"{bars}{BASE}{named}{under}", max(0, above - 1) * LINE, below)


def _middle(room: Slots, row: int, nth: int, count: int) -> float:
    return room.left(row, nth, count) + room.slot / 2


def _column(
    room: Slots, points: Points, words: Words, count: int, at: tuple[int, int], top: float, marked: bool
) -> str:
    row, nth = at
    value = points[row][1][nth]
    height = height_of(value or 0.0, top)
    lines = folded_lines(words[row][nth], room.slot)
    said = written(_middle(room, row, nth, count), BOTTOM - height - 8 - (len(lines) - 1) * LINE, lines)
    if not value:
        return said
    css = "pale" if not marked else "fillbox" if nth == 0 else f"fillbox k{nth + 1}"
    left = room.left(row, nth, count) + room.slot * (1 - room.fill) / 2
    return f'<path class="{css}" d="{box(left, BOTTOM - height, room.slot * room.fill, height)}"/>{said}'
