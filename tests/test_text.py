"""Lists in words."""

from __future__ import annotations

import pytest

from sitegen.text import in_short, in_words

NAMES = [f"name-{number}" for number in range(10, 40)]


@pytest.mark.parametrize("items", [[], ["one"], ["one", "two"], ["one", "two", "three"]])
def test_a_short_list_is_named_whole(items):
    assert in_short(items) == in_words(items)


def test_of_a_long_list_the_first_are_named_and_the_others_counted():
    told = in_short(NAMES, "or", most=40)
    assert told == "name-10, name-11, name-12, name-13 or 26 more"


def test_of_a_list_of_long_names_one_is_named():
    assert in_short(["a" * 200, "b" * 200, "c"]) == "a" * 200 + " and 2 more"
