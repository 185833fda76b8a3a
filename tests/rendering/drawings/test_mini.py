from __future__ import annotations

import pytest

from sitegen.pages.views import FormsDrawing, HubDrawing, NoDrawing, PupilsDrawing, ShareDrawing, YearsDrawing
from sitegen.rendering.drawings.draw import draw_small
from sitegen.rendering.drawings.mini import compared_share
from tests.rendering.shapes import boxes, svg

YEARS = tuple("R123456")
EVERY = [
    *(FormsDrawing(n, YEARS) for n in (0.5, 1, 1.5, 2, 3, 6, 12)),
    *(PupilsDrawing(n) for n in (30, 250, 1035, 2000)),
    *(ShareDrawing(low, high, 19) for low, high in ((0, 0), (40, 40), (40, None), (None, 10))),
    *(YearsDrawing(n) for n in (0, 1, 6, 7, 12)),
]


@pytest.mark.parametrize("drawing", EVERY, ids=str)
def test_every_small_drawing_is_as_high_as_a_line_and_hidden(drawing):
    frame = svg(draw_small(drawing))
    width, height = map(float, frame.get("viewBox", "").split()[2:])
    assert (height, frame.get("aria-hidden")) == (12, "true")
    for css in ("dv", "t", "maybe"):
        for x, y, w, h in boxes(draw_small(drawing), css):
            assert x >= 0
            assert x + w <= width + 0.05
            assert y >= 0
            assert y + h <= 12.05


def test_a_small_share_is_a_bar_of_seventy_for_a_hundred():
    assert boxes(draw_small(ShareDrawing(40, 40, 19)), "dv") == [(1, 2, 28, 8)]
    assert boxes(draw_small(ShareDrawing(40, None)), "maybe") == [(29, 2, 42, 8)]


def test_a_share_beside_another_is_a_bar_with_the_other_as_a_line_through_it():
    drawn = compared_share(ShareDrawing(38, 38, 40))
    assert boxes(drawn, "dv") == [(1.5, 4.8, 82.5, 14.5)]
    assert svg(drawn).get("aria-hidden") == "true"
    assert 'd="M88.3 0V24"' in drawn
    assert boxes(compared_share(ShareDrawing(40, None, 40)), "maybe") == [(88.3, 4.8, 130.2, 14.5)]
    assert "M218.5 0V24" in compared_share(ShareDrawing(100, 100, 100))


def test_small_years_are_squares_six_at_least():
    assert len(boxes(draw_small(YearsDrawing(5)), "dv")) == 5
    assert len(boxes(draw_small(YearsDrawing(5)), "t")) == 1
    assert len(boxes(draw_small(YearsDrawing(8)), "dv")) == 8


def test_small_forms_have_a_row_for_each_form_and_a_lower_one_for_a_half():
    assert len(boxes(draw_small(FormsDrawing(2, YEARS)), "dv")) == 14
    heights = {h for *_, h in boxes(draw_small(FormsDrawing(1.5, YEARS)), "dv")}
    assert len(heights) == 2


WORDS_ALONE = [HubDrawing(2, "x"), NoDrawing(), None, YearsDrawing(13), FormsDrawing(0, YEARS), PupilsDrawing(5000)]


@pytest.mark.parametrize("drawing", WORDS_ALONE, ids=str)
def test_what_has_no_small_drawing_is_words_alone(drawing):
    assert draw_small(drawing) == ""
