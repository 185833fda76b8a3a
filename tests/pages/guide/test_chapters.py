"""The guide tells of everything in the tables, and its examples are sites that build."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.markup.convert import convert
from sitegen.pages.guide import shipped
from sitegen.pages.guide.kinds import worked_example
from sitegen.pages.guide.values import Section
from sitegen.reading.located import load_yaml
from sitegen.schema.blocks import block_schemas
from sitegen.schema.declared import Kind
from sitegen.schema.kinds import common_groups, kind_schema, read_kind, shipped_kinds
from sitegen.schema.registers import register_schemas
from sitegen.schema.settings import settings_schema
from tests.pages.guide_of import shipped_guide
from tests.sites import built, story

GUIDE = shipped_guide()
DATA = Path(shipped.__file__).parent / "data"
OWN = (
    "name: Visit\nplural: Visits\nhelp: A day at a school.\ncard: [school, motto, mood]\nrequired: [motto]\n"
    "fields:\n  motto: {type: text, label: Motto, help: What hangs above the door., example: 'Onwards: and up'}\n"
    "  mood: {type: choice, label: Mood, help: How it was., choices: [merry, 'so \"so\"'], synonyms: {merry: [glad]}}\n"
)


def own_kind() -> Kind:
    node = load_yaml(OWN, "content/kinds/visit.yaml").value
    return read_kind("visit", node).value  # type: ignore[arg-type]


def section(chapter: str, id_: str) -> Section:
    return next(s for s in GUIDE[chapter].sections if s.id == id_)


@pytest.mark.parametrize("kind", list(shipped_kinds()))
def test_every_kind_has_its_section_with_an_example_and_its_own_fields(kind: str) -> None:
    assert section("kinds", kind).label == f"kind: {kind}"
    assert f"kind: {kind}\n" in section("kinds", f"{kind}-example").example


def test_fields_of_a_kind_stand_with_it() -> None:
    told = section("kinds", "research-group-research_question")
    assert told.title == "Local research question posed"
    assert "It is needed." in told.text
    assert "`question`" in told.text


@pytest.mark.parametrize(("group", "key"), [(g, f.key) for g, fields in common_groups().items() for f in fields])
def test_every_common_field_is_told_of(group: str, key: str) -> None:
    field = next(f for f in common_groups()[group] if f.key == key)
    told = section("fields", f"{group}-{key.replace('_', '-')}")
    assert (told.label, told.title) == (key, field.label)
    assert field.example in told.text
    assert all(alias in told.text for alias in field.aliases)
    assert all(word in told.text for word in (*field.choices, *dict(field.synonyms)))


def test_every_setting_and_every_field_of_a_list_is_told_of() -> None:
    schemas = {"site": settings_schema(), "kinds": kind_schema(), **register_schemas()}
    told = {(s.id.partition("-")[0], s.label) for s in GUIDE["settings"].sections if s.level == 3}
    assert told == {(name, field.key) for name, schema in schemas.items() for field in schema.fields}


@pytest.mark.parametrize("name", list(block_schemas()))
def test_every_block_has_its_settings_and_an_example_beside_what_it_becomes(name: str) -> None:
    told, block = section("blocks", name), block_schemas()[name]
    assert told.example == block.example
    assert told.is_shown == (name != "implication")
    assert all(f"| `{field.key}` |" in told.text for field in block.schema.fields)


def pictures() -> Mapping[str, bytes]:
    return {name: asset.location.read_bytes() for name, asset in shipped.pictures().items()}


def places() -> dict[str, str | bytes]:
    """Every worked example where its kind belongs, in one site with the lists that the examples name."""
    frame = {"edition": "content/2022-23/index.md", "section": "content/2022-23/01-primary/index.md",
             "page": "content/pages/about.md"}  # fmt: skip
    files: dict[str, str | bytes] = {
        frame.get(kind.id, f"content/2022-23/01-primary/{kind.id}.md"): worked_example(kind)
        for kind in shipped_kinds().values()
    }
    lists = {f"content/{name}": (DATA / name).read_text("utf-8") for name in ("hubs.yaml", "schools.yaml")}
    return files | lists


def test_every_worked_example_builds_without_a_remark(tmp_path: Path) -> None:
    result = built(tmp_path, places(), deep=True)
    assert [f"{p.where.file}:{p.where.line} {p.what}" for p in result.problems] == []
    assert {s.kind.id for s in result.site.stories.values()} == {
        kind.id for kind in shipped_kinds().values() if kind.role == "story"
    }


def test_every_example_of_a_text_builds_without_a_remark(tmp_path: Path) -> None:
    every = [s for s in GUIDE["blocks"].sections if s.is_shown]
    stories = {
        f"content/2022-23/{s.id}.md": story(title=f"About {s.title}", kind="explainer", body=s.example) for s in every
    }
    beside = {f"content/2022-23/{name}": content for name, content in pictures().items()}
    result = built(tmp_path, {**stories, **beside}, deep=True)
    assert [f"{p.where.file}:{p.where.line} {p.what}" for p in result.problems] == []


def test_a_kind_of_a_site_has_an_example_that_builds(tmp_path: Path) -> None:
    example = worked_example(own_kind())
    assert 'motto: "Onwards: and up"\n' in example
    files = {"content/kinds/visit.yaml": OWN, "content/2022-23/visit.md": example}
    assert built(tmp_path, files).problems == ()


def test_a_kind_of_a_site_is_told_of_with_its_fields() -> None:
    sections = {s.id: s for s in shipped_guide(own_kind())["kinds"].sections}
    assert "A day at a school." in sections["visit"].text
    assert "What hangs above the door." in sections["visit-motto"].text
    assert "| merry, glad | merry |" in sections["visit-mood"].text


def test_a_kind_that_takes_the_place_of_one_that_ships_is_told_of_as_it_is() -> None:
    kinds = shipped_kinds()
    changed = read_kind("case-study", load_yaml("name: Case\ncard: [hub]", "a").value, kinds["case-study"]).value  # type: ignore[arg-type]
    assert worked_example(changed) != worked_example(kinds["case-study"])
    assert worked_example(changed).startswith("---\nkind: case-study\ntitle: ")


def test_the_card_of_an_example_is_told_as_it_is_understood() -> None:
    told = section("kinds", "case-study-card").text
    assert "| Disadvantage | `24% Pupil Premium` | Pupil Premium: 24% | Pupil Premium: 20–29% |" in told


def test_texts_of_the_guide_are_sound_markdown() -> None:
    every = [s.text for chapter in GUIDE.values() for s in chapter.sections]
    found = [p for text in every for p in convert(text).problems]
    assert {p.code for p in found} <= {"link-text"}  # addresses that are shown and are no links


def test_every_place_that_the_guide_leads_to_is_there() -> None:
    ids = {f"{c.id}#{s.id}" for c in GUIDE.values() for s in c.sections}
    links = {link for c in GUIDE.values() for s in c.sections for link in re.findall(r"\(/docs/([^)]*)\)", s.text)}
    assert links
    assert links <= ids


@pytest.mark.parametrize("kind", list(shipped_kinds()))
def test_an_example_with_a_hub_says_that_yours_belongs_there(kind):
    shown = section("kinds", f"{kind}-example")
    assert ("Put a hub of your own in it" in shown.text) == ("\nhub:" in shown.example)


def test_what_a_kind_needs_is_one_list():
    assert "It needs `kind`, `title` and `name`." in section("kinds", "participant").text


def test_the_example_of_what_stands_in_another_block_says_where_to_copy_it_from():
    assert "copy the example of the finding" in section("blocks", "implication").text
