"""Facts: a field's wording as its author wrote it, beside what filters can use of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.model.names import Names
from sitegen.model.sources import Source
from sitegen.model.values import BandedQuantity, Fact, FactPart
from sitegen.problems.problem import Problem
from sitegen.schema.declared import Bands, Field
from sitegen.schema.kinds import common_fields
from sitegen.schema.values import (
    DateValue,
    Disadvantage,
    Engagement,
    LinkValue,
    PersonValue,
    Quantity,
    Reference,
    Size,
    Value,
)
from sitegen.text import fold_space, slug

PROFILE = ("school", "hub", "size", "disadvantage", "years_engaged")
"""The profile fields, in the order of FORMATS, "Kinds"."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What turns wordings into filters: the bands by measure, the names, the academic year that counts."""

    bands: Mapping[str, Bands]
    names: Names
    year: int | None


def facts(source: Source, scale: Scale) -> tuple[Fact, ...]:
    """All facts of a story's card: its kind's fields in order, then further profile fields that it states.

    Facts of each of several schools follow the story's own, beginning with its name, with the school's id; all of
    them have the same fields.
    """
    schools = _schools(source, scale.names)
    several = len(schools) > 1
    values = source.values if several else {**_given_with(schools), **source.values}
    stated = [key for key in PROFILE if key not in source.kind.card and key in values]
    own = tuple(_fact(source.kind.schema[key], values.get(key), scale) for key in (*source.kind.card, *stated))
    if not several:
        return own
    given = frozenset(key for school in schools.values() for key in school.facts)
    each = tuple(fact for id_, school in schools.items() for fact in _of_school(source, id_, school, scale, given))
    return tuple(f for f in own if f.field != "school" and (f.text or f.field not in given)) + each


def details(source: Source, scale: Scale) -> tuple[Fact, ...]:
    """What a story states in fields of its kind's own that the card does not show, in the kind's order."""
    elsewhere = {*source.kind.card, *(field.key for field in common_fields(source.kind.role))}
    fields = (f for f in source.kind.schema.fields if f.key not in elsewhere and f.key in source.values)
    made = (_fact(field, source.values[field.key], scale) for field in fields)
    return tuple(fact for fact in made if fact.text)


def given_twice(source: Source, names: Names) -> tuple[Problem, ...]:
    """A problem for each fact of a school that is stated in two ways: with its only school and beside it, or twice."""
    alone = len(_schools(source, names)) == 1
    first: dict[tuple[str, str], Value] = {("", k): v for k, v in source.values.items()} if alone else {}
    problems = []
    for school in _references(source):
        id_ = "" if alone else names.school_id(school.text)
        for key, value in school.facts.items():
            known = first.setdefault((id_, key), value)
            if known.text != value.text:
                problems.append(_twice(key, school, known, value))
    return tuple(problems)


def _twice(key: str, school: Reference, known: Value, value: Value) -> Problem:
    return Problem(
        value.where, "duplicate-key",
        f'The field `{key}` is given twice for {school.text}: "{value.text}" and "{known.text}".',
        f"Keep one of the two: the other is on line {known.where.line}.", also=(known.where,),
    )  # fmt: skip


def _references(source: Source) -> Iterator[Reference]:
    return (part.value for part in source.parts("school") if isinstance(part.value, Reference))


def _schools(source: Source, names: Names) -> dict[str, Reference]:
    """The schools of a story by id; one that is named twice has all that is stated with it."""
    found: dict[str, Reference] = {}
    for school in _references(source):
        id_ = names.school_id(school.text)
        known = found.setdefault(id_, school)
        added = {key: value for key, value in school.facts.items() if key not in known.facts}
        found[id_] = replace(known, facts={**known.facts, **added})
    return found


def _given_with(schools: Mapping[str, Reference]) -> dict[str, Value]:
    return {key: value for school in schools.values() for key, value in school.facts.items()}


def _of_school(
    source: Source, id_: str, school: Reference, scale: Scale, given: frozenset[str]
) -> Iterator[Fact]:
    """One of several schools: its name as the story gives it, then in card order what any of them states.

    What another school states, and neither this one nor the story as a whole, is not stated: absent is never guessed.
    """
    field, name = source.kind.schema["school"], fold_space(school.text)
    parts = (FactPart(name, f"schools/{id_}"),)
    yield Fact(field.key, field.label, field.type, name, "stated", (), id_, parts, "", school.where)
    order = dict.fromkeys((*source.kind.card, *PROFILE, *sorted(given)))
    known = {f.key: f for f in (*field.fields, *source.kind.schema.fields)}
    shown = (key for key in order if key in school.facts or (key in given and key not in source.values))
    yield from (_fact(known[key], school.facts.get(key), scale, id_) for key in shown)


def _fact(field: Field, value: Value | None, scale: Scale, school: str = "") -> Fact:
    if value is None or not value.text.strip():
        return Fact(field.key, field.label, field.type, "", "not stated", school=school)
    parts = _parts(value, field.type, scale)
    quantities, note = understood(value.value, scale.year)
    text = "".join(p.text for p in parts)
    return Fact(
        field.key, field.label, field.type, text, "stated", banded(quantities, scale.bands), school, parts, note,
        value.where,
    )  # fmt: skip


def _parts(value: Value, type_: str, scale: Scale) -> tuple[FactPart, ...]:
    """The wording in pieces: each name that leads somewhere apart, a comma between the values of a list."""
    each = [_pieces(v, type_, scale) for v in value.parts or (value,)]
    joined = [piece for pieces in each for piece in (*pieces, FactPart(", "))]
    return tuple(joined[:-1])


def _pieces(value: Value, type_: str, scale: Scale) -> tuple[FactPart, ...]:
    known, text = value.value, fold_space(value.text)
    if isinstance(known, PersonValue):
        return _person(known, text)
    if isinstance(known, LinkValue):
        return (FactPart(text, known.target),)
    if isinstance(known, Reference):
        return (FactPart(fold_space(known.text), _refers(known, type_, scale)),)
    return (FactPart(text),)


def _person(known: PersonValue, text: str) -> tuple[FactPart, ...]:
    """A name, and behind it the role where both were written on one line."""
    name = FactPart(known.name, f"people/{slug(known.name)}")
    rest = text.removeprefix(known.name) if text.startswith(known.name) else ""
    return (name, FactPart(rest)) if rest else (name,)


def _refers(known: Reference, type_: str, scale: Scale) -> str:
    if type_.startswith("hub"):
        hub = scale.names.hub_id(known.text)
        return f"hubs/{hub}" if hub else ""
    return f"schools/{scale.names.school_id(known.text)}"


def understood(value: object, year: int | None) -> tuple[tuple[Quantity, ...], str]:
    """The quantities in a value, and in words what was derived for them."""
    if isinstance(value, Size | Disadvantage):
        return value.quantities, ""
    if isinstance(value, Engagement):
        return _engagement(value, year)
    return (), ""


def _engagement(value: Engagement, year: int | None) -> tuple[tuple[Quantity, ...], str]:
    if value.ordinal is not None:
        high = None if value.at_least else float(value.ordinal)
        note = f"First year {_school_year(year - value.ordinal + 1)}, derived." if year is not None else ""
        low = float(value.ordinal)
        return (Quantity("years", low, high, "", "at least" if value.at_least else None),), note
    if value.first is None or year is None or value.first > year:
        return (), ""
    latest = value.first if value.first_latest is None else value.first_latest
    low, high = year - latest + 1, year - value.first + 1
    note = f"Year {low} of taking part, derived." if low == high else f"Year {low} or {high} of taking part, derived."
    return (Quantity("years", float(max(low, 1)), float(high)),), note


def _school_year(start: int) -> str:
    """`2020` → `2020/21`."""
    return f"{start}/{(start + 1) % 100:02d}"


def banded(quantities: Iterable[Quantity], bands: Mapping[str, Bands]) -> tuple[BandedQuantity, ...]:
    """Quantities with the labels of their bands."""
    return tuple(BandedQuantity(q, bands[q.measure].labels(q) if q.measure in bands else ()) for q in quantities)


def academic_year_of(date: DateValue) -> int:
    """The school year, by the calendar year of its September, in which a date's last day lies."""
    return date.end.year if date.end.month >= 9 else date.end.year - 1
