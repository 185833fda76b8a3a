"""Charts as finished values: the data table is the chart, and what shape stands in it or above it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings.labels import ems
from sitegen.rendering.drawings.plots import BEYOND
from sitegen.rendering.drawings.shapes import FEW_ROWS, SHAPES, are_blocks, ends, marked, shape_of
from sitegen.rendering.drawings.squares import block_rows, blocks, dots, hundred
from sitegen.rendering.drawings.units import figure_words, sign, singular, subtitle_unit

_MOST_ROOM = 8.0
_MOST_BOTH_SIDES = 9.0
_MOST_ABREAST = 5.0
_SERIES_ABREAST = 2
_OPEN_ROOM = 0.6

_BAR = '<svg aria-hidden="true" focusable="false"><rect width="100%" height="100%"/>{}</svg>'
_WITHIN = '<rect class="veil" x="100%" width="12" height="100%" transform="translate(-12)"/>'
_BEYOND = '<rect class="open" x="100%" width="12" height="100%"/>'


@dataclass(frozen=True, slots=True)
class BarCell:
    """A figure with its unit, its share of the scale (None: no figure), its own small drawing, its emphasis.

    A bar begins at `start` of the scale. `is_below` is true for one that ends at zero, left of it.
    """

    text: str
    share: float | None
    drawing: Markup
    highlight: bool = False
    start: float = 0.0
    is_below: bool = False
    is_missing: bool = False
    is_beyond: bool = False


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of the table: its label, its figures, whether all of them are highlighted."""

    label: str
    cells: tuple[BarCell, ...]
    highlight: bool


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """`shape` is bar, dots, square, table, column or line: what can be drawn, which may not be what was asked for.

    `plot` stands above the table (column, line), empty for shapes that live in it. All bars have one scale, on which
    zero lies at `zero`; what `longest` and `longest_below` leave, the widths of the longest figures on the right and
    on the left of all bars, is the whole of it. `inward` bars left of zero have their figures on the right of it.
    `stacked` series stand one below another in their row for want of room. `crowded` is a chart of many rows.
    `piles` are the most blocks that stand abreast, in `layers`; 0 for bars that are no blocks. `unit` is what the
    subtitle has to say, `one` what a dot, a square or a block is: `One block is one school.`
    """

    shape: str
    rows: tuple[BarRow, ...]
    plot: Markup
    series: tuple[str, ...]
    longest: float = 0.0
    longest_below: float = 0.0
    zero: float = 0.0
    inward: bool = False
    stacked: bool = False
    crowded: bool = False
    piles: int = 0
    layers: int = 0
    unit: str = ""
    one: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all cells of a chart are drawn with."""

    chart: Chart
    shape: str
    low: float
    high: float
    layers: int

    @property
    def span(self) -> float:
        return self.high - self.low

    @property
    def zero(self) -> float:
        return -self.low / self.span if self.span else 0.0


def drawn(chart: Chart) -> DrawnChart:
    """The chart with the shape that its figures can carry: bars for what does not fit, a table without any figure."""
    shape, (low, high) = shape_of(chart), ends(chart)
    layers = block_rows(int(high)) if shape == "bar" and are_blocks(chart) else 0
    frame = _Frame(chart, shape, low, high, layers)
    rows = tuple(_row(frame, row) for row in chart.rows)
    right, left = _room(rows, False), _room(rows, True)
    series = chart.columns[1:]
    return DrawnChart(
        shape, rows, SHAPES[shape].plot(chart), series,
        longest=right, longest_below=left, zero=frame.zero if shape == "bar" else 0.0,
        inward=left > 0 and right + left > (_MOST_BOTH_SIDES if len(series) < 2 else _MOST_ABREAST),
        stacked=_is_stacked(series, right + left), crowded=len(rows) > FEW_ROWS,
        piles=math.ceil(high / layers) if layers else 0, layers=layers,
        unit=subtitle_unit(chart), one=_one(chart, shape, layers),
    )  # fmt: skip


def _room(rows: tuple[BarRow, ...], below: bool) -> float:
    """The room that the longest figure on one side of its bar needs; long ones are broken into lines."""
    cells = (cell for row in rows for cell in row.cells if cell.is_below == below)
    wanted = (ems(cell.text) + (_OPEN_ROOM if cell.is_beyond else 0.0) for cell in cells)
    return min(_MOST_ROOM, math.ceil(max(wanted, default=0.0) * 10) / 10)


def _is_stacked(series: tuple[str, ...], room: float) -> bool:
    return len(series) > _SERIES_ABREAST or (len(series) > 1 and room > _MOST_ABREAST)


def _row(frame: _Frame, row: tuple[Cell, ...]) -> BarRow:
    stand_out = marked(frame.chart, row)
    cells = tuple(_cell(frame, c, m) for c, m in zip(row[1:], stand_out, strict=True))
    return BarRow(row[0].text if row else "", cells, all(stand_out))


def _cell(frame: _Frame, cell: Cell, highlight: bool) -> BarCell:
    words, value = figure_words(cell, frame.chart.unit), cell.value
    if value is None:
        return BarCell(words, None, Markup(""), highlight, frame.zero, is_missing=True)
    if frame.shape != "bar":
        return BarCell(words, None, _small(frame, cell, value), highlight)
    if not frame.span:
        return BarCell(words, None, Markup(""), highlight)
    share, below = abs(_length(frame, value)) / _length(frame, frame.span), value < 0
    start = frame.zero - share if below else frame.zero
    beyond = cell.qualifier in BEYOND and not below
    return BarCell(words, share, _bar(frame, cell, value), highlight, start, below, is_beyond=beyond)


def _length(frame: _Frame, value: float) -> float:
    """A figure as bars measure it: blocks in whole piles."""
    return math.ceil(value / frame.layers) if frame.layers else value


def _bar(frame: _Frame, cell: Cell, value: float) -> Markup:
    if not value:
        return Markup("")
    if frame.layers:
        return blocks(int(value), frame.layers)
    if not cell.qualifier:
        return Markup(_BAR.format(""))
    return Markup(_BAR.format(_BEYOND if cell.qualifier in BEYOND and value > 0 else _WITHIN))


def _small(frame: _Frame, cell: Cell, value: float) -> Markup:
    if frame.shape == "dots":
        return dots(int(value), int(frame.high), cell.qualifier)
    return hundred(value, cell.qualifier) if frame.shape == "square" else Markup("")


def _one(chart: Chart, shape: str, layers: int) -> str:
    """What a dot, a square or a block stands for."""
    drawing = {"dots": "dot", "square": "square"}.get(shape, "block" if layers else "")
    thing = "1%" if sign(chart.unit) == "%" else singular(chart.unit)
    if not drawing or not thing:
        return ""
    return f"One {drawing} is {thing if thing == '1%' else f'one {thing}'}."
