from __future__ import annotations

import pytest

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings.units import figure_words, singular, subtitle_unit


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


@pytest.mark.parametrize(
    ("unit", "measure", "columns", "said"),
    [
        ("%", "", (), ""),
        ("% of pupils", "", (), "% of pupils"),
        ("schools", "", (), "schools"),
        ("schools", "", ("Stage", "Schools"), ""),
        ("schools", "", ("Year", "Primary", "Secondary"), "schools"),
        ("schools", "Schools taking part", ("Stage", "How many"), ""),
        ("schools", "Preschools taking part", ("Stage", "How many"), "schools"),
    ],
)
def test_the_subtitle_says_a_unit_that_nothing_else_says(unit, measure, columns, said):
    assert subtitle_unit(Chart("t", "bar", columns, (), 1, unit=unit, measure=measure)) == said


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("schools", "school"),
        ("primary schools", "primary school"),
        ("people", "person"),
        ("Children", "child"),
        ("academies", "academy"),
        ("classes", "class"),
        ("courses", "course"),
        ("%", ""),
        ("", ""),
        ("£", ""),
        ("years", ""),
        ("percentage points", ""),
        ("progress", ""),
        ("Sixth forms", "sixth form"),
        ("special-school pupils", "special-school pupil"),
        ("staff", ""),
        ("schools and colleges", ""),
        ("and colleges", ""),
        ("members of staff", ""),
        ("series", ""),
        ("maths", ""),
        ("analyses", ""),
        ("buses", ""),
        ("pupils in all", ""),
        ("% of schools", ""),
        ("grains of sand", ""),
    ],
)
def test_one_of_what_is_counted_has_a_name_unless_it_is_a_measure(unit, one):
    assert singular(unit) == one
