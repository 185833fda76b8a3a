"""Numbers, dates and short texts in words, as pages show them."""

from __future__ import annotations

from sitegen.regex import regex
from sitegen.schema.values import DateValue
from sitegen.text import fold_space

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_FRACTIONS = {0.25: "¼", 0.5: "½", 0.75: "¾"}
_BRIEF = 160
_SENTENCE = regex(r"(?<=[.!?])\s")


def spelt(number: int) -> str:
    """A count in running text: `six`, `twenty`, from then on figures (`1,204`)."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def spelt_count(number: int, one: str, many: str) -> str:
    """`six stories`, `one story`, `no stories`."""
    return f"{spelt(number)} {one if number == 1 else many}"


def figure(number: float) -> str:
    """A number in figures: `1,035`, `1½`, `27.4`."""
    whole = int(number)
    if number == whole:
        return f"{whole:,}"
    fraction = _FRACTIONS.get(number - whole)
    return f"{whole or ''}{fraction}" if fraction else f"{number:,.10g}"


def date_words(date: DateValue | None) -> str:
    """A date as precise as it was written: `1 November 2023`, `May 2019`, `2022`. Empty without one."""
    if date is None:
        return ""
    month, year = _MONTHS[date.start.month - 1], date.start.year
    return {"day": f"{date.start.day} {month} {year}", "month": f"{month} {year}", "year": str(year)}.get(
        date.precision, date.text
    )


def upper_first(text: str) -> str:
    """The text with a capital at its start; the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with a small letter at its start, unless its first word is an acronym or a name like `Q&A`."""
    return text if text[1:2].isupper() or not text[1:2].isalpha() else text[:1].lower() + text[1:]


def brief(text: str) -> str:
    """The first sentence of a text, cut at a word where it is longer than a description may be."""
    first = _SENTENCE.split(fold_space(text[: 8 * _BRIEF]), maxsplit=1)[0]
    if len(first) <= _BRIEF:
        return first
    return first[:_BRIEF].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def one_of(*texts: str) -> str:
    """The first of several texts that is not empty."""
    return next((t for t in texts if t), "")


def sentence(*parts: str) -> str:
    """Sentences joined by a space, without the empty ones."""
    return " ".join(p for p in parts if p)
