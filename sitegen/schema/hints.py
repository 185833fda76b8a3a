"""What a JSON Schema tells people in their editor: examples as values, and what to write in place of a slip."""

from __future__ import annotations

from typing import Any

from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Node, Scalar
from sitegen.schema.declared import Field
from sitegen.schema.fieldtypes import FIELD_TYPES

Json = dict[str, Any]


def examples(field: Field) -> list[Any]:
    """The example of a field as editors put it into a file: a list as a list, text as it is written."""
    if not field.example:
        return []
    read = load_yaml(field.example, "")
    if read.value is None or read.problems or isinstance(read.value, Scalar):
        return [field.example]
    return [_value(read.value)]


def _value(node: Node) -> Any:
    if isinstance(node, Scalar):
        return int(node.text) if node.text.isdecimal() and node.text[0] != "0" and not node.quoted else node.text
    if isinstance(node, Mapping_):
        return {entry.key.text: _value(entry.value) for entry in node}
    return [_value(item) for item in node.items]


def with_advice(shape: Json, field: Field) -> Json:
    """A shape whose slips are told in the words of the field's type, and not as an editor would by itself.

    Editors that know no such words pass over them.
    """
    return _told(shape, f"Write {FIELD_TYPES[field.type].help}.")


def _told(shape: Json, advice: str) -> Json:
    if "anyOf" in shape:
        return {**shape, "anyOf": [_told(each, advice) for each in shape["anyOf"]]}
    by_pattern = {"patternErrorMessage": advice} if "pattern" in shape else {}
    return {**shape, "errorMessage": advice, **by_pattern} if "type" in shape or "enum" in shape else shape
