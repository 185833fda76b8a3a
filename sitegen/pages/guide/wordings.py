"""What a field understands of a wording, and what readers then filter by: found out by having it read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sitegen.model.facets import MEASURES, NOT_STATED
from sitegen.model.facts import banded, understood
from sitegen.model.names import unknown_hub
from sitegen.pages.guide.values import Known
from sitegen.pages.understanding import SHARES, amount
from sitegen.pages.wording import date_words, upper_first
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Node
from sitegen.schema.declared import Field
from sitegen.schema.engine import read_field
from sitegen.schema.values import (
    AcademicYear,
    DateValue,
    Disadvantage,
    Engagement,
    LinkValue,
    PersonValue,
    PictureValue,
    Quantity,
    Reference,
    Size,
    Value,
)
from sitegen.text import in_words

YEAR = 2022
"""The school year, by its September, that the guide reckons from."""

_NO_FIGURE = "no figure"


class Row(NamedTuple):
    """A wording, what it is understood as, and by which values readers find it (may be empty)."""

    written: str
    understood: str
    filters: str


def row(field: Field, text: str, known: Known) -> Row:
    """What a field makes of a text that stands behind its colon in one of our own examples."""
    node = load_yaml(f"value: {text}", "").value
    assert isinstance(node, Mapping_), f"{text} is part of the package"
    return row_of(field, text, node.entries[0].value, known)


def row_of(field: Field, text: str, node: Node, known: Known) -> Row:
    """What a field makes of a value that was read of a text."""
    read = read_field(field, node, node.where)
    if read.value is None:
        return Row(text, f"Not understood. {read.problems[0].fix}" if read.problems else "nothing", "")
    told = "".join(f". {p.what}" for p in read.problems)
    return Row(text, words(read.value, field, known) + told, filters(read.value, field, known))


def words(value: Value, field: Field, known: Known) -> str:
    """What was understood of a value, in words; text of the author's stays as it is."""
    parts = dict.fromkeys(_words(part.value, field, known) for part in value.parts or (value,))
    is_text = isinstance((value.parts or (value,))[0].value, str)
    return "; ".join(parts) if is_text else upper_first("; ".join(parts))


def _words(value: Any, field: Field, known: Known) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return f"{value:,}" if field.type == "whole number" else f"{value:g}"
        case DateValue():
            return _date(value)
        case AcademicYear():
            return f"the academic year {value.label}"
        case Size():
            return _size(value)
        case Disadvantage():
            return "; ".join(f"{SHARES[q.measure]}: {amount(q)}%" for q in value.quantities) or _NO_FIGURE
        case Engagement():
            return _engagement(value)
        case Reference():
            return _reference(value, field, known)
        case PersonValue():
            return ", ".join(part for part in (value.name, value.role, value.place) if part)
        case PictureValue():
            return _picture(value)
        case LinkValue():
            return f"a link to {value.target}"
        case Mapping():
            return _parts(value, field, known)
    return str(value)


def _date(value: DateValue) -> str:
    is_plain = value.precision in ("day", "month") or (value.precision == "year" and value.start.month == 1)
    shown = date_words(value) if is_plain else value.text
    return shown if value.precision == "day" else f"{shown}, a {value.precision}"


def _size(value: Size) -> str:
    ages = f"ages {value.ages[0]} to {value.ages[1]}" if value.ages else ""
    found = [f"{amount(q)} {_noun(q)}" for q in value.quantities]
    return "; ".join(part for part in (*found, ages, value.phase) if part) or _NO_FIGURE


def _noun(found: Quantity) -> str:
    is_one = found.measure == "forms" and found.low == found.high == 1
    return "form" if is_one else found.measure


def _engagement(value: Engagement) -> str:
    found, note = understood(value, YEAR)
    if not found:
        return _NO_FIGURE
    first = f"year {value.ordinal}{' or later' if value.at_least else ''}. " if value.ordinal is not None else ""
    return f"{first}{note}".removesuffix(".")


def _reference(value: Reference, field: Field, known: Known) -> str:
    if field.type.startswith("hub"):
        hub = next((h for h in known.names.hubs.values() if h.id == known.names.hub_id(value.text)), None)
        if hub is None:
            problem = unknown_hub(value.text, value.where, known.names)
            return f"{problem.what} {problem.fix}"
        return f"the hub {hub.name}"
    id_ = known.names.school_id(value.text)
    listed = next((s.name for s in known.names.schools.values() if s.id == id_), "")
    facts = [f"{key}: {fact.text}" for key, fact in value.facts.items()]
    return f"the school {', '.join([listed or value.text, *facts])}"


def _picture(value: PictureValue) -> str:
    said = f'described as "{value.alt}"' if value.alt else "decoration" if value.decorative else ""
    return ", ".join(part for part in (f"the file {value.file}", said, value.shows) if part)


def _parts(value: Mapping[str, Value], field: Field, known: Known) -> str:
    inner = {f.key: f for f in field.fields}
    return "; ".join(f"{key}: {words(part, inner.get(key, field.fields[0]), known)}" for key, part in value.items())


def filters(value: Value, field: Field, known: Known) -> str:
    """The values of the browse page under which a story with this value is found."""
    found = [part for one in value.parts or (value,) for part in _filters(one, field, known)]
    return "; ".join(dict.fromkeys(found))


def _filters(value: Value, field: Field, known: Known) -> list[str]:
    match value.value:
        case Size() | Disadvantage() | Engagement():
            quantities, _ = understood(value.value, YEAR)
            found = banded(quantities, known.bands)
            return [f"{MEASURES[b.quantity.measure]}: {in_words(b.bands, 'or')}" for b in found] or [NOT_STATED]
        case Reference() if field.type.startswith("hub"):
            id_ = known.names.hub_id(value.value.text)
            return list({hub.name for hub in known.names.hubs.values() if hub.id == id_})
        case str() if field.facet or field.choices:
            return [value.value]
    return []
