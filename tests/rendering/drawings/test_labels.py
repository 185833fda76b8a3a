from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings.labels import LINE, along, figure_words, holds, kept_apart, subtitle_unit, width


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("71", "%", "71%"),
        ("about 66", "%", "about 66%"),
        ("5 or more", "%", "5% or more"),
        ("40%", "%", "40%"),
        ("40 per cent", "%", "40 per cent"),
        ("31", "% of KS2 pupils", "31%"),
        ("c. 7,000", "£", "c. £7,000"),
        ("£7,000", "£", "£7,000"),
        ("-3", "%", "-3%"),
        ("12", "km", "12\u00a0km"),
        ("71", "schools", "71"),
        ("ten", "%", "ten"),
        ("71", "", "71"),
    ],
)
def test_a_figure_has_the_sign_of_its_unit_unless_it_says_it_itself(text, unit, words):
    assert figure_words(Cell(text, 1.0), unit) == words


def test_what_stands_for_a_missing_figure_has_no_unit():
    assert figure_words(Cell("–"), "%") == "–"
    assert figure_words(Cell("Year 7"), "%") == "Year 7"


@pytest.mark.parametrize(("unit", "said"), [("%", ""), ("% of pupils", "% of pupils"), ("schools", "schools")])
def test_the_subtitle_says_a_unit_that_the_figures_do_not(unit, said):
    assert subtitle_unit(Chart("t", "bar", (), (), 1, unit=unit)) == said


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
