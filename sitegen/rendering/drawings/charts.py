"""Charts as finished values: the data table is the chart, and what shape stands in it or above it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings import columns, lines
from sitegen.rendering.drawings.labels import figure_words, subtitle_unit, zero
from sitegen.rendering.drawings.plots import Points, Words
from sitegen.rendering.drawings.squares import MOST_DOTS, dots, hundred

_MOST_SERIES = 4
_MOST_COLUMNS = 12
_MOST_POINTS = 40
_LONGEST_LABEL = 14
_FEW_ROWS = 15
_SERIES_ABREAST = 2


@dataclass(frozen=True, slots=True)
class BarCell:
    """A figure with its unit, its share of the largest (None: no figure), its own small drawing, its emphasis."""

    text: str
    share: float | None
    drawing: Markup
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of the table: its label, its figures, whether all of them are highlighted."""

    label: str
    cells: tuple[BarCell, ...]
    highlight: bool


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """`shape` is bar, dots, square, table, column or line: what can be drawn, which may not be what was asked for.

    `plot` stands above the table (column, line), empty for shapes that live in it. All bars have one scale: the room
    left by `longest`, the letters of the longest figure, is the largest one. `stacked` series stand one below another
    in their row for want of room. `crowded` is a chart of many rows. `unit` is what the subtitle has to say.
    """

    shape: str
    rows: tuple[BarRow, ...]
    plot: Markup
    series: tuple[str, ...]
    longest: int = 0
    stacked: bool = False
    crowded: bool = False
    unit: str = ""


def drawn(chart: Chart) -> DrawnChart:
    """The chart with the shape that its figures can carry: bars for what does not fit, a table for negative ones."""
    shape = next(s for s in (chart.type, "bar", "table") if _FITS.get(s, _is_table)(chart))
    rows = tuple(_row(chart, shape, row) for row in chart.rows)
    longest = min(_LONGEST_LABEL, max((len(c.text) for row in rows for c in row.cells), default=0))
    return DrawnChart(
        shape, rows, _PLOTS[shape](chart) if shape in _PLOTS else Markup(""), chart.columns[1:], longest,
        stacked=_is_stacked(chart.columns[1:], longest), crowded=len(rows) > _FEW_ROWS, unit=subtitle_unit(chart),
    )  # fmt: skip


def _is_stacked(series: tuple[str, ...], longest: int) -> bool:
    return len(series) > _SERIES_ABREAST or (len(series) > 1 and longest > _LONGEST_LABEL - 2)


def _row(chart: Chart, shape: str, row: tuple[Cell, ...]) -> BarRow:
    label, marked, top = (row[0].text if row else ""), _marked(chart, row), largest(chart)
    cells = tuple(
        BarCell(figure_words(c, chart.unit), _share(shape, c, top), _small(shape, c), m)
        for c, m in zip(row[1:], marked, strict=True)
    )
    return BarRow(label, cells, all(marked))


def _marked(chart: Chart, row: tuple[Cell, ...]) -> tuple[bool, ...]:
    """Which figures of a row stand out: those of the rows and series named, all where none is."""
    named = {_folded(name) for name in chart.highlight}
    whole = not named or (bool(row) and _folded(row[0].text) in named)
    series = (*chart.columns[1:], *[""] * len(row))
    return tuple(whole or _folded(series[i]) in named for i in range(len(row) - 1))


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
    few = len(chart.rows) <= _MOST_COLUMNS and 1 <= len(chart.columns) - 1 <= _MOST_SERIES
    return _is_bars(chart) and few and columns.have_room(_points(chart), _words(chart), chart.columns[1:])


def _is_line(chart: Chart) -> bool:
    few = 2 <= len(chart.rows) <= _MOST_POINTS and 1 <= len(chart.columns) - 1 <= _MOST_SERIES
    return _is_bars(chart) and few and lines.have_room(_points(chart), _words(chart), chart.columns[1:])


def _is_dots(chart: Chart) -> bool:
    return _is_bars(chart) and all(f == int(f) and f <= MOST_DOTS for f in figures(chart))


def _is_square(chart: Chart) -> bool:
    return _is_bars(chart) and largest(chart) <= 100


def _points(chart: Chart) -> Points:
    return tuple((row[0].text, tuple(c.value for c in row[1:])) for row in chart.rows if row)


def _words(chart: Chart) -> Words:
    return tuple(tuple(figure_words(c, chart.unit) for c in row[1:]) for row in chart.rows if row)


def _columns(chart: Chart) -> Markup:
    marked = [_marked(chart, row) for row in chart.rows if row]
    return columns.columns(_points(chart), _words(chart), chart.columns[1:], marked)


def _lines(chart: Chart) -> Markup:
    return lines.lines(_points(chart), _words(chart), chart.columns[1:], zero(chart.unit))


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
