"""Which shape a chart can have: what was asked for where its figures and words allow it, bars or a table if not."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings import columns, lines
from sitegen.rendering.drawings.plots import Figure, Point
from sitegen.rendering.drawings.squares import MOST_BLOCKS, MOST_DOTS
from sitegen.rendering.drawings.units import figure_words, singular, zero

MOST_BYTES = 6000
"""More than this is no small drawing."""
FEW_ROWS = 15
MOST_SERIES = 4
_MOST_COLUMNS = 12
_MOST_POINTS = 40
_MOST_DOTS_IN_ALL = 600
_MOST_SQUARES = 12
_PLOTS_IN_MIND = 1024


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape by its name: whether a chart can have it, its drawing above the table, what it wants of a chart."""

    fits: Callable[[Chart], bool]
    wants: str
    plot: Callable[[Chart], Markup] = lambda chart: Markup("")


def shape_of(chart: Chart) -> str:
    """The name of the shape that a chart is drawn in: the one asked for, or else bar, or else table."""
    return next(name for name in (chart.type, "bar", "table") if name in SHAPES and SHAPES[name].fits(chart))


def figures(chart: Chart) -> tuple[float, ...]:
    """Every figure that was understood, row by row."""
    return tuple(c.value for row in chart.rows for c in row[1:] if c.value is not None)


def ends(chart: Chart) -> tuple[float, float]:
    """The lowest and the highest figure, zero always between the two."""
    found = (*figures(chart), 0.0)
    return min(found), max(found)


def marked(chart: Chart, row: tuple[Cell, ...]) -> tuple[bool, ...]:
    """Which figures of a row stand out: those of the rows and series named, all where none is."""
    named = {_folded(name) for name in chart.highlight}
    whole = not named or (bool(row) and _folded(row[0].text) in named)
    series = (*chart.columns[1:], *[""] * len(row))
    return tuple(whole or _folded(series[i]) in named for i in range(len(row) - 1))


def _folded(text: str) -> str:
    return text.strip().casefold()


def are_blocks(chart: Chart) -> bool:
    """True for bars of things that can be counted: one block is one school."""
    cells = [cell for row in chart.rows for cell in row[1:]]
    counted = len(chart.columns) == 2 and len(chart.rows) <= FEW_ROWS and bool(singular(chart.unit))
    exact = not any(cell.qualifier for cell in cells)
    return counted and exact and _are_counts(chart, MOST_BLOCKS) and ends(chart)[1] > 0


def _are_counts(chart: Chart, most: int) -> bool:
    return _has_figures(chart) and all(0 <= f <= most and f == int(f) for f in figures(chart))


def _has_figures(chart: Chart) -> bool:
    low, high = ends(chart)
    return bool(figures(chart)) and math.isfinite(high - low)


def _is_dots(chart: Chart) -> bool:
    places = ends(chart)[1] * sum(len(row) - 1 for row in chart.rows)
    return _are_counts(chart, MOST_DOTS) and places <= _MOST_DOTS_IN_ALL


def _is_square(chart: Chart) -> bool:
    few = sum(len(row) - 1 for row in chart.rows) <= _MOST_SQUARES
    return _has_figures(chart) and few and all(0 <= f <= 100 for f in figures(chart))


def _points(chart: Chart) -> tuple[Point, ...]:
    """The rows as points, each with a figure for every series."""
    missing = [Figure(None, "")] * (len(chart.columns) - 1)
    return tuple(
        Point(row[0].text, (*_figures(chart, row), *missing)[: len(chart.columns) - 1]) for row in chart.rows if row
    )


def _figures(chart: Chart, row: tuple[Cell, ...]) -> list[Figure]:
    return [
        Figure(cell.value, figure_words(cell, chart.unit), cell.qualifier, stands_out)
        for cell, stands_out in zip(row[1:], marked(chart, row), strict=True)
    ]


@lru_cache(maxsize=_PLOTS_IN_MIND)
def _columns(chart: Chart) -> Markup:
    """Columns; empty for a chart that cannot have them. Checks and pages ask again and again, so it is remembered."""
    points, series = _points(chart), chart.columns[1:]
    few = 1 <= len(chart.rows) <= _MOST_COLUMNS and 1 <= len(series) <= MOST_SERIES
    room = _has_figures(chart) and few and columns.have_room(points, series)
    return _small(columns.columns(points, series)) if room else Markup("")


@lru_cache(maxsize=_PLOTS_IN_MIND)
def _lines(chart: Chart) -> Markup:
    """Lines; empty for a chart that cannot have them. Remembered as columns are."""
    points, series, at_zero = _points(chart), chart.columns[1:], zero(chart.unit)
    few = 2 <= len(chart.rows) <= _MOST_POINTS and 1 <= len(series) <= MOST_SERIES
    room = _has_figures(chart) and few and lines.have_room(points, series, at_zero)
    return _small(lines.lines(points, series, at_zero)) if room else Markup("")


def _small(plot: Markup) -> Markup:
    return plot if len(plot) < MOST_BYTES else Markup("")


def _is_column(chart: Chart) -> bool:
    return bool(_columns(chart))


def _is_line(chart: Chart) -> bool:
    return bool(_lines(chart))


SHAPES: Mapping[str, Shape] = {
    "bar": Shape(_has_figures, "Bars need a figure that is a number."),
    "column": Shape(_is_column, "Columns need up to 12 rows with short labels and figures.", _columns),
    "line": Shape(_is_line, "A line needs 2 to 40 rows, and short names and figures at its ends.", _lines),
    "dots": Shape(_is_dots, "Dots need whole numbers from 0 to 100, and no more than 600 dots in all."),
    "square": Shape(_is_square, "Hundred squares need figures from 0 to 100, and no more than 12 of them."),
    "table": Shape(lambda chart: True, ""),
}
"""Every shape that a chart can have, by its name."""
