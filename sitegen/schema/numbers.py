"""Numbers as people write them in headline figures and in the cells of charts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.regex import regex
from sitegen.schema.number_words import FRACTION, NUMBER_WORDS, number_from_words, percent_of_fraction
from sitegen.text import fold_space

_QUALIFIERS: tuple[tuple[str, str], ...] = (
    ("about", r"(?:just|slightly|a little|a bit) (?:under|over|above|below|(?:more|less|fewer) than)"),
    ("about", r"about|around|approximately|approx\.?|circa|ca\.?|c\.|c(?= ?[0-9])|roughly|nearly|almost|close to"),
    ("about", r"not quite|some(?= [0-9])|an estimated|estimated|[~≈∼]"),
    ("at least", r"at least|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of|≥|>="),
    ("over", r"(?:well |far |much )?(?:over|above|more than|greater than)|in excess of|upwards of|exceeding|>"),
    ("under", r"(?:well |far |much )?(?:under|below|less than|fewer than)|<"),
)  # fmt: skip
QUALIFIER = "|".join(pattern for _, pattern in _QUALIFIERS)
"""A pattern for the words in front of a number, in lower case, that say how exact it is."""

OR_MORE = r"\+| (?:or|and) (?:more|over|above|higher|older|larger)\b"
"""A pattern for what may follow a number with its noun and means `at least`, in lower case."""

AT_LEAST = rf"{OR_MORE}| ?plus\b"
"""A pattern for what may follow a bare number and means `at least`, in lower case."""

DIGITS = r"[0-9]{1,3}(?:[, \u00a0\u2009\u202f][0-9]{3}){1,5}(?:\.[0-9]{1,9})?(?![0-9])|[0-9]{1,15}(?:\.[0-9]{1,9})?"
"""A pattern for a number in digits, with or without thousands kept apart."""

PERCENT = r"%|per ?cent\b|percent\b|pc\b"
"""A pattern for `per cent`, in lower case."""

_MISSING = frozenset((
    "", "-", "–", "—", "−", "n/a", "na", "n.a.", "z", "x", "c", "u", "k", "low", "..", "...", "…", ":", "*", "no data",
    "not available", "not applicable", "not stated", "not known", "unknown", "unavailable", "confidential",
    "suppressed", "unreliable", "missing", "tbc", "?",
))  # fmt: skip
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_COUNTED = (
    "year|years|month|months|week|weeks|day|days|hour|hours|minute|minutes|pupil|pupils|student|students|child|children|"
    "learner|learners|teacher|teachers|school|schools|college|colleges|hub|hubs|institution|institutions|"
    "percentage point|percentage points|pp|points|point|times"
)
_NUMBER = regex(
    rf"(?:(?P<qualifier>{QUALIFIER}) ?)?"
    r"(?P<money>[£€$])?(?P<sign>[-+−–])?(?P<money2>[£€$])?"
    rf"(?:(?P<digits>{DIGITS})(?: ?(?P<scale>thousand|million|billion|bn|mn|k|m)\b)?|(?P<words>{NUMBER_WORDS}))"
    rf"(?P<least>{AT_LEAST})?"
    rf"(?: ?(?P<percent>{PERCENT})(?P<least2>{AT_LEAST})?)?"
    r"(?: (?P<unit>[^0-9]{1,60}))?"
)
_PART = regex(rf"(?:(?P<qualifier>{QUALIFIER}) ?)?(?P<part>{FRACTION})")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as understood.

    `qualifier` is None, "about", "over", "under" or "at least". `unit` is `%`, a currency sign, a word that followed
    the number as written (`years`), or empty. A part of a whole is in `%`: `two thirds` → 67.
    """

    value: float
    qualifier: str | None
    unit: str


def is_missing(text: str) -> bool:
    """True for what stands where a number is not known: nothing, a dash, `n/a`, `z`, `x`, `c`, `low`, `No data`."""
    return len(text) < 40 and fold_space(text).strip("()[]").lower() in _MISSING


def read_number(text: str, units: Sequence[str] = ()) -> Number | None:
    """The number that a headline figure or a cell states, or None where it is not understood.

    `units` are words that may follow the number besides the usual ones (`years`, `pupils`, `schools`): a chart's own.
    """
    if len(text) > 200:
        return None
    folded = fold_space(text).lower()
    part = _PART.fullmatch(folded)
    if part:
        return _from_part(part)
    found = _NUMBER.fullmatch(folded)
    return _from_match(found, units) if found else None


def qualifier_of(words: str | None) -> str | None:
    """What lower-case words in front of a number mean: "about", "over", "under", "at least", or None."""
    if not words:
        return None
    return next((name for name, pattern in _QUALIFIERS if re.fullmatch(pattern, words)), "about")


def _from_part(found: re.Match[str]) -> Number | None:
    value = percent_of_fraction(found["part"])
    return None if value is None else Number(value, qualifier_of(found["qualifier"]), "%")


def _from_match(found: re.Match[str], units: Sequence[str]) -> Number | None:
    value = _value(found)
    least = found["least"] or found["least2"]
    if value is None or (found["unit"] and not _is_unit(found["unit"], units)) or (least and found["qualifier"]):
        return None
    money = found["money"] or found["money2"]
    if found["scale"] == "m" and not money:
        return None
    unit = "%" if found["percent"] else money or found["unit"] or ""
    return Number(value, "at least" if least else qualifier_of(found["qualifier"]), unit)


def _value(found: re.Match[str]) -> float | None:
    sign = -1 if found["sign"] and found["sign"] != "+" else 1
    if found["words"]:
        number = number_from_words(found["words"])
        return None if number is None else float(sign * number)
    return round(sign * plain_number(found["digits"]) * _SCALES.get(found["scale"] or "", 1), 9)


def plain_number(digits: str) -> float:
    """The value of text that matches DIGITS."""
    return float(re.sub("[^0-9.]", "", digits))


def _is_unit(unit: str, units: Sequence[str]) -> bool:
    known = {fold_space(u).lower() for u in units}
    return unit in known or re.fullmatch(_COUNTED, unit) is not None
