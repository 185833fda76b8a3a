"""Look-ups that the views of a site are made with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sitegen.model.spanning import QuoteRecord, Site, StatRecord
from sitegen.model.values import Story
from sitegen.pages.naming import edition_names
from sitegen.pages.rows import Surroundings, row
from sitegen.pages.scenes import Backdrop, backdrop
from sitegen.pages.views import LinkView, RowView

R = TypeVar("R", QuoteRecord, StatRecord)


@dataclass(frozen=True, slots=True)
class Basis:
    """Look-ups over a whole site.

    `names` are the editions' short names by id, `rows` every story as a row by id, `order` the ids of an edition's
    stories in reading order by edition, `behind` what whole editions say, `quotes` and `stats` those of each story
    by its id, `terms` the page of each term by facet and slug.
    """

    names: Mapping[str, str]
    rows: Mapping[str, RowView]
    order: Mapping[str, tuple[str, ...]]
    behind: Backdrop
    quotes: Mapping[str, tuple[QuoteRecord, ...]]
    stats: Mapping[str, tuple[StatRecord, ...]]
    terms: Mapping[tuple[str, str], str]

    def edition_link(self, site: Site, edition: str) -> LinkView:
        """The short name of an edition, leading to its cover."""
        return LinkView(self.names[edition], site.editions[edition].address)

    def rows_of(self, stories: Iterable[str]) -> tuple[RowView, ...]:
        """Stories as rows, in the order given."""
        return tuple(self.rows[s] for s in stories if s in self.rows)


def basis(site: Site) -> Basis:
    """The look-ups of a site."""
    names = edition_names(site.editions)
    order = _order(site.stories.values())
    behind = backdrop(site)
    around = Surroundings(site, names, behind)
    return Basis(
        names=names,
        rows={s.id: row(s, around) for s in site.stories.values()},
        order=order,
        behind=behind,
        quotes=_by_story(site.quotes),
        stats=_by_story(site.stats),
        terms=_terms(site),
    )


def _terms(site: Site) -> dict[tuple[str, str], str]:
    """Where each value of a facet has its page; a theme has one of its own, beside the list of its facet."""
    values = {(facet.id, value.id): value.address for facet in site.facets for value in facet.values}
    return values | {("themes", theme.id): theme.address for theme in site.themes.values()}


def _order(stories: Iterable[Story]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for story in stories:
        found[story.edition].append(story.id)
    return {edition: tuple(ids) for edition, ids in found.items()}


def _by_story(records: Iterable[R]) -> dict[str, tuple[R, ...]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[record.story].append(record)
    return {story: tuple(of) for story, of in found.items()}
