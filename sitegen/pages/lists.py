"""Pages that list stories which share something: made alike for facet values, themes and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model.spanning import Site
from sitegen.pages.page import Page
from sitegen.pages.paging import leaf_head, leaves
from sitegen.pages.views import Head, LinkView, ListPage, RowView

TEMPLATE = "list.html"
NAMED = 30
"""So many other values a page names at most: what is listed on every page of a set must not grow with the set."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of stories to be: as on `ListPage`, before it is cut into pages."""

    head: Head
    kicker: str
    title: str
    lead: str
    rows: tuple[RowView, ...]
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...] = ()
    others: tuple[LinkView, ...] = ()
    others_title: str = ""


def list_pages(site: Site, listing: Listing) -> Iterator[Page]:
    """The pages of a list: one up to 200 stories."""
    for leaf in leaves(listing.rows, listing.head.address):
        view = ListPage(
            leaf_head(listing.head, leaf),
            listing.kicker,
            listing.title,
            listing.lead,
            listing.facts,
            leaf.entries,
            listing.others,
            listing.others_title if listing.others else "",
            leaf.paging,
        )
        yield Page(leaf.address, TEMPLATE, view, site.settings.where)


def editions_of(site: Site, stories: tuple[str, ...]) -> int:
    """How many editions stories come from."""
    return len({site.stories[s].edition for s in stories})
