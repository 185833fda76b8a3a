from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings import shapes
from sitegen.rendering.drawings.charts import drawn
from tests.rendering.shapes import boxes, circles, svg, words

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


def test_bars_lie_left_and_right_of_zero_on_one_scale():
    made = drawn(chart("bar", {"a": (-3.0,), "b": (9.0,), "c": (0.0,), "d": (None,)}))
    cells = [row.cells[0] for row in made.rows]
    assert made.shape == "bar"
    assert made.zero == 0.25
    assert [(c.start, c.share, c.is_below) for c in cells] == [
        (0.0, 0.25, True), (0.25, 0.75, False), (0.25, 0.0, False), (0.25, None, False),
    ]  # fmt: skip
    assert [bool(c.drawing) for c in cells] == [True, True, False, False]


def test_bars_that_all_lie_below_zero_end_at_the_right():
    made = drawn(chart("bar", {"a": (-3.0,), "b": (-6.0,)}))
    assert made.zero == 1
    assert [(c.start, c.share) for (c,) in (row.cells for row in made.rows)] == [(0.5, 0.5), (0, 1)]


def test_figures_left_of_zero_stand_outside_their_bars_where_there_is_room_for_both_sides():
    short, long = {"a": (-3.0,), "b": (4.0,)}, {"a": (-1234567.0,), "b": (7654321.0,)}
    assert not drawn(chart("bar", short)).inward
    assert drawn(replace(chart("bar", long), rows=wordy("-1,234,567", "7,654,321"))).inward
    assert drawn(chart("bar", {"a": (-3.0,), "b": (4.0,)})).longest_below == pytest.approx(1, abs=0.2)


def wordy(*figures: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple((Cell("x"), Cell(words, float(words.replace(",", "")))) for words in figures)


@pytest.mark.parametrize("type_", ["dots", "square"])
def test_nothing_below_zero_can_be_counted_so_it_is_bars(type_):
    assert drawn(chart(type_, {"a": (-3.0,), "b": (4.0,)})).shape == "bar"


def test_columns_hang_from_the_zero_line_with_their_figures_below_them():
    made = drawn(chart("column", {"up": (60.0,), "down": (-30.0,), "no": (0.0,)}))
    up, down = boxes(made.plot, "fillbox")
    said = {t.text: float(t.get("y", 0)) for t in svg(made.plot).iter("text")}
    assert made.shape == "column"
    assert zero_line(made.plot) == 156
    assert (up[1], up[3]) == (36, 120)
    assert (down[1], down[3]) == (156, 60)
    assert said["60"] < 36
    assert said["-30"] > 216
    assert said["0"] < 156
    assert min(said[w] for w in ("up", "down", "no")) > said["-30"] + 15


def zero_line(plot: str) -> float:
    (axis,) = [p.get("d", "") for p in svg(plot).iter("path") if p.get("class") == "ax"]
    return float(axis.split()[1].split("H")[0])


def test_lines_cross_the_zero_line_and_its_figure_stands_on_it():
    made = drawn(chart("line", {"a": (1.0,), "b": (-2.0,), "c": (0.0,)}))
    said = {t.text: float(t.get("y", 0)) for t in svg(made.plot).iter("text")}
    assert made.shape == "line"
    assert zero_line(made.plot) == 96
    assert [y for _, y, _ in circles(made.plot, "dot")] == [36, 216, 96]
    assert said["-2"] == 240
    assert said["a"] > said["-2"] + 15


def test_figures_that_are_not_exact_are_open_at_their_ends():
    rows = tuple(
        (Cell(w), Cell(w, v, q))
        for w, v, q in (("40", 40.0, None), ("c. 30", 30.0, "about"), ("over 20", 20.0, "over"))
    )
    given = Chart("Title", "column", ("When", "Share"), rows, 1)
    solid = [box for box in boxes(drawn(given).plot, "fillbox") if box not in boxes(drawn(given).plot, "open")]
    open_ = boxes(drawn(given).plot, "open")
    assert [h for *_, h in solid] == [pytest.approx(180), pytest.approx(127), pytest.approx(90)]
    assert [h for *_, h in open_] == [8, 8]
    assert open_[0][1] + 8 == solid[1][1], "within the height of a figure that is about so much"
    assert open_[1][1] + 8 == solid[2][1], "beyond the height of a figure that is exceeded"
    bars = [str(row.cells[0].drawing) for row in drawn(replace(given, type="bar")).rows]
    assert ["veil" in bar or "open" in bar for bar in bars] == [False, True, True]
    assert drawn(replace(given, type="line")).plot.count('class="dot open"') == 2
    assert all(row.cells[0].drawing.count("open") == (q is not None) for row, (*_, q) in zip(
        drawn(replace(given, type="dots")).rows, ((0, None), (0, "about"), (0, "over")), strict=True
    ))  # fmt: skip


def test_bars_of_things_that_can_be_counted_are_blocks():
    made = drawn(replace(chart("bar", {"Bradford": (7.0,), "Leeds": (1.0,), "York": (0.0,)}), unit="schools"))
    assert (made.piles, made.layers, made.one) == (7, 1, "One block is one school.")
    assert [row.cells[0].drawing.count("h9v9") for row in made.rows] == [7, 1, 0]
    assert [row.cells[0].share for row in made.rows] == [1, pytest.approx(1 / 7), 0]


def test_more_than_twenty_blocks_stand_in_layers():
    made = drawn(replace(chart("bar", {"a": (100.0,), "b": (37.0,)}), unit="schools"))
    assert (made.piles, made.layers) == (20, 5)
    assert [row.cells[0].share for row in made.rows] == [1, 8 / 20]
    assert made.rows[1].cells[0].drawing.count("h9v9") == 37


@pytest.mark.parametrize(
    "given",
    [
        chart("bar", {"a": (7.0,)}),
        replace(chart("bar", {"a": (7.5,)}), unit="schools"),
        replace(chart("bar", {"a": (101.0,)}), unit="schools"),
        replace(chart("bar", {"a": (-7.0,), "b": (2.0,)}), unit="schools"),
        replace(chart("bar", {"a": (7.0,)}), unit="years"),
        replace(chart("bar", {"a": (7.0, 3.0)}, series=2), unit="schools"),
        replace(chart("bar", {str(i): (7.0,) for i in range(16)}), unit="schools"),
        replace(chart("bar", {}), rows=((Cell("a"), Cell("c. 7", 7.0, "about")),), unit="schools"),
    ],
)
def test_what_cannot_be_counted_has_plain_bars(given):
    made = drawn(given)
    assert (made.shape, made.piles, made.one) == ("bar", 0, "")


@pytest.mark.parametrize(
    ("type_", "unit", "said"),
    [
        ("dots", "hubs", "One dot is one hub."),
        ("square", "%", "One square is 1%."),
        ("square", "", ""),
        ("table", "hubs", ""),
    ],
)
def test_what_a_dot_or_a_square_stands_for_is_said(type_, unit, said):
    assert drawn(replace(chart(type_, {"a": (7.0,)}), unit=unit)).one == said


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


def test_columns_without_room_for_their_words_are_bars():
    assert drawn(chart("column", {"Before mastery": (31.0,), "2022": (60.0,)})).shape == "column"
    assert drawn(chart("column", {"A label that goes on " * 4: (1.0,), "b": (2.0,)})).shape == "bar"
    assert drawn(chart("column", {str(i): (1.0,) for i in range(13)})).shape == "bar"
    assert drawn(chart("column", {str(i): (1.0, 2.0) for i in range(40)}, series=2)).shape == "bar"
    assert drawn(chart("column", {"a": (1.0,) * 5, "b": (2.0,) * 5}, series=5)).shape == "bar"


def test_several_series_are_groups_of_columns_on_one_scale_with_their_names():
    made = drawn(chart("column", {"a": (71.0, 82.0), "b": (66.0, None), "c": (0.0, 41.0)}, series=2))
    first, second = boxes(made.plot, "fillbox"), boxes(made.plot, "k2")
    assert made.shape == "column"
    assert [h for *_, h in second] == [pytest.approx(180), pytest.approx(90)]
    assert first[0][3] == pytest.approx(180 * 71 / 82, abs=0.1)
    assert len(first) == 4, "neither a missing figure nor nothing is a column"
    assert {round(y + h) for _, y, _, h in first} == {216}
    assert words(made.plot).count("S0") == words(made.plot).count("S1") == 3
    assert "0" in words(made.plot)


def test_a_series_that_stands_out_has_the_colour_to_itself():
    made = drawn(chart("column", {"a": (1.0, 2.0), "b": (3.0, 4.0)}, ("S1",), series=2))
    assert [h for *_, h in boxes(made.plot, "fillbox")] == [pytest.approx(90), pytest.approx(180)]
    assert len(boxes(made.plot, "pale")) == 2
    line = drawn(chart("line", {"a": (1.0, 2.0), "b": (3.0, 4.0)}, ("S1",), series=2)).plot
    assert [g.get("class") for g in svg(line).iter("g")] == ["s1 pale", "s1"]


def test_columns_of_groups_never_touch():
    made = drawn(chart("column", {"a": (1.0, 2.0, 3.0, 4.0), "b": (4.0, 3.0, 2.0, 1.0)}, series=4))
    edges = sorted((x, x + w) for x, _, w, _ in boxes(made.plot, "fillbox"))
    assert len(edges) == 8
    assert all(right < left for (_, right), (left, _) in pairwise(edges))
    assert edges[0][0] > 0
    assert edges[-1][1] < 480


def test_a_single_column_is_no_wall():
    ((_, _, width, height),) = boxes(drawn(chart("column", {"a": (3.0,)})).plot, "fillbox")
    assert (width, height) == (108, 180)


def test_columns_of_zeros_are_named_and_not_drawn():
    made = drawn(chart("column", {"a": (0.0,), "b": (0.0,)}))
    assert boxes(made.plot, "fillbox") == []
    assert words(made.plot) == ["0", "0", "a", "b"]


def test_a_highlighted_series_stands_out_in_every_row():
    made = drawn(chart("bar", {"a": (1.0, 2.0), "b": (3.0, 4.0)}, ("S1",), series=2))
    assert [[c.highlight for c in row.cells] for row in made.rows] == [[False, True], [False, True]]
    assert not any(row.highlight for row in made.rows)


def test_bars_leave_room_for_the_longest_figure_and_stack_where_two_do_not_fit_abreast():
    two = drawn(chart("bar", {"a": (71.0, 82.0)}, series=2))
    assert (two.longest, two.stacked, two.crowded) == (1.2, False, False)
    assert drawn(chart("bar", {"a": (71.0, 82.0, 3.0)}, series=3)).stacked
    assert drawn(chart("bar", {str(i): (float(i),) for i in range(40)})).crowded


def test_figures_of_every_shape_carry_their_unit():
    for type_ in ("bar", "column", "line", "table", "dots", "square"):
        made = drawn(replace(chart(type_, {"a": (31.0,), "b": (60.0,)}), unit="%"))
        assert [row.cells[0].text for row in made.rows] == ["31%", "60%"]
        assert not made.plot or {"31%", "60%"} <= set(words(made.plot))


def test_lines_break_where_a_figure_is_missing_and_carry_their_names():
    made = drawn(chart("line", {"a": (1.0, 5.0), "b": (None, 6.0), "c": (3.0, 7.0)}, series=2))
    assert made.shape == "line"
    assert len(circles(made.plot, "dot")) == 5
    assert made.plot.count('class="arc"') == 2
    assert made.plot.split('class="arc" d="')[1].split('"')[0].count("M") == 2
    assert words(made.plot) == ["0", "1", "5", "3 S0", "7 S1", "a", "b", "c"]


def test_a_single_line_has_a_figure_at_each_point_and_nought_at_its_foot():
    assert words(drawn(chart("line", {"a": (1.0,), "b": (2.0,)})).plot) == ["0", "1", "2", "a", "b"]


def test_a_long_line_has_its_first_and_its_last_figure():
    made = words(drawn(chart("line", {str(1980 + i): (100.0 + i,) for i in range(40)})).plot)
    assert made[:3] == ["0", "100", "139"]
    assert made[3] == "1980"
    assert made[-1] == "2019"


def test_names_at_the_ends_of_close_lines_never_cover_one_another():
    made = drawn(chart("line", {"a": (50.0, 51.0, 50.5), "b": (70.0, 70.0, 71.0)}, series=3))
    spots = {t.text: float(t.get("y", 0)) for t in svg(made.plot).iter("text")}
    right = sorted(spots[w] for w in ("70 S0", "70 S1", "71 S2"))
    left = sorted(spots[w] for w in ("50", "51", "50.5"))
    assert all(below - above >= 18.9 for above, below in [*pairwise(right), *pairwise(left)])
    assert spots["71 S2"] < spots["70 S0"] < spots["70 S1"]
    assert 'class="lead"' in made.plot


def test_names_of_lines_stay_on_the_sheet():
    made = drawn(chart("line", {"a": (0.0, 0.0, 0.0, 9.0), "b": (0.0, 0.0, 0.0, 9.0)}, series=4))
    heights = [float(t.get("y", 0)) for t in svg(made.plot).iter("text")]
    assert made.shape == "line"
    assert min(heights) > 12
    assert max(heights) < 264


def test_lines_whose_names_have_no_room_are_bars():
    rows = ((Cell("a"), Cell("1", 1.0), Cell("2", 2.0)), (Cell("b"), Cell("3", 3.0), Cell("4", 4.0)))
    long = Chart("Title", "line", ("Year", "Donaudampfschifffahrtsgesellschaft", "B"), rows, 1)
    assert drawn(long).shape == "bar"
    assert drawn(chart("line", {"x" * 40: (1.0,), "y" * 40: (2.0,)})).shape == "bar"


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


@pytest.mark.parametrize(("type_", "module"), [("column", shapes.columns), ("line", shapes.lines)])
def test_a_plot_is_drawn_once_however_often_it_is_asked_for(monkeypatch, type_, module):
    name = {"column": "columns", "line": "lines"}[type_]
    draw, asked = getattr(module, name), []
    monkeypatch.setattr(module, name, lambda *given: asked.append(given) or draw(*given))
    given = chart(type_, {"Once upon": (1.0,), "a time": (2.0,)})
    made = [drawn(replace(given)) for _ in range(3)]
    assert [shapes.shape_of(given), *(each.shape for each in made)] == [type_] * 4
    assert made[0].plot
    assert len(asked) == 1


@pytest.mark.parametrize("type_", ["column", "line"])
def test_plots_that_differ_in_one_thing_are_drawn_each(type_):
    given = chart(type_, {"Twice": (1.0,), "told": (2.0,)})
    others = (given, replace(given, unit="%"), chart(type_, {"Twice": (1.0,), "told": (3.0,)}))
    assert len({drawn(other).plot for other in others}) == len(others)
