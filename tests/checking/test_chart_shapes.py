"""Charts that cannot be drawn as they were asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.checking.lint import lint
from sitegen.markup.body import Cell, Chart
from sitegen.problems.problem import Problem
from tests.pages import sites

LONG = "A label that goes on and on and has no room at all below any column"


def chart(type_: str, *figures: float, label: str = "2021", series: int = 1) -> Chart:
    rows = tuple((Cell(label), *[Cell(f"{figure:g}", figure)] * series) for figure in figures)
    return Chart("Title", type_, ("When", *("S" * series)), rows, 4, id="b-chart-title")


def told(*charts: Chart) -> list[Problem]:
    text = replace(sites.text(charts=charts), body_line=10)
    return list(lint(sites.site((sites.story("2022-23/a", "A", text=text),))))


@pytest.mark.parametrize(
    ("given", "shown", "why"),
    [
        (chart("column", 1, 2, label=LONG), "columns, so it is shown as bars", "short labels"),
        (chart("line", 1), "lines, so it is shown as bars", "2 to 40 rows"),
        (chart("dots", -1), "dots, so it is shown as bars", "from 0 to 100"),
        (chart("square", 101), "squares, so it is shown as bars", "from 0 to 100"),
        (chart("bar", float("inf")), "bars, so it is shown as a table", "a number"),
    ],
)
def test_a_shape_that_the_figures_cannot_have_is_told_with_what_it_wants(given, shown, why):
    (problem,) = told(given)
    assert (problem.code, problem.is_error, problem.where.line) == ("chart-shape", False, 13)
    assert problem.what == f"This chart cannot be drawn as {shown}."
    assert why in problem.why


@pytest.mark.parametrize("type_", ["bar", "column", "line", "dots", "square", "table"])
def test_a_chart_that_is_drawn_as_asked_is_fine(type_):
    assert told(chart(type_, 1, 2)) == []


@pytest.mark.parametrize(
    "given", [replace(chart("dots", -1), pending=True), replace(chart("dots"), rows=()), chart("line", 1, 2, series=5)]
)
def test_of_a_chart_that_waits_or_was_told_of_already_nothing_is_said(given):
    assert told(given) == []


def test_figures_of_a_file_count():
    waiting = replace(chart("dots"), rows=(), data="x.csv")
    text = replace(sites.text(charts=(waiting,)), charts={waiting.id: chart("dots", -1)})
    (problem,) = lint(sites.site((sites.story("2022-23/a", "A", text=text),)))
    assert problem.code == "chart-shape"
