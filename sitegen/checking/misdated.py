"""Wordings that were meant as dates and are none: impossible days, misspelt months, years far away."""

from __future__ import annotations

import calendar
import re

from sitegen.regex import regex
from sitegen.schema.dates import understand_academic_year, understand_date
from sitegen.schema.values import DateValue
from sitegen.text import nearest

_FIGURES = regex(r"([0-9]{1,4}) ?([/.-]) ?([0-9]{1,4})(?: ?\2 ?([0-9]{2,4}))?")
_WORDED = regex(
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?)?(?P<month>[^\W\d_]{3,12})\.?,? (?:[0-9]{4}|'?[0-9]{2})"
)
_FAR = regex(r"(?<![0-9])(?:[03-9][0-9]{3}|1[0-7][0-9]{2}|2[2-9][0-9]{2})(?![0-9])")
_MONTHS = tuple(name for name in calendar.month_name if len(name) > 3)
_NAMES = frozenset(name[:length].lower() for name in calendar.month_name[1:] for length in (3, 4, len(name)))
_WORDS = (*_MONTHS, "Autumn", "Spring", "Summer")
_NEARBY = "2020"


def looks_like_a_date(text: str) -> bool:
    """True for figures with slashes between them, and for a month or nearly one with a year. Not for other words."""
    figures = _FIGURES.fullmatch(text)
    if figures:
        return not (figures[4] is None and _may_lack_its_year(figures))
    return _misspelt(text) is not None


def _may_lack_its_year(figures: re.Match[str]) -> bool:
    """True for `12/3`, a day and a month; for `3-4` and `1.2`, which are no dates; for `22/23`, an academic year."""
    if figures[2] != "/" or understand_academic_year(figures[0]):
        return True
    return 1 <= int(figures[1]) <= 31 and 1 <= int(figures[3]) <= 12


def _misspelt(text: str) -> tuple[re.Match[str], str] | None:
    """The date's wording with the month that its word is, or nearly is."""
    found = _WORDED.fullmatch(text)
    if found is None:
        return None
    word = found["month"]
    near = word if word.lower() in _NAMES else nearest(word, _WORDS, cutoff=0.75)
    return (found, near) if near else None


def meant_date(text: str) -> str | None:
    """The date that a wording is a slip for: the month's name put right, or day and month changed about."""
    misspelt = _misspelt(text)
    if misspelt:
        found, month = misspelt
        return _if_date(f"{text[: found.start('month')]}{month}{text[found.end('month') :]}", text)
    figures = _FIGURES.fullmatch(text)
    if figures and figures[4] and len(figures[1]) <= 2 and int(figures[3]) > 12:
        return _if_date(figures[2].join((figures[3], figures[1], figures[4])), text)
    return None


def _if_date(text: str, written: str) -> str | None:
    return text if text != written and understand_date(text) else None


def with_near_year(text: str) -> DateValue | None:
    """The date, were its year not centuries away: `3/3/2203` as `3/3/2020`. None where it is no such date."""
    found = _FAR.search(text) if len(text) <= 60 else None
    return understand_date(f"{text[: found.start()]}{_NEARBY}{text[found.end() :]}") if found else None
