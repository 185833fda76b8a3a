"""Pages that list stories which share something: made alike for facet values, themes and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sitegen.model.spanning import Site
from sitegen.pages.page import Page
from sitegen.pages.paging import leaf_head, leaves
from sitegen.pages.views import EditionGroup, Head, LinkView, ListPage, RowView

TEMPLATE = "list.html"
NAMED = 30
"""So many other values a page names at most: what is listed on every page of a set must not grow with the set."""


Mark = tuple[LinkView, str]
"""An edition, and a line on what it holds."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of stories to be: as on `ListPage`, before it is cut into pages.

    `editions` are, for each row, its edition and a line on what that holds; empty for a list without groups.
    """

    head: Head
    kicker: str
    title: str
    lead: str
    rows: tuple[RowView, ...]
    facts: tuple[tuple[str, tuple[LinkView, ...]], ...] = ()
    others: tuple[LinkView, ...] = ()
    others_title: str = ""
    editions: tuple[Mark, ...] = ()


def list_pages(site: Site, listing: Listing) -> Iterator[Page]:
    """The pages of a list: one up to 200 stories."""
    marks = listing.editions or (None,) * len(listing.rows)
    for leaf in leaves(tuple(zip(listing.rows, marks, strict=True)), listing.head.address):
        view = ListPage(
            leaf_head(listing.head, leaf),
            listing.kicker,
            listing.title,
            listing.lead,
            listing.facts,
            tuple(row for row, _ in leaf.entries),
            listing.others,
            listing.others_title if listing.others else "",
            leaf.paging,
            tuple(_groups(leaf.entries)),
        )
        yield Page(leaf.address, TEMPLATE, view, site.settings.where)


def _groups(entries: tuple[tuple[RowView, Mark | None], ...]) -> Iterator[EditionGroup]:
    """Rows that stand one after the other and belong to one edition."""
    for mark, group in groupby(entries, key=lambda entry: entry[1]):
        if mark:
            yield EditionGroup(mark[0], tuple(row for row, _ in group), mark[1])


def editions_of(site: Site, stories: tuple[str, ...]) -> int:
    """How many editions stories come from."""
    return len({site.stories[s].edition for s in stories})
