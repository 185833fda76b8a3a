"""Every story with every facet: a complete list without any script."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.spanning import Facet, FacetValue, Site
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.paging import leaf_head, leaves
from sitegen.pages.shared import Shared
from sitegen.pages.views import BrowsePage, FacetView, LinkView
from sitegen.text import counted

TEMPLATE = "browse.html"
ADDRESS = "browse/index.html"
LINK = LinkView("Stories", ADDRESS)
_TITLE = "Find a school like yours"


def browse(site: Site, shared: Shared) -> Iterable[Page]:
    """The list of all stories in reading order; above 200 on several pages, the facets on the first."""
    total = counted(len(site.stories), "story", "stories")
    words = f"All {total} in reading order, by phase, hub, theme and the facts on their cards."
    first = head(site, ADDRESS, (LINK,), words)
    facets = tuple(_facet_view(f) for f in site.facets)
    for leaf in leaves(tuple(shared.rows.values()), ADDRESS):
        shown = facets if leaf.paging.number == 1 else ()
        view = BrowsePage(leaf_head(first, leaf), _TITLE, total, leaf.entries, shown, leaf.paging)
        yield Page(leaf.address, TEMPLATE, view, site.settings.where)


def _facet_view(facet: Facet) -> FacetView:
    """A facet with the numbers of its values' stories."""
    values = tuple((value_link(v), len(v.stories)) for v in facet.values)
    return FacetView(facet.id, facet.label, values)


def value_link(value: FacetValue) -> LinkView:
    """A facet's value, leading to its page, with the number of its stories."""
    return LinkView(value.label, value.address, counted(len(value.stories), "story", "stories"))
