from __future__ import annotations

import pytest

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings.charts import drawn
from tests.rendering.shapes import boxes, circles, words

Rows = dict[str, tuple[float | None, ...]]


def chart(type_: str, rows: Rows, highlight: tuple[str, ...] = (), series: int = 1) -> Chart:
    cells = tuple((Cell(label), *map(cell, values)) for label, values in rows.items())
    return Chart("Title", type_, ("Label", *(f"S{i}" for i in range(series))), cells, 1, highlight=highlight)


def cell(value: float | None) -> Cell:
    return Cell("" if value is None else f"{value:g}", value)


SCHOOLS = {"Development": (265.0,), "Sustaining": (700.0,)}


def test_bars_are_shares_of_the_largest_figure_and_start_at_zero():
    made = drawn(chart("bar", SCHOOLS))
    assert made.shape == "bar"
    assert [row.cells[0].share for row in made.rows] == [265 / 700, 1]
    assert [row.cells[0].text for row in made.rows] == ["265", "700"]


def test_all_rows_are_highlighted_unless_some_are_named_in_any_case():
    assert [row.highlight for row in drawn(chart("bar", SCHOOLS)).rows] == [True, True]
    assert [row.highlight for row in drawn(chart("bar", SCHOOLS, ("sustaining",))).rows] == [False, True]


def test_several_series_share_one_scale():
    made = drawn(chart("bar", {"a": (10.0, 20.0), "b": (40.0, None)}, series=2))
    assert [[c.share for c in row.cells] for row in made.rows] == [[0.25, 0.5], [1, None]]


@pytest.mark.parametrize("type_", ["bar", "column", "line", "dots", "square"])
def test_negative_figures_are_a_table_for_no_bar_may_end_below_zero(type_):
    made = drawn(chart(type_, {"a": (-3.0,), "b": (4.0,)}))
    assert (made.shape, made.plot) == ("table", "")
    assert all(cell.share is None and not cell.drawing for row in made.rows for cell in row.cells)


def test_a_chart_without_figures_is_a_table():
    assert drawn(chart("bar", {"a": (None,)})).shape == "table"
    assert drawn(chart("bar", {})).shape == "table"


def test_all_zero_figures_are_named_and_have_no_bar():
    assert [row.cells[0].share for row in drawn(chart("bar", {"a": (0.0,), "b": (0.0,)})).rows] == [None, None]


def test_columns_stand_on_one_line_and_grow_with_their_figures():
    made = drawn(chart("column", {"2018": (12.0,), "2019": (24.0,), "2020": (6.0,)}, ("2019",)))
    tall, short = boxes(made.plot, "fillbox"), boxes(made.plot, "pale")
    assert made.shape == "column"
    assert tall[0][3] == pytest.approx(180)
    assert [h for *_, h in short] == [pytest.approx(90), pytest.approx(45)]
    assert {round(y + h) for _, y, _, h in [*tall, *short]} == {216}
    assert words(made.plot) == ["12", "24", "6", "2018", "2019", "2020"]


def test_columns_with_long_labels_or_too_many_are_bars():
    assert drawn(chart("column", {"A very long label": (1.0,)})).shape == "bar"
    assert drawn(chart("column", {str(i): (1.0,) for i in range(13)})).shape == "bar"


def test_lines_break_where_a_figure_is_missing_and_carry_their_names():
    made = drawn(chart("line", {"a": (1.0, 5.0), "b": (None, 6.0), "c": (3.0, 7.0)}, series=2))
    assert made.shape == "line"
    assert len(circles(made.plot, "dot")) == 5
    assert made.plot.count('class="arc"') == 2
    assert made.plot.split('class="arc" d="')[1].split('"')[0].count("M") == 2
    assert words(made.plot)[:2] == ["S0", "S1"]


def test_a_single_line_has_a_figure_at_each_point():
    assert words(drawn(chart("line", {"a": (1.0,), "b": (2.0,)})).plot) == ["1", "2", "a", "b"]


def test_dots_and_squares_are_drawn_for_figures_that_they_can_show():
    assert drawn(chart("dots", {"a": (35.0,)})).rows[0].cells[0].drawing.count("a5.5") == 70
    assert 'class="hundred"' in drawn(chart("square", {"a": (56.0,)})).rows[0].cells[0].drawing
    assert drawn(chart("dots", {"a": (3.5,)})).shape == "bar"
    assert drawn(chart("dots", {"a": (700.0,)})).shape == "bar"
    assert drawn(chart("square", {"a": (256.0,)})).shape == "bar"


def test_a_table_is_never_drawn():
    made = drawn(chart("table", SCHOOLS))
    assert (made.shape, made.plot, made.rows[0].cells[0].share) == ("table", "", None)


def test_words_in_a_plot_are_escaped():
    assert "<i>" not in drawn(chart("column", {"<i>": (1.0,)})).plot
