"""What a hub can take away from its page: its stories, numbers and quotes as tables, and the figures of its charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Hub, QuoteRecord, Site, StatRecord
from sitegen.pages.chart_data import data_address
from sitegen.pages.page import File
from sitegen.pages.shared import Shared
from sitegen.pages.tables import numbers_csv, quotes_csv, stories_csv
from sitegen.pages.views import LinkView
from sitegen.text import counted

_CHARTS = 30
"""So many charts are named: what a page lists must not grow without end."""


def hub_files(site: Site, shared: Shared) -> Iterable[File]:
    """`stories.csv`, `numbers.csv` and `quotes.csv` in the folder of every hub that has any."""
    for hub in site.hubs.values():
        stats, quotes = _stats(shared, hub), _quotes(shared, hub)
        where = hub.entry.where
        if hub.stories:
            yield File(_address(hub, "stories"), stories_csv(site, shared, hub.stories), where)
        if stats:
            yield File(_address(hub, "numbers"), numbers_csv(shared, stats), where)
        if quotes:
            yield File(_address(hub, "quotes"), quotes_csv(shared, quotes), where)


def downloads(site: Site, shared: Shared, hub: Hub) -> tuple[LinkView, ...]:
    """Links to these files and to those of the charts on the pages of its stories, each with what it holds."""
    counts = (
        ("stories", "Stories", counted(len(hub.stories), "story", "stories"), len(hub.stories)),
        ("numbers", "Numbers", counted(len(_stats(shared, hub)), "number"), len(_stats(shared, hub))),
        ("quotes", "Quotes", counted(len(_quotes(shared, hub)), "quote"), len(_quotes(shared, hub))),
    )
    tables = (LinkView(label, _address(hub, name), f"{note}, CSV") for name, label, note, count in counts if count)
    return (*tables, *list(_charts(site, hub))[:_CHARTS])


def _address(hub: Hub, name: str) -> str:
    return f"{hub.address.removesuffix('index.html')}{name}.csv"


def _stats(shared: Shared, hub: Hub) -> list[StatRecord]:
    return [record for story in hub.stories for record in shared.stats.get(story, ())]


def _quotes(shared: Shared, hub: Hub) -> list[QuoteRecord]:
    return [record for story in hub.stories for record in shared.quotes.get(story, ())]


def _charts(site: Site, hub: Hub) -> Iterator[LinkView]:
    for story in (site.stories[id_] for id_ in hub.stories):
        for chart in story.text.body.charts:
            address = data_address(story.text, chart)
            if address:
                yield LinkView(chart.title or story.title, address, f"Chart in {story.title}, CSV")
