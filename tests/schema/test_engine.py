from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.problems.problem import Where
from sitegen.reading.values import Entry, Mapping_, Node, Scalar, Sequence
from sitegen.schema.declared import Field, Schema
from sitegen.schema.documents import check_document
from sitegen.schema.engine import Terms, check, holds_several, spellings
from sitegen.schema.kinds import shipped_kinds
from tests.schema.given import document, fields, read, short

TITLE = Field("title", "text", "Title", required=True, example="A title")
YEARS = Field("years_engaged", "engagement", "Years engaging with Maths Hubs", aliases=("year_engaging",))
HUB = Field("hub", "hubs", "Local Maths Hub", example="Archimedes NE")
THEMES = Field("themes", "list", "Themes")


@pytest.mark.parametrize("key", ["years_engaged", "Years engaged", "years-engaged", "YEARS_ENGAGED", "Year engaging"])
def test_a_key_matches_however_its_words_are_joined(key: str) -> None:
    made = read(f"{key}: 3", YEARS)
    assert made.problems == ()
    assert made.value["years_engaged"].text == "3"


@pytest.mark.parametrize(
    ("key", "field"), [("hub", HUB), ("hubs", HUB), ("Hubs", HUB), ("theme", THEMES), ("themes", THEMES)]
)
def test_the_singular_and_the_plural_are_one_key(key: str, field: Field) -> None:
    assert list(read(f"{key}: One", field).value) == [field.key]


def test_a_key_of_its_own_wins_over_the_plural_of_another() -> None:
    theme = Field("theme", "text", "Theme")
    made = read("theme: Oracy\nthemes: [Talk]", theme, THEMES)
    assert (made.value["theme"].value, made.value["themes"].value) == ("Oracy", ("Talk",))


def test_text_has_no_plural() -> None:
    assert [short(p) for p in read("title: A\ntitles: B", TITLE).problems] == [("unknown-field", 2, 1, 6)]


def test_an_unknown_key_is_reported_at_the_key_with_what_was_meant() -> None:
    made = read("title: A\ntehmes: [B]", TITLE, THEMES)
    (problem,) = made.problems
    assert short(problem) == ("unknown-field", 2, 1, 6)
    assert (problem.suggestion, problem.fix) == ("themes", "Did you mean `themes`?")
    assert list(made.value) == ["title"]


def test_a_label_that_is_nearly_right_leads_to_its_key() -> None:
    (problem,) = read("title: A\nLocal Math Hub: B", TITLE, HUB).problems
    assert problem.suggestion == "hub"


def test_an_unknown_key_that_is_like_no_other_is_told_what_there_is() -> None:
    (problem,) = read("title: A\nweather: fine", TITLE, HUB).problems
    assert problem.suggestion is None
    assert problem.fix == "Remove it, or use one of these: `title` and `hub`."


def test_a_measure_that_is_written_as_a_field_is_told_where_it_belongs() -> None:
    schema = shipped_kinds()["case-study"].schema
    (problem,) = check(schema, fields("kind: case-study\ntitle: A\npupil premium: 20")).problems
    assert problem.fix == "Say it with its name: `disadvantage: 40% Pupil Premium, 60% EAL`."


def test_a_schema_without_fields_says_so() -> None:
    (problem,) = check(Schema("note block", ()), fields("colour: red")).problems
    assert problem.fix == "Remove it: a note block has no fields."


def test_thousands_of_unknown_keys_are_reported_at_once() -> None:
    text = "".join(f"field number {n}: x\n" for n in range(5_000))
    node, schema = fields(text), shipped_kinds()["case-study"].schema
    start = time.process_time()
    made = check(schema, node)
    assert time.process_time() - start < 3
    assert len(made.problems) == 5_001


def test_a_missing_required_field_is_reported_where_the_fields_begin() -> None:
    node = Mapping_((), Where("a.md", 1, 1, 3))
    (problem,) = check(Schema("case study", (TITLE,)), node).problems
    assert short(problem) == ("missing-field", 1, 1, 3)
    assert problem.what == "The field `title` is missing, and every case study needs it."
    assert problem.fix == "Write, for example, `title: A title`."


@pytest.mark.parametrize("value", ["", "~", '""', '"  "', "[]", "{}"])
def test_an_empty_required_field_is_reported_at_its_key(value: str) -> None:
    assert [short(p) for p in read(f"title: {value}", TITLE).problems] == [("empty-field", 1, 1, 5)]


def test_an_empty_field_that_is_not_required_is_as_good_as_none() -> None:
    made = read("title: A\nhub:", TITLE, HUB)
    assert (list(made.value), made.problems) == (["title"], ())


def test_a_field_written_twice_in_other_words_names_both_places() -> None:
    made = read("Years engaged: 3\nyears_engaged: 5", YEARS)
    (problem,) = made.problems
    assert short(problem) == ("duplicate-key", 2, 1, 13)
    assert problem.also == (Where("a.md", 1, 1, 13),)
    assert problem.what == "`years_engaged` and `Years engaged` are the same field, given twice."
    assert made.value["years_engaged"].text == "3"


def test_every_problem_is_said_at_once() -> None:
    made = read("hub:\n  name: {a: b}\nsumary: x\ntitle: [A]\nyears engaged: {a: b}", TITLE, HUB, YEARS)
    assert sorted(p.code for p in made.problems) == ["not-text", "not-text", "not-text", "unknown-field"]


def test_the_terms_of_settings_are_used_where_they_are_given() -> None:
    terms = Terms("setting", "unknown-setting", "missing-setting", "bad-setting", "duplicate-setting", "bad-setting")
    case = Field("case", "whole number", "Case")
    made = check(Schema("quote", (TITLE, case)), fields("case: seven\nbye: Ann\nCase: 7"), terms)
    assert sorted(p.code for p in made.problems) == [
        "bad-setting", "duplicate-setting", "missing-setting", "unknown-setting",
    ]  # fmt: skip
    assert not any("field" in p.what for p in made.problems)


def test_a_value_knows_its_text_its_place_and_its_key() -> None:
    value = read("themes:\n  - Greater   depth\n  - Confidence", THEMES).value["themes"]
    assert (value.text, value.value) == ("Greater depth, Confidence", ("Greater depth", "Confidence"))
    assert (value.key, [p.where for p in value.parts]) == (
        Where("a.md", 1, 1, 6), [Where("a.md", 2, 5, 15), Where("a.md", 3, 5, 10)],
    )  # fmt: skip


def test_one_value_and_a_list_of_one_are_alike_where_several_may_stand() -> None:
    authors = Field("authors", "text", "Authors", many=True)
    one, several = read("authors: Ada Okafor, editor", authors), read("authors: ['Ada Okafor, editor']", authors)
    assert one.value["authors"].value == several.value["authors"].value == ("Ada Okafor, editor",)


def test_what_is_good_in_a_list_is_kept() -> None:
    phase = Field("phase", "choices", "Phase", choices=("Primary", "Secondary"))
    made = read("phase: [Primary, Tertiary]", phase)
    assert made.value["phase"].value == ("Primary",)
    assert [short(p) for p in made.problems] == [("not-a-choice", 1, 18, 8)]


def test_fields_where_a_list_belongs_are_a_problem() -> None:
    assert [short(p)[:3] for p in read("themes:\n  a: b", THEMES).problems] == [("not-a-list", 2, 3)]


def test_every_spelling_of_every_kind_leads_to_one_field() -> None:
    for kind in shipped_kinds().values():
        spelt = spellings(kind.schema)
        assert all(spelt[field.key] is field for field in kind.schema.fields)


def test_which_fields_hold_several() -> None:
    assert [holds_several(f) for f in (TITLE, HUB, THEMES, Field("a", "link", "A", many=True))] == [
        False,
        True,
        True,
        True,
    ]


FULL = """kind: case-study
title: How one Durham primary kept mastery going
summary: More pupils reach greater depth, and girls are surer of themselves.
school: St Margaret's C of E Primary, Durham
size: Two-form entry
disadvantage: 7% Pupil Premium
years engaged: 3
hub: Archimedes
phase: Primary
themes: [Greater depth, Confidence]
evidence: school data
people:
  - name: Emily Pringle
    role: maths lead and Mastery Specialist
image: {file: hall.jpg, alt: Pupils' number lines on a classroom wall, credit: The school, consent: C-014}
date: 2023-11-01
source: {title: Maths Hubs Programme Annual Report 2022/23}
"""


def test_front_matter_is_checked_in_well_under_a_millisecond() -> None:
    given_, kinds = document(FULL), shipped_kinds()
    assert check_document(given_, kinds).problems == ()

    def once() -> float:
        start = time.process_time()
        for _ in range(20):
            check_document(given_, kinds)
        return (time.process_time() - start) / 20

    assert min(once() for _ in range(10)) < 0.0008


WHERE = Where("a.md")
KEYS = sorted(
    {f.key for k in shipped_kinds().values() for f in k.schema.fields} | {"", "name", "file", "url", "from", "???"}
)
WORDS = st.one_of(st.text(max_size=30), st.sampled_from(
    ["yes", "3", "2022/23", "Primary", "40% Pupil Premium", "javascript:x", "a, b", "1 May 2019", "~", "#fff",
    "annual report"]
))  # fmt: skip
SCALARS = st.builds(Scalar, WORDS, st.just(WHERE), st.booleans())


def collections(inside: st.SearchStrategy[Node]) -> st.SearchStrategy[Any]:
    keys = st.builds(Scalar, st.one_of(st.sampled_from(KEYS), st.text(max_size=8)), st.just(WHERE))
    entries = st.lists(st.builds(Entry, keys, inside), max_size=5).map(tuple)
    return st.one_of(
        st.builds(Sequence, st.lists(inside, max_size=4).map(tuple), st.just(WHERE)),
        st.builds(Mapping_, entries, st.just(WHERE)),
    )


NODES = st.recursive(SCALARS, collections, max_leaves=12)


@settings(deadline=None)
@given(st.sampled_from(sorted(shipped_kinds())), st.lists(st.tuples(st.sampled_from(KEYS), NODES), max_size=8))
def test_no_front_matter_makes_checking_fail(kind: str, given_: list[tuple[str, Node]]) -> None:
    node = Mapping_(tuple(Entry(Scalar(key, WHERE), value) for key, value in given_), WHERE)
    made = check(shipped_kinds()[kind].schema, node)
    assert all(p.what.endswith(".") and p.fix.endswith((".", "?")) for p in made.problems)
    assert all(value.parts or not isinstance(value.value, tuple) for value in made.value.values())


@pytest.mark.parametrize("slip", ["titel", "tilte", "titles"])
def test_a_slip_for_a_required_key_is_one_problem_at_the_slip(slip: str) -> None:
    made = read(f"{slip}: A story", TITLE, HUB)
    assert [short(p) for p in made.problems] == [("unknown-field", 1, 1, len(slip))]
    assert made.problems[0].suggestion == "title"


def test_a_slip_hides_no_other_required_field() -> None:
    other = Field("theme", "text", "Theme", required=True)
    assert [p.code for p in read("titel: A story", TITLE, other).problems] == ["unknown-field", "missing-field"]


def test_a_slip_inside_a_record_hides_no_required_field_around_it() -> None:
    people = Field("people", "people", "People")
    name = Field("name", "text", "Name", required=True)
    made = read("people: [{nmae: Emily Pringle}]", people, name)
    assert [p.code for p in made.problems] == ["unknown-field", "missing-field"]


@pytest.mark.parametrize(
    ("text", "field", "noun"),
    [
        ("people: [{role: maths lead}]", Field("people", "people", "People"), "every person needs it"),
        (
            "corrections: [{date: 2023}]",
            Field("corrections", "record", "Corrections", many=True, fields=(Field("date", "date", "Date"), Field(
                "what", "text", "What", required=True
            ))),
            "every entry of `corrections` needs it",
        ),
    ],
)  # fmt: skip
def test_what_lacks_a_field_is_named_as_one_thing(text: str, field: Field, noun: str) -> None:
    (problem,) = read(text, field).problems
    assert problem.code == "missing-field"
    assert noun in problem.what
