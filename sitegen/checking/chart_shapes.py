"""Charts that are drawn otherwise than their author asked: as bars or as a table, for want of room or of figures."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checking.wording.said import Said
from sitegen.markup.body import Chart
from sitegen.model.values import Text
from sitegen.problems.problem import Problem, Where
from sitegen.rendering.drawings.shapes import SHAPES, figures, shape_of

_NAMES = {"bar": "bars", "column": "columns", "line": "lines", "dots": "dots", "square": "squares", "table": "a table"}


def chart_shapes(said: Said) -> Iterator[Problem]:
    """A warning for each chart that cannot have the shape that its author gave it, unless worse was said of it."""
    text = said.found.text
    faulty = _faulty(text)
    for chart in map(text.figures, text.body.charts):
        if chart.id not in faulty and _can_be_drawn(chart) and shape_of(chart) != chart.type:
            yield _problem(said.found.line(chart.line), chart, shape_of(chart))


def _can_be_drawn(chart: Chart) -> bool:
    """True for a chart with a figure: one without any waits for them, whatever its shape."""
    return bool(figures(chart)) and not chart.pending


def _faulty(text: Text) -> frozenset[str]:
    """The ids of charts of which something worse was said: mending that may change their shape as well."""
    errors = (p.where.line for p in text.body.problems if p.is_error and p.code.startswith("chart-"))
    blamed = (next((c.id for c in reversed(text.body.charts) if c.line <= line), "") for line in errors)
    return text.faulty.union(blamed)


def _problem(where: Where, chart: Chart, shape: str) -> Problem:
    wanted, drawn = _NAMES[chart.type], _NAMES[shape]
    return Problem(
        where, "chart-shape", f"This chart cannot be drawn as {wanted}, so it is shown as {drawn}.",
        f"Nothing is lost. Write type: {shape} if that is right, or change the table.", why=SHAPES[chart.type].wants,
    )  # fmt: skip
