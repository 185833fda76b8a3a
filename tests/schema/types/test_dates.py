from __future__ import annotations

import datetime

import pytest

from sitegen.schema.declared import Field
from sitegen.schema.values import AcademicYear, DateValue
from tests.schema.given import is_plain_english, read_one, short

DATE, YEAR = Field("date", "date", "Date"), Field("academic_year", "academic year", "Academic year")
WITHDRAWN = Field("withdrawn", "withdrawal", "Withdrawn")


def test_a_date_is_understood() -> None:
    made = read_one("date: 28/11/23", DATE)
    assert made.value is not None
    date = made.value.value
    assert isinstance(date, DateValue)
    assert (date.iso, date.precision, date.text) == ("2023-11-28", "day", "28/11/23")


def test_an_unreadable_date_is_a_problem_at_the_value() -> None:
    (problem,) = read_one("date: 31/02/2023", DATE).problems
    assert short(problem) == ("unreadable-date", 1, 7, 10)
    assert problem.what == '"31/02/2023" cannot be understood as a date.'
    assert is_plain_english(problem)


def test_a_date_with_the_month_first_is_turned_round() -> None:
    (problem,) = read_one("date: 12/25/2023", DATE).problems
    assert problem.suggestion == "25/12/2023"
    assert problem.fix == 'Write the day first: did you mean "25/12/2023"?'


def test_an_academic_year_is_understood() -> None:
    made = read_one("academic_year: 2022-23", YEAR)
    assert made.value is not None
    assert made.value.value == AcademicYear("2022-23", 2022)


@pytest.mark.parametrize(("text", "meant"), [("2022", "2022/23"), ("2022/24", "2022/23"), ("next year", None)])
def test_what_is_no_academic_year_is_a_problem_with_the_likely_year(text: str, meant: str | None) -> None:
    (problem,) = read_one(f"academic_year: {text}", YEAR).problems
    assert short(problem) == ("wrong-kind-of-value", 1, 16, len(text))
    assert problem.suggestion == meant
    assert is_plain_english(problem)


@pytest.mark.parametrize(("text", "value"), [("yes", "yes"), ("The school asked for it", "The school asked for it")])
def test_a_withdrawal_may_be_yes_or_a_reason(text: str, value: str) -> None:
    made = read_one(f"withdrawn: {text}", WITHDRAWN)
    assert made.value is not None
    assert made.value.value == value


def test_a_withdrawal_may_be_a_date() -> None:
    made = read_one("withdrawn: 1 March 2024", WITHDRAWN)
    assert made.value is not None
    assert made.value.value.start == datetime.date(2024, 3, 1)


def test_withdrawn_no_is_as_good_as_nothing() -> None:
    made = read_one("withdrawn: no", WITHDRAWN)
    assert (made.value, made.problems) == (None, ())
