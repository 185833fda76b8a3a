"""The library: every edition, newest first, and the other ways in."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.spanning import Site
from sitegen.model.values import Edition
from sitegen.pages.covers import facts, featured
from sitegen.pages.heads import HOME, head
from sitegen.pages.naming import edition_sort
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import EditionCard, HomePage, LinkView
from sitegen.text import counted

TEMPLATE = "home.html"


def home(site: Site, shared: Shared) -> Iterable[Page]:
    """The library's page."""
    counts = (counted(len(site.stories), "story", "stories"), counted(len(site.editions), "edition"))
    several = len(site.editions) > 1
    summary = f"{counts[0]} in {counts[1]}, newest first." if several else f"{counts[0]} in one edition."
    view = HomePage(
        head=head(site, HOME, (), summary),
        title=site.settings.title,
        summary=summary,
        editions=tuple(_card(site, shared, e) for e in site.editions.values()),
        ways=ways_in(site),
        facts=counts,
    )
    yield Page(HOME, TEMPLATE, view, site.settings.where)


def ways_in(site: Site) -> tuple[LinkView, ...]:
    """The lists that span editions, each with what it holds; an empty list is no way in."""
    stories = len(site.stories)
    told_hubs = sum(1 for h in site.hubs.values() if h.stories)
    hubs_note = f"{counted(len(site.hubs), 'hub')}, {told_hubs:,} with stories"
    rows = (
        ("All stories", "browse", stories, counted(stories, "story", "stories")),
        ("Hubs", "hubs", len(site.hubs), hubs_note),
        ("Schools", "schools", len(site.schools), counted(len(site.schools), "school")),
        ("Themes", "themes", len(site.themes), counted(len(site.themes), "theme")),
        ("People", "people", len(site.people), counted(len(site.people), "person", "people")),
        ("Numbers", "numbers", len(site.stats), counted(len(site.stats), "headline number")),
        ("Quotes", "quotes", len(site.quotes), counted(len(site.quotes), "quote")),
        ("Glossary", "glossary", len(site.registers.glossary), counted(len(site.registers.glossary), "term")),
    )
    return tuple(LinkView(text, f"{folder}/index.html", note) for text, folder, number, note in rows if number)


def _card(site: Site, shared: Shared, edition: Edition) -> EditionCard:
    return EditionCard(
        address=edition.address,
        title=edition.title,
        type=edition.type,
        label=edition.label,
        kicker=edition_sort(edition),
        summary=edition.summary,
        facts=facts(site, shared, edition, None),
        cover=edition.cover_colour,
        featured=featured(site, shared, edition),
    )
