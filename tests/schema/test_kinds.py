from __future__ import annotations

import pytest

from sitegen.schema.kinds import common_fields, load_kinds, shipped_kinds
from tests.schema.given import is_plain_english, short, tree

PATH = "content/kinds/research-group.yaml"
OWN = """name: Research and Innovation Work Group
plural: Research and Innovation Work Groups
numbered: yes
card: [theme, research_question, hub]
required: [theme, research_question, hub]
template: story
schema_org: Article
fields:
  theme:             {type: text, label: Theme, facet: yes, search: yes}
  research_question: {type: paragraph, label: Local research question posed, search: yes}
"""
COMMON = (
    "kind title summary date updated phase programme themes evidence people image order numbered related aliases draft "
    "publish_on expires_on withdrawn tombstone consent owner status source corrections overrides"
)


def test_a_site_without_kinds_of_its_own_has_those_that_ship() -> None:
    made = load_kinds(tree({}))
    assert (made.problems, made.value) == ((), shipped_kinds())


def test_a_new_kind_is_a_new_file() -> None:
    made = load_kinds(tree({"content/kinds/podcast.yaml": "name: Podcast\nfields:\n  length: {type: whole number}\n"}))
    kind = made.value["podcast"]
    assert made.problems == ()
    assert (kind.id, kind.name, kind.plural, kind.role, kind.template) == (
        "podcast",
        "Podcast",
        "Podcasts",
        "story",
        "story",
    )
    assert (kind.numbered, kind.questions, kind.schema_org, kind.card, kind.whole) == (True, False, "Article", (), True)
    assert (kind.schema["length"].label, kind.schema["length"].type) == ("Length", "whole number")
    assert set(made.value) == {*shipped_kinds(), "podcast"}


def test_the_file_of_the_formats_page_is_understood_as_it_stands() -> None:
    made = load_kinds(tree({PATH: OWN}))
    kind = made.value["research-group"]
    assert made.problems == ()
    assert kind.card == ("theme", "research_question", "hub")
    assert [f.key for f in kind.schema.fields if f.required] == ["title", "hub", "theme", "research_question"]
    assert (kind.schema["theme"].facet, kind.schema["theme"].search, kind.schema["research_question"].type) == (
        True, True, "paragraph",
    )  # fmt: skip


def test_a_kind_of_the_same_id_takes_the_place_of_the_shipped_one() -> None:
    made = load_kinds(tree({"content/kinds/q-and-a.yaml": "name: Interview\nquestions: yes\n"}))
    kind = made.value["q-and-a"]
    assert (kind.name, kind.card, kind.numbered) == ("Interview", (), True)


def test_a_replaced_edition_is_still_an_edition() -> None:
    made = load_kinds(tree({"content/kinds/edition.yaml": "name: Volume\n"}))
    kind = made.value["edition"]
    assert (kind.role, kind.numbered, kind.template) == ("edition", False, "edition")
    assert "size" not in kind.schema


@pytest.mark.parametrize("id_", [i for i, k in shipped_kinds().items() if k.role == "story"])
def test_every_kind_of_story_takes_the_common_fields_and_the_facts_of_schools(id_: str) -> None:
    schema = shipped_kinds()[id_].schema
    missing = [
        key for key in [*COMMON.split(), "school", "hub", "size", "disadvantage", "years_engaged"] if key not in schema
    ]
    assert missing == []
    assert schema["years_engaged"].label == "Years engaging with Maths Hubs"


@pytest.mark.parametrize("id_", ["edition", "section", "page"])
def test_other_kinds_take_no_facts_of_schools_and_no_numbers(id_: str) -> None:
    kind = shipped_kinds()[id_]
    assert kind.role == id_
    assert not kind.numbered
    assert not {"size", "disadvantage", "years_engaged", "school", "numbered"} & {f.key for f in kind.schema.fields}
    assert {"title", "summary", "draft", "publish_on", "aliases", "image", "order"} <= {
        f.key for f in kind.schema.fields
    }


def test_which_kinds_are_numbered_and_which_hold_questions() -> None:
    kinds = shipped_kinds()
    assert [i for i, k in kinds.items() if not k.numbered] == ["edition", "news-item", "page", "q-and-a", "section"]
    assert [i for i, k in kinds.items() if k.questions] == ["q-and-a"]


def test_the_facets_of_a_story_are_those_of_the_design() -> None:
    facets = {f.key for f in common_fields("story") if f.facet}
    assert facets == {"phase", "programme", "themes", "evidence", "hub", "size", "disadvantage", "years_engaged"}


def test_a_common_field_may_be_given_another_label_without_its_type() -> None:
    made = load_kinds(tree({"content/kinds/x.yaml": "name: X\nfields:\n  hub: {label: Our hub, required: yes}\n"}))
    field = made.value["x"].schema["hub"]
    assert made.problems == ()
    assert (field.label, field.type, field.required, field.facet) == ("Our hub", "hubs", True, True)


def test_cards_and_required_fields_are_named_loosely() -> None:
    made = load_kinds(
        tree({"content/kinds/x.yaml": "name: X\ncard: [Hubs, Years engaged, hub]\nrequired: [Schools]\n"})
    )
    kind = made.value["x"]
    assert made.problems == ()
    assert kind.card == ("hub", "years_engaged")
    assert kind.schema["school"].required


@pytest.mark.parametrize(("text", "where", "suggestion"), [
    ("name: X\nfields:\n  a: {type: choise}\n", ("unknown-field-type", 3, 13, 6), "choice"),
    ("name: X\nfields:\n  a: {typ: text}\n", ("unknown-field", 3, 7, 3), "type"),
    ("name: X\nfields:\n  a: {type: choice}\n", ("missing-field", 3, 3, 1), None),
    ("name: X\nfields:\n  a: {type: record}\n", ("missing-field", 3, 3, 1), None),
    ("name: X\nfields:\n  title: {type: image}\n", ("wrong-kind-of-value", 3, 17, 5), "text"),
    ("name: X\nfields:\n  big theme: {label: A}\n  big_theme: {label: B}\n", ("duplicate-key", 4, 3, 9), None),
    ("name: X\nfields:\n  '???': {label: A}\n", ("yaml-key", 3, 3, 5), None),
    ("name: X\nfields: [a, b]\n", ("not-a-mapping", 2, 9, 6), None),
    ("name: X\ncard: [hub, theem]\n", ("unknown-card-field", 2, 13, 5), "themes"),
    ("name: X\nrequired: weather\n", ("unknown-card-field", 2, 11, 7), None),
    ("nme: X\n", ("unknown-field", 1, 1, 3), "name"),
    ("name: X\nrole: storey\n", ("not-a-choice", 2, 7, 6), "story"),
    ("name: X\nnumbered: perhaps\n", ("wrong-kind-of-value", 2, 11, 7), None),
    ("plural: Xs\n", ("missing-field", 1, 1, 10), None),
    ("- name: X\n", ("not-a-mapping", 1, 1, 9), None),
    ("", ("missing-field", 1, 1, 1), None),
])  # fmt: skip
def test_a_slip_in_the_file_of_a_kind_is_reported_like_any_other(
    text: str, where: tuple[str, int, int, int], suggestion: str | None
) -> None:
    made = load_kinds(tree({"content/kinds/x.yaml": text}))
    problem = next(p for p in made.problems if p.code == where[0])
    assert short(problem) == where
    assert problem.where.file == "content/kinds/x.yaml"
    assert problem.suggestion == suggestion
    assert is_plain_english(problem)
    assert not made.value["x"].whole


def test_a_kind_that_yaml_cannot_read_is_still_known() -> None:
    made = load_kinds(tree({"content/kinds/x.yaml": "name: [X\n"}))
    assert made.problems[0].code == "yaml-unclosed-bracket"
    assert not made.value["x"].whole


def test_other_files_are_not_taken_for_kinds() -> None:
    made = load_kinds(tree({"content/kinds/readme.md": "# Kinds", "content/2022-23/kinds/x.yaml": "nme: X"}))
    assert (made.problems, made.value) == ((), shipped_kinds())


def test_a_misspelt_field_of_a_record_is_reported_inside_it() -> None:
    text = "name: X\nfields:\n  a:\n    type: record\n    fields:\n      b: {type: txt}\n"
    made = load_kinds(tree({"content/kinds/x.yaml": text}))
    assert ("unknown-field-type", 6, 17, 3) in [short(p) for p in made.problems]


def test_two_files_of_one_kind_are_a_problem_at_the_later_one() -> None:
    made = load_kinds(tree({"content/kinds/foo.yaml": "name: Foo\n", "content/kinds/foo.yml": "name: Bar\n"}))
    (problem,) = made.problems
    assert (problem.code, problem.where.file) == ("duplicate-id", "content/kinds/foo.yml")
    assert [w.file for w in problem.also] == ["content/kinds/foo.yaml"]
    assert made.value["foo"].name == "Foo"
    assert is_plain_english(problem)
