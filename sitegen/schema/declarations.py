"""The schema of schemas: what a declared field may say, and fields made of such declarations.

This is the one schema that is written in Python, for every other one is read through it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sitegen.problems.problem import Checked, Problem
from sitegen.reading.values import Node
from sitegen.schema.declared import Field
from sitegen.schema.engine import read_field
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.types.given import shown
from sitegen.schema.values import Value, Values
from sitegen.text import fold_key, in_words, nearest

_DEPTH = 3


def _declaration(depth: int) -> tuple[Field, ...]:
    inner = (
        (_map_of_fields("fields", "Fields", "The fields of a record, each under its own key.", depth - 1),)
        if depth
        else ()
    )
    return (
        Field("type", "text", "Type", "What sort of value the field holds.", choices=tuple(FIELD_TYPES),
              example="text"),
        Field("label", "text", "Label", "What readers see.", example="Theme"),
        Field("help", "paragraph", "Help", "What authors are told.", example="What the group worked on."),
        Field("example", "text", "Example", "What an author might write.", example="Oracy"),
        Field("required", "yes/no", "Required", "yes where no story may lack it.", example="yes"),
        Field("many", "yes/no", "Many", "yes where it takes one value or a list.", example="yes"),
        Field("facet", "yes/no", "Facet", "yes where readers filter by it.", example="yes"),
        Field("search", "yes/no", "Search", "yes where readers find its words by searching.", example="yes"),
        Field("choices", "list", "Choices", "The values that it may have.", example="[Play, Reading]"),
        Field("synonyms", "map", "Synonyms", "Other words for a choice.", example="{Primary: [infant, junior]}",
              fields=(Field("words", "list", "Words", "Words that mean this choice.", example="[infant, junior]"),)),
        Field("default", "text", "Default", "What holds where the field is left out.", example="bar"),
        Field("aliases", "text", "Aliases", "Other ways to write its key.", many=True, example="[local_maths_hub]"),
        *inner,
    )  # fmt: skip


def _map_of_fields(key: str, label: str, help_: str, depth: int) -> Field:
    entry = Field(
        "field", "record", "field", "A field.", fields=_declaration(depth), example="{type: text, label: Theme}"
    )
    return Field(key, "map", label, help_, fields=(entry,), example="{theme: {type: text, label: Theme}}")


def map_of_fields(key: str, label: str, help_: str) -> Field:
    """A field that holds declarations of fields, each under its key."""
    return _map_of_fields(key, label, help_, _DEPTH)


Declared = Mapping[str, Value]


def declared_fields(declared: Declared, known: Mapping[str, Field] | None = None) -> Checked[tuple[Field, ...]]:
    """The fields of a map of declarations, in order.

    `known` are fields that come anyway, by key: a declaration of one of these adds to it and may not change its type.
    """
    fields: dict[str, Field] = {}
    problems: list[Problem] = []
    for word, value in declared.items():
        key = fold_key(word)
        if key in fields or not key:
            problems.append(_bad_key(word, value))
            continue
        made = declared_field(key, value, (known or {}).get(key))
        problems.extend(made.problems)
        if made.value:
            fields[key] = made.value
    return Checked(tuple(fields.values()), tuple(problems))


def _bad_key(word: str, value: Value) -> Problem:
    if not fold_key(word):
        return Problem(
            value.key,
            "yaml-key",
            f"{shown(word)} cannot be the name of a field.",
            "Use letters, digits and underscores.",
        )
    return Problem(
        value.key,
        "duplicate-key",
        f"The field `{fold_key(word)}` is declared twice.",
        "Keep one of the two declarations.",
    )


def declared_field(key: str, value: Value, known: Field | None = None) -> Checked[Field | None]:
    """One field as declared; None, with a problem, where its type is not known or lacks what it needs."""
    says: Values = value.value
    type_ = says["type"].value if "type" in says else known.type if known else "text"
    if type_ not in FIELD_TYPES:
        return Checked(None, (_unknown_type(says["type"]),))
    if known and type_ != known.type:
        return Checked(None, (_changed_type(key, says["type"], known),))
    inner = declared_fields(
        says["fields"].value if "fields" in says else {}, {f.key: f for f in known.fields} if known else {}
    )
    field = _field(key, type_, says, known, inner.value)
    lacking = _lacking(field, value)
    return Checked(None if lacking else field, inner.problems + lacking)


def _field(key: str, type_: str, says: Values, known: Field | None, inner: tuple[Field, ...]) -> Field:
    base = known or Field(key, type_, key.replace("_", " ").capitalize())

    def said(name: str, otherwise: Any) -> Any:
        return says[name].value if name in says else otherwise

    return Field(
        key=key,
        type=type_,
        label=said("label", base.label),
        help=said("help", base.help),
        required=said("required", base.required),
        many=base.many if known else said("many", False),
        facet=said("facet", base.facet),
        search=said("search", base.search),
        choices=said("choices", base.choices),
        default=said("default", base.default),
        example=said("example", base.example),
        fields=inner or base.fields,
        aliases=tuple(said("aliases", base.aliases)),
        synonyms=_synonyms(says) or base.synonyms,
    )


def _synonyms(says: Values) -> tuple[tuple[str, str], ...]:
    declared: Declared = says["synonyms"].value if "synonyms" in says else {}
    return tuple((word, choice) for choice, words in declared.items() for word in words.value)


_USUAL = ("text", "paragraph", "whole number", "yes/no", "date", "choice", "list", "link")
"""Types that kinds of a site's own are most likely to need."""


def _unknown_type(type_: Value) -> Problem:
    near = nearest(type_.text, FIELD_TYPES, cutoff=0.6)
    fix = f'Did you mean "{near}"? ' if near else ""
    known = in_words([f'"{name}"' for name in _USUAL], last="or")
    what = f"There is no field type {shown(type_.text)}."
    fix += f"Write {known}, or another type of the authors' guide."
    return Problem(type_.where, "unknown-field-type", what, fix, suggestion=near)


def _changed_type(key: str, type_: Value, known: Field) -> Problem:
    what = f"The field `{key}` comes with every kind as {known.type}, and its type cannot be changed."
    fix = f"Remove the type, or give your field a name of its own, such as `own_{key}`."
    return Problem(type_.where, "wrong-kind-of-value", what, fix, suggestion=known.type)


_NEEDS = {"choice": "choices", "choices": "choices", "record": "fields", "map": "fields"}


def _lacking(field: Field, value: Value) -> tuple[Problem, ...]:
    need = _NEEDS.get(field.type)
    if need is None or getattr(field, need):
        return ()
    examples = {"choices": "choices: [One, Two]", "fields": "fields: {title: {type: text}}"}
    what = f"The field `{field.key}` is of type {field.type} and has no `{need}`."
    return (Problem(value.key, "missing-field", what, f"Write, for example, `{examples[need]}`."),)


def read_declarations(node: Node, key: str = "fields") -> Checked[tuple[Field, ...]]:
    """The fields that a piece of YAML declares: each under its key."""
    read = read_field(map_of_fields(key, key.capitalize(), ""), node, node.where)
    made = declared_fields(read.value.value if read.value else {})
    return Checked(made.value, read.problems + made.problems)
