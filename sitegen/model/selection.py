"""A part of a site that is whole in itself: one edition, or one hub's stories with what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.model.names import Names
from sitegen.model.places import Places
from sitegen.model.publication import OUTSIDE, PUBLISHED
from sitegen.model.sources import Selection, Sources
from sitegen.model.standing import all_places
from sitegen.model.stories import hub_ids
from sitegen.model.values import Edition, FixedPage, Section, Story, Text
from sitegen.schema.declared import Registers, Settings
from sitegen.text import slug


@dataclass(frozen=True, slots=True)
class Parts:
    """The pages of a site by id in reading order, before what spans them is known."""

    editions: Mapping[str, Edition]
    sections: Mapping[str, Section]
    stories: Mapping[str, Story]
    pages: Mapping[str, FixedPage]


def within(placed: Places, states: Mapping[str, str], sources: Sources, known: Names) -> frozenset[str]:
    """The ids of all that belongs to the part, published or not: all of the site where no part is asked for.

    Fixed pages belong to every part: they say what the whole is, and who answers for it.
    """
    part = sources.selection
    if part is None:
        return frozenset(place.id for place in all_places(placed))
    if part.edition:
        chosen = [p for p in (*placed.sections, *placed.stories) if p.edition == part.edition]
        return frozenset((part.edition, *(p.id for p in (*chosen, *placed.pages))))
    stories = [p for p in placed.stories if part.hub in hub_ids(p.source, known)]
    around = (i for p in stories if states[p.id] == PUBLISHED for i in (p.edition, p.section) if i)
    return frozenset((*around, *(p.id for p in (*stories, *placed.pages))))


def seen_from(states: Mapping[str, str], inside: frozenset[str]) -> dict[str, str]:
    """The state of each page by id, where what is published and not in the part is `OUTSIDE`."""
    return {i: OUTSIDE if state == PUBLISHED and i not in inside else state for i, state in states.items()}


def reduced(parts: Parts, inside: frozenset[str]) -> Parts:
    """The pages of the part alone. A story keeps the number that it has in the whole."""

    def kept(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(i for i in ids if i in parts.stories and i in inside)

    stories = {i: parts.stories[i] for i in kept(parts.stories)}
    sections = {i: replace(s, stories=kept(s.stories)) for i, s in parts.sections.items() if i in inside}
    editions = {
        i: replace(e, sections=tuple(s for s in e.sections if s in sections), stories=kept(e.stories))
        for i, e in parts.editions.items() if i in inside
    }  # fmt: skip
    return Parts(editions, sections, stories, parts.pages)


def registers_of(parts: Parts, registers: Registers) -> Registers:
    """What the registers say of the hubs, schools and terms that these pages name."""
    hubs = {hub for story in parts.stories.values() for hub in story.hubs}
    schools = {mention.id for story in parts.stories.values() for mention in story.schools}
    terms = {term.term for text in _texts(parts) for term in text.terms.values()}
    return Registers(
        tuple(h for h in registers.hubs if h.id in hubs), tuple(s for s in registers.schools if s.id in schools),
        tuple(t for t in registers.glossary if t.term in terms),
    )  # fmt: skip


def settings_of(parts: Parts, settings: Settings, whole: Mapping[str, Edition], part: Selection) -> Settings:
    """The settings of the part: its navigation names no edition that it lacks, its foot says what it is."""
    gone = whole.keys() - parts.editions.keys()
    navigation = tuple(value for value in settings.navigation if slug(value.text) not in gone)
    at = f" The whole is at {settings.base_url}" if settings.base_url else ""
    says = f"This copy is a part of {settings.title}: {part.name} alone.{at}"
    title = f"{settings.title}: {part.name}" if part.hub else settings.title
    words = " ".join(filter(None, (settings.disclaimer, says)))
    return replace(settings, title=title, navigation=navigation, disclaimer=words)


def _texts(parts: Parts) -> Iterator[Text]:
    for group in (parts.editions, parts.sections, parts.stories, parts.pages):
        yield from (page.text for page in group.values())
