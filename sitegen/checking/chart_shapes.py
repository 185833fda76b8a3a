"""Charts that are drawn otherwise than their author asked: as bars or as a table, for want of room or of figures."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checking.written import written
from sitegen.markup.body import Chart
from sitegen.model.spanning import Site
from sitegen.problems.problem import Problem, Where
from sitegen.rendering.drawings.shapes import MOST_SERIES, SHAPES, shape_of

_NAMES = {"bar": "bars", "column": "columns", "line": "lines", "dots": "dots", "square": "squares", "table": "a table"}


def chart_shapes(site: Site) -> Iterator[Problem]:
    """A warning for each chart that cannot have the shape that its author gave it."""
    for found in written(site):
        for chart in map(found.text.figures, found.text.body.charts):
            if _can_be_drawn(chart) and shape_of(chart) != chart.type:
                yield _problem(found.line(chart.line), chart, shape_of(chart))


def _can_be_drawn(chart: Chart) -> bool:
    """True for a chart of which nothing worse was said."""
    return bool(chart.rows) and not chart.pending and len(chart.columns) <= MOST_SERIES + 1


def _problem(where: Where, chart: Chart, shape: str) -> Problem:
    wanted, drawn = _NAMES[chart.type], _NAMES[shape]
    return Problem(
        where, "chart-shape", f"This chart cannot be drawn as {wanted}, so it is shown as {drawn}.",
        f"Nothing is lost. Write type: {shape} if that is right, or change the table.", why=SHAPES[chart.type].wants,
    )  # fmt: skip
