"""What a field type is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.values import Mapping_, Node, Scalar, Sequence
from sitegen.schema.declared import Field, Schema
from sitegen.schema.values import Value, Values
from sitegen.text import fold_space

Check = Callable[[Schema, Mapping_], Checked[Values]]
ReadField = Callable[[Field, Node, Where], "Checked[Value | None]"]
Read = Callable[["Given"], "Checked[Value | None]"]
Split = Callable[[Field, Scalar], tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class Given:
    """One `key: value` that a field type reads: the piece of YAML, its field, where the key stands.

    `text` is that of a scalar on one line, empty for a list or a mapping. `check` checks a mapping inside it against
    a schema; `read` reads a piece of it as another field.
    """

    node: Node
    field: Field
    key: Where
    text: str
    check: Check
    read: ReadField

    def value(self, value: Any, text: str | None = None) -> Value:
        """`value` as the value of this field."""
        return Value(self.text if text is None else text, value, self.node.where, self.key)

    def good(self, value: Any, text: str | None = None) -> Checked[Value | None]:
        """`value` as the value of this field, with no problem."""
        return Checked(self.value(value, text))

    def refused(
        self, what: str, fix: str, code: str = "wrong-kind-of-value", suggestion: str | None = None
    ) -> Checked[Value | None]:
        """No value, and one problem at the value that says why."""
        return Checked(None, (Problem(self.node.where, code, what, fix, suggestion=suggestion),))


TEXT: Mapping[str, Any] = {"type": ["string", "number", "boolean"]}
"""The JSON Schema of text: what other readers of YAML take for a number or for true is text here."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """One row of the table of field types.

    `read` makes one value of a piece of YAML and never raises. `help` says in a few words what authors write. `json`
    is the JSON Schema of one value; `wordings` are some that are understood. A `several` type always holds a tuple; a
    `reference` has one key in the singular and the plural. `split` takes apart one piece of text that holds several.
    `fields` are those of a mapping that may stand for the value; a field adds its own.
    """

    name: str
    read: Read
    help: str
    example: str
    json: Mapping[str, Any] = field(default_factory=lambda: TEXT)
    several: bool = False
    reference: bool = False
    split: Split | None = None
    fields: tuple[Field, ...] = ()
    wordings: tuple[str, ...] = ()


def shown(text: str, limit: int = 60) -> str:
    """Text of an author as a sentence names it: on one line, in quotation marks, cut when it is long."""
    folded = fold_space(text[: 4 * limit])
    return f'"{folded}"' if len(folded) <= limit else f'"{folded[: limit - 1].rstrip()}…"'


def one_of(field: Field) -> str:
    """What one of the things that a field holds is called in a sentence: `person`, `entry of `corrections``."""
    if field.type in _ONE_OF:
        return _ONE_OF[field.type]
    return f"entry of `{field.key}`" if field.many else field.label.lower() or field.key


_ONE_OF = {"people": "person", "person": "person", "hubs": "hub", "hub": "hub", "schools": "school", "school": "school"}


def is_blank(node: Node) -> bool:
    """True where an author wrote nothing: no value, white space, an empty mapping, a list of nothing else."""
    match node:
        case Scalar():
            return node.is_empty or not node.text.strip()
        case Sequence():
            return all(map(is_blank, node.items))
        case _:
            return not node.entries


def of_text(read: Callable[[Given, str], Checked[Value | None]]) -> Read:
    """A reader of one piece of text, which it gets on one line; a list or a mapping is a problem."""

    def reader(given: Given) -> Checked[Value | None]:
        return read(given, given.text) if isinstance(given.node, Scalar) else not_text(given)

    return reader


def not_text(given: Given) -> Checked[Value | None]:
    """The problem of a list or a mapping where one piece of text belongs."""
    found = "a list" if isinstance(given.node, Sequence) else "fields of its own"
    return given.refused(
        f"`{given.field.key}` holds {found}, where one piece of text belongs.",
        f"Write one piece of text after the colon, such as `{given.field.key}: {given.field.example or 'some words'}`.",
        code="not-text",
    )


def pieces(scalar: Scalar, spans: list[tuple[int, int]]) -> tuple[Scalar, ...]:
    """Parts of a scalar by their spans, each at its own place; white space around them and empty ones are dropped."""
    return tuple(_piece(scalar, start, end) for start, end in spans if scalar.text[start:end].strip())


def _piece(scalar: Scalar, start: int, end: int) -> Scalar:
    raw = scalar.text[start:end]
    text, where = raw.strip(), scalar.where
    if not scalar.quoted and where.width == len(scalar.text):
        start += len(raw) - len(raw.lstrip())
        where = Where(where.file, where.line, where.column + start, len(text))
    return Scalar(text, where, scalar.quoted)
