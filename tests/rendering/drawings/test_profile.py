from __future__ import annotations

import itertools

import pytest

from sitegen.pages.views import FormsDrawing, HubDrawing, NoDrawing, PupilsDrawing, ShareDrawing, YearsDrawing
from sitegen.rendering.drawings.draw import LARGE, draw
from sitegen.rendering.drawings.profile import form_rows, hub_dots, share_ends, years_end
from tests.rendering.shapes import boxes, circles, svg, words

PRIMARY = ("R", "1", "2", "3", "4", "5", "6")
ALL_THROUGH = ("N", "R", *map(str, range(1, 14)))

EVERY = [
    *(FormsDrawing(n, years) for n in (0.5, 1, 1.5, 2, 2.5, 3, 4, 7, 12) for years in (PRIMARY, ALL_THROUGH, ())),
    *(PupilsDrawing(n) for n in (1, 49, 50, 51, 210, 1035, 3000, 3001, 25_000)),
    *(ShareDrawing(low, high) for low, high in ((0, 0), (40, None), (None, 10), (30, 40))),
    *(ShareDrawing(40, 40, median) for median in (0, 2, 19, 60, 99, 100)),
    *(YearsDrawing(n, open_ended) for n in (0, 1, 5, 6, 7, 10, 11, 23, 39) for open_ended in (False, True)),
    *(HubDrawing(n, "angles") for n in (0, 1, 2, 5, 6, 40)),
    NoDrawing(),
]


@pytest.mark.parametrize("drawing", EVERY, ids=str)
def test_every_drawing_is_small_hidden_from_those_who_hear_the_page_and_stays_on_its_sheet(drawing):
    made = draw(drawing)
    frame = svg(made)
    assert (frame.get("aria-hidden"), frame.get("focusable"), frame.get("viewBox")) == ("true", "false", "0 0 264 96")
    assert len(made) < 6000
    for css in ("fillbox", "maybe", "box", "void"):
        for x, y, width, height in boxes(made, css):
            assert x >= 0
            assert y >= 0
            assert width > 0
            assert height > 0
            assert x + width <= 264.05
            assert y + height <= 96.05
    for css in ("dot", "ring", "spot"):
        for x, y, r in circles(made, css):
            assert r <= x <= 264 - r
            assert r <= y <= 96 - r


def test_there_is_a_drawing_for_every_kind_of_drawing_that_a_view_can_hold():
    assert {type(d) for d in EVERY} == set(LARGE)


def test_forms_are_a_column_for_each_year_group_and_a_row_for_each_form():
    found = boxes(draw(FormsDrawing(2, PRIMARY)), "fillbox")
    assert len(found) == 14
    assert len({x for x, *_ in found}) == 7
    assert {(w, h) for *_, w, h in found} == {(24.0, 24.0)}
    assert words(draw(FormsDrawing(2, PRIMARY))) == list(PRIMARY)


def test_half_a_form_is_a_row_of_half_the_height_above_the_whole_ones():
    bottom, top = form_rows(1.5)
    assert bottom == (48, 24)
    assert top == (24, 12)
    assert len(boxes(draw(FormsDrawing(1.5, PRIMARY)), "fillbox")) == 14


@pytest.mark.parametrize("forms", [1, 1.5, 2, 3, 4, 6, 8, 12])
def test_rows_of_forms_never_touch_and_stand_above_their_labels(forms):
    rows = form_rows(forms)
    assert all(top >= 0 and top + height <= 72.01 for top, height in rows)
    for (upper, _), (lower, height) in itertools.pairwise(rows):
        assert lower + height < upper


def test_many_year_groups_share_the_width_and_every_other_one_is_named():
    found = boxes(draw(FormsDrawing(6, ALL_THROUGH)), "fillbox")
    assert len({x for x, *_ in found}) == 14
    assert words(draw(FormsDrawing(6, ALL_THROUGH))) == list(ALL_THROUGH[:14:2])


@pytest.mark.parametrize("forms", [0, -1, 13, float("nan"), float("inf")])
def test_a_number_of_forms_that_no_school_has_is_not_drawn(forms):
    assert draw(FormsDrawing(forms, PRIMARY)) == ""


def test_pupils_are_blocks_of_fifty_the_last_cut_to_scale():
    found = boxes(draw(PupilsDrawing(1035)), "fillbox")
    assert len(found) == 21
    assert found[0][2] == pytest.approx(10.5)
    assert found[-1][2] == pytest.approx(12 * 0.7 - 1.5, abs=0.06)
    assert "one block = 50 pupils" in words(draw(PupilsDrawing(1035)))


def test_a_very_large_school_has_larger_blocks_and_says_so():
    assert words(draw(PupilsDrawing(9000))) == ["one block = 250 pupils"]
    assert len(boxes(draw(PupilsDrawing(9000)), "fillbox")) == 36
    assert draw(PupilsDrawing(10_000_000)) == ""


def test_one_square_of_a_share_is_five_per_cent():
    (solid,) = boxes(draw(ShareDrawing(40, 40)), "fillbox")
    assert solid == (12, 24, 96, 36)
    assert boxes(draw(ShareDrawing(40, 40)), "maybe") == []
    assert boxes(draw(ShareDrawing(5, 5)), "fillbox")[0][2] == 12


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [(40, None, (40, 100)), (None, 10, (0, 10)), (30, 40, (30, 40)), (None, None, (0, 100)), (-5, 140, (0, 100))],
)
def test_a_share_that_is_no_single_number_is_light_where_it_may_lie(low, high, ends):
    assert share_ends(ShareDrawing(low, high)) == ends
    (light,) = boxes(draw(ShareDrawing(low, high)), "maybe")
    assert light[0] == pytest.approx(12 + ends[0] * 2.4)
    assert light[0] + light[2] == pytest.approx(12 + ends[1] * 2.4, abs=0.1)


def test_the_median_is_a_mark_with_its_number_and_never_covers_the_end_of_the_bar():
    assert words(draw(ShareDrawing(40, 40, 19))) == ["median 19%", "100%"]
    assert words(draw(ShareDrawing(40, 40, 95))) == ["median 95%"]
    assert words(draw(ShareDrawing(40, 40))) == ["100%"]


def test_years_are_jumps_on_a_line_of_six_then_ten_then_fives():
    assert [years_end(n) for n in (0, 1, 6, 7, 10, 11, 15, 23)] == [6, 6, 6, 10, 10, 15, 15, 25]
    assert words(draw(YearsDrawing(5))) == list("0123456")
    assert words(draw(YearsDrawing(8)))[-1] == "10"
    assert words(draw(YearsDrawing(23))) == ["0", "5", "10", "15", "20", "25"]
    assert circles(draw(YearsDrawing(5)), "dot") == [(198, 60, 6)]


def test_an_open_number_of_years_ends_in_a_ring_and_one_more_jump():
    assert circles(draw(YearsDrawing(3, open_ended=True)), "dot") == []
    assert circles(draw(YearsDrawing(3, open_ended=True)), "ring") == [(126, 60, 6)]
    assert 'class="arc more"' in draw(YearsDrawing(3, open_ended=True))


def test_a_number_of_years_that_no_line_can_hold_is_not_drawn():
    assert draw(YearsDrawing(41)) == ""
    assert draw(YearsDrawing(-1)) == ""


@pytest.mark.parametrize("count", range(10))
def test_a_hub_has_one_dot_a_story_and_none_touches_another(count):
    dots = hub_dots(count)
    assert len(dots) == count == len(circles(draw(HubDrawing(count, "x")), "dot"))
    for i, (x, y) in enumerate(dots):
        assert all((x - a) ** 2 + (y - b) ** 2 > 81 for a, b in dots[:i])


def test_what_nobody_stated_is_a_dashed_empty_bar_as_long_as_any_bar():
    assert boxes(draw(NoDrawing()), "void") == [(12, 24, 240, 36)]
    assert boxes(draw(NoDrawing()), "fillbox") == []


def test_words_in_a_drawing_are_escaped():
    assert "<b>" not in draw(FormsDrawing(1, ("<b>",)))
    assert words(draw(FormsDrawing(1, ("<b>",)))) == ["<b>"]


def test_nothing_to_draw_is_nothing():
    assert draw(None) == ""
