from __future__ import annotations

import pytest

from sitegen.rendering.drawings.squares import dots, hundred
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


@pytest.mark.parametrize("count", [1, 19, 20, 21, 40, 100])
def test_there_is_one_dot_for_each_thing_twenty_in_a_row(count):
    drawing = dots(count)
    assert drawing.count("a5.5 5.5 0 1 0 11 0") == count
    assert svg(drawing).get("viewBox") == f"0 0 {min(count, 20) * 14} {-(-count // 20) * 14}"
    assert len(drawing) < 6000


@pytest.mark.parametrize("count", [0, -2, 101, 10**9])
def test_what_cannot_be_counted_by_eye_has_no_dots(count):
    assert dots(count) == ""
