from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.schema.dates import academic_year_of, understand_academic_year, understand_date
from sitegen.schema.values import DateValue
from tests.schema.given import rows


def told(date: DateValue | None) -> str:
    if date is None:
        return "-"
    ends = [date.start] if date.start == date.end else [date.start, date.end]
    return " ".join([date.precision, *(d.isoformat() for d in ends)])


@pytest.mark.parametrize(("wording", "meaning"), rows("dates.txt"))
def test_a_date_is_as_precise_as_it_is_written(wording: str, meaning: str) -> None:
    assert told(understand_date(wording)) == meaning


def test_a_date_keeps_its_wording() -> None:
    date = understand_date("  1st  November 2023 ")
    assert date is not None
    assert date.text == "1st November 2023"


@settings(deadline=None)
@given(st.dates(datetime.date(1980, 1, 1), datetime.date(2079, 12, 31)))
def test_every_day_is_read_back_in_every_way_of_writing_it(day: datetime.date) -> None:
    name = day.strftime("%B")
    ways = [day.isoformat(), f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%y}", f"{day.day} {name} {day.year}",
            f"{day.day} {name[:3]} {day:%y}"]  # fmt: skip
    assert {told(understand_date(way)) for way in ways} == {f"day {day.isoformat()}"}


@settings(deadline=None)
@given(st.text(max_size=220))
def test_no_text_makes_dates_fail(text: str) -> None:
    date = understand_date(text)
    assert date is None or date.start <= date.end
    understand_academic_year(text)


@pytest.mark.parametrize(
    "text", ["2022/23", "2022-23", "2022/2023", "2022–23", "22/23", "2022 / 23", "academic year 2022/23"]
)
def test_an_academic_year_has_one_label_however_it_is_written(text: str) -> None:
    year = understand_academic_year(text)
    assert year is not None
    assert (year.start, year.label, year.text) == (2022, "2022/23", text)


@pytest.mark.parametrize("text", ["2022", "2022/24", "2022/22", "2023/22", "20222/23", "next year", ""])
def test_years_that_do_not_follow_on_are_no_academic_year(text: str) -> None:
    assert understand_academic_year(text) is None


def test_the_turn_of_the_century_is_an_academic_year() -> None:
    years = [understand_academic_year(t) for t in ("1999/00", "99/00")]
    assert [y.start for y in years if y] == [1999, 1999]


def test_an_academic_year_begins_in_september() -> None:
    assert academic_year_of(datetime.date(2023, 8, 31)) == 2022
    assert academic_year_of(datetime.date(2023, 9, 1)) == 2023
