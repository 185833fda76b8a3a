"""JSON Schema for editors, from the same tables that check.

Draft 07, for editors know no later one well. It takes whatever the check takes, in whatever spelling: what an editor
underlines is wrong. The reverse does not hold: wordings that only a field type can judge, such as dates, are any text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from sitegen.regex import regex
from sitegen.schema.declared import Field, Kind, Schema
from sitegen.schema.engine import holds_several, spellings
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.hints import examples, with_advice
from sitegen.schema.types.given import TEXT
from sitegen.schema.types.records import may_be_text
from sitegen.text import fold_key, slug

DRAFT = "http://json-schema.org/draft-07/schema#"
Json = dict[str, Any]

_APOSTROPHES = "'’"
_PIECES = regex(rf"[^\W_]+|[{_APOSTROPHES}]|[^\w{_APOSTROPHES}]+|_+")
_ENDS = regex(r"^[\W_]+|[\W_]+$")
_BETWEEN = r"(?:\s*[,;/]\s*|\s+(?:and|&|\+)\s+)+"
_NOTHING = {"type": "null"}
_OF_FIELDS = ("properties", "patternProperties")
"""The parts of a schema that hold fields by their keys."""


def json_schema(schema: Schema) -> Json:
    """A schema as a JSON Schema of one object, with keys as they are declared and in every other spelling."""
    return _whole({"title": schema.name, **_object(schema.fields)})


def json_schema_of_list(schema: Schema) -> Json:
    """The JSON Schema of a list of such objects, which may be empty."""
    return _whole({"type": ["array", "null"], "items": {"title": schema.name, **_object(schema.fields)}})


def json_schema_of_kinds(kinds: Mapping[str, Kind]) -> Json:
    """The JSON Schema of front matter: what else it may say depends on its kind."""
    words = dict.fromkeys(word for k in kinds.values() for word in (k.id, k.name))
    is_kind = {"anyOf": [{"enum": [k.id for k in kinds.values()]}, _matching(_alone(_either(words)))]}
    return _whole({
        "title": "The facts at the head of a story",
        "type": "object",
        "properties": {"kind": {"description": "What sort of page this is.", **is_kind}},
        "allOf": [*_required(("kind",), {"kind": ("kind",)}), *map(_where_kind_is, kinds.values())],
    })  # fmt: skip


def _whole(schema: Json) -> Json:
    """A schema in which every field stands once, under `definitions`: it is named in each of its spellings."""
    definitions: dict[str, Json] = {}
    by_text: dict[str, str] = {}
    seen: dict[int, Json] = {}

    def referred(field: Json) -> Json:
        if id(field) not in seen:
            made = shared(field)
            name = by_text.setdefault(json.dumps(made), _free_name(made, definitions))
            definitions[name] = made
            seen[id(field)] = {"$ref": f"#/definitions/{name}"}
        return seen[id(field)]

    def shared(part: Any) -> Any:
        if isinstance(part, list):
            return [shared(each) for each in part]
        if not isinstance(part, dict):
            return part
        return {key: _each(referred, value) if key in _OF_FIELDS else shared(value) for key, value in part.items()}

    return {"$schema": DRAFT, **shared(schema), "definitions": definitions}


def _each(make: Callable[[Json], Json], fields: Mapping[str, Json]) -> Json:
    return {key: make(field) for key, field in fields.items()}


def _free_name(field: Json, taken: Mapping[str, Json]) -> str:
    name = slug(field.get("title", "")) or "field"
    return next(each for n in count(1) if (each := name if n == 1 else f"{name}-{n}") not in taken)


def _where_kind_is(kind: Kind) -> Json:
    words = _alone(_either(dict.fromkeys((kind.id, kind.name))))
    asked = {"properties": {"kind": _matching(words)}, "required": ["kind"]}
    return {"if": asked, "then": {"title": kind.name, "description": kind.help, **_object(kind.schema.fields)}}


def _object(fields: Sequence[Field]) -> Json:
    made = {f.key: _property(f) for f in fields}
    spelt: dict[str, list[str]] = {f.key: [] for f in fields}
    for spelling, field in spellings(Schema("", tuple(fields))).items():
        spelt[field.key].append(spelling)
    needed = _required([f.key for f in fields if f.required], spelt)
    return {
        "type": "object",
        "properties": made,
        "patternProperties": {key_pattern(spelt[key], other_than=key): one for key, one in made.items()},
        "additionalProperties": False,
        **({"allOf": needed} if needed else {}),
    }


def _required(keys: Sequence[str], spelt: Mapping[str, Sequence[str]]) -> list[Json]:
    """That each key is there in one of its spellings; where none is, an editor names the first way to put it right."""
    others = ((key, {"pattern": key_pattern(spelt[key])}) for key in keys)
    return [{"anyOf": [{"required": [key]}, {"not": {"propertyNames": {"not": other}}}]} for key, other in others]


def _property(field: Field) -> Json:
    said = {"title": field.label, "description": field.help, "examples": examples(field)}
    shape = [_one(field)]
    if holds_several(field):
        shape = [_several_in_one(field), {"type": "array", "items": {"anyOf": [_one(field), _NOTHING]}}]
    whole = shape if field.required else [*shape, _NOTHING]
    return {**{k: v for k, v in said.items() if v}, **(whole[0] if len(whole) == 1 else {"anyOf": whole})}


def _one(field: Field) -> Json:
    kind = FIELD_TYPES[field.type]
    if field.choices:
        return _choice(field, _alone(_words(field)))
    if field.type == "map":
        return {"type": "object", "additionalProperties": _property(field.fields[0])}
    fields = {f.key: f for f in (*kind.fields, *field.fields)}
    if not fields:
        return with_advice(dict(kind.json), field)
    whole = _object(tuple(fields.values()))
    return whole if field.type == "record" and not may_be_text(field) else {"anyOf": [dict(TEXT), whole]}


def _several_in_one(field: Field) -> Json:
    """One value, or several choices in one piece of text: `Primary and Secondary`."""
    word = _words(field)
    return _choice(field, _alone(f"{word}(?:{_BETWEEN}{word})*")) if field.choices else _one(field)


def _choice(field: Field, spelt: str) -> Json:
    """The choices, which an editor offers; and every other spelling of them, where the field's type takes these."""
    offered = {"enum": list(field.choices)}
    return {"anyOf": [offered, _matching(spelt)]} if field.type in ("choice", "choices") else offered


def _words(field: Field) -> str:
    return _either((*field.choices, *dict(field.synonyms)))


def _matching(pattern: str) -> Json:
    return {"type": "string", "pattern": pattern}


def _alone(pattern: str) -> str:
    return rf"^[\W_]*{pattern}[\W_]*$"


def _either(words: Iterable[str]) -> str:
    """A regular expression for any of these names, whatever their case, spaces, hyphens and apostrophes."""
    return f"(?:{'|'.join(''.join(map(_piece, _PIECES.findall(_ENDS.sub('', word)))) for word in words)})"


def _piece(piece: str) -> str:
    if piece in _APOSTROPHES:
        return f"[{_APOSTROPHES}]?"
    if piece.isalnum():
        return _any_case(piece)
    return r"\s*(?:&|\s[Aa][Nn][Dd]\s)\s*" if "&" in piece else r"[\W_]+"


def key_pattern(keys: Iterable[str], other_than: str = "") -> str:
    """A regular expression for any of these keys in any spelling but one, which is exactly `other_than`."""
    either = "|".join(dict.fromkeys(r"[\s_-]+".join(map(_any_case, fold_key(key).split("_"))) for key in keys))
    but = f"(?!{re.escape(other_than)}$)" if other_than else ""
    return rf"^{but}[\s_-]*(?:{either})[\s_-]*$"


def _any_case(word: str) -> str:
    return "".join(f"[{c.upper()}{c.lower()}]" if len(c.upper()) == 1 and c.upper() != c.lower() else c for c in word)
