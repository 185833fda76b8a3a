"""The data page: every file of data, and what its columns and records mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.model.spanning import Site
from sitegen.pages import data_columns
from sitegen.pages.chart_data import data_address
from sitegen.pages.data import ADDRESS as STORIES_JSON
from sitegen.pages.data import SCHEMA_ADDRESS
from sitegen.pages.data_files import HUBS, HUBS_SCHEMA, QUOTES, SCHOOLS, SCHOOLS_SCHEMA, STATS, STORIES
from sitegen.pages.data_schema import hubs_schema, schema, schools_schema
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import DataPage, FileView, LinkView
from sitegen.text import counted

TEMPLATE = "data.html"
LINK = LinkView("The data behind it", "data/index.html")
MOST_CHARTS = 200
"""So many charts are named: what a page lists must not grow without end."""

_TABLE, _JSON = "text/csv", "application/json"

Rows = tuple[tuple[str, str], ...]


def data_page(site: Site, shared: Shared) -> Iterable[Page]:
    """The page that explains the data."""
    lead = _lead(site)
    charts = tuple(_charts(site))
    view = DataPage(
        head=head(site, LINK.address, (LINK,), lead),
        title=LINK.text,
        lead=lead,
        licence=site.settings.licence,
        files=(*_tables(site), *_records(site)),
        charts=charts[:MOST_CHARTS],
        charts_lead=_charts_lead(len(charts)),
    )
    yield Page(LINK.address, TEMPLATE, view, site.settings.where)


def _lead(site: Site) -> str:
    stories, editions = counted(len(site.stories), "story", "stories"), counted(len(site.editions), "edition")
    told = f"What is published in {stories} of {editions}, as tables for a spreadsheet and as records for programs."
    has_hubs = any(hub.stories for hub in site.hubs.values())
    return f"{told} The page of each hub has such tables of its own stories." if has_hubs else told


def _tables(site: Site) -> Iterator[FileView]:
    rows = (
        (STORIES, counted(len(site.stories), "story", "stories"), "Every story, with the facts of its card.",
         data_columns.STORIES),
        (STATS, counted(len(site.stats), "headline number"), "Every headline number with its period and its source.",
         data_columns.NUMBERS),
        (QUOTES, counted(len(site.quotes), "quote"), "Every quote with who said it.", data_columns.QUOTES),
    )  # fmt: skip
    for name, note, about, columns in rows:
        yield FileView(LinkView(name, name, note), about, _TABLE, None, (("", tuple(columns.items())),))


def _records(site: Site) -> Iterator[FileView]:
    rows = (
        (STORIES_JSON, counted(len(site.stories), "story", "stories"), SCHEMA_ADDRESS, schema(""),
         "Every story with every fact, as worded and as understood, with its numbers and quotes."),
        (HUBS, counted(len(site.hubs), "hub"), HUBS_SCHEMA, hubs_schema(""), "Every hub with its stories and schools."),
        (SCHOOLS, counted(len(site.schools), "school or college", "schools and colleges"), SCHOOLS_SCHEMA,
         schools_schema(""), "Every school with its stories and hubs."),
    )  # fmt: skip
    for name, note, schema_address, found, about in rows:
        link = LinkView(schema_address, schema_address)
        yield FileView(LinkView(name, name, note), about, _JSON, link, tuple(_explained(found)))


def _explained(schema_: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, Rows]]:
    """Each record of a schema, those within others by the way to them, with what its entries mean."""
    if not schema_.get("properties"):
        return
    properties = schema_["properties"]
    if path:
        yield " › ".join(path), tuple((name, _meaning(each)) for name, each in properties.items())
    for name, each in properties.items():
        for inner in (each.get("items", each), *each.get("oneOf", ())):
            yield from _explained(inner, (*path, name))


def _meaning(schema_: Mapping[str, Any]) -> str:
    said: str = schema_["description"]
    return said


def _charts(site: Site) -> Iterator[LinkView]:
    """The file of figures of every chart, with the page that shows it."""
    for group in (site.editions, site.sections, site.stories, site.pages):
        for made in group.values():
            named: Counter[str] = Counter()
            for chart in made.text.body.charts:
                address, title = data_address(made.text, chart), chart.title or made.title
                if address:
                    named[title] += 1  # two charts of a page may have one title
                    number = f" ({named[title]})" if named[title] > 1 else ""
                    yield LinkView(f"{title}{number}", address, f"Chart in {made.title}")


def _charts_lead(charts: int) -> str:
    if not charts:
        return ""
    named = f" The first {MOST_CHARTS} are named here." if charts > MOST_CHARTS else ""
    return f"{counted(charts, 'chart')}, each with its figures as a file beside the page that shows it.{named}"
