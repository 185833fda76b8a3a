"""Percentages of a card that do not say what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checking.wording.said import Said
from sitegen.problems.problem import Problem
from sitegen.regex import regex

_PER_CENT = regex(r"\d ?(?:%|per ?cent\b)", re.IGNORECASE)
_LETTERS = regex(r"[^\W\d_]{3,}")
_IDLE = frozenset("""
about almost and are around cent children disadvantaged least less more nearly over per percent pupils roughly some
students than the under
""".split())
"""Words beside a percentage that name no measure."""


def unnamed_measures(said: Said) -> Iterator[Problem]:
    """A warning at each percentage for disadvantage beside which no measure stands."""
    for fact in said.story.facts if said.story else ():
        if fact.type == "disadvantage" and not fact.values and _says_no_measure(fact.text):
            yield Problem(
                fact.where, "measure-missing", f'"{fact.text}" does not say what is measured.',
                'Write it with its measure: "23% Pupil Premium", "40% free school meals", "15% EAL".',
                why="Measures are never compared with each other, so that no reader finds the school by it.",
            )  # fmt: skip


def _says_no_measure(text: str) -> bool:
    return bool(_PER_CENT.search(text)) and _IDLE.issuperset(map(str.lower, _LETTERS.findall(text)))
