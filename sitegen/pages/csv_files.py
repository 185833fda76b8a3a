"""Tables as files for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from sitegen.regex import regex

_BEGINS_FORMULA = regex(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_PLAIN_NUMBER = regex(rf"[-+]?{_NUMBER}%?")


def csv_bytes(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table as CSV (RFC 4180), marked as UTF-8 for spreadsheets; no cell of it can be a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(inert(name) for name in heading)
    writer.writerows((inert(cell) for cell in row) for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def inert(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    if _BEGINS_FORMULA.match(words) and not is_plain_number(words):
        return f"'{words}"
    return words


def is_plain_number(words: str) -> bool:
    """True for a number as spreadsheets know it, with a sign, commas or `%`."""
    return _PLAIN_NUMBER.fullmatch(words) is not None


def without_unit(words: str, unit: str) -> str:
    """`-5` of `-5 km` and of `-£5`; words that are more than a number with the unit as they are."""
    if not unit:
        return words
    named = rf"(?:{re.escape(unit)})?"
    found = re.fullmatch(rf"([-+]?){named}({_NUMBER})\s*{named}", words.strip(), re.IGNORECASE)
    return f"{found[1]}{found[2]}" if found else words
