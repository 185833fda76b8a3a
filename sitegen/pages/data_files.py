"""Data of the whole site beside stories.json: tables for spreadsheets, and the registers as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.model.spanning import Hub, School, Site
from sitegen.pages.data import about, list_file, schema_file
from sitegen.pages.data_schema import hubs_schema, schools_schema
from sitegen.pages.naming import public_address
from sitegen.pages.page import File
from sitegen.pages.shared import Shared
from sitegen.pages.tables import numbers_csv, quotes_csv, stories_csv

STORIES, STATS, QUOTES = "stories.csv", "stats.csv", "quotes.csv"
HUBS, SCHOOLS = "hubs.json", "schools.json"
HUBS_SCHEMA, SCHOOLS_SCHEMA = "hubs.schema.json", "schools.schema.json"

Json = dict[str, Any]


def data_files(site: Site, shared: Shared) -> Iterable[File]:
    """The tables and the registers. They hold what the pages show, by the same functions as the files of each hub."""
    where, base = site.settings.where, site.settings.base_url
    yield File(STORIES, stories_csv(site, shared, site.stories), where)
    yield File(STATS, numbers_csv(shared, site.stats), where)
    yield File(QUOTES, quotes_csv(shared, site.quotes), where)
    yield File(HUBS, list_file(about(site), "hubs", map(_hub, site.hubs.values())), where)
    yield File(HUBS_SCHEMA, schema_file(hubs_schema(public_address(base, HUBS_SCHEMA))), where)
    yield File(SCHOOLS, list_file(about(site), "schools", map(_school, site.schools.values())), where)
    yield File(SCHOOLS_SCHEMA, schema_file(schools_schema(public_address(base, SCHOOLS_SCHEMA))), where)


def _hub(hub: Hub) -> Json:
    entry = hub.entry
    return {
        "id": hub.id,
        "address": hub.address,
        "name": hub.name,
        "aliases": list(entry.aliases),
        "region": entry.region,
        "area": entry.area,
        "lead_schools": [_said(each, "name", "from", "to", "source") for each in entry.lead_schools],
        "former_names": [_said(each, "name", "until") for each in entry.former_names],
        "confidence": entry.confidence,
        "stories": list(hub.stories),
        "schools": list(hub.schools),
    }


def _said(record: Mapping[str, str], *keys: str) -> Json:
    return {key: record.get(key, "") for key in keys}


def _school(school: School) -> Json:
    return {
        "id": school.id,
        "address": school.address,
        "name": school.name,
        "aliases": list(school.aliases),
        "place": school.place,
        "phase": school.phase,
        "urn": school.urn,
        "listed": school.listed,
        "stories": list(school.stories),
        "hubs": list(school.hubs),
    }
