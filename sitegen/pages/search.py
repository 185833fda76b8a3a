"""Search by name: everything that has a page or a place of its own, from A to Z."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Site
from sitegen.pages.glossary import LINK as GLOSSARY
from sitegen.pages.glossary import term_ids
from sitegen.pages.heads import head
from sitegen.pages.home import ways_in
from sitegen.pages.indexes import by_letter
from sitegen.pages.page import Page
from sitegen.pages.people import last_name_first
from sitegen.pages.shared import Shared
from sitegen.pages.views import LinkView, SearchPage

TEMPLATE = "search.html"
LINK = LinkView("Search", "search/index.html")
MOST = 2000
"""More entries than this are too heavy for one page: it leads to the lists of each sort (FORMATS, "Large sites")."""

_WHOLE = "Every story, school, hub, person, theme and term, from A to Z."
_LISTS = "The lists of all that is here."

Entry = tuple[str, LinkView]
"""What an entry is sorted by, and the entry."""


def search(site: Site, shared: Shared) -> Iterable[Page]:
    """The page of all names."""
    entries = [*_stories(site, shared), *_records(site), *_terms(site)]
    whole = len(entries) <= MOST
    lead = _WHOLE if whole else _LISTS
    view = SearchPage(
        head=head(site, LINK.address, (LINK,), lead),
        title=LINK.text,
        lead=lead,
        groups=by_letter(entries) if whole else (),
        ways=() if whole else ways_in(site),
    )
    yield Page(LINK.address, TEMPLATE, view, site.settings.where)


def _stories(site: Site, shared: Shared) -> Iterator[Entry]:
    for story in site.stories.values():
        note = f"{story.kind.name}, {shared.names[story.edition]}"
        yield story.title, LinkView(story.title, story.address, note)


def _records(site: Site) -> Iterator[Entry]:
    yield from ((s.name, LinkView(s.name, s.address, "School")) for s in site.schools.values())
    yield from ((h.name, LinkView(h.name, h.address, "Hub")) for h in site.hubs.values())
    yield from ((last_name_first(p.name), LinkView(p.name, p.address, "Person")) for p in site.people.values())
    yield from ((t.name, LinkView(t.name, t.address, "Theme")) for t in site.themes.values())


def _terms(site: Site) -> Iterator[Entry]:
    terms = site.registers.glossary
    for term, id_ in zip(terms, term_ids(terms), strict=True):
        yield term.term, LinkView(term.term, GLOSSARY.address, "Term", id_)
