from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitegen.rendering.drawings.labels import LINE, along, ems, folded_lines, holds, kept_apart, width


@given(st.lists(st.floats(-50, 300), min_size=1, max_size=4), st.integers(1, 2))
def test_labels_kept_apart_neither_overlap_nor_leave_their_room(wanted, lines):
    tops = sorted(kept_apart(wanted, [LINE * lines] * len(wanted), 4, 216))
    assert all(b - a >= LINE * lines - 1e-6 for a, b in pairwise(tops))
    assert tops[0] >= 4 - 1e-6
    assert tops[-1] + LINE * lines <= 216 + 1e-6


def test_labels_that_are_far_apart_stay_where_they_are():
    assert kept_apart([100, 20], [LINE, LINE], 0, 216) == (100, 20)


@given(st.lists(st.text("abcdef ", max_size=20), min_size=1, max_size=40))
def test_labels_in_a_row_never_overlap_and_begin_with_the_first(labels):
    pitch = 400 / max(len(labels) - 1, 1)
    made = along([(40 + i * pitch, label) for i, label in enumerate(labels)], 480)
    edges = [(x - width(w) / 2, x + width(w) / 2) for x, w in made]
    assert all(right <= left for (_, right), (left, _) in pairwise(edges))
    assert made[0][1] == labels[0]


def test_words_fit_on_lines_that_are_broken_between_words():
    assert holds("about 66%", 60, 2)
    assert not holds("about 66%", 60, 1)
    assert not holds("Donaudampf", 60, 2)


@given(st.text("abc —WM漢é ", max_size=60), st.integers(20, 300))
def test_lines_hold_every_word_in_its_order_and_no_more_than_has_room(words, room):
    made = folded_lines(words, room)
    assert " ".join(made).split() == words.split()
    assert all(width(line) <= room for line in made if " " in line)


def test_words_are_as_wide_as_their_letters():
    assert ems("ill") < ems("www")
    assert ems("é") == ems("e")
    assert ems("漢") > ems("M")
    assert ems("e\u0301") == ems("e")
