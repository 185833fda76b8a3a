"""Field types for facts: wording that is kept, beside what is understood of it. No wording is a problem."""

from __future__ import annotations

from sitegen.problems.problem import Checked
from sitegen.schema.facts.disadvantage import understand_disadvantage
from sitegen.schema.facts.engagement import understand_engagement
from sitegen.schema.facts.size import understand_size
from sitegen.schema.types.given import FieldType, Given, of_text
from sitegen.schema.values import Value


def _size(given: Given, text: str) -> Checked[Value | None]:
    return given.good(understand_size(text))


def _disadvantage(given: Given, text: str) -> Checked[Value | None]:
    return given.good(understand_disadvantage(text))


def _engagement(given: Given, text: str) -> Checked[Value | None]:
    return given.good(understand_engagement(text))


FACT_TYPES = (
    FieldType("size", of_text(_size), "a school's size in your own words", "Two-form entry",
              wordings=("Two-form entry", "420 pupils", "An 11-18 school with 1,035 students",
                        "One and a half form entry")),
    FieldType("disadvantage", of_text(_disadvantage), "one or several measures in your own words",
              "40% Pupil Premium, 60% EAL",
              wordings=("40% Pupil Premium, 60% EAL", "Over 30% FSM", "around two thirds EAL",
                        "one in four pupils are eligible for free school meals")),
    FieldType("engagement", of_text(_engagement), "the year of engagement, or since when", "3",
              {"type": ["integer", "string"]},
              wordings=("3", "third year", "since 2016/17", "5 or more")),
)  # fmt: skip
