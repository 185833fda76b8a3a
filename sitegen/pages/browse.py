"""Every story with every facet: a complete list without any script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.facets import MEASURES, NOT_STATED
from sitegen.model.spanning import Facet, FacetValue, Site
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.paging import leaf_head, leaves
from sitegen.pages.shared import Shared
from sitegen.pages.understanding import SHARES
from sitegen.pages.views import BrowsePage, FacetView, LinkView, OptionView, WishView
from sitegen.text import counted, slug

TEMPLATE = "browse.html"
ADDRESS = "browse/index.html"
LINK = LinkView("Stories", ADDRESS)
_TITLE = "Find a school like yours"
_CHOSEN = ("phase", "region", "hub")
_FIGURES = tuple(slug(measure) for measure in MEASURES)
_MOST = {"forms": "most first", "pupils": "most first", "years": "longest first"}
_SHARES = frozenset(slug(measure) for measure in SHARES)


def browse(site: Site, shared: Shared) -> Iterable[Page]:
    """The list of all stories in reading order; above 200 on several pages, the facets on the first."""
    total = counted(len(site.stories), "story", "stories")
    words = f"All {total} in reading order, by phase, hub, theme and the facts on their cards."
    first = head(site, ADDRESS, (LINK,), words)
    facets = tuple(_facet_view(f, len(site.stories)) for f in site.facets)
    wishes = tuple(_wishes(site.facets))
    sorts = tuple((f.id, f"{f.label}, {_MOST.get(f.id, 'highest first')}") for f in facets if f.ranged)
    for leaf in leaves(tuple(shared.rows.values()), ADDRESS):
        shown, asked, by = (facets, wishes, sorts) if leaf.paging.number == 1 else ((), (), ())
        view = BrowsePage(leaf_head(first, leaf), _TITLE, total, leaf.entries, shown, asked, by, leaf.paging)
        yield Page(leaf.address, TEMPLATE, view, site.settings.where)


def _facet_view(facet: Facet, stories: int) -> FacetView:
    """A facet with the numbers of its values' stories."""
    values = tuple(OptionView(v.id, value_link(v), len(v.stories), len(v.stories) / stories) for v in facet.values)
    return FacetView(facet.id, facet.label, values, _unit(facet), facet.id in _FIGURES)


def _unit(facet: Facet) -> str:
    return "%" if facet.id in _SHARES else ""


def _wishes(facets: Iterable[Facet]) -> Iterator[WishView]:
    """First the words to choose from, then the figures, as far as some story states them."""
    by_id = {facet.id: facet for facet in facets}
    for facet in (by_id[id_] for id_ in (*_CHOSEN, *_FIGURES) if id_ in by_id):
        values = [(v.id, v.label) for v in facet.values if v.label != NOT_STATED]
        if facet.id in _FIGURES or len(values) > 1:
            yield WishView(facet.id, facet.label, _unit(facet), tuple(values) if facet.id in _CHOSEN else ())


def value_link(value: FacetValue) -> LinkView:
    """A facet's value, leading to its page, with the number of its stories."""
    return LinkView(value.label, value.address, counted(len(value.stories), "story", "stories"))
