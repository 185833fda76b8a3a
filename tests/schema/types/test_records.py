from __future__ import annotations

from sitegen.schema.declared import Field
from sitegen.schema.kinds import shipped_kinds
from tests.schema.given import is_plain_english, read_one, short

STORY = shipped_kinds()["case-study"].schema
SOURCE, CORRECTIONS = STORY["source"], STORY["corrections"]
MAP = Field("bands", "map", "Bands", fields=(Field("band", "record", "Band", many=True, fields=(
    Field("label", "text", "Label", required=True), Field("to", "decimal", "To"))),))  # fmt: skip


def test_a_record_holds_values_by_key() -> None:
    made = read_one("source: {Title: Annual Report, page: 3–6, date: July 2022}", SOURCE)
    assert made.problems == ()
    assert made.value is not None
    assert {k: v.text for k, v in made.value.value.items()} == {
        "title": "Annual Report",
        "page": "3–6",
        "date": "July 2022",
    }


def test_a_record_written_as_text_fills_its_first_field() -> None:
    made = read_one("source: Annual Report", SOURCE)
    assert made.value is not None
    assert (made.value.text, made.value.value["title"].text) == ("Annual Report", "Annual Report")


def test_a_record_that_needs_more_than_its_first_field_cannot_be_text() -> None:
    (problem,) = read_one("corrections: [It was wrong]", CORRECTIONS).problems
    assert short(problem) == ("not-a-mapping", 1, 15, 12)
    assert is_plain_english(problem)


def test_a_record_without_a_required_field_is_left_out() -> None:
    made = read_one("corrections:\n  - {date: 1 May 2023, what: One}\n  - what: Two", CORRECTIONS)
    assert [short(p)[:3] for p in made.problems] == [("missing-field", 3, 5)]
    assert made.value is not None
    assert [part.value["what"].text for part in made.value.parts] == ["One"]


def test_a_map_holds_entries_under_names_of_their_own() -> None:
    made = read_one("bands:\n  Pupil  premium: [{label: Low, to: 10}, {label: High}]\n  eal: {label: All}", MAP)
    assert made.problems == ()
    assert made.value is not None
    bands = made.value.value
    assert {name: [p.value["label"].text for p in v.parts] for name, v in bands.items()} == {
        "Pupil premium": ["Low", "High"], "eal": ["All"],
    }  # fmt: skip
    assert bands["eal"].key.line == 3


def test_text_where_a_map_belongs_is_a_problem() -> None:
    (problem,) = read_one("bands: none", MAP).problems
    assert short(problem) == ("not-a-mapping", 1, 8, 4)
    assert is_plain_english(problem)
