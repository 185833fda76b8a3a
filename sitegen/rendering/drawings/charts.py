"""Charts as finished values: the data table is the chart, and what shape stands in it or above it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings.plots import columns, lines
from sitegen.rendering.drawings.squares import MOST_DOTS, dots, hundred

_MOST_COLUMNS = 12
_LONGEST_COLUMN_LABEL = 9
_MOST_POINTS = 40


@dataclass(frozen=True, slots=True)
class BarCell:
    """A figure as written, its share of the largest (None: nothing is drawn), and its own small drawing."""

    text: str
    share: float | None
    drawing: Markup


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of the table: its label, its figures, whether it is among the highlighted."""

    label: str
    cells: tuple[BarCell, ...]
    highlight: bool


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """`shape` is bar, dots, square, table, column or line: what can be drawn, which may not be what was asked for.

    `plot` stands above the table (column, line), empty for shapes that live in it.
    """

    shape: str
    rows: tuple[BarRow, ...]
    plot: Markup
    series: tuple[str, ...]


def drawn(chart: Chart) -> DrawnChart:
    """The chart with the shape that its figures can carry: bars for what does not fit, a table for negative ones."""
    shape = next(s for s in (chart.type, "bar", "table") if _FITS.get(s, _is_table)(chart))
    rows = tuple(_row(chart, shape, row) for row in chart.rows)
    return DrawnChart(shape, rows, _PLOTS[shape](chart) if shape in _PLOTS else Markup(""), chart.columns[1:])


def _row(chart: Chart, shape: str, row: tuple[Cell, ...]) -> BarRow:
    label = row[0].text if row else ""
    top = largest(chart)
    cells = tuple(BarCell(c.text, _share(shape, c, top), _small(shape, c)) for c in row[1:])
    return BarRow(label, cells, not chart.highlight or _folded(label) in map(_folded, chart.highlight))


def _folded(text: str) -> str:
    return text.strip().casefold()


def _share(shape: str, cell: Cell, top: float) -> float | None:
    return None if shape != "bar" or cell.value is None or top <= 0 else cell.value / top


def _small(shape: str, cell: Cell) -> Markup:
    make = _SMALL.get(shape)
    return Markup("") if make is None or cell.value is None else make(cell.value)


def largest(chart: Chart) -> float:
    """The largest figure of all series, 0 without any."""
    return max(figures(chart), default=0.0)


def figures(chart: Chart) -> tuple[float, ...]:
    """Every figure that was understood, row by row."""
    return tuple(c.value for row in chart.rows for c in row[1:] if c.value is not None)


def _is_table(chart: Chart) -> bool:
    return True


def _is_bars(chart: Chart) -> bool:
    found = figures(chart)
    return bool(found) and min(found) >= 0 and all(map(math.isfinite, found))


def _is_column(chart: Chart) -> bool:
    labels = [row[0].text for row in chart.rows if row]
    short = all(len(label) <= _LONGEST_COLUMN_LABEL for label in labels)
    return _is_bars(chart) and len(chart.columns) == 2 and len(labels) <= _MOST_COLUMNS and short


def _is_line(chart: Chart) -> bool:
    return _is_bars(chart) and 2 <= len(chart.rows) <= _MOST_POINTS


def _is_dots(chart: Chart) -> bool:
    return _is_bars(chart) and all(f == int(f) and f <= MOST_DOTS for f in figures(chart))


def _is_square(chart: Chart) -> bool:
    return _is_bars(chart) and largest(chart) <= 100


def _points(chart: Chart) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
    return tuple((row[0].text, tuple(c.value for c in row[1:])) for row in chart.rows if row)


def _words(chart: Chart) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(c.text for c in row[1:]) for row in chart.rows if row)


def _columns(chart: Chart) -> Markup:
    marked = tuple(not chart.highlight or _folded(r[0].text) in map(_folded, chart.highlight) for r in chart.rows)
    return columns(_points(chart), _words(chart), marked)


def _lines(chart: Chart) -> Markup:
    return lines(_points(chart), _words(chart), chart.columns[1:])


_FITS: Mapping[str, Callable[[Chart], bool]] = {
    "bar": _is_bars,
    "column": _is_column,
    "line": _is_line,
    "dots": _is_dots,
    "square": _is_square,
    "table": _is_table,
}

_PLOTS: Mapping[str, Callable[[Chart], Markup]] = {"column": _columns, "line": _lines}

_SMALL: Mapping[str, Callable[[float], Markup]] = {"dots": lambda value: dots(int(value)), "square": hundred}
