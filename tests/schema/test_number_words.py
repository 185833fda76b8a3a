from __future__ import annotations

import pytest

from sitegen.schema.number_words import number_from_words, percent_of_fraction


@pytest.mark.parametrize(("words", "number"), [
    ("zero", 0), ("seven", 7), ("nineteen", 19), ("forty", 40), ("forty-two", 42), ("forty two", 42), ("hundred", 100),
    ("a hundred", 100), ("one hundred and one", 101), ("two hundred ten", 210), ("three thousand", 3000),
    ("twelve hundred", 1200), ("one thousand two hundred and thirty-four", 1234), ("two million", 2_000_000),
])  # fmt: skip
def test_words_are_added_up(words: str, number: int) -> None:
    assert number_from_words(words) == number


@pytest.mark.parametrize("words", ["", "one two", "twenty eleven", "seven forty", "dozen", "zero hundred thousand x"])
def test_words_that_make_no_number_are_none(words: str) -> None:
    assert number_from_words(words) is None


@pytest.mark.parametrize(("text", "percent"), [
    ("half", 50), ("a half", 50), ("a third", 33), ("one third", 33), ("two thirds", 67), ("two-thirds", 67),
    ("a quarter", 25),
    ("three quarters", 75), ("two fifths", 40), ("1 in 4", 25), ("one in three", 33), ("two out of three", 67),
    ("1 in every 5", 20), ("⅔", 67), ("3/4", 75), ("7/8", 88),
])  # fmt: skip
def test_parts_of_a_whole_are_whole_per_cents(text: str, percent: float) -> None:
    assert percent_of_fraction(text) == percent


@pytest.mark.parametrize("text", ["5 in 4", "1 in 0", "0 in 4", "third time", "4/3", "1 in 400"])
def test_what_is_no_part_of_a_whole_is_none(text: str) -> None:
    assert percent_of_fraction(text) is None
