"""Dates at the head of a timeline's items."""

from __future__ import annotations

import pytest

from sitegen.markup.items import split_date
from sitegen.markup.lines import Line


@pytest.mark.parametrize(("text", "date", "title"), [
    ("28/11/23 — First meeting", "28/11/23", "First meeting"),
    ("28/11/23 – First meeting", "28/11/23", "First meeting"),
    ("28/11/23 - First meeting", "28/11/23", "First meeting"),
    ("28/11/23 -- First meeting", "28/11/23", "First meeting"),
    ("28/11/23—First meeting", "28/11/23", "First meeting"),
    ("28/11/23: First meeting", "28/11/23", "First meeting"),
    ("28/11/23 First meeting", "28/11/23", "First meeting"),
    ("**March 23** — Visits", "March 23", "Visits"),
    ("March 23: Visits", "March 23", "Visits"),
    ("Autumn term 2022 — Visits", "Autumn term 2022", "Visits"),
    ("September 2022 – July 2023 — Work Group", "September 2022 – July 2023", "Work Group"),
    ("March 23 – Visits — three schools", "March 23", "Visits — three schools"),
    ("2022/23 — A year", "2022/23", "A year"),
    ("Week of 5 May — Visits", "Week of 5 May", "Visits"),
    ("— Same day", "", "Same day"),
    ("Visits — three schools", "", "Visits — three schools"),
    ("A meeting about maths", "", "A meeting about maths"),
    ("Well-being: a talk", "", "Well-being: a talk"),
    ("Year 4: fractions", "", "Year 4: fractions"),
])  # fmt: skip
def test_an_item_begins_with_its_date(text, date, title):
    found, rest = split_date(Line(text, 1))
    assert (found, rest.text) == (date, title)
    assert text[rest.column - 1 :] == title
