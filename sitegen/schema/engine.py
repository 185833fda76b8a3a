"""Checks fields against a schema: the one engine for front matter, settings, registers, kinds and blocks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.values import Entry, Mapping_, Node, Scalar, Sequence
from sitegen.regex import regex
from sitegen.schema.commas import cut_off
from sitegen.schema.declared import Field, Schema
from sitegen.schema.facts.measures import MEASURE
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.types.given import FieldType, Given, is_blank, shown
from sitegen.schema.values import Value, Values
from sitegen.text import fold_key, fold_space, in_short, nearest


@dataclass(frozen=True, slots=True)
class Terms:
    """How problems speak of what is checked, and their codes. `value` replaces the code of any unfit value."""

    noun: str = "field"
    unknown: str = "unknown-field"
    missing: str = "missing-field"
    empty: str = "empty-field"
    twice: str = "duplicate-key"
    value: str | None = None


class _Given(NamedTuple):
    field: Field
    entry: Entry


FIELD_TERMS = Terms()
_MOST_GUESSES = 50  # a file with more slips than this is no story, and guessing would take its time
_LONGEST_WORD = 60
_MEASURE = regex(MEASURE)
_fold = lru_cache(maxsize=4096)(fold_key)


def check(schema: Schema, node: Mapping_, terms: Terms = FIELD_TERMS) -> Checked[Values]:
    """The fields of `node` as understood, by key, with every problem at once.

    Keys match without regard to case, spaces, hyphens, underscores, and by a field's aliases; the singular and the
    plural of a field that may hold several are one key. An unknown key is reported at the key; a required field that
    is missing, at `node`, unless an unknown key is a slip for it. A field that is not understood is left out.
    """
    problems: list[Problem] = []
    given = _match(schema, node, terms, problems)
    meant = {p.suggestion for p in problems if p.code == terms.unknown}
    values: dict[str, Value] = {}
    for field, entry in given.values():
        if is_blank(entry.value):
            if field.required:
                problems.append(_empty(field, entry, terms))
            continue
        read = read_field(field, entry.value, entry.key.where)
        problems.extend(read.problems if terms.value is None else (_as_term(p, terms) for p in read.problems))
        if read.value is not None:
            values[field.key] = read.value
        elif field.required and not read.problems:  # such as a list that is nothing but commas
            problems.append(_empty(field, entry, terms))
    missing = (f for f in schema.fields if f.required and f.key not in given and f.key not in meant)
    problems.extend(_missing(f, schema, node.where, terms) for f in missing)
    return Checked(values, tuple(problems))


def read_field(field: Field, node: Node, key: Where) -> Checked[Value | None]:
    """One value as its field's type understands it; None, with a problem, where it does not.

    A field that may hold several takes one value or a list; its value is a tuple, `parts` the values one by one.
    """
    kind = FIELD_TYPES[field.type]
    if not holds_several(field):
        return kind.read(_given(field, node, key))
    if isinstance(node, Mapping_) and not (kind.fields or field.fields):
        return Checked(None, (_not_a_list(field, node),))
    read = [kind.read(_given(field, item, key)) for item in _items(kind, field, node)]
    parts = tuple(r.value for r in read if r.value is not None)
    problems = tuple(p for r in read for p in r.problems)
    if not parts:
        return Checked(None, problems)
    text = ", ".join(part.text for part in parts)
    return Checked(Value(text, tuple(part.value for part in parts), node.where, key, parts), problems)


def _given(field: Field, node: Node, key: Where) -> Given:
    return Given(node, field, key, fold_space(node.text) if isinstance(node, Scalar) else "", check, read_field)


def holds_several(field: Field) -> bool:
    """True where a field takes one value or a list, and holds a tuple."""
    return field.many or FIELD_TYPES[field.type].several


def _items(kind: FieldType, field: Field, node: Node) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return tuple(item for item in node.items if not is_blank(item))
    return kind.split(field, node) if kind.split and isinstance(node, Scalar) else (node,)


def _not_a_list(field: Field, node: Node) -> Problem:
    what = f"`{field.key}` holds fields of its own, where a list of short texts belongs."
    return Problem(
        node.where, "not-a-list", what, f"Write, for example, `{field.key}: {field.example or '[One, Two]'}`."
    )


def _match(schema: Schema, node: Mapping_, terms: Terms, problems: list[Problem]) -> dict[str, _Given]:
    spelt = spellings(schema)
    found: dict[str, _Given] = {}
    for at, entry in enumerate(node.entries):
        field = spelt.get(_fold(entry.key.text))
        if field is None:
            cut = cut_off(node, at, terms.unknown)
            names = spelt if len(problems) < _MOST_GUESSES else {}
            problems.extend((_unknown(entry, schema, names, terms),) if cut is None else cut)
        elif field.key in found:
            problems.append(_twice(field, entry, found[field.key].entry, terms))
        else:
            found[field.key] = _Given(field, entry)
    return found


def spellings(schema: Schema) -> dict[str, Field]:
    """Every way to write a field's key, folded, with its field: the key itself wins over anybody's alias."""
    spelt: dict[str, Field] = {}
    for field in schema.fields:
        for other in _other_spellings(field.key, field.aliases, _one_key(field)):
            spelt.setdefault(other, field)
    spelt.update((field.key, field) for field in schema.fields)
    return spelt


def _one_key(field: Field) -> bool:
    return holds_several(field) or FIELD_TYPES[field.type].reference


@lru_cache(maxsize=1024)
def _other_spellings(key: str, aliases: tuple[str, ...], several: bool) -> tuple[str, ...]:
    words = [fold_key(key), *(fold_key(a) for a in aliases)]
    if several:
        words += [w.removesuffix("s") if w.endswith("s") else w + "s" for w in words]
    return tuple(words)


def _unknown(entry: Entry, schema: Schema, spelt: dict[str, Field], terms: Terms) -> Problem:
    what = f"No {terms.noun} is called {shown(entry.key.text)} here."
    meant = _meant(entry.key.text, spelt)
    fix = f"Did you mean `{meant}`?" if meant else _as_measure(entry, schema) or _what_there_is(schema, terms)
    return Problem(entry.key.where, terms.unknown, what, fix, suggestion=meant)


def _meant(word: str, spelt: dict[str, Field]) -> str | None:
    words = {**{f.label: f.key for f in spelt.values()}, **{spelling: f.key for spelling, f in spelt.items()}}
    near = nearest(word, words) if len(word) <= _LONGEST_WORD else None
    return words[near] if near else None


def _as_measure(entry: Entry, schema: Schema) -> str:
    """Where a measure such as Pupil Premium is written as if it were a field: how it is said instead."""
    field = next((f for f in schema.fields if f.type == "disadvantage"), None)
    is_measure = len(entry.key.text) <= _LONGEST_WORD and _MEASURE.search(fold_space(entry.key.text).lower())
    return f"Say it with its name: {_write_as(field)}" if field and is_measure else ""


def _what_there_is(schema: Schema, terms: Terms) -> str:
    known = in_short([f"`{f.key}`" for f in schema.fields])
    return f"Remove it, or use one of these: {known}." if known else f"Remove it: a {schema.name} has no {terms.noun}s."


def _twice(field: Field, entry: Entry, first: Entry, terms: Terms) -> Problem:
    same = entry.key.text == first.key.text
    what = f"The {terms.noun} `{entry.key.text}` is given twice." if same else (
        f"`{entry.key.text}` and `{first.key.text}` are the same {terms.noun}, given twice."
    )  # fmt: skip
    fix = "Keep one of the two and delete the other."
    return Problem(entry.key.where, terms.twice, what, fix, also=(first.key.where,))


def _empty(field: Field, entry: Entry, terms: Terms) -> Problem:
    what = f"The {terms.noun} `{field.key}` is empty, and it is needed here."
    return Problem(entry.key.where, terms.empty, what, _write(field))


def _missing(field: Field, schema: Schema, where: Where, terms: Terms) -> Problem:
    what = f"The {terms.noun} `{field.key}` is missing, and every {schema.name} needs it."
    return Problem(where, terms.missing, what, _write(field))


def _write(field: Field) -> str:
    return f"Write, for example, {_write_as(field)}"


def _write_as(field: Field) -> str:
    return f"`{field.key}: {field.example or FIELD_TYPES[field.type].example}`."


def _as_term(problem: Problem, terms: Terms) -> Problem:
    return Problem(
        problem.where,
        terms.value or problem.code,
        problem.what,
        problem.fix,
        problem.why,
        problem.suggestion,
        problem.also,
    )
