"""Charts that cannot be drawn as they were asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.checking.lint import lint
from sitegen.markup.body import Cell, Chart
from sitegen.problems.problem import Problem
from tests.pages import sites
from tests.sites import built, codes, story

LONG = "A label that goes on and on and has no room at all below any column"


def chart(type_: str, *figures: float, label: str = "2021", series: int = 1) -> Chart:
    rows = tuple((Cell(label), *[Cell(f"{figure:g}", figure)] * series) for figure in figures)
    return Chart("Title", type_, ("When", *("S" * series)), rows, 4, id="b-chart-title")


def told(*charts: Chart) -> list[Problem]:
    text = replace(sites.text(charts=charts), body_line=10)
    return list(lint(sites.site((sites.story("2022-23/a", "A", text=text),)), {}))


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


@pytest.mark.parametrize("given", [replace(chart("dots", -1), pending=True), replace(chart("dots"), rows=())])
def test_of_a_chart_that_waits_nothing_is_said(given):
    assert told(given) == []


@pytest.mark.parametrize("type_", ["bar", "column", "line", "dots", "square"])
def test_of_a_chart_without_any_figure_nothing_is_said(type_):
    assert told(replace(chart(type_), rows=((Cell("2021"), Cell("–")), (Cell("2022"), Cell("–"))))) == []


ROWS = "".join(f"| {year} | {year}0 |\n" for year in range(100, 113))
MANY_SERIES = "| A | B | C | D | E | F |\n|---|--:|--:|--:|--:|--:|\n| x | 1 | 2 | 3 | 4 | 5 |\n"
OF_TOO_MANY = f"| A | B |\n|---|--:|\n{ROWS}"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (OF_TOO_MANY, {"chart-shape"}),
        (f"{OF_TOO_MANY}| x | a lot |\n", {"chart-not-a-number"}),
        (f"{OF_TOO_MANY}| x |\n", {"chart-ragged"}),
        (f"| A | B |\n|---|--:|\n{ROWS * 30}", {"chart-data"}),
        (MANY_SERIES, {"chart-too-many-series"}),
    ],
)
@pytest.mark.parametrize("apart", [False, True])
def test_of_a_chart_with_errors_in_its_table_or_its_file_only_these_are_told(tmp_path, table, found, apart):
    lines = [line.strip("| ").replace(" | ", ",") for line in table.splitlines() if "---" not in line]
    body = "::: chart Sums\ntype: column\n" + ("data: sums.csv\n:::\n" if apart else f"\n{table}:::\n")
    result = built(tmp_path, {
        "content/2022-23/01-story/index.md": story(body=body),
        **({"content/2022-23/01-story/sums.csv": "\n".join(lines)} if apart else {}),
    })  # fmt: skip
    assert set(codes(result)) == found


def test_errors_of_one_chart_silence_no_other(tmp_path):
    def one(title: str, table: str) -> str:
        return f"::: chart {title}\ntype: column\n\n{table}:::\n\n"

    body = one("Fine", OF_TOO_MANY) + one("Faulty", f"{OF_TOO_MANY}| x | a lot |\n") + one("Too", OF_TOO_MANY)
    result = built(tmp_path, {"content/2022-23/01-story.md": story(body=body)})
    assert codes(result).count("chart-shape") == 2


def test_figures_of_a_file_count():
    waiting = replace(chart("dots"), rows=(), data="x.csv")
    text = replace(sites.text(charts=(waiting,)), charts={waiting.id: chart("dots", -1)})
    (problem,) = lint(sites.site((sites.story("2022-23/a", "A", text=text),)), {})
    assert problem.code == "chart-shape"
