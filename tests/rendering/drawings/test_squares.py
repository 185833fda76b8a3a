from __future__ import annotations

import pytest

from sitegen.rendering.drawings.squares import block_rows, blocks, dots, hundred
from tests.rendering.shapes import boxes, svg

SHARES = [(0, 0), (1, 1), (56, 56), (56.02, 56), (56.4, 57), (100, 100), (140, 100), (-3, 0)]


@pytest.mark.parametrize(("share", "filled"), SHARES)
def test_a_hundred_square_has_as_many_squares_as_the_share(share, filled):
    assert len(boxes(hundred(share), "on")) == filled
    assert len(boxes(hundred(share), "off")) == 100 - int(min(100, max(0, share)))


def test_part_of_a_per_cent_is_part_of_a_square():
    assert boxes(hundred(56.5), "on")[-1][2] == pytest.approx(4.6)


def test_a_hundred_square_is_small_and_hidden():
    assert len(hundred(56)) < 6000
    assert svg(hundred(56)).get("aria-hidden") == "true"


@pytest.mark.parametrize("count", [1, 9, 10, 11, 40, 100])
def test_there_is_one_dot_for_each_thing_ten_in_a_row(count):
    drawing = dots(count)
    assert drawing.count("a5.5 5.5 0 1 0 11 0") == count
    assert svg(drawing).get("viewBox") == f"0 0 {min(count, 10) * 14} {-(-count // 10) * 14}"
    assert len(drawing) < 6000


@pytest.mark.parametrize("count", [0, -2, 101, 10**9])
def test_what_cannot_be_counted_by_eye_has_no_dots(count):
    assert dots(count) == ""


def test_places_that_are_not_taken_are_rings():
    assert places(dots(35, 40)) == {"d1": 35, "d0": 5}
    assert places(dots(0, 3)) == {"d0": 3}


def test_a_count_that_is_not_exact_is_open_at_its_end():
    assert places(dots(35, 40, "about")) == {"d1": 34, "d1 open": 1, "d0": 5}
    assert places(dots(35, 40, "over")) == {"d1": 35, "d1 open": 1, "d0": 4}
    assert places(dots(40, 40, "over")) == {"d1": 40}


def places(drawing: str) -> dict[str, int]:
    return {p.get("class", ""): p.get("d", "").count("M") for p in svg(drawing).iter("path")}


def test_a_share_that_is_not_exact_is_open_at_its_end():
    for qualifier, solid, last in (("about", 66, 66), ("over", 67, 67)):
        drawing = hundred(66.6, qualifier)
        filled = [box for box in boxes(drawing, "on") if box not in boxes(drawing, "open")]
        ((x, y, *_),) = boxes(drawing, "open")
        assert len(filled) == solid
        assert (x, y) == (last % 10 * 10 + 0.4, last // 10 * 10 + 0.4)


@pytest.mark.parametrize(("most", "rows"), [(1, 1), (20, 1), (21, 2), (100, 5)])
def test_blocks_stand_in_as_many_rows_as_twenty_abreast_need(most, rows):
    assert block_rows(most) == rows


def test_blocks_fill_one_pile_after_the_other():
    places = [(x, y) for x, y, *_ in boxes(blocks(7, 3), "")]
    assert places[:4] == [(0.5, 0.5), (0.5, 10.5), (0.5, 20.5), (10.5, 0.5)]
    assert svg(blocks(7, 3)).get("viewBox") == "0 0 30 30"
    assert len(blocks(100, 5)) < 6000
