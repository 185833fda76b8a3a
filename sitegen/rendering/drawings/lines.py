"""Lines on squared paper, from zero: each begins and ends with its figure and is named where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.rendering.drawings.labels import FALL, LINE, RISE, along, folded_lines, kept_apart, width, written
from sitegen.rendering.drawings.plots import BOTTOM, WIDTH, Figure, Point, Scale, scale_of, sheet
from sitegen.rendering.drawings.svg import SQUARE, number, text

Spot = tuple[float, float]

_MOST_DOTS = 12
_MOST_ROOM = 150
_MOST_FIRST = 110
_NARROWEST = 120
_GAP = 10
_EDGE = 4
_HIGHEST = 4
_HALF = 6
_FAR = 7
_BELOW, _ABOVE = 24, 12


@dataclass(frozen=True, slots=True)
class Trace:
    """One series: its name and where its figures stand, None for one that is missing."""

    name: str
    figures: tuple[Figure, ...]
    places: tuple[Spot | None, ...]

    @property
    def stands_out(self) -> bool:
        """True where any of its figures does."""
        return any(figure.marked for figure in self.figures)

    def shown(self) -> list[tuple[Spot, Figure]]:
        """Every figure that has a place, in order."""
        return [(spot, f) for spot, f in zip(self.places, self.figures, strict=True) if spot]

    def is_lone(self, at: int) -> bool:
        """True for a figure between two that are missing: no line leads to it."""
        around = (self.places[at - 1] if at else None, self.places[at + 1] if at + 1 < len(self.places) else None)
        return around == (None, None)


@dataclass(frozen=True, slots=True)
class Field:
    """Where points may stand: from `left` to `right`, on that scale."""

    left: float
    right: float
    scale: Scale

    def traces(self, points: Sequence[Point], series: Sequence[str]) -> tuple[Trace, ...]:
        """Every series with its places."""
        across = self.across(len(points))
        made = []
        for nth, name in enumerate(series):
            figures = tuple(point.figures[nth] for point in points)
            places = tuple(
                None if f.value is None else (x, self.scale.y(f.value)) for x, f in zip(across, figures, strict=True)
            )
            made.append(Trace(name, figures, places))
        return tuple(made)

    def across(self, count: int) -> tuple[float, ...]:
        """Where each point stands from left to right."""
        pitch = (self.right - self.left) / max(count - 1, 1)
        return tuple(self.left + i * pitch for i in range(count))


def have_room(points: Sequence[Point], series: Sequence[str], zero: str = "0") -> bool:
    """True where the ends of all lines can be named beside them and the labels of both ends below."""
    ends = [_ending(points, nth, name) for nth, name in enumerate(series)]
    fits = all(width(line) <= _MOST_ROOM for end in ends for line in end)
    high = sum(len(end) * LINE for end in ends) <= BOTTOM - _HIGHEST
    sides = width(points[0].label) + width(points[-1].label) + 2 * _GAP <= WIDTH
    figures = (f for nth in range(len(series)) for f in _told(points, nth)[:1])
    field = _field(points, series, zero)
    return (
        fits and high and sides and field.right - field.left >= _NARROWEST
        and all(width(figure.words) <= _MOST_FIRST for figure in figures)
    )  # fmt: skip


def lines(points: Sequence[Point], series: Sequence[str], zero: str = "0") -> Markup:
    """A line for each series with its figures; a gap where one is missing. `zero` stands at the zero line.

    One series has its figure at every point where there is room, several have theirs at both ends. A figure that is
    not exact has an open point, one that does not stand out a pale line.
    """
    field = _field(points, series, zero)
    traces = field.traces(points, series)
    plain = all(trace.stands_out for trace in traces)
    drawn = "".join(_line(trace, nth + 1 if plain or not trace.stands_out else 1) for nth, trace in enumerate(traces))
    deep = 2 * SQUARE if field.scale.low < 0 else 0
    labels = along([(x, p.label) for x, p in zip(field.across(len(points)), points, strict=True)], WIDTH)
    under = "".join(text(x, BOTTOM + 24 + deep, label) for x, label in labels)
    at_zero = text(_EDGE, field.scale.y(0) - _HALF, zero, "start")
    if len(traces) == 1:
        said = _figures(traces[0], BOTTOM + (24 + deep - RISE if deep else 0))
    else:
        said = _first_words(traces, field) + _last_words(points, traces, field)
    return sheet(f"{field.scale.base}{drawn}{at_zero}{said}{under}", 0, deep)


def _told(points: Sequence[Point], nth: int) -> list[Figure]:
    """The figures of a series that are not missing."""
    return [point.figures[nth] for point in points if point.figures[nth].value is not None]


def _ending(points: Sequence[Point], nth: int, name: str) -> tuple[str, ...]:
    """The last figure of a series and its name, in lines."""
    told = _told(points, nth)
    return folded_lines(f"{told[-1].words} {name}", _MOST_ROOM) if told else ()


def _field(points: Sequence[Point], series: Sequence[str], zero: str) -> Field:
    """Margins as wide as the words that stand in them."""
    scale, left = scale_of(points), _EDGE + width(zero) + _GAP
    if len(series) == 1:
        told = _told(points, 0)
        first, last = (width(f.words) / 2 for f in (told[0], told[-1]))
        return Field(left + first, WIDTH - max(24.0, last + _GAP), scale)
    first = max((width(f.words) for nth in range(len(series)) for f in _told(points, nth)[:1]), default=0)
    ends = (line for nth, name in enumerate(series) for line in _ending(points, nth, name))
    return Field(left + first + _GAP, WIDTH - max(map(width, ends), default=0) - 2 * _GAP, scale)


def _line(trace: Trace, nth: int) -> str:
    path, pen_down = "", False
    for place in trace.places:
        path += "" if place is None else f"{'L' if pen_down else 'M'}{number(place[0])} {number(place[1])}"
        pen_down = place is not None
    css = f"s{nth}" if trace.stands_out else f"s{nth} pale"
    return f'<g class="{css}"><path class="arc" d="{path}"/>{"".join(_rings(trace))}</g>'


def _rings(trace: Trace) -> Iterator[str]:
    """A ring at each figure of a short line; at the ends of a long one, and where no line leads to a figure."""
    known = [i for i, place in enumerate(trace.places) if place]
    for at in known:
        place = trace.places[at]
        if place and (len(known) <= _MOST_DOTS or at in (known[0], known[-1]) or trace.is_lone(at)):
            css = "dot open" if trace.figures[at].qualifier else "dot"
            yield f'<circle class="{css}" cx="{number(place[0])}" cy="{number(place[1])}" r="4"/>'


def _figures(trace: Trace, floor: float) -> str:
    """Figures at the points of a single line: those at its ends, its highest and lowest, then all that have room."""
    shown = trace.shown()
    beside = [y + _beside([s[1] for s, _ in shown], i, floor) for i, ((_, y), _) in enumerate(shown)]
    spots = [(_on_sheet(x, f.words), y) for ((x, _), f), y in zip(shown, beside, strict=True)]
    heights = [spot[1] for spot, _ in shown]
    telling = [0, len(shown) - 1, heights.index(min(heights)), heights.index(max(heights))]
    order = dict.fromkeys((*telling, *(range(len(shown)) if len(shown) <= _MOST_DOTS else ())))
    taken: dict[int, tuple[float, float, float, float]] = {}
    for at in order:
        area = _area(spots[at], shown[at][1].words)
        if all(_apart(area, other) for other in taken.values()):
            taken[at] = area
    return "".join(text(*spots[at], shown[at][1].words) for at in sorted(taken))


def _on_sheet(x: float, words: str) -> float:
    """The middle of words as near to `x` as leaves them whole."""
    half = width(words) / 2
    return min(max(x, half), WIDTH - half)


def _area(spot: Spot, words: str) -> tuple[float, float, float, float]:
    """What words take up: from left to right, from top to bottom."""
    half = width(words) / 2
    return spot[0] - half, spot[0] + half, spot[1] - RISE, spot[1] + FALL


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    beside = one[1] + _EDGE <= other[0] or other[1] + _EDGE <= one[0]
    return beside or one[3] <= other[2] or other[3] <= one[2]


def _beside(heights: Sequence[float], at: int, floor: float) -> float:
    """How far below its point a figure stands: above it, but below one from which the line rises and never falls."""
    around = (*heights[max(0, at - 1) : at], *heights[at + 1 : at + 2])
    rises = any(height < heights[at] for height in around) and all(height <= heights[at] for height in around)
    return _BELOW if rises and heights[at] + _BELOW + FALL < floor else -_ABOVE


def _first_words(traces: Sequence[Trace], field: Field) -> str:
    """The first figure of each series on the left, beside the figure of the zero line."""
    told = [trace.shown()[0] for trace in traces if trace.shown()]
    tops = kept_apart([s[1] - LINE / 2 for s, _ in told], [LINE] * len(told), _HIGHEST, BOTTOM + _HALF)
    return "".join(
        _led((field.left - _GAP, top + LINE / 2), spot)
        + text(field.left - _GAP, top + LINE / 2 + _HALF, f.words, "end")
        for top, (spot, f) in zip(tops, told, strict=True)
    )


def _last_words(points: Sequence[Point], traces: Sequence[Trace], field: Field) -> str:
    """Figure and name of each series on the right, none over another."""
    told = [
        (trace.shown()[-1][0], _ending(points, nth, trace.name)) for nth, trace in enumerate(traces) if trace.shown()
    ]
    heights = [LINE * len(words) for _, words in told]
    tops = kept_apart(
        [s[1] - h / 2 for (s, _), h in zip(told, heights, strict=True)], heights, _HIGHEST, BOTTOM + _HALF
    )
    x = field.right + 1.5 * _GAP
    return "".join(
        _led((x - 3, top + height / 2), spot) + written(x, top + LINE / 2 + _HALF, words, "start")
        for top, height, (spot, words) in zip(tops, heights, told, strict=True)
    )


def _led(label: Spot, spot: Spot) -> str:
    """A thin line from a label to its point where they had to be moved apart."""
    if abs(label[1] - spot[1]) < _FAR and abs(label[0] - spot[0]) < 3 * _GAP:
        return ""
    return f'<path class="lead" d="M{number(label[0])} {number(label[1])}L{number(spot[0])} {number(spot[1])}"/>'
