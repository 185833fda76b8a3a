"""The JSON Schema of stories.json. It is published beside it, and the tests hold the data to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitegen.model.facets import MEASURES

Json = dict[str, Any]

QUALIFIERS = (None, "about", "over", "under", "at least")


def schema(id_: str) -> Json:
    """The schema; `id_` is its own address on the web, empty where the site has none."""
    own = {"$id": id_} if id_ else {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **own,
        "title": "Stories of a site, with their facts",
        **_record("The whole file.", {"site": _SITE, "stories": _list(_STORY, "Published stories, in reading order.")}),
    }


def _record(description: str, properties: Json) -> Json:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(description: str) -> Json:
    return {"description": description, "type": "string"}


def _text_or_null(description: str) -> Json:
    return {"description": description, "type": ["string", "null"]}


def _number_or_null(description: str) -> Json:
    return {"description": description, "type": ["number", "null"]}


def _list(items: Json, description: str) -> Json:
    return {"description": description, "type": "array", "items": items}


def _one_of(values: Iterable[str | None], description: str) -> Json:
    return {"description": description, "enum": list(values)}


_ID = {"type": "string"}
_QUALIFIER = _one_of(QUALIFIERS, "How the wording hedges the number; null where it does not.")

_SITE = _record("The site that the stories stand on.", {
    "title": _text("Its title."),
    "base_url": _text_or_null("Its address on the web; null where it has none."),
})

_DATE = {
    "description": "The story's own date; null where it gives none.",
    "oneOf": [{"type": "null"}, _record("A date.", {
        "text": _text("The date as written."),
        "value": {"description": "As much of an ISO 8601 date as is known.", "type": "string",
                  "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
        "precision": _one_of(("day", "month", "term", "year"), "How much is known."),
    })],
}  # fmt: skip

_VALUE = _record("What a fact was understood as. Measures are never on one scale.", {
    "measure": _one_of(MEASURES, "What is counted: shares of pupils in per cent, pupils, forms of entry, or years."),
    "low": _number_or_null("The smallest number that it may be; null for an open end. Equal to `high` for one number."),
    "high": _number_or_null("The largest number that it may be; null for an open end."),
    "unit": _text_or_null("`%` for a share; null for a count."),
    "qualifier": _QUALIFIER,
    "bands": _list(_ID, "The labels of all bands that it may lie in."),
})  # fmt: skip

_FACT = _record("A field's value: what the profile card shows, or the story's kind adds.", {
    "field": _text("The field's key."),
    "label": _text("The field's label on the page."),
    "text": _text("The wording as its author wrote it; empty where nothing is stated."),
    "school": _text_or_null("The id of the school whose fact it is; null where it is of none alone."),
    "basis": _one_of(("stated", "derived", "not stated"), "Where the fact comes from. What is not stated is not zero."),
    "values": _list(_VALUE, "What the wording was understood as; empty where it was not."),
})

_PERSON = _record("A person whom the story names.", {
    "name": _text("Name."),
    "role": _text("Role as stated; may be empty."),
})

_STAT = _record("A headline number.", {
    "text": _text("The number as written."),
    "value": _number_or_null("The number as understood."),
    "qualifier": _QUALIFIER,
    "label": _text("What is counted."),
    "period": _text("When; may be empty."),
    "source": _text("Who says so; may be empty."),
})

_QUOTE = _record("Words of somebody.", {
    "text": _text("The words, without markup."),
    "by": _list(_ID, "The names of those who said it; empty for a role alone."),
    "role": _text("Their roles; may be empty."),
    "paraphrase": {"description": "True for words that are reported and not quoted.", "type": "boolean"},
})

_STORY = _record("One story.", {
    "id": _text("Its address without `/index.html`."),
    "address": _text("The address of its page, from the site's root."),
    "kind": _text("The id of its kind."),
    "edition": _text("The id of its edition."),
    "section": _text_or_null("The id of its section within the edition; null for a story in no section."),
    "number": {"description": "Its number in its section, from 1; null for kinds without numbers.",
               "type": ["integer", "null"], "minimum": 1},
    "title": _text("Its title."),
    "summary": _text("Its summary; may be empty."),
    "date": _DATE,
    "facts": _list(_FACT, "The facts of its card, in order; then those that its kind adds beside it."),
    "schools": _list(_ID, "Ids of its schools."),
    "hubs": _list(_ID, "Ids of its hubs."),
    "people": _list(_PERSON, "The people whom it names."),
    "phase": _list(_ID, "Phases of education."),
    "themes": _list(_ID, "Themes."),
    "stats": _list(_STAT, "Its headline numbers."),
    "quotes": _list(_QUOTE, "Its quotes."),
})  # fmt: skip
