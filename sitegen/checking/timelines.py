"""Dates of a timeline that cannot be understood, or lie outside the academic year of its edition: slips by habit."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from sitegen.checking.misdated import looks_like_a_date, meant_date, with_near_year
from sitegen.checking.wording.said import Said
from sitegen.checking.written import Written
from sitegen.markup.body import Entry, Timeline
from sitegen.problems.problem import Problem, Where
from sitegen.schema.dates import understand_date_range
from sitegen.schema.values import AcademicYear, DateValue

_SEPTEMBER = 9


def timeline_dates(said: Said) -> Iterator[Problem]:
    """An error for each date that cannot be understood, a warning with the likely year for one outside the year.

    Words that are no date, such as "Since then" or "Year 1", pass. So does a bare year: it is history, not a slip.
    """
    found, timelines = said.found, said.found.text.body.timelines
    yield from (p for timeline in timelines for e in timeline.entries if e.date and (p := _problem(found, e)))
    yield from (p for timeline in timelines if (p := _out_of_order(found, timeline)))


def _out_of_order(found: Written, timeline: Timeline) -> Problem | None:
    """The first entry that is earlier than the one before it, where all the others follow the order of time."""
    dated = [(e, date) for e in timeline.entries if e.date and (date := understand_date_range(e.date))]
    pairs = [(before, entry) for (before, one), (entry, two) in pairwise(dated) if two.end < one.start]
    if len(pairs) != 1 or len(dated) < 3:  # the newest first is an order too
        return None
    before, entry = pairs[0]
    if any(_problem(found, each) for each in (before, entry)):
        return None  # which says it all
    return Problem(
        _place(found, entry), "dates-out-of-order", f'"{entry.date}" stands after "{before.date}", which is later.',
        "Check the two dates, or put the entries in the order of time.",
    )  # fmt: skip


def _problem(found: Written, entry: Entry) -> Problem | None:
    year = found.year
    date = understand_date_range(entry.date)
    far = with_near_year(entry.date) if date is None and year else None
    if far and year:
        return _outside(_place(found, entry), entry.date, far, year)
    if date is None:
        return _unreadable(_place(found, entry), entry.date) if looks_like_a_date(entry.date) else None
    if year is None or date.precision == "year" or _overlaps(date, year):
        return None
    return _outside(_place(found, entry), entry.date, date, year)


def _place(found: Written, entry: Entry) -> Where:
    return found.line(entry.line, entry.column, len(entry.date))


def _overlaps(date: DateValue, year: AcademicYear) -> bool:
    first, last = datetime.date(year.start, _SEPTEMBER, 1), datetime.date(year.start + 1, _SEPTEMBER - 1, 31)
    return date.start <= last and date.end >= first


def _outside(where: Where, text: str, date: DateValue, year: AcademicYear) -> Problem:
    likely = year.start if date.start.month >= _SEPTEMBER else year.start + 1
    suggestion = _with_year(text, date.text, date.start.year, likely)
    return Problem(
        where, "date-outside-year",
        f'The date "{text}" lies outside {year.label}, the academic year of this edition.',
        f'Did you mean "{suggestion}"? If the date is right, allow it with `overrides`.',
        why="It is shown as written.", suggestion=suggestion,
    )  # fmt: skip


def _with_year(text: str, understood: str, old: int, new: int) -> str:
    """The date as understood, but in another year: four figures or two, as its author writes them."""
    for before, after in ((str(old), str(new)), (f"{old % 100:02d}", f"{new % 100:02d}")):
        start, found, end = understood.rpartition(before)
        if found:
            return f"{start}{after}{end}"
    return f"{text} {new}"


def _unreadable(where: Where, text: str) -> Problem:
    meant = meant_date(text)
    hint = f'Did you mean "{meant}"? ' if meant else ""
    return Problem(
        where, "unreadable-date", f'"{text}" cannot be understood as a date.',
        f"{hint}Write a day such as 28/11/2023 or 1 November 2023, or a month such as March 2023.",
        suggestion=meant,
    )  # fmt: skip
