"""stories.json and its schema: every story with every fact, for machines; and how such files are written."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any

from sitegen.markup.body import Quote, Stat
from sitegen.model.spanning import Site
from sitegen.model.values import BandedQuantity, Fact, Story
from sitegen.pages.data_schema import schema
from sitegen.pages.naming import public_address
from sitegen.pages.page import File
from sitegen.pages.shared import Shared
from sitegen.schema.values import DateValue
from sitegen.text import in_words

ADDRESS = "stories.json"
SCHEMA_ADDRESS = "stories.schema.json"

Json = dict[str, Any]


def data(site: Site, shared: Shared) -> Iterable[File]:
    """stories.json, in reading order, and the JSON Schema that it follows."""
    where = site.settings.where
    id_ = public_address(site.settings.base_url, SCHEMA_ADDRESS)
    yield File(ADDRESS, list_file(about(site), "stories", (_story(s) for s in site.stories.values())), where)
    yield File(SCHEMA_ADDRESS, schema_file(schema(id_)), where)


def about(site: Site) -> Json:
    """What each file says of the site that it belongs to."""
    return {"title": site.settings.title, "base_url": site.settings.base_url or None}


def list_file(site: Json, name: str, entries: Iterable[Json]) -> bytes:
    """A list in UTF-8, each entry on a line of its own, so that what changed between two files is easy to see."""
    lines = ",\n".join(_json(entry) for entry in entries)
    return _bytes(f'{{\n"site": {_json(site)},\n"{name}": [\n{lines}\n]\n}}\n')


def schema_file(found: Json) -> bytes:
    """A JSON Schema as it is published."""
    return _bytes(json.dumps(found, ensure_ascii=False, indent=1) + "\n")


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bytes(text: str) -> bytes:
    """The text in UTF-8; letters that UTF-8 cannot hold become question marks."""
    return text.encode("utf-8", "replace")


def _story(story: Story) -> Json:
    body = story.text.body
    return {
        "id": story.id,
        "address": story.address,
        "kind": story.kind.id,
        "edition": story.edition,
        "section": story.section.rpartition("/")[2] or None,
        "number": story.number,
        "title": story.title,
        "summary": story.summary,
        "date": _date(story.date),
        "facts": [_fact(fact, story) for fact in (*story.facts, *story.details)],
        "schools": [m.id for m in story.schools],
        "hubs": list(story.hubs),
        "people": [{"name": p.name, "role": p.role} for p in story.people],
        "phase": list(story.phase),
        "themes": list(story.themes),
        "stats": [_stat(stat) for stat in body.stats],
        "quotes": [_quote(quote) for quote in body.quotes],
    }


def _date(date: DateValue | None) -> Json | None:
    return {"text": date.text, "value": date.iso, "precision": date.precision} if date else None


def _fact(fact: Fact, story: Story) -> Json:
    alone = story.schools[0].id if len(story.schools) == 1 else None
    return {
        "field": fact.field,
        "label": fact.label,
        "text": fact.text,
        "school": fact.school or alone,
        "basis": fact.basis,
        "values": [_value(v) for v in fact.values],
    }


def _value(banded: BandedQuantity) -> Json:
    found = banded.quantity
    return {
        "measure": found.measure,
        "low": _number(found.low),
        "high": _number(found.high),
        "unit": found.unit or None,
        "qualifier": found.qualifier,
        "bands": list(banded.bands),
    }


def _stat(stat: Stat) -> Json:
    return {
        "text": stat.text,
        "value": _number(stat.value),
        "qualifier": stat.qualifier,
        "label": stat.label,
        "period": stat.period,
        "source": stat.source,
    }


def _quote(quote: Quote) -> Json:
    roles = dict.fromkeys(s.role for s in quote.speakers if s.role)
    return {
        "text": quote.text,
        "by": [s.name for s in quote.speakers if s.name],
        "role": in_words(list(roles)),
        "paraphrase": quote.paraphrase,
    }


def _number(value: float | None) -> float | int | None:
    """A whole number without a point; nothing for what JSON has no number for."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value
