"""The unit of a chart: what stands with its figures, what its subtitle has to say, what one of it is called."""

from __future__ import annotations

import re

from sitegen.markup.body import Cell, Chart

_LONGEST_SIGN = 3
_NUMERAL = re.compile(r"\d(?:[\d,.]*\d)?")
_PERCENT = re.compile(r"%|\bper ?cent|\bpc\b", re.IGNORECASE)
_MONEY = ("£", "€", "$")
_SINGULARS = {"people": "person", "children": "child", "men": "man", "women": "woman", "staff": "member of staff"}
_MEASURED = re.compile(r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|points?|per ?cent|times|pounds?)\b", re.I)
_SIBILANT = re.compile(r"(?:ss|x|z|ch|sh)es$")


def sign(unit: str) -> str:
    """What stands with every figure: `%` of `% of pupils`, `£`, a short unit such as `km`; empty for a word."""
    if unit.startswith("%"):
        return "%"
    return unit if len(unit) <= _LONGEST_SIGN else ""


def subtitle_unit(chart: Chart) -> str:
    """The unit where a chart says what it measures; empty where figures, measure or the only heading say the same."""
    said = {sign(chart.unit), *((chart.columns[1],) if len(chart.columns) == 2 else ())}
    known = chart.unit.casefold() in {words.casefold() for words in said}
    return "" if known or _holds(chart.measure, chart.unit) else chart.unit


def _holds(words: str, unit: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", words, re.IGNORECASE) is not None


def figure_words(cell: Cell, unit: str) -> str:
    """A figure as written with its unit's sign: `about 66%`, `£7,000`; as it is where it says its unit itself."""
    mark, numerals = sign(unit), list(_NUMERAL.finditer(cell.text))
    if not mark or cell.value is None or not numerals or _says(cell.text, mark):
        return cell.text
    if mark in _MONEY:
        at = numerals[0].start()
        return f"{cell.text[:at]}{mark}{cell.text[at:]}"
    at, space = numerals[-1].end(), "" if mark == "%" else "\u00a0"
    return f"{cell.text[:at]}{space}{mark}{cell.text[at:]}"


def _says(words: str, mark: str) -> bool:
    return mark.casefold() in words.casefold() or (mark == "%" and _PERCENT.search(words) is not None)


def zero(unit: str) -> str:
    """The figure at the zero line: `0`, `0%`, `£0`."""
    return figure_words(Cell("0", 0.0), unit)


def singular(unit: str) -> str:
    """What one of the things counted is called: `school` of `schools`; empty for a measure, and without a plural."""
    before, _, noun = unit.rpartition(" ")
    if sign(unit) or _MEASURED.search(unit):
        return ""
    one = _SINGULARS.get(noun.lower()) or _without_s(noun)
    return f"{before} {one}".strip() if one else ""


def _without_s(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if _SIBILANT.search(noun):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else ""
