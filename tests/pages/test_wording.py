"""Numbers, dates and short texts in words."""

from __future__ import annotations

import datetime

import pytest

from sitegen.pages import wording
from sitegen.schema.values import DateValue

DAY = datetime.date(2023, 11, 1)


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1035, "1,035"), (1.5, "1½"), (0.5, "½"), (27.4, "27.4"), (2.0, "2"), (1_000_000, "1,000,000")],
)
def test_a_figure_is_shown_as_people_write_it(number: float, shown: str) -> None:
    assert wording.figure(number) == shown


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("day", "1 November 2023"), ("month", "November 2023"), ("year", "2023"), ("term", "as said")],
)
def test_a_date_is_no_more_precise_than_it_was_written(precision: str, shown: str) -> None:
    assert wording.date_words(DateValue("as said", DAY, DAY, precision)) == shown


def test_no_date_is_no_words() -> None:
    assert wording.date_words(None) == ""


def test_counts_in_running_text_are_spelt_up_to_twenty() -> None:
    assert [wording.spelt(n) for n in (0, 6, 20, 21, 1204)] == ["no", "six", "twenty", "21", "1,204"]


def test_a_name_of_capitals_keeps_its_first_letter() -> None:
    names = ("Case study", "Q&A", "UK visit", "A")
    assert [wording.lower_first(t) for t in names] == ["case study", "Q&A", "UK visit", "A"]


def test_a_brief_is_the_first_sentence() -> None:
    assert wording.brief("One sentence. Another one.") == "One sentence."


def test_a_long_sentence_is_cut_at_a_word() -> None:
    cut = wording.brief("word " * 20_000)
    assert cut.endswith("word …")
    assert len(cut) <= 164
