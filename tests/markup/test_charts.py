"""Figures from CSV files, and the places of what is wrong in them."""

from __future__ import annotations

import pytest

from sitegen.markup.body import Chart
from sitegen.markup.charts import read_csv_chart
from tests.markup.showing import made

CHART = Chart("Title", "bar", (), (), 1, unit="schools", data="x.csv", id="b-chart-title")


def read(text: str) -> tuple[list[str], list[list[float | None]], list[tuple[str, int, int, int]]]:
    checked = read_csv_chart(text, CHART)
    values = [[cell.value for cell in row[1:]] for row in checked.value.rows]
    places = [(p.code, p.where.line, p.where.column, p.where.width) for p in checked.problems]
    return list(checked.value.columns), values, places


@pytest.mark.parametrize("text", [
    "Stage,Schools\nOne,265\nTwo,\"1,200\"\n",
    "Stage;Schools\r\nOne;265\r\nTwo;1,200\r\n",
    "\ufeffStage\tSchools\nOne\t265\n\nTwo\tc. 1,200 schools\n",
    "\"Stage\", \"Schools\"\n\"One\", 265\n\"Two\", \"1,200\"",
])  # fmt: skip
def test_a_data_file_is_read_however_its_cells_are_divided(text):
    assert read(text) == (["Stage", "Schools"], [[265], [1200]], [])


def test_a_chart_keeps_everything_else_that_it_says():
    chart = read_csv_chart("a,b\nc,1\n", CHART).value
    assert (chart.title, chart.unit, chart.data, chart.id) == ("Title", "schools", "x.csv", "b-chart-title")


def test_a_cell_that_is_no_number_is_named_with_its_place():
    assert read("Stage,Schools\nOne,265\n\"Two, or more\",lots\n")[2] == [("chart-not-a-number", 3, 16, 4)]


def test_a_row_of_another_length_is_named():
    assert read("a,b,c\nx,1,2\ny,1\n")[2] == [("chart-ragged", 3, 1, 3)]


def test_a_cell_over_two_lines_moves_no_place():
    assert read("a,b\n\"x\ny\",1\nz,lots\n")[2] == [("chart-not-a-number", 4, 3, 4)]


@pytest.mark.parametrize("text", ["", "\n\n", "a\nb\n", "a,b\n"])
def test_a_data_file_without_figures_is_a_problem(text):
    assert [code for code, *_ in read(text)[2]] == ["chart-data"]


def test_more_rows_than_a_chart_can_show_are_a_problem():
    columns, values, problems = read("a,b\n" + "x,1\n" * 400)
    assert (columns, len(values), problems) == (["a", "b"], 300, [("chart-data", 302, 1, 3)])


def test_a_file_that_is_too_large_is_not_read():
    assert [code for code, *_ in read("a,b\n" + "x,1\n" * 200_000)[2]] == ["chart-data"]


def test_a_quotation_mark_that_is_never_closed_is_only_text():
    assert read('a,b\n"x,1\n')[2] == []


def test_missing_signs_are_no_numbers_and_no_problem():
    body = made("::: chart T\n| a | b |\n|---|---|\n| x | – |\n| y | n/a |\n| z |  |\n:::\n")
    assert [[cell.value for cell in row[1:]] for row in body.charts[0].rows] == [[None], [None], [None]]
    assert body.problems == ()
