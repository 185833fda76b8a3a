"""What spans stories: schools, hubs, people, themes, facets, numbers, quotes, and the site that holds it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.markup.body import Quote, Stat
from sitegen.model.likeness import Reason
from sitegen.model.sources import Selection
from sitegen.model.values import Edition, FixedPage, Section, Story, Text
from sitegen.reading.values import Asset
from sitegen.schema.declared import HubEntry, Kind, Registers, Settings


@dataclass(frozen=True, slots=True)
class School:
    """A school across editions, from the register or from its stories alone (`listed` tells)."""

    id: str
    address: str
    name: str
    place: str
    phase: str
    urn: str
    aliases: tuple[str, ...]
    listed: bool
    stories: tuple[str, ...]
    hubs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub across editions. `schools` are ids of the schools of its stories."""

    id: str
    address: str
    name: str
    entry: HubEntry
    stories: tuple[str, ...]
    schools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person across stories: every wording of their role, in reading order."""

    id: str
    address: str
    name: str
    roles: tuple[str, ...]
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme across editions, in its first wording."""

    id: str
    address: str
    name: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value readers filter by: its page, its stories in reading order. `uncertain` may lie in other bands too."""

    id: str
    label: str
    address: str
    stories: tuple[str, ...]
    uncertain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A field or measure readers filter by, its values in their order ("Not stated" last)."""

    id: str
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class StatRecord:
    """A headline number with the page it stands on. `story` is empty for one of an edition or section page."""

    stat: Stat
    address: str
    edition: str
    title: str
    text: Text
    story: str = ""


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quote with the page it stands on. `story` is empty for one of an edition or section page."""

    quote: Quote
    address: str
    edition: str
    title: str
    text: Text
    story: str = ""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A school like another, through the story that tells of it. `school` is its id, empty for a story without one.

    `why` are the reasons, the weightiest first.
    """

    story: str
    school: str
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """All of it, published stories only. Mappings are in reading order: newest edition first, then as numbered.

    `navigation` are labels with addresses. `downloads` are files offered for download, by address. `alike` are the
    schools (or stories) most like one, by the id of a story and by the address of a school. `tombstones` are the
    addresses of pages that were taken down and leave a word that they were, by the path of their file. `preview`
    is True where drafts are among the stories. `docs` are the kinds that the authors' guide tells of, none without it.
    `selection` is what a part of a site is of, None for all of one.
    """

    settings: Settings
    registers: Registers
    editions: Mapping[str, Edition]
    sections: Mapping[str, Section]
    stories: Mapping[str, Story]
    pages: Mapping[str, FixedPage]
    schools: Mapping[str, School]
    hubs: Mapping[str, Hub]
    people: Mapping[str, Person]
    themes: Mapping[str, Theme]
    facets: tuple[Facet, ...]
    stats: tuple[StatRecord, ...]
    quotes: tuple[QuoteRecord, ...]
    navigation: tuple[tuple[str, str], ...]
    downloads: Mapping[str, Asset] = field(default_factory=dict)
    alike: Mapping[str, tuple[Neighbour, ...]] = field(default_factory=dict)
    tombstones: Mapping[str, str] = field(default_factory=dict)
    preview: bool = False
    docs: Mapping[str, Kind] = field(default_factory=dict)
    selection: Selection | None = None
