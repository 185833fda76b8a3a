"""The JSON Schemas of the data. They are published beside them, the data page explains the data by them, and the tests
hold the data to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitegen.model.facets import MEASURES

Json = dict[str, Any]

QUALIFIERS = (None, "about", "over", "under", "at least")


def schema(id_: str) -> Json:
    """The schema of stories.json; `id_` is its own address on the web, empty where the site has none."""
    stories = _list(_STORY, "Published stories, in reading order.")
    return _file(id_, "Stories of a site, with their facts", "stories", stories)


def hubs_schema(id_: str) -> Json:
    """The schema of hubs.json."""
    return _file(id_, "Hubs of a site", "hubs", _list(_HUB, "Every hub, also one without a story."))


def schools_schema(id_: str) -> Json:
    """The schema of schools.json."""
    return _file(id_, "Schools of a site", "schools", _list(_SCHOOL, "Every school and college."))


def _file(id_: str, title: str, name: str, entries: Json) -> Json:
    own = {"$id": id_} if id_ else {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **own,
        "title": title,
        **_record("The whole file.", {"site": _SITE, name: entries}),
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

_LEAD_SCHOOL = _record("A school that leads the hub, or led it.", {
    "name": _text("Its name."),
    "from": _text("Since when; may be empty."),
    "to": _text("Until when; may be empty."),
    "source": _text("Who says so; may be empty."),
})

_FORMER_NAME = _record("What the hub was called before.", {
    "name": _text("The name."),
    "until": _text("Until when; may be empty."),
})

_HUB = _record("One hub.", {
    "id": _text("What stories name it by."),
    "address": _text("The address of its page, from the site's root."),
    "name": _text("Its name."),
    "aliases": _list(_ID, "Other ways in which stories name it."),
    "region": _text("Its region; may be empty."),
    "area": _text("Where it works; may be empty."),
    "lead_schools": _list(_LEAD_SCHOOL, "The schools that lead it, and those that did."),
    "former_names": _list(_FORMER_NAME, "What it was called before."),
    "confidence": _one_of(("", "sourced", "partly", "uncertain"),
                          "How far public sources confirm what is said of it; empty where that is not stated."),
    "stories": _list(_ID, "Ids of its stories, in reading order."),
    "schools": _list(_ID, "Ids of the schools of these stories."),
})  # fmt: skip

_SCHOOL = _record("One school or college.", {
    "id": _text("What stories name it by."),
    "address": _text("The address of its page, from the site's root."),
    "name": _text("Its name."),
    "aliases": _list(_ID, "Other ways in which stories name it."),
    "place": _text("Where it is; may be empty."),
    "phase": _text("Its phase of education; may be empty."),
    "urn": _text("Its unique reference number; may be empty."),
    "listed": {"description": "True for one in the site's list of schools; false for one that only stories name.",
               "type": "boolean"},
    "stories": _list(_ID, "Ids of its stories, in reading order."),
    "hubs": _list(_ID, "Ids of the hubs of these stories."),
})  # fmt: skip
