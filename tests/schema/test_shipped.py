"""Shipped data that does not load is our own bug: every file is read, checked and complete."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.reading.located import load_yaml
from sitegen.schema.bands import MEASURES, read_bands
from sitegen.schema.blocks import block_schemas, load_blocks
from sitegen.schema.declarations import read_declarations
from sitegen.schema.declared import Field, Schema
from sitegen.schema.engine import check, holds_several, read_field
from sitegen.schema.kinds import read_kind, shipped_kinds
from sitegen.schema.registers import register_schemas
from sitegen.schema.settings import settings_schema
from sitegen.schema.shipped import shipped, shipped_kind_ids, shipped_mapping
from tests.schema.given import fields

DATA = Path(__file__).parents[2] / "sitegen" / "schema" / "data"
NAMES = sorted(str(p.relative_to(DATA)).replace("\\", "/") for p in DATA.rglob("*.yaml"))
PROMISED = (
    "case-study q-and-a impact-story spotlight participant research-group explainer evaluation evidence-summary "
    "project-review news-item edition section page"
)


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_file_is_read_without_a_problem(name: str) -> None:
    assert shipped(name).problems == ()
    assert shipped(name).value is not None


def test_every_kind_of_the_design_ships() -> None:
    assert sorted(PROMISED.split()) == list(shipped_kind_ids())


@pytest.mark.parametrize("id_", PROMISED.split())
def test_every_shipped_kind_is_declared_without_a_problem(id_: str) -> None:
    made = read_kind(id_, shipped_mapping(f"kinds/{id_}.yaml"))
    assert made.problems == ()
    assert made.value.help
    assert made.value == shipped_kinds()[id_]


@pytest.mark.parametrize("group", ["page", "story", "profile"])
def test_the_common_fields_are_declared_without_a_problem(group: str) -> None:
    nodes = {e.key.text: e.value for e in shipped_mapping("common.yaml")}
    assert set(nodes) == {"page", "story", "profile"}
    assert read_declarations(nodes[group]).problems == ()


def test_the_blocks_are_declared_without_a_problem() -> None:
    assert load_blocks().problems == ()


@pytest.mark.parametrize("name", ["site.yaml", "registers.yaml"])
def test_settings_and_registers_are_declared_without_a_problem(name: str) -> None:
    node = shipped_mapping(name)
    nodes = [node] if name == "site.yaml" else [e.value for e in node]
    assert [read_declarations(n).problems for n in nodes] == [()] * len(nodes)


def test_the_shipped_bands_have_no_problem() -> None:
    node = shipped_mapping("bands.yaml")
    read = read_field(settings_schema()["bands"], node, node.where)
    bands = read_bands(read.value)
    assert (read.problems, bands.problems, tuple(bands.value)) == ((), (), MEASURES)


def every_field() -> Iterator[tuple[str, Field]]:
    """Every declared field of every schema that ships, with those inside records, under a name of its place."""
    schemas = {f"kind {id_}": kind.schema.fields for id_, kind in shipped_kinds().items()}
    schemas |= {f"block {name}": block.schema.fields for name, block in block_schemas().items()}
    schemas |= {f"register {name}": schema.fields for name, schema in register_schemas().items()}
    schemas["site"] = settings_schema().fields
    for place, declared in schemas.items():
        yield from _inside(place, declared)


def _inside(place: str, declared: tuple[Field, ...]) -> Iterator[tuple[str, Field]]:
    for field in declared:
        yield f"{place}: {field.key}", field
        yield from _inside(f"{place}: {field.key}", field.fields)


FIELDS = dict(every_field())


@pytest.mark.parametrize("place", FIELDS)
def test_every_field_has_a_label_a_help_that_is_a_sentence_and_an_example(place: str) -> None:
    field = FIELDS[place]
    assert field.label
    assert field.help.endswith(".")
    assert field.example


@pytest.mark.parametrize("place", FIELDS)
def test_the_example_of_every_field_is_understood(place: str) -> None:
    field = FIELDS[place]
    text = (
        field.example
        if field.example[0] in "[{\"'"
        else f"'{field.example}'"
        if ": " in field.example
        else field.example
    )
    made = check(Schema("example", (field,)), fields(f"{field.key}: {text}"))
    assert made.problems == ()
    assert field.key in made.value


def test_synonyms_lead_to_choices_that_there_are() -> None:
    lost = [place for place, f in FIELDS.items() for _, choice in f.synonyms if choice not in f.choices]
    assert lost == []


def test_keys_are_written_as_they_are_folded() -> None:
    assert all(field.key == field.key.lower().replace(" ", "_").replace("-", "_") for field in FIELDS.values())


def test_lists_of_facets_hold_several_values() -> None:
    story = shipped_kinds()["case-study"].schema
    assert [f.key for f in story.fields if f.facet and holds_several(f)] == [
        "hub",
        "phase",
        "programme",
        "themes",
        "evidence",
    ]


def test_a_shipped_file_says_the_same_with_and_without_the_fast_reader() -> None:
    yaml = pytest.importorskip("yaml")
    text = (DATA / "common.yaml").read_text("utf-8")
    assert load_yaml(text, "a").value == load_yaml(text, "a", loader=yaml.SafeLoader).value
