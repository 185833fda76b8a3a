"""The people whom stories name: an index, and a list of stories for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Person, Site
from sitegen.model.values import Story
from sitegen.pages.heads import head
from sitegen.pages.indexes import by_letter, index_page
from sitegen.pages.lists import Listing, list_pages
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.spans import edition_marks
from sitegen.pages.views import LinkView
from sitegen.pages.wording import spelt_count, upper_first
from sitegen.text import counted

LINK = LinkView("People", "people/index.html")


def people(site: Site, shared: Shared) -> Iterable[Page]:
    """The index, by last name, and the pages of every person."""
    lead = f"{counted(len(site.people), 'person', 'people')} named in the stories, each with the role stated there."
    yield index_page(site, LINK, lead, by_letter((last_name_first(p.name), _entry(p)) for p in site.people.values()))
    for person in site.people.values():
        yield from list_pages(site, _listing(site, shared, person))


def _entry(person: Person) -> LinkView:
    return LinkView(person.name, person.address, "; ".join(person.roles))


def last_name_first(name: str) -> str:
    """A name as it is sorted: `Pringle Emily`."""
    *first, last = name.split() or [name]
    return " ".join((last, *first))


def _listing(site: Site, shared: Shared, person: Person) -> Listing:
    lead = f"{upper_first(spelt_count(len(person.stories), 'story', 'stories'))} with {person.name}."
    return Listing(
        head=head(site, person.address, (LINK, LinkView(person.name, person.address)), lead),
        kicker="Person",
        title=person.name,
        lead=lead,
        facts=tuple(_facts(site, person)),
        rows=shared.rows_of(person.stories),
        editions=edition_marks(site, shared, person.stories, lambda stories: _roles(person, stories)),
    )


def _roles(person: Person, stories: list[Story]) -> str:
    """Who the person is in these stories, in the words of each."""
    found = [(p.role, p.place) for s in stories for p in s.people if p.id == person.id]
    return "; ".join(dict.fromkeys(", ".join(filter(None, each)) for each in found if any(each)))


def _facts(site: Site, person: Person) -> Iterator[tuple[str, tuple[LinkView, ...]]]:
    """Every wording of the role, and the schools and hubs of the stories."""
    stories = [site.stories[s] for s in person.stories]
    schools = [site.schools[i] for i in dict.fromkeys(m.id for s in stories for m in s.schools) if i in site.schools]
    hubs = [site.hubs[i] for i in dict.fromkeys(h for s in stories for h in s.hubs) if i in site.hubs]
    rows = (
        ("Role as stated", tuple(LinkView(r) for r in person.roles)),
        ("Schools in these stories", tuple(LinkView(s.name, s.address) for s in schools)),
        ("Hubs in these stories", tuple(LinkView(h.name, h.address) for h in hubs)),
    )
    return (row for row in rows if row[1])
