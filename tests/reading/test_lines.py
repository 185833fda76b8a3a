from __future__ import annotations

from sitegen.problems.problem import Where
from sitegen.reading.lines import Edit, Lines

TWO = Lines("f", 3, ("title: a: b", "hub:X"))


def test_a_place_counts_from_one_and_from_the_files_own_lines():
    assert TWO.where(1, 4, 2) == Where("f", 4, 5, 2)


def test_what_is_held_back_is_plain_text_for_yaml_and_comes_back_with_the_value():
    held = TWO.edited([Edit(0, 7, 11, hold=True)])
    assert len(held.text) == len(TWO.text)
    assert "a: b" not in held.text
    assert held.shown(held.lines[0][7:]) == "a: b"
    assert held.line(0) == "title: a: b"


def test_characters_keep_the_columns_that_their_author_gave_them():
    spaced = TWO.edited([Edit(1, 4, 4, " ")])
    assert spaced.lines[1] == "hub: X"
    assert spaced.where(1, 5) == Where("f", 4, 5)
    moved = spaced.edited([Edit(1, 0, 0, "  "), Edit(1, 7, 8, "[X]")])
    assert moved.lines[1] == "  hub: [X]"
    assert [moved.where(1, c).column for c in (0, 2, 5, 7, 9)] == [1, 1, 4, 5, 5]


def test_a_place_beyond_the_end_is_the_end():
    assert TWO.where(9, 4) == Where("f", 4, 6)
    assert TWO.line(9) == ""


def test_texts_are_held_apart_from_each_other_and_from_what_the_author_wrote():
    first = Lines("f", 1, ("\U000f0000 a b",)).edited([Edit(0, 2, 3, hold=True)])
    second = first.edited([Edit(0, 4, 5, hold=True)])
    assert second.shown(second.text) == "\U000f0000 a b"
    assert len(set(second.text)) == 4
