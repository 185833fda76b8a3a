"""Percentages in a sentence: in digits, in words, as ranges and as parts of a whole."""

from __future__ import annotations

import re

from sitegen.regex import regex
from sitegen.schema.facts.amounts import LEADING, TRAILING_LIMIT, quantity, spread
from sitegen.schema.number_words import FRACTION, NUMBER_WORDS, number_from_words, percent_of_fraction
from sitegen.schema.numbers import OR_MORE
from sitegen.schema.values import Quantity

_DIGITS = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
_ALONE = r"(?<![0-9a-z£$/])(?<![0-9][.,])"
_UNIT = r" ?(?:%|per ?cent(?![a-z])|pc(?![a-z]))"
AMOUNT = (
    rf"{LEADING}(?:"
    rf"between (?P<from>{_DIGITS})(?:{_UNIT})? and (?P<until>{_DIGITS}){_UNIT}"
    rf"|{_ALONE}(?P<low>{_DIGITS})(?:{_UNIT})? ?(?:-|to) ?(?P<high>{_DIGITS}){_UNIT}"
    rf"|(?:{_ALONE}(?P<digits>{_DIGITS})|(?<![a-z])(?P<words>{NUMBER_WORDS}))(?P<least>\+)?{_UNIT}"
    rf"|(?<![a-z])(?P<part>{FRACTION})"
    rf")(?P<after>{OR_MORE}| ?plus\b)?(?P<most>{TRAILING_LIMIT})?"
)
"""A pattern for a percentage or a part of a whole in plain words."""

_COMPARED = regex(
    r"(?:above|below|than)[- ](?:the )?(?:national )?average (?!of\b|for\b|in\b|is\b|at\b)(?=[a-z])|mak(?:es?|ing) up"
)
_NOT_ITS_OWN_BEFORE = regex(
    r"(?<![a-z])(?:(?:mean|median|england|local authority|county|versus|vs|than|from|by|up|down|risen|rose|fell|was|"
    r"were|target|aim|neither|not|no)(?![a-z])|(?:national|average|compar|rise|rising|fall|increas|decreas|reduc|drop|"
    r"previous|former|except|exclud)[a-z]*)[^0-9.,;%]{0,24}$"
)
_NOT_ITS_OWN_AFTER = regex(
    r" (?:percentage )?(?:(?:points?|above|below|higher|lower|more|less|fewer|greater|locally)\b|national|average|"
    r"on average|in england|year[- ]on[- ]year)|-?point"
)


_BELOW_ZERO = regex(r"(?:(?:^|[:;,(=]) ?-|(?<![a-z])(?:minus|negative) )$")


def is_of_others(found: re.Match[str]) -> bool:
    """True for a figure that the words around it give to others (`nationally`) or that compares (`5% above`)."""
    text, start = found.string, found.start()
    before = _COMPARED.sub("", text[max(0, start - 60) : start])
    return _NOT_ITS_OWN_BEFORE.search(before) is not None or _NOT_ITS_OWN_AFTER.match(text, found.end()) is not None


def percentage(measure: str, found: re.Match[str]) -> Quantity | None:
    """A match of AMOUNT as a quantity in per cent; None for what no share can be and limits that no qualifier says."""
    before = found.string[max(0, found.start() - 12) : found.start()]
    if found["limit"] or found["most"] or _BELOW_ZERO.search(before):
        return None
    made = _range(measure, found) if found["from"] or found["low"] else _single(measure, found)
    return made if made and all(n is None or n <= 100 for n in (made.low, made.high)) else None


def _range(measure: str, found: re.Match[str]) -> Quantity | None:
    low, high = float(found["from"] or found["low"]), float(found["until"] or found["high"])
    return None if found["after"] else spread(measure, low, high, "%", found["qualifier"])


def _single(measure: str, found: re.Match[str]) -> Quantity | None:
    value = _value(found)
    at_least = bool(found["least"] or found["after"])
    return None if value is None else quantity(measure, value, found["qualifier"], at_least, "%")


def _value(found: re.Match[str]) -> float | None:
    if found["digits"]:
        return float(found["digits"])
    if found["part"]:
        return percent_of_fraction(found["part"])
    words = number_from_words(found["words"])
    return None if words is None else float(words)
