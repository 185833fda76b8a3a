from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.problems.problem import Where
from sitegen.reading.values import Entry, Mapping_, Node, Scalar, Sequence
from sitegen.schema.declared import Field, Schema
from sitegen.schema.engine import check, holds_several
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.jsonschema import json_schema
from sitegen.schema.kinds import shipped_kinds
from sitegen.schema.registers import register_schemas
from sitegen.schema.settings import settings_schema

SCHEMAS = {
    **{f"kind {k.id}": k.schema for k in shipped_kinds().values()},
    **{f"register {name}": schema for name, schema in register_schemas().items()},
    "site": settings_schema(),
}
WHERE = Where("a.md")


def as_node(value: Any) -> Node:
    if isinstance(value, dict):
        return Mapping_(tuple(Entry(Scalar(k, WHERE), as_node(v)) for k, v in value.items()), WHERE)
    if isinstance(value, list):
        return Sequence(tuple(as_node(v) for v in value), WHERE)
    return Scalar(str(value), WHERE, quoted=True)


def defined(whole: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """What a reference leads to."""
    return whole["definitions"][part["$ref"].removeprefix("#/definitions/")]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_has_a_sound_json_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(json_schema(SCHEMAS[name]))


@pytest.mark.parametrize("name", SCHEMAS)
def test_keys_help_and_what_is_required_are_carried_over(name: str) -> None:
    made, schema = json_schema(SCHEMAS[name]), SCHEMAS[name]
    assert list(made["properties"]) == [f.key for f in schema.fields]
    assert [part["anyOf"][0]["required"][0] for part in made.get("allOf", ())] == [
        f.key for f in schema.fields if f.required
    ]
    assert all(defined(made, made["properties"][f.key])["description"] == f.help for f in schema.fields)


def example(field: Field) -> st.SearchStrategy[Any]:
    """Values that the field's type takes, as an editor would hold them."""
    kind = FIELD_TYPES[field.type]
    one: st.SearchStrategy[Any] = st.sampled_from(field.choices) if field.choices else _plain(field, kind.example)
    return st.one_of(one, st.lists(one, min_size=1, max_size=3)) if holds_several(field) else one


def _plain(field: Field, text: str) -> st.SearchStrategy[Any]:
    if field.type == "map":
        return st.nothing()
    if field.type == "record":
        return documents(Schema(field.key, field.fields))
    if field.type == "image":
        return st.just({"file": "a.jpg", "alt": "A wall"})
    if field.type == "colour":
        return st.just("#12436d")
    return st.sampled_from(["One", "A name"]) if text[0] in "[{" else st.just(text)


def documents(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    usable = {f.key: example(f) for f in schema.fields if not example(f).is_empty}
    needed = {f.key: usable[f.key] for f in schema.fields if f.required}
    some = st.fixed_dictionaries(needed, optional={k: v for k, v in usable.items() if k not in needed})
    return some.filter(bool)


DOCUMENTS = {name: documents(schema) for name, schema in SCHEMAS.items()}
JSON = {name: json_schema(schema) for name, schema in SCHEMAS.items()}


@settings(deadline=None, max_examples=60)
@given(st.data(), st.sampled_from(sorted(SCHEMAS)))
def test_what_one_takes_the_other_takes(data: st.DataObject, name: str) -> None:
    schema = SCHEMAS[name]
    said = data.draw(DOCUMENTS[name])
    node = as_node(said)
    assert isinstance(node, Mapping_)
    assert check(schema, node).problems == ()
    jsonschema.Draft7Validator(JSON[name]).validate(said)


@settings(deadline=None, max_examples=60)
@given(st.data(), st.sampled_from(sorted(SCHEMAS)), st.sampled_from(["unknown", "missing", "choice"]))
def test_what_one_refuses_the_other_refuses(data: st.DataObject, name: str, how: str) -> None:
    schema = SCHEMAS[name]
    said = data.draw(DOCUMENTS[name])
    chosen = [f.key for f in schema.fields if f.choices]
    needed = [f.key for f in schema.fields if f.required]
    if how == "unknown" or (how == "missing" and not needed) or (how == "choice" and not chosen):
        said["zzzz"] = "x"
    elif how == "missing":
        del said[data.draw(st.sampled_from(needed))]
    else:
        said[data.draw(st.sampled_from(chosen))] = "none of these"
    node = as_node(said)
    assert isinstance(node, Mapping_)
    assert check(schema, node).problems
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(JSON[name]).validate(said)
