"""Columns on squared paper, in groups where there are several series, each with its figure and its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.rendering.drawings.labels import LINE, folded_lines, holds, written
from sitegen.rendering.drawings.plots import (
    BEYOND,
    BOTTOM,
    OPEN,
    WIDTH,
    Figure,
    Point,
    Scale,
    paths,
    scale_of,
    sheet,
)
from sitegen.rendering.drawings.svg import box

_SIDE = 4
_MOST_LINES = 2
_FILL = 0.64
_WIDEST = 108
_ABOVE, _BELOW = 8, 20
_THINNEST = 1.0


@dataclass(frozen=True, slots=True)
class Slots:
    """Where columns stand: `pitch` from group to group, `slot` for each column with its words, `fill` of it drawn."""

    pitch: float
    slot: float
    fill: float
    count: int

    def middle(self, row: int, nth: int) -> float:
        """The middle of a column."""
        return _SIDE + (row + 0.5) * self.pitch + (nth + 0.5 - self.count / 2) * self.slot

    def upright(self, middle: float, y: float, height: float) -> str:
        """A rectangle as wide as a column."""
        return box(middle - self.slot * self.fill / 2, y, self.slot * self.fill, height)


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its words: where it ends, and where it ends with what is open of it."""

    middle: float
    figure: Figure
    lines: tuple[str, ...]
    zero: float
    tip: float

    @property
    def is_below(self) -> bool:
        """True where it hangs from the zero line."""
        return self.figure.value is not None and self.figure.value < 0

    @property
    def away(self) -> int:
        """The direction from zero to its end; y grows downwards."""
        return 1 if self.is_below else -1

    @property
    def ends(self) -> tuple[float, float]:
        """Where the solid part ends, and the open one behind it."""
        if not self.figure.qualifier:
            return self.tip, self.tip
        if self.figure.qualifier in BEYOND and not self.is_below:
            return self.tip, self.tip + self.away * OPEN
        return self.tip - self.away * min(OPEN, abs(self.tip - self.zero) / 2), self.tip

    @property
    def first_line(self) -> float:
        """Where its words begin: beyond its end."""
        end = self.ends[1]
        return end + _BELOW if self.is_below else end - _ABOVE - (len(self.lines) - 1) * LINE


def slots(rows: int, series: int) -> Slots:
    """The room that a number of rows and series leaves each column."""
    pitch = (WIDTH - 2 * _SIDE) / max(rows, 1)
    if series == 1:
        return Slots(pitch, pitch, min(_FILL, _WIDEST / pitch), series)
    slot = pitch * 0.86 / series
    return Slots(pitch, slot, min(0.8, _WIDEST / slot), series)


def have_room(points: Sequence[Point], series: Sequence[str]) -> bool:
    """True where every figure, every name of a series and every label fits its place."""
    room = slots(len(points), len(series))
    names = series if len(series) > 1 else ()
    small = [figure.words for point in points for figure in point.figures] + list(names)
    labels = (point.label for point in points)
    return all(holds(w, room.slot - 2, _MOST_LINES) for w in small) and all(
        holds(label, room.pitch - 4, _MOST_LINES) for label in labels
    )


def columns(points: Sequence[Point], series: Sequence[str]) -> Markup:
    """A column for each figure, up from the zero line or down from it, the figure beyond its end.

    Labels stand below all columns, under the names of the series if there are several. Columns that are not marked
    are pale, the end of one whose figure is not exact is open. A missing figure leaves its place with what is
    written for it.
    """
    room, scale = slots(len(points), len(series)), scale_of(points)
    made = list(_columns(points, room, scale))
    said = "".join(written(c.middle, c.first_line, c.lines, "") for _, c in made)
    foot = BOTTOM + max((len(c.lines) * LINE + OPEN for _, c in made if c.is_below), default=0)
    names, named = _names(made, series, room, foot)
    labels = [folded_lines(point.label, room.pitch - 4) for point in points]
    under = "".join(
        written(_SIDE + (i + 0.5) * room.pitch, foot + 24 + named, lines, "") for i, lines in enumerate(labels)
    )
    above = max((len(c.lines) for _, c in made if not c.is_below), default=1) - 1
    below = foot - BOTTOM + named + (max(map(len, labels), default=1) - 1) * LINE
    words = f'<g text-anchor="middle">{said}{names}{under}</g>'
    return sheet(paths(_drawn(made, room)) + scale.base + words, max(0, above) * LINE, below)


def _columns(points: Sequence[Point], room: Slots, scale: Scale) -> Iterator[tuple[int, Column]]:
    for row, point in enumerate(points):
        for nth, figure in enumerate(point.figures[: room.count]):
            lines = folded_lines(figure.words, room.slot - 2)
            yield nth, Column(room.middle(row, nth), figure, lines, scale.y(0), scale.y(figure.value or 0.0))


def _names(made: Sequence[tuple[int, Column]], series: Sequence[str], room: Slots, foot: float) -> tuple[str, float]:
    """The name of its series under each column, and the height of the names; nothing for a single one."""
    if len(series) < 2:
        return "", 0
    names = [folded_lines(name, room.slot - 2) for name in series]
    return (
        "".join(written(c.middle, foot + 22, names[nth], "") for nth, c in made),
        max(map(len, names), default=0) * LINE,
    )


def _drawn(made: Sequence[tuple[int, Column]], room: Slots) -> dict[str, str]:
    """What is drawn of all columns, by class: solid parts, then open ones. Where some are pale, the rest are alike."""
    plain = all(column.figure.marked for _, column in made)
    solid: defaultdict[str, str] = defaultdict(str)
    open_: defaultdict[str, str] = defaultdict(str)
    for nth, column in made:
        if not column.figure.value:
            continue
        css = "pale" if not column.figure.marked else f"fillbox k{nth + 1}" if plain and nth else "fillbox"
        end, beyond = column.ends
        solid[css] += room.upright(column.middle, *_between(column.zero, end, _THINNEST))
        if end != beyond:
            open_[f"{css} open"] += room.upright(column.middle, *_between(end, beyond, 0))
    return {**solid, **open_}


def _between(one: float, other: float, least: float) -> tuple[float, float]:
    """Top and height of what lies between two heights, or a hair of it towards the second."""
    height = max(abs(one - other), least)
    return (one, height) if other > one else (one - height, height)
