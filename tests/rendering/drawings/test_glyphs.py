from __future__ import annotations

import pytest

from sitegen.rendering.drawings.glyphs import arrow, glyph, rod
from tests.rendering.shapes import svg


@pytest.mark.parametrize("length", range(1, 8))
def test_a_rod_has_as_many_solid_squares_as_the_sections_place(length):
    drawing = svg(rod(length))
    assert drawing.get("viewBox") == "0 0 84 12"
    solid = drawing.findall("path")[0].get("d", "")
    assert f"h{length * 12 - 1}" in solid
    open_squares = [p for p in drawing.findall("path") if p.get("fill") == "none"]
    assert sum(p.get("d", "").count("M") for p in open_squares) == 7 - length


@pytest.mark.parametrize(("length", "of"), [(0, 7), (8, 7), (1, 0), (3, 15)])
def test_a_rod_that_would_say_nothing_is_left_out(length, of):
    assert rod(length, of) == ""


def test_arrows_turn_and_are_hidden():
    assert arrow() != arrow("left") != arrow("down")
    assert svg(arrow("left")).get("aria-hidden") == "true"


def test_the_brand_is_a_small_network():
    assert svg(glyph("brand")).get("viewBox") == "0 0 34 34"
    assert glyph("nothing") == ""
