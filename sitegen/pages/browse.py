"""Every story with every facet: a complete list without any script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Facet, FacetValue, Site
from sitegen.model.values import Story
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.paging import leaf_head, leaves
from sitegen.pages.shared import Shared
from sitegen.pages.views import BrowsePage, FacetView, LinkView, MarkView, OptionView
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
    facets = tuple(_facet_view(f, len(site.stories)) for f in site.facets)
    marks = tuple(_marks(site))
    for leaf in leaves(tuple(shared.rows.values()), ADDRESS):
        shown = facets if leaf.paging.number == 1 else ()
        filtered = () if leaf.paging.pages else tuple(zip(leaf.entries, marks, strict=True))
        view = BrowsePage(leaf_head(first, leaf), _TITLE, total, leaf.entries, filtered, shown, leaf.paging)
        yield Page(leaf.address, TEMPLATE, view, site.settings.where)


def _facet_view(facet: Facet, stories: int) -> FacetView:
    """A facet with the numbers of its values' stories."""
    values = tuple(OptionView(v.id, value_link(v), len(v.stories), len(v.stories) / stories) for v in facet.values)
    return FacetView(facet.id, facet.label, values)


def _marks(site: Site) -> Iterator[MarkView]:
    """What each story is filtered and sorted by, in reading order."""
    values: dict[str, list[str]] = {story: [] for story in site.stories}
    for facet in site.facets:
        for value in facet.values:
            for of in value.stories:
                values[of].append(f"{facet.id}/{value.id}")
    for id_, story in site.stories.items():
        yield MarkView(
            values=" ".join(values[id_]),
            share=_stated(story, "pupil premium"),
            pupils=_stated(story, "pupils"),
            years=_stated(story, "years"),
        )


def _stated(story: Story, measure: str) -> str:
    """What a story states for a measure at the least, the largest of its schools' numbers; empty for nothing."""
    found = [v.quantity.low for f in story.facts for v in f.values if v.quantity.measure == measure]
    known = [low for low in found if low is not None]
    return f"{max(known):.12g}" if known else ""


def value_link(value: FacetValue) -> LinkView:
    """A facet's value, leading to its page, with the number of its stories."""
    return LinkView(value.label, value.address, counted(len(value.stories), "story", "stories"))
