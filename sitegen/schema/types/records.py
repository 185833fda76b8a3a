"""Field types with fields of their own: a record, and a map of entries under keys that the author chooses."""

from __future__ import annotations

from sitegen.problems.problem import Checked, Problem
from sitegen.reading.values import Entry, Mapping_, Scalar, Sequence
from sitegen.schema.declared import Field, Schema
from sitegen.schema.types.given import FieldType, Given, one_of
from sitegen.schema.values import Value
from sitegen.text import fold_space, in_words


def _record(given: Given) -> Checked[Value | None]:
    fields = given.field.fields
    match given.node:
        case Mapping_():
            node = given.node
        case Scalar() if may_be_text(given.field):
            key = Scalar(fields[0].key, given.node.where)
            node = Mapping_((Entry(key, given.node),), given.node.where)
        case _:
            return _no_fields(given)
    read = given.check(Schema(one_of(given.field), fields), node)
    if any(f.required and f.key not in read.value for f in fields):
        return Checked(None, read.problems)
    text = ", ".join(v.text for v in read.value.values() if v.text)
    return Checked(given.value(read.value, text), read.problems)


def may_be_text(field: Field) -> bool:
    """True for a record that may be written as one text, which is then its first field: `source: Annual Report`."""
    fields = field.fields
    return bool(fields) and fields[0].type == "text" and not any(f.required for f in fields[1:])


def _map(given: Given) -> Checked[Value | None]:
    if not isinstance(given.node, Mapping_):
        return _no_fields(given)
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for entry in given.node.entries:
        read = given.read(given.field.fields[0], entry.value, entry.key.where)
        problems.extend(read.problems)
        if read.value is not None:
            values[fold_space(entry.key.text)] = read.value
    text = ", ".join(f"{word}: {value.text}" for word, value in values.items())
    return Checked(given.value(values, text), tuple(problems))


def _no_fields(given: Given) -> Checked[Value | None]:
    field, found = given.field, "a list" if isinstance(given.node, Sequence) else "one piece of text"
    parts = in_words([f"`{f.key}`" for f in field.fields]) if field.type == "record" else "your own names"
    return given.refused(
        f"`{field.key}` holds {found}, where fields of its own belong.",
        f"Write the fields under it, each on its own line as `name: value`: {parts}.{_for_example(field)}",
        code="not-a-mapping",
    )


def _for_example(field: Field) -> str:
    return f" For example: `{field.key}: {field.example}`." if field.example else ""


RECORD_TYPES = (
    FieldType("record", _record, "fields of its own", "{title: A title}", {"type": ["object", "string"]}),
    FieldType("map", _map, "entries under names of your own", "{name: value}", {"type": "object"}),
)
