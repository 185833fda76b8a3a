from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sitegen.rendering.drawings.wall import bonds, wall, wall_with_sums
from tests.rendering.shapes import svg


@given(st.text(), st.integers(1, 12))
def test_every_row_of_a_wall_adds_up_to_ten_and_differs_from_the_one_above(seed, rows):
    made = bonds(seed, rows)
    assert len(made) == rows
    assert all(sum(row) == 10 and 2 <= len(row) <= 5 for row in made)
    assert all(a != b for a, b in itertools.pairwise(made))


def test_a_story_has_the_same_wall_in_every_build_and_another_than_its_neighbour():
    assert bonds("goldfinch", 4) == ((4, 4, 2), (2, 1, 4, 2, 1), (4, 4, 1, 1), (3, 5, 1, 1))
    assert bonds("goldfinch", 4) != bonds("whitstable", 4)


def test_the_wall_is_drawn_rod_by_rod_without_a_gap():
    rods = svg(wall("goldfinch", 6, 0.82)).findall("rect")
    rows: dict[str, list[tuple[float, float]]] = {}
    for rod in rods:
        rows.setdefault(rod.get("y", ""), []).append((float(rod.get("x", 0)), float(rod.get("width", 0))))
    assert len(rows) == 6
    for row in rows.values():
        assert row[0][0] == 0
        assert all(x + w == following for (x, w), (following, _) in itertools.pairwise(row))
        assert sum(row[-1]) == 10


def test_the_wall_keeps_its_shape_in_pixels():
    frame = svg(wall("goldfinch", 7, 0.62))
    assert (frame.get("viewBox"), frame.get("width"), frame.get("height")) == ("0 0 10 4.34", "1000", "434")
    assert frame.get("aria-hidden") == "true"
    assert len(wall("goldfinch", 7)) < 6000


def test_the_sums_beside_a_wall_are_those_of_its_rows():
    assert "<li>4 + 4 + 2</li><li>2 + 1 + 4 + 2 + 1</li>" in wall_with_sums("goldfinch")
