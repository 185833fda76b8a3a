from __future__ import annotations

import pytest

from sitegen.problems.problem import Where
from sitegen.reading.values import Document, Mapping_
from sitegen.schema.documents import check_document, kind_named
from sitegen.schema.kinds import load_kinds, shipped_kinds
from tests.schema.given import document, is_plain_english, short, tree

KINDS = shipped_kinds()


@pytest.mark.parametrize(("text", "id_"), [
    ("case-study", "case-study"), ("Case study", "case-study"), ("case_study", "case-study"), ("Q&A", "q-and-a"),
    ("q and a", "q-and-a"), ("Research and Innovation Work Group", "research-group"), ("EDITION", "edition"),
])  # fmt: skip
def test_a_kind_is_found_by_its_id_and_its_name(text: str, id_: str) -> None:
    kind = kind_named(text, KINDS)
    assert kind is not None
    assert kind.id == id_


def test_a_document_has_its_kind_and_its_fields() -> None:
    made = check_document(document("Kind: Case study\ntitle: A\nhub: Archimedes\n"), KINDS)
    assert made.problems == ()
    assert made.value is not None
    kind, values = made.value
    assert (kind.id, sorted(values)) == ("case-study", ["hub", "kind", "title"])


def test_without_a_kind_the_problem_stands_at_the_opening_line() -> None:
    given = Document("content/a.md", Mapping_((), Where("content/a.md", 1, 1, 3)), "", 3)
    made = check_document(given, KINDS)
    (problem,) = made.problems
    assert short(problem) == ("missing-field", 1, 1, 3)
    assert made.value is None
    assert is_plain_english(problem)


@pytest.mark.parametrize(("text", "where"), [
    ("title: A\nkind:\n", ("empty-field", 3, 1, 4)),
    ("kind: [case-study]\n", ("not-text", 2, 7, 12)),
    ("title: A\nkind: case-studdy\nwrong: field\n", ("unknown-kind", 3, 7, 11)),
])  # fmt: skip
def test_a_kind_that_is_not_known_is_the_only_problem(text: str, where: tuple[str, int, int, int]) -> None:
    made = check_document(document(text), KINDS)
    assert [short(p) for p in made.problems] == [where]
    assert made.value is None
    assert is_plain_english(made.problems[0])


@pytest.mark.parametrize(
    ("text", "id_"), [("case-studdy", "case-study"), ("Intervew", None), ("Impact storey", "impact-story")]
)
def test_a_misspelt_kind_has_a_suggestion(text: str, id_: str | None) -> None:
    (problem,) = check_document(document(f"kind: {text}"), KINDS).problems
    assert problem.suggestion == id_


def test_all_problems_of_a_document_are_said_at_once() -> None:
    text = "kind: research-group\ntheme:\nhub: GLOW\ndate: someday\nphase: Secundary\nsumary: x\n"
    made = check_document(document(text), KINDS)
    assert sorted(short(p) for p in made.problems) == [
        ("empty-field", 3, 1, 5), ("missing-field", 2, 1, 20), ("missing-field", 2, 1, 20), ("not-a-choice", 6, 8, 9),
        ("unknown-field", 7, 1, 6), ("unreadable-date", 5, 7, 7),
    ]  # fmt: skip
    assert all(is_plain_english(p) for p in made.problems)
    assert made.value is not None


def test_a_page_takes_no_facts_of_a_school() -> None:
    made = check_document(document("kind: page\ntitle: About\nsize: 2FE\n"), KINDS)
    assert [short(p) for p in made.problems] == [("unknown-field", 4, 1, 4)]


def test_fields_that_a_broken_kind_lacks_are_not_held_against_its_stories() -> None:
    kinds = load_kinds(tree({"content/kinds/x.yaml": "name: X\nfields:\n  length: {type: nmber}\n"})).value
    made = check_document(document("kind: x\ntitle: A\nlength: 3\ndate: someday\n"), kinds)
    assert [p.code for p in made.problems] == ["unreadable-date"]


def test_a_newsletter_and_an_annual_report_are_understood() -> None:
    report = check_document(document("kind: edition\ntitle: A\ntype: Annual report\nacademic_year: 2022/23\n"), KINDS)
    issue = check_document(
        document("kind: edition\ntitle: B\nissue_number: 16\ndate: May 2019\ncover_colour: '#12436d'\n"), KINDS
    )
    assert (report.problems, issue.problems) == ((), ())
    assert report.value is not None
    assert issue.value is not None
    assert (report.value[1]["type"].value, report.value[1]["academic_year"].value.start) == ("annual report", 2022)
    assert (issue.value[1]["issue_number"].value, issue.value[1]["date"].value.precision) == (16, "month")


@pytest.mark.parametrize(("written", "meant"), [("magazine", None), ("anual report", "annual report")])
def test_a_publication_of_an_unknown_type_is_told_the_types(written: str, meant: str | None) -> None:
    (problem,) = check_document(document(f"kind: edition\ntitle: A\ntype: {written}\n"), KINDS).problems
    assert short(problem) == ("not-a-choice", 4, 7, len(written))
    assert problem.suggestion == meant
    assert problem.fix.endswith('Write "annual report", "newsletter" or "collection".')


def test_a_slip_for_kind_is_reported_at_that_key() -> None:
    (problem,) = check_document(document("title: A\nknid: news-item\n"), KINDS).problems
    assert short(problem) == ("unknown-field", 3, 1, 4)
    assert problem.suggestion == "kind"
    assert is_plain_english(problem)


def test_a_key_unlike_kind_is_no_slip_for_it() -> None:
    (problem,) = check_document(document("title: A\nlink: https://example.org\nsize: 200 pupils\n"), KINDS).problems
    assert problem.code == "missing-field"
