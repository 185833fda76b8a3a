"""Every field type takes any text: what is understood of it is written again and understood the same; bounds hold."""

from __future__ import annotations

import datetime
import math
import re

from hypothesis import assume, example, given
from hypothesis import strategies as st

from sitegen.problems.problem import Where
from sitegen.reading.values import Entry, Mapping_, Node, Scalar, Sequence
from sitegen.schema.dates import understand_academic_year, understand_date
from sitegen.schema.declared import Field
from sitegen.schema.engine import read_field
from sitegen.schema.facts.disadvantage import understand_disadvantage
from sitegen.schema.facts.engagement import understand_engagement
from sitegen.schema.facts.size import understand_size
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.number_words import number_from_words
from sitegen.schema.numbers import read_number
from sitegen.schema.types.given import is_blank
from sitegen.schema.values import AcademicYear, DateValue, Quantity, Value
from sitegen.text import fold_space
from tests.fuzz.budget import tries

PIECES = (
    "40", "7", "1,035", "0", "100", "140", "2.5", "-3", "1e9", "½", "٣", "99999999999999999999",
    "%", "per cent", "PP",
    "Pupil Premium", "FSM", "FSM6", "EAL", "SEND", "disadvantaged", "form", "forms", "FE", "-form",
    "entry", "pupils",
    "children", "all-through", "infant", "primary", "11-18", "4–18", "18-4", "about", "c.", "over",
    "under", "at least",
    "up to", "more than", "nearly", "around", "two", "thirds", "half", "a third", "a quarter",
    "twenty", "hundred", "and",
    "or", "to", "-", "–", ",", ";", "/", "(", ")", "+", "<", ">", "≥", "~", "since", "2016",
    "2016/17", "2017-18", "year",
    "years", "third", "5th", "first", "or more", "in", "autumn", "term", "May", "March", "Sept",
    "31", "30/02", "1/2/23",
    "2023-11-01", "2023-13", "Monday", "the", "of", "in the past six years", "£", "m", "k",
    "million", "n/a", "none", "yes",
)  # fmt: skip
WORDING = st.lists(st.sampled_from(PIECES), max_size=8).flatmap(
    lambda found: st.sampled_from([" ", "", " "]).map(lambda between: between.join(found))
) | st.text(st.characters(codec="utf-8"), max_size=30)
WHERE = Where("content/a.md", 3, 8, 4)
CHOICES = ("Primary", "Post-16", "All-through")
SYNONYMS = (("infant", "Primary"),)
TYPES = sorted(set(FIELD_TYPES) - {"map"})


def field(type_: str) -> Field:
    return Field("thing", type_, "Thing", choices=CHOICES if "choice" in type_ else (), synonyms=SYNONYMS)


def read(type_: str, node: Node) -> Value | None:
    checked = read_field(field(type_), node, WHERE)
    is_nothing = isinstance(node, Scalar) and not re.search(r"[^\s,;/]", node.text)
    assert checked.value is not None or checked.problems or type_ == "withdrawal" or is_nothing
    for problem in checked.problems:
        assert problem.what.strip().endswith(".")
        assert problem.fix.strip()
        assert problem.where.file == WHERE.file
    return checked.value


def bare(value: object) -> object:
    """A value without its places and its wording, for what was written in two ways."""
    if isinstance(value, Value):
        return bare(value.value)
    if isinstance(value, tuple):
        return tuple(bare(part) for part in value)
    return (value.start, value.end, value.precision) if isinstance(value, DateValue) else value


def node_of(given: object) -> Node:
    if isinstance(given, list):
        return Sequence(tuple(node_of(item) for item in given), WHERE)
    if isinstance(given, dict):
        return Mapping_(tuple(Entry(Scalar(key, WHERE), node_of(value)) for key, value in given.items()), WHERE)
    return Scalar(str(given), WHERE, quoted=True)


NODES = st.recursive(
    WORDING, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["name", "file", "alt", "url", "title", "role", "x", "size", "shows"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@tries(200)
@given(st.sampled_from(TYPES), NODES.map(node_of))
@example("hubs", node_of([[], ""]))
def test_any_type_takes_any_piece_of_yaml(type_, node):
    assume(not is_blank(node))
    read(type_, node)


@tries(200)
@given(st.sampled_from(["text", "paragraph", "whole number", "decimal", "year", "yes/no", "colour", "id", "choice",
                        "choices", "list", "date", "academic year", "size", "disadvantage", "engagement"]),
       WORDING)  # fmt: skip
def test_what_is_understood_is_understood_the_same_when_its_wording_is_read_again(type_, text):
    assume(text.strip())
    first = read(type_, Scalar(text, WHERE, quoted=True))
    assume(first is not None)
    again = read(type_, Scalar(first.text, WHERE, quoted=True))
    if type_ in ("list", "choices"):
        again = read(type_, Sequence(tuple(Scalar(part.text, WHERE, quoted=True) for part in first.parts), WHERE))
    assert again is not None
    assert bare(again) == bare(first) if type_ not in ("paragraph",) else fold_space(str(first.value)) == again.value


@tries(100)
@given(st.integers(-10**14, 10**14), st.booleans())
def test_numbers_are_read_as_they_are_written(number, commas):
    text = f"{number:,}" if commas else str(number)
    value = read("whole number", Scalar(text, WHERE))
    assert value is not None
    assert value.value == number
    assert read("decimal", Scalar(text, WHERE)).value == number


def assert_is_bounded(quantities: tuple[Quantity, ...]) -> None:
    for one in quantities:
        assert one.low is not None or one.high is not None, one
        assert all(n is None or (math.isfinite(n) and n >= 0) for n in (one.low, one.high)), one
        assert one.low is None or one.high is None or one.low <= one.high, one
        assert one.qualifier in (None, "about", "over", "under", "at least"), one
        assert one.unit != "%" or all(n is None or n <= 100 for n in (one.low, one.high)), one


@tries(300)
@given(WORDING)
@example("18-4 all-through")
@example("40-7% PP")
def test_facts_of_any_wording_are_bounded_and_their_wording_is_kept(text):
    size, disadvantage, engaged = understand_size(text), understand_disadvantage(text), understand_engagement(text)
    assert_is_bounded(size.quantities)
    assert_is_bounded(disadvantage.quantities)
    for understood in (size, disadvantage, engaged):
        assert fold_space(understood.text) == fold_space(text)
    assert size.ages is None or 0 <= size.ages[0] <= size.ages[1] <= 25
    assert engaged.ordinal is None or 1 <= engaged.ordinal < 200
    for year in (engaged.first, engaged.first_latest):
        assert year is None or 1900 <= year <= 2200
    if engaged.first is not None and engaged.first_latest is not None:
        assert engaged.first <= engaged.first_latest <= engaged.first + 1


@tries(200)
@given(WORDING)
def test_dates_and_numbers_of_any_wording_are_sound_and_say_the_same_again(text):
    date, year, number = understand_date(text), understand_academic_year(text), read_number(text)
    if date is not None:
        assert date.start <= date.end <= date.start + datetime.timedelta(days=366)
        again = understand_date(date.iso)
        assert date.precision in ("term", "year") or bare(again) == bare(date)
    if year is not None:
        assert understand_academic_year(year.label) == AcademicYear(year.label, year.start)
    if number is not None:
        assert math.isfinite(number.value)
        assert read_number(fold_space(text)) == number
    words = number_from_words(text)
    assert words is None or 0 <= words < 10**18
