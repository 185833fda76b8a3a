"""Every edition whole on one page, for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitegen.model.spanning import Site
from sitegen.model.values import Edition
from sitegen.pages.editions import edition_view, print_address
from sitegen.pages.heads import head, running
from sitegen.pages.page import Page
from sitegen.pages.sections import section_view
from sitegen.pages.shared import Shared
from sitegen.pages.views import LinkView, PrintPage, PrintSection, StoryPage

TEMPLATE = "print.html"


def printing(site: Site, shared: Shared) -> Iterable[Page]:
    """The print page of every edition."""
    for edition in site.editions.values():
        address = print_address(edition)
        link = LinkView("The whole edition", address)
        described = f"All of {shared.names[edition.id]} on one page, for paper."
        way = (shared.edition_link(site, edition.id), link)
        made = head(site, address, way, described, cover=edition.cover_colour)
        view = PrintPage(
            head=replace(made, running=running(site, shared.names[edition.id])),
            edition=edition_view(site, shared, edition),
            sections=tuple(_sections(site, shared, edition)),
        )
        yield Page(address, TEMPLATE, view, edition.where)


def _sections(site: Site, shared: Shared, edition: Edition) -> Iterator[PrintSection]:
    """The parts of an edition in reading order; sections without a story too."""
    stories: dict[str, list[StoryPage]] = {}
    for id_ in shared.order.get(edition.id, ()):
        stories.setdefault(site.stories[id_].section, []).append(shared.views[id_])
    if "" in stories:
        yield PrintSection(None, tuple(stories[""]))
    for id_ in edition.sections:
        if id_ in site.sections:
            yield PrintSection(section_view(site, shared, site.sections[id_]), tuple(stories.get(id_, ())))
