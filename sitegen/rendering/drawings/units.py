"""The unit of a chart: what stands with its figures, what its subtitle has to say, what one of it is called."""

from __future__ import annotations

import re

from sitegen.markup.body import Cell, Chart
from sitegen.pages.chart_data import holds_unit
from sitegen.regex import regex

_LONGEST_SIGN = 3
_NUMERAL = regex(r"\d(?:[\d,.]*\d)?")
_PERCENT = regex(r"%|\bper ?cent|\bpc\b", re.IGNORECASE)
_MONEY = ("£", "€", "$")
_SINGULARS = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "classes": "class",
    "academies": "academy", "nurseries": "nursery", "universities": "university", "sixth forms": "sixth form",
    "work groups": "work group", "case studies": "case study", "maths hubs": "maths hub",
    **{f"{one}s": one for one in (
        "school", "preschool", "college", "trust", "hub", "partner", "pupil", "student", "learner", "girl", "boy",
        "teacher", "leader", "mentor", "trainer", "tutor", "specialist", "evaluator", "researcher",
        "head", "headteacher", "practitioner", "participant", "respondent", "member", "parent", "carer", "governor",
        "assistant", "volunteer", "group", "cohort", "team", "network", "project", "event", "lesson", "session",
        "workshop", "visit", "course", "meeting", "conference", "webinar", "interview", "survey", "question", "answer",
        "article", "book", "report", "programme", "resource", "region", "district", "department", "setting",
    )},
    "stories": "story", "coaches": "coach",
}  # fmt: skip
"""What one of the things is called, for things of which that is certain: no rule tells `maths` from `hubs`."""
_BEFORE = regex(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_NO_ADJECTIVES = frozenset(("and", "or", "of", "in", "for", "per", "a", "the", "with", "by", "to", "more", "these"))


def sign(unit: str) -> str:
    """What stands with every figure: `%` of `% of pupils`, `£`, a short unit such as `km`; empty for a word."""
    if unit.startswith("%"):
        return "%"
    return unit if len(unit) <= _LONGEST_SIGN else ""


def subtitle_unit(chart: Chart) -> str:
    """The unit where a chart says what it measures; empty where figures, measure or the only heading say the same."""
    said = {sign(chart.unit), *((chart.columns[1],) if len(chart.columns) == 2 else ())}
    known = chart.unit.casefold() in {words.casefold() for words in said}
    return "" if known or holds_unit(chart.measure, chart.unit) else chart.unit


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
    """What one of the things counted is called: `primary school` of `primary schools`; empty where that is not certain.

    The thing is a word that we know, by itself or with one adjective before it.
    """
    before, _, noun = unit.rpartition(" ")
    if unit.lower() in _SINGULARS:
        return _SINGULARS[unit.lower()]
    one = _SINGULARS.get(noun.lower(), "")
    is_adjective = not before or (_BEFORE.fullmatch(before) and before.lower() not in _NO_ADJECTIVES)
    return f"{before} {one}".strip() if one and is_adjective else ""
