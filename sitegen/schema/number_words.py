"""Numbers in English words, and fractions as people say them."""

from __future__ import annotations

import re

from sitegen.regex import regex

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

SMALL = {**{w: n for n, w in enumerate(_UNITS)}, **{w: 20 + 10 * n for n, w in enumerate(_TENS)}}
"""Words that are added up: `seven`, `forty`."""

_WORD = "|".join(sorted([*SMALL, *_SCALES], key=len, reverse=True))
_JOIN = r"(?:[ -]| and )"
NUMBER_WORDS = rf"(?:(?:a )?(?:{_WORD})(?:{_JOIN}(?:{_WORD})){{0,11}})\b"
"""A pattern for a number in lower-case words: `seven`, `two hundred and ten`, `a thousand`."""

_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(_NTH, start=1)}
"""`third` → 3."""

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
          "⅘": (4, 5), "⅙": (1, 6), "⅛": (1, 8), "⅒": (1, 10)}  # fmt: skip
_COUNT = rf"(?:[0-9]{{1,3}}|{'|'.join(SMALL)})"
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_FRACTION = regex(
    rf"(?:(?P<some>a|an|one|two|three|four|five|six|seven|nine)[ -])?(?P<part>{_PART})"
    rf"|(?P<of>{_COUNT}) (?:in|out of)(?: every)? (?P<every>{_COUNT})"
    rf"|(?P<sign>[{''.join(_SIGNS)}])"
    r"|(?P<top>[1-9])[/\u2044](?P<bottom>[2-9]|10)"
)
FRACTION = (
    rf"(?:half\b(?!-)|(?:an?|one|two|three|four|five|six|seven|nine)[ -](?:{_PART})\b(?!-)"
    rf"|\b{_COUNT} (?:in|out of)(?: every)? {_COUNT}\b"
    rf"|(?<![0-9])[{''.join(_SIGNS)}](?!%)"
    r"|(?<![0-9/])[1-9][/\u2044](?:10|[2-9])(?![0-9/%]))"
)
"""A pattern for a part of a whole in lower case: `a third`, `two-thirds`, `1 in 4`, `¾`, `2/3`."""


def number_from_words(text: str) -> int | None:
    """The whole number that lower-case words name (`two hundred and ten` → 210), or None."""
    words = [w for w in re.split(r"[ -]", text) if w not in ("and", "a", "")]
    if not words or len(words) > 12:
        return None
    total, group, before = 0, 0, 0
    for word in words:
        small = SMALL.get(word)
        if small is not None:
            if before and not (before >= 20 and small < 10):
                return None
            group, before = group + small, small
        else:
            group, before = max(group, 1) * _SCALES.get(word, 0), 0
            if not group:
                return None
            if word != "hundred":
                total, group = total + group, 0
    return total + group


def percent_of_fraction(text: str) -> float | None:
    """What a part of a whole is in per cent, rounded to a whole number (`two thirds` → 67), or None."""
    found = _FRACTION.fullmatch(text.strip())
    if not found:
        return None
    top, bottom = _top_and_bottom(found)
    if not 0 < top <= bottom <= 100:
        return None
    return float(round(100 * top / bottom))


def _top_and_bottom(found: re.Match[str]) -> tuple[int, int]:
    if found["sign"]:
        return _SIGNS[found["sign"]]
    if found["top"]:
        return int(found["top"]), int(found["bottom"])
    if found["of"]:
        return _count(found["of"]), _count(found["every"])
    return SMALL.get(found["some"] or "one", 1), _PARTS[found["part"]]


def _count(text: str) -> int:
    return int(text) if text.isdigit() else SMALL[text]
