"""Lists in words, and words that are near to others."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text import fold_name, in_short, in_words, nearest

NAMES = [f"name-{number}" for number in range(10, 40)]


@pytest.mark.parametrize("items", [[], ["one"], ["one", "two"], ["one", "two", "three"]])
def test_a_short_list_is_named_whole(items):
    assert in_short(items) == in_words(items)


def test_of_a_long_list_the_first_are_named_and_the_others_counted():
    told = in_short(NAMES, "or", most=40)
    assert told == "name-10, name-11, name-12, name-13 or 26 more"


def test_of_a_list_of_long_names_one_is_named():
    assert in_short(["a" * 200, "b" * 200, "c"]) == "a" * 200 + " and 2 more"


_WORDS = st.text("abcdeé XY-'", max_size=14)


@given(_WORDS, st.lists(_WORDS, max_size=8), st.sampled_from([0.6, 0.7, 0.9]))
def test_what_is_left_out_unseen_would_not_have_been_near(word, known, cutoff):
    by_fold = {fold_name(k): k for k in known}
    found = difflib.get_close_matches(fold_name(word), list(by_fold), n=1, cutoff=cutoff)
    assert nearest(word, known, cutoff) == (by_fold[found[0]] if found else None)
