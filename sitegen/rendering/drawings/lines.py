"""Lines on squared paper, from zero: each begins and ends with its figure and is named where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from sitegen.rendering.drawings.labels import LINE, along, folded_lines, kept_apart, width, written
from sitegen.rendering.drawings.plots import BASE, BOTTOM, WIDTH, Points, Words, height_of, sheet, top_of
from sitegen.rendering.drawings.svg import number, text

Spot = tuple[float, float]

_MOST_VALUES = 12
_MOST_ROOM = 150
_GAP = 10
_HIGHEST = 4
_HALF = 5
_FAR = 7


@dataclass(frozen=True, slots=True)
class Ends:
    """The words of one series: before its first point, and in lines behind its last one."""

    first: str
    last: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Where points may stand: from `left` to `right`, up to the figure `top`."""

    left: float
    right: float
    top: float

    def places(self, points: Points, nth: int) -> tuple[Spot | None, ...]:
        """Where each point of the nth series stands, None where its figure is missing."""
        pitch = (self.right - self.left) / max(len(points) - 1, 1)
        values = (values[nth] if nth < len(values) else None for _, values in points)
        return tuple(
            None if v is None else (self.left + i * pitch, BOTTOM - height_of(v, self.top))
            for i, v in enumerate(values)
        )


def have_room(points: Points, words: Words, series: Sequence[str]) -> bool:
    """True where the ends of all lines can be named beside them and the labels of both ends below."""
    ends = _ends(points, words, series)
    fits = all(width(line) <= _MOST_ROOM for end in ends for line in end.last)
    high = sum(len(end.last) * LINE for end in ends) <= BOTTOM - _HIGHEST
    sides = width(points[0][0]) + width(points[-1][0]) + 2 * _GAP <= WIDTH
    return fits and high and sides and all(width(end.first) <= _MOST_ROOM / 2 for end in ends)


def lines(points: Points, words: Words, series: Sequence[str], zero: str = "0") -> Markup:
    """A line for each series with its figures; a gap where one is missing. `zero` stands at the zero line.

    One series has its figure at every point where there is room, several have theirs at both ends.
    """
    ends = _ends(points, words, series)
    field = _field(points, ends, zero)
    drawn = "".join(_line(points, i, field) for i in range(len(series)))
    if len(series) == 1:
        said = _figures(field.places(points, 0), [row[0] for row in words])
    else:
        said = _first_words(points, ends, field) + _last_words(points, ends, field)
    pitch = (field.right - field.left) / max(len(points) - 1, 1)
    labels = along([(field.left + i * pitch, label) for i, (label, _) in enumerate(points)], WIDTH)
    under = "".join(text(x, BOTTOM + 24, label) for x, label in labels)
    return sheet(f"{BASE}{drawn}{text(4, BOTTOM - _HALF, zero, 'start')}{said}{under}")


def _ends(points: Points, words: Words, series: Sequence[str]) -> tuple[Ends, ...]:
    made = []
    for nth, name in enumerate(series):
        told = [row[nth] for (_, values), row in zip(points, words, strict=True) if _has(values, nth)]
        last = folded_lines(f"{told[-1]} {name}" if told else "", _MOST_ROOM)
        made.append(Ends(told[0] if told else "", last))
    return tuple(made)


def _has(values: Sequence[float | None], nth: int) -> bool:
    return nth < len(values) and values[nth] is not None


def _field(points: Points, ends: Sequence[Ends], zero: str) -> Field:
    """Margins as wide as the words that stand in them."""
    if len(ends) == 1:
        side = max(width(ends[0].first) / 2, width(zero) + _GAP)
        return Field(side, WIDTH - max(24.0, width(ends[0].first) / 2 + _GAP), top_of(points))
    left = max(width(zero), *(width(end.first) for end in ends)) + 2 * _GAP
    right = max(width(line) for end in ends for line in (*end.last, ""))
    return Field(left, WIDTH - right - 2 * _GAP, top_of(points))


def _line(points: Points, nth: int, field: Field) -> str:
    places = field.places(points, nth)
    path, pen_down = "", False
    for place in places:
        path += "" if place is None else f"{'L' if pen_down else 'M'}{number(place[0])} {number(place[1])}"
        pen_down = place is not None
    rings = "".join(f'<circle class="dot" cx="{number(p[0])}" cy="{number(p[1])}" r="4"/>' for p in places if p)
    return f'<g class="s{nth + 1}"><path class="arc" d="{path}"/>{rings}</g>'


def _figures(places: Sequence[Spot | None], words: Sequence[str]) -> str:
    """Figures at the points of a single line: above them, below one that lies between two higher points."""
    shown = [(p, w) for p, w in zip(places, words, strict=True) if p]
    heights = [p[1] for p, _ in shown]
    return "".join(text(p[0], p[1] + _beside(heights, i), w) for i, (p, w) in enumerate(shown) if _is_said(shown, i))


def _is_said(shown: Sequence[tuple[Spot, str]], at: int) -> bool:
    gaps = [b[0][0] - a[0][0] for a, b in pairwise(shown)]
    roomy = all(gap >= max(width(w) for _, w in shown) for gap in gaps) and len(shown) <= _MOST_VALUES
    return roomy or at in (0, len(shown) - 1)


def _beside(heights: Sequence[float], at: int) -> float:
    """How far below its point a figure stands; y grows downwards."""
    inner = 0 < at < len(heights) - 1
    valley = inner and heights[at] > heights[at - 1] and heights[at] > heights[at + 1]
    return 24 if valley and heights[at] + 28 < BOTTOM else -12


def _first_words(points: Points, ends: Sequence[Ends], field: Field) -> str:
    """The first figure of each series on the left, above the figure of the zero line."""
    told = [(spot, end.first) for spot, end in _spots(points, ends, field, 0)]
    tops = kept_apart([s[1] - LINE / 2 for s, _ in told], [LINE] * len(told), _HIGHEST, BOTTOM - LINE)
    return "".join(
        _led((field.left - _GAP, top + LINE / 2), spot) + text(field.left - _GAP, top + LINE / 2 + _HALF, words, "end")
        for top, (spot, words) in zip(tops, told, strict=True)
    )


def _last_words(points: Points, ends: Sequence[Ends], field: Field) -> str:
    """Figure and name of each series on the right, none over another."""
    told = [(spot, end.last) for spot, end in _spots(points, ends, field, -1)]
    heights = [LINE * len(words) for _, words in told]
    tops = kept_apart([s[1] - h / 2 for (s, _), h in zip(told, heights, strict=True)], heights, _HIGHEST, BOTTOM)
    x = field.right + 1.5 * _GAP
    return "".join(
        _led((x - 3, top + height / 2), spot) + written(x, top + LINE / 2 + _HALF, words, "start")
        for top, height, (spot, words) in zip(tops, heights, told, strict=True)
    )


def _spots(points: Points, ends: Sequence[Ends], field: Field, which: int) -> list[tuple[Spot, Ends]]:
    found = []
    for nth, end in enumerate(ends):
        places = [p for p in field.places(points, nth) if p]
        found += [(places[which], end)] if places else []
    return found


def _led(label: Spot, spot: Spot) -> str:
    """A thin line from a label to its point where they had to be moved apart."""
    if abs(label[1] - spot[1]) < _FAR and abs(label[0] - spot[0]) < 3 * _GAP:
        return ""
    return f'<path class="lead" d="M{number(label[0])} {number(label[1])}L{number(spot[0])} {number(spot[1])}"/>'
