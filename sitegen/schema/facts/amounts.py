"""Numbers in a sentence: how exact they are, and what of several figures can be relied on."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.regex import regex
from sitegen.schema.numbers import QUALIFIER, qualifier_of
from sitegen.schema.values import Quantity
from sitegen.text import fold_space

_LIMIT = (
    r"up to|at most|(?:no|not) more than|no (?:larger|bigger|greater) than|a maximum of|maximum(?: of)?|max\.?|≤|<="
)
LEADING = rf"(?:(?<![a-z])(?:(?P<limit>{_LIMIT})|(?P<qualifier>{QUALIFIER})) ?(?:an? )?)?"
"""A pattern for the words in front of a number: its group is `qualifier`, or `limit` for what no qualifier says."""

TRAILING_LIMIT = r" (?:or|and) (?:less|under|fewer|below|lower|smaller)\b"
"""A pattern for what may follow a number and means `at most`, which no qualifier says."""

_CIRCA = regex(r"\bc(?=[0-9])")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))


def plain_words(text: str) -> str:
    """Text as the patterns here want it: lower case, one line, each dash a hyphen, apostrophes straight, `c. 40`."""
    return _CIRCA.sub("c. ", fold_space(text).lower().translate(_DASHES).replace("\u2019", "'"))


def quantity(measure: str, value: float, words: str | None, at_least: bool, unit: str = "") -> Quantity | None:
    """A quantity of a measure from a number and the lower-case words in front of it; None where they contradict."""
    qualifier = "at least" if at_least else qualifier_of(words)
    if at_least and words:
        return None
    low = None if qualifier == "under" else value
    high = None if qualifier in ("over", "at least") else value
    return Quantity(measure, low, high, unit, qualifier)


def spread(measure: str, low: float, high: float, unit: str = "", words: str | None = None) -> Quantity | None:
    """A range as a quantity, which has no qualifier; None where it runs backwards or is `over` or `under` a range."""
    if low >= high or (words is not None and qualifier_of(words) != "about"):
        return None
    return Quantity(measure, low, high, unit)


def settled(found: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """One quantity a measure, in order of first mention; a measure that is given two different figures is left out."""
    by_measure: dict[str, set[Quantity]] = {}
    for one in found:
        by_measure.setdefault(one.measure, set()).add(one)
    return tuple(next(iter(group)) for group in by_measure.values() if len(group) == 1)
