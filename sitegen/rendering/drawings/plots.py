"""Columns and lines on squared paper, labelled where the figure stands: no legend, no axis, from zero."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.rendering.drawings.svg import box, frame, number, text

Points = tuple[tuple[str, tuple[float | None, ...]], ...]
Words = tuple[tuple[str, ...], ...]

WIDTH, HEIGHT = 480, 264
_TOP, _BOTTOM = 36, 216
_SQUARE = 24
_MOST_VALUES = 12

_SQUARES = '<path class="sq" d="{}{}"/>'.format(
    "".join(f"M{x} 0V{HEIGHT}" for x in range(0, WIDTH + 1, _SQUARE)),
    "".join(f"M0 {y}H{WIDTH}" for y in range(0, HEIGHT + 1, _SQUARE)),
)
_BASE = f'<path class="ax" d="M0 {_BOTTOM}H{WIDTH}"/>'


def _sheet(inner: str) -> Markup:
    return Markup('<div class="plot">{}</div>').format(frame(_SQUARES + inner, WIDTH, HEIGHT))


def _top(points: Points) -> float:
    return max((v for _, values in points for v in values if v is not None), default=0.0) or 1.0


def _height(value: float, top: float) -> float:
    return value / top * (_BOTTOM - _TOP)


def columns(points: Points, words: Words, marked: tuple[bool, ...]) -> Markup:
    """A column for each row, its figure above it and its label below; unmarked ones are pale."""
    top, pitch = _top(points), (WIDTH - 24) / max(len(points), 1)
    bars = "".join(
        _column(12 + i * pitch, pitch, values[0], top, marked[i], words[i][0])
        for i, (_, values) in enumerate(points)
        if values and values[0] is not None
    )
    labels = "".join(text(12 + (i + 0.5) * pitch, _BOTTOM + 24, label) for i, (label, _) in enumerate(points))
    return _sheet(f"{bars}{_BASE}{labels}")


def _column(x: float, pitch: float, value: float, top: float, marked: bool, words: str) -> str:
    height, css = _height(value, top), "fillbox" if marked else "pale"
    bar = f'<path class="{css}" d="{box(x + pitch * 0.18, _BOTTOM - height, pitch * 0.64, height)}"/>'
    return bar + text(x + pitch / 2, _BOTTOM - height - 8, words)


def lines(points: Points, words: Words, series: tuple[str, ...]) -> Markup:
    """A line for each series, named at its last point; a gap where a figure is missing."""
    top, pitch = _top(points), (WIDTH - 120) / max(len(points) - 1, 1)
    drawn = "".join(_line(points, words, series, i, top, pitch) for i in range(len(series)))
    step = -(-len(points) // 7)
    labels = "".join(text(24 + i * pitch, _BOTTOM + 24, points[i][0]) for i in range(0, len(points), step))
    return _sheet(f"{_BASE}{drawn}{labels}")


def _line(points: Points, words: Words, series: tuple[str, ...], nth: int, top: float, pitch: float) -> str:
    places = line_places(points, nth, top, pitch)
    path, pen_down = "", False
    for place in places:
        path += "" if place is None else f"{'L' if pen_down else 'M'}{number(place[0])} {number(place[1])}"
        pen_down = place is not None
    rings = "".join(f'<circle class="dot" cx="{number(p[0])}" cy="{number(p[1])}" r="4"/>' for p in places if p)
    shown = [(p, words[i][nth]) for i, p in enumerate(places) if p] if len(series) == 1 else []
    figures = "".join(text(p[0], p[1] - 12, w) for p, w in shown) if len(shown) <= _MOST_VALUES else ""
    name = _name(places, series[nth]) if len(series) > 1 else ""
    return f'<g class="s{nth + 1}"><path class="arc" d="{path}"/>{rings}{figures}{name}</g>'


def _name(places: tuple[tuple[float, float] | None, ...], name: str) -> str:
    last = next((p for p in reversed(places) if p), None)
    return "" if last is None else text(last[0] + 10, last[1] + 5, name, "start")


def line_places(points: Points, nth: int, top: float, pitch: float) -> tuple[tuple[float, float] | None, ...]:
    """Where each point of the nth series stands, None where its figure is missing."""
    values = (values[nth] if nth < len(values) else None for _, values in points)
    return tuple(None if v is None else (24 + i * pitch, _BOTTOM - _height(v, top)) for i, v in enumerate(values))
