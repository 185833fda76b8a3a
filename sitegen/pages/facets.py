"""One real page for every value of every facet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitegen.model.facets import NOT_STATED
from sitegen.model.spanning import Facet, FacetValue, Site
from sitegen.pages.browse import LINK, value_link
from sitegen.pages.heads import head
from sitegen.pages.lists import NAMED, Listing, list_pages
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import LinkView, RowView
from sitegen.text import counted

_UNCERTAIN = "May lie in another band too: the story gives a range or an open end."


def facets(site: Site, shared: Shared) -> Iterable[Page]:
    """The pages of every value, "Not stated" included."""
    for facet in site.facets:
        others = _others(facet)
        for value in facet.values:
            yield from list_pages(site, _listing(site, shared, facet, value, others))


def _others(facet: Facet) -> tuple[LinkView, ...]:
    return tuple(value_link(v) for v in facet.values) if len(facet.values) <= NAMED else ()


def _listing(site: Site, shared: Shared, facet: Facet, value: FacetValue, links: tuple[LinkView, ...]) -> Listing:
    lead = _lead(facet, value)
    way = (LINK, LinkView(facet.label), LinkView(value.label, value.address))
    return Listing(
        head=head(site, value.address, way, lead),
        kicker=facet.label,
        title=value.label,
        lead=lead,
        rows=tuple(_rows(shared, value)),
        others=tuple(link for link in links if link.address != value.address),
        others_title=f"{facet.label}: other values",
    )


def _lead(facet: Facet, value: FacetValue) -> str:
    stories = counted(len(value.stories), "story", "stories")
    if value.label == NOT_STATED:
        return f"{facet.label}: not stated in {stories}. What is not stated is not zero."
    return f"{facet.label}: {value.label}. {stories}, in reading order."


def _rows(shared: Shared, value: FacetValue) -> Iterator[RowView]:
    uncertain = frozenset(value.uncertain)
    for story in value.stories:
        row = shared.rows[story]
        yield replace(row, note=_UNCERTAIN) if story in uncertain else row
