"""Dates of a timeline that lie outside the academic year of its edition: often last year's figure, typed by habit."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sitegen.checking.written import Written, written
from sitegen.markup.body import Entry
from sitegen.model.spanning import Site
from sitegen.problems.problem import Problem
from sitegen.schema.dates import understand_date
from sitegen.schema.values import AcademicYear, DateValue

_SEPTEMBER = 9


def dates_outside_year(site: Site) -> Iterator[Problem]:
    """A warning for each such date, with the likely year. A bare year is history, not a slip, and passes."""
    for found in written(site):
        if found.year is None:
            continue
        for entry in (e for t in found.text.body.timelines for e in t.entries if e.date):
            date = understand_date(entry.date)
            if date and date.precision != "year" and not _overlaps(date, found.year):
                yield _problem(found, entry, date, found.year)


def _overlaps(date: DateValue, year: AcademicYear) -> bool:
    first, last = datetime.date(year.start, _SEPTEMBER, 1), datetime.date(year.start + 1, _SEPTEMBER - 1, 31)
    return date.start <= last and date.end >= first


def _problem(found: Written, entry: Entry, date: DateValue, year: AcademicYear) -> Problem:
    likely = year.start if date.start.month >= _SEPTEMBER else year.start + 1
    suggestion = _with_year(entry.date, date.start.year, likely)
    return Problem(
        found.line(entry.line, entry.column, len(entry.date)), "date-outside-year",
        f'The date "{entry.date}" lies outside {year.label}, the academic year of this edition.',
        f'Did you mean "{suggestion}"? If the date is right, allow it with `overrides` in the front matter.',
        why="It is shown as written.", suggestion=suggestion,
    )  # fmt: skip


def _with_year(text: str, old: int, new: int) -> str:
    """The date as written, but in another year: four figures or two, as its author writes them."""
    for before, after in ((str(old), str(new)), (f"{old % 100:02d}", f"{new % 100:02d}")):
        start, found, end = text.rpartition(before)
        if found:
            return f"{start}{after}{end}"
    return f"{text} {new}"
