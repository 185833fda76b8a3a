"""Facts: a field's wording as its author wrote it, beside what filters can use of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.model.names import Names
from sitegen.model.sources import Source
from sitegen.model.values import BandedQuantity, Fact, FactPart
from sitegen.schema.declared import Bands, Field
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
    """All facts of a story: the card's fields in order, then further profile fields that it states.

    Facts of one of several schools follow the story's own, with the school's id.
    """
    card = [_canonical(source, key) for key in source.kind.card]
    stated = [key for key in PROFILE if key not in card and key in source.values]
    own = [_fact(source.kind.schema[key], source.values.get(key), scale, "") for key in (*card, *stated)]
    schools = list(_schools(source))
    several = len(schools) > 1
    if several:
        own = [f for f in own if not f.type.startswith("school")]
    given = {fact.field for fact in _each_school(source, schools, scale, several)}
    kept = [f for f in own if f.text or f.field not in given]
    return tuple(kept) + tuple(_each_school(source, schools, scale, several))


def _canonical(source: Source, key: str) -> str:
    """The key under which the schema has a field (singular and plural of a reference are one)."""
    schema = source.kind.schema
    if key in schema:
        return key
    return next(f.key for f in schema.fields if key in f.aliases)


def _schools(source: Source) -> Iterable[Reference]:
    return (part.value for part in source.parts("school") if isinstance(part.value, Reference))


def _each_school(source: Source, schools: list[Reference], scale: Scale, several: bool) -> Iterable[Fact]:
    for reference in schools:
        school = scale.names.school_id(reference.text) if several else ""
        if several:
            yield _school_fact(source.kind.schema["school"], reference, school)
        for key, value in reference.facts.items():
            if key in source.kind.schema:
                yield _fact(source.kind.schema[key], value, scale, school)


def _fact(field: Field, value: Value | None, scale: Scale, school: str) -> Fact:
    if value is None or not value.text.strip():
        return Fact(field.key, field.label, field.type, "", "not stated", school=school)
    parts = _parts(value, field.type, scale)
    quantities, note = understood(value.value, scale.year)
    text = "".join(p.text for p in parts)
    return Fact(
        field.key, field.label, field.type, text, "stated", banded(quantities, scale.bands), school, parts, note,
        value.where,
    )  # fmt: skip


def _school_fact(field: Field, reference: Reference, school: str) -> Fact:
    """One of several schools, by the name that the story gives it."""
    name = fold_space(reference.text)
    part = FactPart(name, f"schools/{school}")
    return Fact(field.key, field.label, field.type, name, "stated", (), school, (part,), "", reference.where)


def _parts(value: Value, type_: str, scale: Scale) -> tuple[FactPart, ...]:
    values = value.parts or (value,)
    parts = [_part(v, type_, scale) for v in values]
    joined = [p for part in parts for p in (part, FactPart(", "))]
    return tuple(joined[:-1])


def _part(value: Value, type_: str, scale: Scale) -> FactPart:
    known = value.value
    if isinstance(known, PersonValue):
        return FactPart(known.name, f"people/{slug(known.name)}")
    if isinstance(known, LinkValue):
        return FactPart(known.text, known.target)
    if isinstance(known, Reference):
        return FactPart(fold_space(known.text), _refers(known, type_, scale))
    return FactPart(fold_space(value.text))


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
        note = f"First year {school_year(year - value.ordinal + 1)}, derived." if year is not None else ""
        low = float(value.ordinal)
        return (Quantity("years", low, high, "", "at least" if value.at_least else None),), note
    if value.first is None or year is None or value.first > year:
        return (), ""
    latest = value.first if value.first_latest is None else value.first_latest
    low, high = year - latest + 1, year - value.first + 1
    note = f"Year {low} of taking part, derived." if low == high else f"Year {low} or {high} of taking part, derived."
    return (Quantity("years", float(max(low, 1)), float(high)),), note


def school_year(start: int) -> str:
    """`2020` → `2020/21`."""
    return f"{start}/{(start + 1) % 100:02d}"


def banded(quantities: Iterable[Quantity], bands: Mapping[str, Bands]) -> tuple[BandedQuantity, ...]:
    """Quantities with the labels of their bands."""
    return tuple(BandedQuantity(q, bands[q.measure].labels(q) if q.measure in bands else ()) for q in quantities)


def academic_year_of(date: DateValue) -> int:
    """The school year, by the calendar year of its September, in which a date's last day lies."""
    return date.end.year if date.end.month >= 9 else date.end.year - 1
