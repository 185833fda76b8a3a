"""Dates and academic years as people write them in Britain: day first, and no more precise than they were written."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from itertools import islice

from sitegen.regex import regex
from sitegen.schema.values import AcademicYear, DateValue
from sitegen.text import fold_space

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS.update({name[:3]: n for name, n in list(_MONTHS.items())})
_MONTHS["sept"] = 9
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_YEAR = r"(?P<year>(?:1[89]|20|21)[0-9]{2}|'?[0-9]{2})"
_LONG_YEAR = r"(?P<year>(?:1[89]|20|21)[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_ACADEMIC = r"(?:academic year )?(?P<first>(?:1[89]|20|21)[0-9]{2}) ?[/–-] ?(?P<second>[0-9]{4}|[0-9]{2})"
_ACADEMIC_ONLY = regex(rf"{_ACADEMIC}|(?P<short>[0-9]{{2}}) ?/ ?(?P<next>[0-9]{{2}})")
_BETWEEN = regex(r" ?[–—-] ?| (?:to|and|until) | ?& ?")
_TERMS = {"autumn": ((9, 1), (12, 31)), "spring": ((1, 1), (3, 31)), "summer": ((4, 1), (8, 31))}


def understand_date(text: str) -> DateValue | None:
    """The date that a text states, as precise as it is written, or None where it is not understood.

    `28/11/23` and `1 November 2023` are days, `March 23` and `2023-03` months, `autumn 2023` a term (autumn from
    September, spring from January, summer from April), `2019` a year, `2022/23` the year that starts in September.
    """
    folded = fold_space(text) if len(text) <= 200 else ""
    found = _first(folded.lower())
    return DateValue(folded, *found) if found else None


_Span = tuple[datetime.date, datetime.date, str]


def _first(text: str) -> _Span | None:
    for pattern, read in _FORMS:
        found = pattern.fullmatch(text)
        span = read(found) if found else None
        if span:
            return span
    return None


def understand_date_range(text: str) -> DateValue | None:
    """A date, or the span of two, from the first day to the last: `12–14 May 2021`, `May to July 2021`.

    The first date may lack what the second says for both. The precision is that of the second.
    """
    whole = understand_date(text)
    if whole or len(text) > 200:
        return whole
    for found in islice(_BETWEEN.finditer(text), 8):
        last = understand_date(text[found.end() :])
        first = _completed(text[: found.start()], text[found.end() :]) if last else None
        if first and last and first.start <= last.end:
            return DateValue(fold_space(text), first.start, last.end, last.precision)
    return None


def _completed(first: str, last: str) -> DateValue | None:
    """The first date of two, with as many of the last words of the second as it needs to be one."""
    words = last.split()
    tails = [" ".join(words[at:]) for at in range(len(words), -1, -1)][:4]
    return next((date for tail in tails if (date := understand_date(f"{first} {tail}"))), None)


def understand_academic_year(text: str) -> AcademicYear | None:
    """`2022/23`, `2022-23`, `2022/2023` or `22/23` as an academic year; None unless the two years follow on."""
    folded = fold_space(text) if len(text) <= 60 else ""
    found = _ACADEMIC_ONLY.fullmatch(folded.lower())
    if not found:
        return None
    start = _academic_start(found["first"] or str(_full_year(found["short"])), found["second"] or found["next"])
    return None if start is None else AcademicYear(folded, start)


def academic_year_of(date: datetime.date) -> int:
    """The year in which the academic year of a day starts: September is the first month."""
    return date.year if date.month >= 9 else date.year - 1


def _academic_start(first: str, second: str) -> int | None:
    start, end = int(first), int(second)
    return start if end == (start + 1 if len(second) == 4 else (start + 1) % 100) else None


def _day(found: re.Match[str]) -> _Span | None:
    try:
        date = datetime.date(_full_year(found["year"]), _month_number(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return date, date, "day"


def _month(found: re.Match[str]) -> _Span | None:
    year, month = _full_year(found["year"]), _month_number(found["month"])
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, 1), datetime.date(year, month, last), "month"


def _term(found: re.Match[str]) -> _Span | None:
    name, groups = found["term"], found.groupdict()
    year = _full_year(groups["year"]) if groups.get("year") else _term_year(name, groups)
    if year is None:
        return None
    start, end = _TERMS[name]
    return datetime.date(year, *start), datetime.date(year, *end), "term"


def _term_year(name: str, groups: dict[str, str | None]) -> int | None:
    start = _academic_start(groups["first"] or "", groups["second"] or "")
    return None if start is None else start + (name != "autumn")


def _year(found: re.Match[str]) -> _Span | None:
    year = int(found["year"])
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year"


def _academic_year(found: re.Match[str]) -> _Span | None:
    start = _academic_start(found["first"], found["second"])
    return None if start is None else (datetime.date(start, 9, 1), datetime.date(start + 1, 8, 31), "year")


def _full_year(text: str) -> int:
    digits = text.lstrip("'")
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 80 else 1900)


def _month_number(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text]


_MONTH_DIGITS = r"(?P<month>[0-9]{1,2})"
_TERM = r"(?P<term>autumn|spring|summer)(?: term)?,?(?: of)?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Span | None]], ...] = tuple(
    (regex(pattern), read)
    for pattern, read in (
        (rf"{_LONG_YEAR}([-/.]){_MONTH_DIGITS}\2{_DAY}", _day),
        (rf"{_DAY} ?([-/.]) ?{_MONTH_DIGITS} ?\2 ?{_YEAR}", _day),
        (rf"{_WEEKDAY}(?:the )?{_DAY}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH},?[ -]{_YEAR}", _day),
        (rf"{_WEEKDAY}{_MONTH} {_DAY}(?:st|nd|rd|th)?(?:, ?| ){_LONG_YEAR}", _day),
        (rf"{_LONG_YEAR}-{_MONTH_DIGITS}", _month),
        (rf"{_MONTH_DIGITS}/{_LONG_YEAR}", _month),
        (rf"{_MONTH},?[ -]?{_YEAR}", _month),
        (rf"{_TERM} {_ACADEMIC}", _term),
        (rf"{_TERM} {_YEAR}", _term),
        (_LONG_YEAR, _year),
        (_ACADEMIC, _academic_year),
    )
)  # fmt: skip
