"""Facts keep their wording, beside what filters can use of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.model.values import Fact, Story
from sitegen.pages.understanding import facts_of
from sitegen.pipeline import Build
from tests.sites import built, codes, story

HUBS = "- {id: bbo, name: BBO, aliases: ['Bucks, Berks and Oxon']}\n- {id: lne, name: London North East}\n"
TWO = (
    "\n  - {name: 'Seven Kings, Ilford', hub: London North East, size: 4-18 all-through, disadvantage: 15% EAL}"
    "\n  - {name: Eastbury, disadvantage: 32% EAL}"
)


def made(tmp_path: Path, text: str, **files: str) -> tuple[Story, Build]:
    """The one story of a site."""
    result = built(tmp_path, {"content/hubs.yaml": HUBS, "content/2022-23/a.md": text, **files})
    assert result.site is not None
    return result.site.stories["2022-23/a"], result


def said(facts: tuple[Fact, ...]) -> list[tuple[str, str, str]]:
    return [(f.field, f.school, f.text) for f in facts]


def test_each_of_several_schools_has_its_name_and_in_card_order_what_any_of_them_states(tmp_path: Path) -> None:
    told, result = made(tmp_path, story(kind="case-study", years_engaged="3", schools=TWO))
    assert said(told.facts) == [
        ("years_engaged", "", "3"),
        ("school", "seven-kings-ilford", "Seven Kings, Ilford"),
        ("size", "seven-kings-ilford", "4-18 all-through"),
        ("disadvantage", "seven-kings-ilford", "15% EAL"),
        ("hub", "seven-kings-ilford", "London North East"),
        ("school", "eastbury", "Eastbury"),
        ("size", "eastbury", ""),
        ("disadvantage", "eastbury", "32% EAL"),
        ("hub", "eastbury", ""),
    ]
    assert told.facts[1].parts[0].refers == "schools/seven-kings-ilford"
    assert codes(result) == []


def test_what_is_stated_with_the_only_school_stands_where_the_card_has_it(tmp_path: Path) -> None:
    told, _ = made(tmp_path, story(kind="case-study", hub="BBO", school="{name: Oak, size: 2FE, disadvantage: 7% EAL}"))
    assert said(told.facts) == [
        ("school", "", "Oak"), ("size", "", "2FE"), ("disadvantage", "", "7% EAL"), ("years_engaged", "", ""),
        ("hub", "", "BBO"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("school", "size", "where"),
    [
        ("{name: Oak, size: 2FE}", "3FE", (5, 27)),
        ("[{name: Oak, size: 2FE}, {name: Oak, size: 3FE}]", "", (5, 52)),
        ("[{name: Oak, size: 2FE}, {name: Oak, size: 3FE}, Elm]", "", (5, 52)),
    ],
)
def test_two_statements_of_one_fact_are_a_problem_at_the_later_school(
    tmp_path: Path, school: str, size: str, where: tuple[int, int]
) -> None:
    fields = {"school": school, **({"size": size} if size else {})}
    _, result = made(tmp_path, story(kind="case-study", hub="BBO", **fields))
    (problem,) = result.problems
    assert (problem.code, (problem.where.line, problem.where.column)) == ("duplicate-key", where)
    assert problem.also


def test_the_same_statement_twice_is_fine_and_shown_once(tmp_path: Path) -> None:
    told, result = made(tmp_path, story(kind="case-study", size="2FE", school="{name: Oak, size: 2FE}"))
    assert [f.text for f in told.facts if f.field == "size"] == ["2FE"]
    assert codes(result) == []


def test_a_school_that_is_named_twice_is_one(tmp_path: Path) -> None:
    told, _ = made(tmp_path, story(schools="[{name: Oak, size: 2FE}, Elm, {name: oak, hub: BBO}]"))
    assert said(told.facts) == [
        ("school", "oak", "Oak"), ("hub", "oak", "BBO"), ("size", "oak", "2FE"), ("school", "elm", "Elm"),
        ("hub", "elm", ""), ("size", "elm", ""),
    ]  # fmt: skip


KIND = """name: Survey
card: [authors]
fields:
  authors: {type: text, many: yes, label: Written by}
  led_by: {type: person, label: Led by}
  report: {type: link, label: The report}
  asked: {type: decimal, label: Schools asked}
  terms: {type: map, label: Terms, fields: {word: {type: text}}}
  budget: {type: record, label: Budget, fields: {sum: {type: text}, year: {type: text}}}
  ended: {type: date, label: Ended}
  left_out: {type: text, label: Left out}
"""
FIELDS = {
    "authors": "[Ada, Ben]", "led_by": "Cy Okafor, maths lead", "report": "b.md", "asked": "1,200.5",
    "terms": "{Autumn: twelve, Spring: four}", "budget": "{sum: £9, year: 2022}", "ended": "28/11/22",
}  # fmt: skip


def test_whatever_a_kind_adds_is_a_fact_with_its_label_as_it_was_written(tmp_path: Path) -> None:
    files = {"content/kinds/survey.yaml": KIND, "content/2022-23/b.md": story("B")}
    told, result = made(tmp_path, story(kind="survey", **FIELDS), **files)
    assert codes(result) == []
    assert [(f.label, f.text) for f in told.facts] == [("Written by", "Ada, Ben")]
    assert [(f.label, f.text) for f in told.details] == [
        ("Led by", "Cy Okafor, maths lead"), ("The report", "b.md"), ("Schools asked", "1,200.5"),
        ("Terms", "Autumn: twelve, Spring: four"), ("Budget", "£9, 2022"), ("Ended", "28/11/22"),
    ]  # fmt: skip
    assert told.details[0].parts[0].refers == "people/cy-okafor"
    assert told.text.targets["b.md"].address == "2022-23/b/index.html"


def test_a_link_in_a_field_that_leads_nowhere_is_told_where_it_stands(tmp_path: Path) -> None:
    source = "{title: Report, url: www.example.org/report}"
    _, result = made(tmp_path, story(source=source))
    (problem,) = result.problems
    assert (problem.code, problem.where.line, problem.where.column) == ("missing-page", 4, 30)
    assert problem.suggestion == "https://www.example.org/report"


SHIPPED = [
    ("evaluation", {
        "authors": "[Ada Okafor, Ben Shah]", "publisher": "NFER", "published": "July 2022", "isbn": "'978-1'",
        "reference": "'Okafor, A. (2022). A hub. Slough: NFER.'", "method": "Interviews in ten schools",
    }),
    ("evidence-summary", {
        "hub": "'Bucks, Berks and Oxon'", "strategic_goal": "All pupils enjoy maths",
        "research_questions": "[What helps?, Who leads?]", "case": "Two schools",
    }),
    ("participant", {"name": "Emily Pringle", "programme": "SKTM"}),
    ("research-group", {"theme": "Oracy", "research_question": "Does talk help?", "hub": "BBO"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields"), SHIPPED)
def test_every_field_that_a_shipped_kind_adds_is_on_its_page_and_in_the_data(
    tmp_path: Path, kind: str, fields: dict[str, str]
) -> None:
    told, result = made(tmp_path, story(kind=kind, **fields))
    assert codes(result) == []
    facts = {f.field: f for f in (*told.facts, *told.details) if f.text}
    assert facts.keys() == fields.keys()
    page = result.outputs["2022-23/a/index.html"]
    data = result.outputs["stories.json"]
    assert isinstance(page, bytes)
    assert isinstance(data, bytes)
    for field, fact in facts.items():
        assert page.decode().count(f'data-fact="{field}"') == 1
        assert fact.label in page.decode()
        assert fact.text in data.decode()


def test_the_card_of_a_story_with_two_schools_names_each_once(tmp_path: Path) -> None:
    _, result = made(tmp_path, story(kind="case-study", schools=TWO))
    page = result.outputs["2022-23/a/index.html"]
    assert isinstance(page, bytes)
    marks = [part.split(">")[0] for part in page.decode().split("data-fact=")[1:]]
    assert marks == [
        '"years_engaged"',
        '"school" data-school="seven-kings-ilford"', '"size" data-school="seven-kings-ilford"',
        '"disadvantage" data-school="seven-kings-ilford"', '"hub" data-school="seven-kings-ilford"',
        '"school" data-school="eastbury"', '"size" data-school="eastbury"', '"disadvantage" data-school="eastbury"',
        '"hub" data-school="eastbury"',
    ]  # fmt: skip


def test_what_the_story_states_for_all_its_schools_is_not_missing_from_one(tmp_path: Path) -> None:
    schools = "[{name: Oak, size: 210 pupils}, Elm]"
    told, _ = made(tmp_path, story(kind="case-study", size="Two-form entry", schools=schools))
    sizes = [fact for fact in said(told.facts) if fact[0] == "size"]
    assert sizes == [("size", "", "Two-form entry"), ("size", "oak", "210 pupils")]
    assert [f.text for f in facts_of(told, "elm") if f.field == "size"] == ["Two-form entry"]
    assert [f.text for f in facts_of(told, "oak") if f.field == "size"] == ["210 pupils"]
