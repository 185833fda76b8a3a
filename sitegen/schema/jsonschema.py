"""JSON Schema for editors, from the same tables that check."""

from __future__ import annotations

from typing import Any

from sitegen.schema.declared import Field, Schema
from sitegen.schema.engine import holds_several
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.types.records import may_be_text


def json_schema(schema: Schema) -> dict[str, Any]:
    """A schema as a JSON Schema (draft 2020-12) of one object, with keys as they are declared.

    It holds what an editor can use: keys, choices, what is required, help. Wordings that only the field types judge,
    such as dates, are any text here.
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": schema.name, **_object(schema.fields)}


def _object(fields: tuple[Field, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {f.key: _property(f) for f in fields},
        "required": [f.key for f in fields if f.required],
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    said = {"title": field.label, "description": field.help, "examples": [field.example]}
    one = _one(field)
    shape = {"anyOf": [one, {"type": "array", "items": one}]} if holds_several(field) else one
    return {**{k: v for k, v in said.items() if v and v != [""]}, **shape}


def _one(field: Field) -> dict[str, Any]:
    kind = FIELD_TYPES[field.type]
    if field.choices:
        return {"enum": [*field.choices, *dict(field.synonyms)]}
    if field.type == "map":
        return {"type": "object", "additionalProperties": _property(field.fields[0])}
    fields = {f.key: f for f in (*kind.fields, *field.fields)}
    if not fields:
        return dict(kind.json)
    whole = _object(tuple(fields.values()))
    return whole if field.type == "record" and not may_be_text(field) else {"anyOf": [{"type": "string"}, whole]}
