"""What search can find: stories first, in reading order, then other pages, then whatever has a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from sitegen.model.spanning import Site
from sitegen.model.values import Story, Text
from sitegen.pages.glossary import LINK as GLOSSARY
from sitegen.pages.glossary import term_ids
from sitegen.pages.naming import section_class
from sitegen.pages.shared import Shared
from sitegen.text import counted


class Rank(IntEnum):
    """How much it says of a page that a word stands there: in its text, a heading, a name beside it, its title."""

    TEXT = 0
    HEADING = 1
    NAME = 2
    TITLE = 3


Said = tuple[Rank, str]
"""Words with how much they say of their page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page or a name to be found.

    `kicker` says what it is, and of which edition (or empty). `place` says where, `about` one sentence. `spec` are
    labels with short facts. `said` is all that it is found by. `text` is the body that passages are shown from, None
    for a name.
    """

    address: str
    title: str
    kicker: tuple[str, str]
    said: tuple[Said, ...]
    place: str = ""
    about: str = ""
    spec: tuple[tuple[str, str], ...] = ()
    section_class: str = ""
    text: Text | None = None


def entries(site: Site, shared: Shared) -> tuple[Entry, ...]:
    """Everything that can be found. The number of an entry is its place; those of stories are their reading order."""
    return (
        *(_story(site, shared, story) for story in site.stories.values()),
        *_parts(site, shared),
        *_records(site),
        *_terms(site),
    )


def _story(site: Site, shared: Shared, story: Story) -> Entry:
    row = shared.rows[story.id]
    hubs = [site.hubs[h] for h in story.hubs if h in site.hubs]
    schools = [site.schools[s.id] for s in story.schools if s.id in site.schools]
    names = (
        row.kicker, story.kind.name, *story.phase, *story.themes, *story.programmes, *story.evidence,
        *(m.name for m in story.schools), *(n for s in schools for n in (s.name, s.place, *s.aliases)),
        *(n for h in hubs for n in (h.name, h.entry.region)), *(p.name for p in story.people),
    )  # fmt: skip
    facts = (f.text for f in (*story.facts, *story.details))
    roles = (w for p in story.people for w in (p.role, p.place))
    return Entry(
        row.address, row.title, (row.mark, shared.names[story.edition]),
        ((Rank.TITLE, story.title), *_all(Rank.NAME, names), (Rank.HEADING, story.summary),
         *_all(Rank.TEXT, (*facts, *roles)), *_of_text(story.text)),
        row.place, story.summary, tuple((s.label, s.text) for s in row.spec), row.section_class, story.text,
    )  # fmt: skip


def without_text(entry: Entry) -> Entry:
    """The entry of a page as far as its text has no part in it."""
    own = tuple(_of_text(entry.text)) if entry.text else ()
    return replace(entry, said=entry.said[: len(entry.said) - len(own)], text=None)


def with_text(entry: Entry, text: Text) -> Entry:
    """The entry of a page, known without its text, with this text."""
    return replace(entry, said=(*entry.said, *_of_text(text)), text=text)


def _all(rank: Rank, texts: Iterable[str]) -> Iterator[Said]:
    return ((rank, text) for text in dict.fromkeys(texts) if text)


def _of_text(text: Text) -> Iterator[Said]:
    yield from _all(Rank.HEADING, (h.text for h in text.body.headings))
    yield Rank.TEXT, text.body.plain


def _parts(site: Site, shared: Shared) -> Iterator[Entry]:
    """Sections, editions and fixed pages: they have texts of their own."""
    for section in site.sections.values():
        kicker = ("Section", shared.names[section.edition])
        said = ((Rank.TITLE, section.title), (Rank.HEADING, section.summary), *_of_text(section.text))
        yield Entry(section.address, section.title, kicker, said, about=section.summary,
                    section_class=section_class(section), text=section.text)  # fmt: skip
    for edition in site.editions.values():
        names = (edition.subtitle, edition.label, *edition.authors, edition.publisher, edition.isbn)
        said = ((Rank.TITLE, edition.name), *_all(Rank.NAME, names), (Rank.HEADING, edition.summary),
                *_of_text(edition.text))  # fmt: skip
        yield Entry(edition.address, edition.name, ("Edition", ""), said, about=edition.summary, text=edition.text)
    for page in site.pages.values():
        said = ((Rank.TITLE, page.title), (Rank.HEADING, page.summary), *_of_text(page.text))
        yield Entry(page.address, page.title, ("About this site", ""), said, about=page.summary, text=page.text)


def _records(site: Site) -> Iterator[Entry]:
    for school in site.schools.values():
        hubs = tuple(site.hubs[h].name for h in school.hubs if h in site.hubs)
        names = (school.place, school.phase, school.urn, *school.aliases, *hubs)
        yield Entry(school.address, school.name, ("School", ""), ((Rank.TITLE, school.name), *_all(Rank.NAME, names)),
                    school.place, _stories(school.stories))  # fmt: skip
    for hub in site.hubs.values():
        said = ((Rank.TITLE, hub.name), *_all(Rank.NAME, (hub.entry.region, *hub.entry.aliases)))
        yield Entry(hub.address, hub.name, ("Hub", ""), said, hub.entry.region, _stories(hub.stories))
    for person in site.people.values():
        said = ((Rank.TITLE, person.name), *_all(Rank.NAME, person.roles))
        roles = "; ".join(person.roles)
        yield Entry(person.address, person.name, ("Person", ""), said, roles, _stories(person.stories))
    for theme in site.themes.values():
        said = ((Rank.TITLE, theme.name),)
        yield Entry(theme.address, theme.name, ("Theme", ""), said, about=_stories(theme.stories))


def _stories(found: tuple[str, ...]) -> str:
    return f"{counted(len(found), 'story', 'stories')}." if found else ""


def _terms(site: Site) -> Iterator[Entry]:
    terms = site.registers.glossary
    for term, id_ in zip(terms, term_ids(terms), strict=True):
        said = ((Rank.TITLE, term.term), (Rank.TEXT, term.definition))
        yield Entry(f"{GLOSSARY.address}#{id_}", term.term, ("Term", ""), said, about=term.definition)
