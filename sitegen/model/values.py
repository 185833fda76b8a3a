"""What a site is: editions, sections, stories, and the schools, hubs, people and themes that they refer to.

Addresses are paths of pages from the site's root, as `2022-23/primary/goldfinch/index.html`. References from one
value to another are ids, so that every value is complete at birth; `Site` holds the look-ups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.markup.body import Body, Chart
from sitegen.problems.problem import Where
from sitegen.reading.values import Asset
from sitegen.schema.declared import Kind, Term
from sitegen.schema.values import AcademicYear, DateValue, PictureValue, Quantity, Values


@dataclass(frozen=True, slots=True)
class Target:
    """Where a symbolic link leads. `kind` is page, file, external or text (no longer published: plain text).

    `address` is a page or file of the site (page, file) or a whole address (external, also `mailto:`).
    `fragment` is an id on that page, without `#`.
    """

    kind: str
    address: str = ""
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A converted body with what its symbolic links and pictures mean in this site.

    `targets` by `Link.target`, `pictures` by `Picture.target`, `charts` by `Chart.id` for charts whose data stand
    in a file of their own. `terms` are the glossary's, by the acronym as it may be written in a text. `address` is
    the page that the text stands on. `faulty` are charts, by id, in whose file of figures there are errors.
    """

    body: Body = Body()
    targets: Mapping[str, Target] = field(default_factory=dict)
    pictures: Mapping[str, Asset] = field(default_factory=dict)
    charts: Mapping[str, Chart] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    body_line: int = 1
    address: str = ""
    faulty: frozenset[str] = frozenset()

    def figures(self, chart: Chart) -> Chart:
        """A chart of this text with its figures, also where they stand in a file of their own."""
        return self.charts.get(chart.id, chart)


@dataclass(frozen=True, slots=True)
class BandedQuantity:
    """A quantity with the labels of the bands that it may lie in."""

    quantity: Quantity
    bands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactPart:
    """A piece of a fact's wording.

    `refers` is the page of the hub, school or person it names (`hubs/bbo`), a link as written, or empty.
    """

    text: str
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field's value on a story. `text` is the wording as written, empty where nothing is stated.

    `type` is the field type. `basis` is stated, derived or not stated. `school` is the id of the school whose
    fact it is, empty where the story has one school or none; each of several has a fact of the field `school`.
    `parts` joined are `text`. `note` says in words what
    was derived ("first year 2020/21").
    """

    field: str
    label: str
    type: str
    text: str
    basis: str
    values: tuple[BandedQuantity, ...] = ()
    school: str = ""
    parts: tuple[FactPart, ...] = ()
    note: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class SchoolMention:
    """A school as a story names it."""

    id: str
    name: str
    where: Where


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as a story names them."""

    id: str
    name: str
    role: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a story comes from. `date` and `page` as written."""

    title: str
    url: str = ""
    publisher: str = ""
    page: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated note of what was put right."""

    date: DateValue | None
    what: str


@dataclass(frozen=True, slots=True)
class Story:
    """One story, of any kind.

    `id` is its address without `/index.html`. `number` counts the numbered stories of its section from 1, None for
    a kind or story without number. `facts` are all facts of the card and of further profile fields, in card order,
    `details` what its kind's own fields state beside the card. `screen_only` is True where its consents allow the web
    and not print, `unshared` where they do not allow social media.
    """

    id: str
    address: str
    path: str
    kind: Kind
    edition: str
    section: str
    number: int | None
    title: str
    summary: str
    text: Text
    facts: tuple[Fact, ...]
    schools: tuple[SchoolMention, ...] = ()
    hubs: tuple[str, ...] = ()
    people: tuple[PersonMention, ...] = ()
    phase: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    date: DateValue | None = None
    updated: DateValue | None = None
    image: PictureValue | None = None
    picture: Asset | None = None
    source: SourceNote | None = None
    corrections: tuple[Correction, ...] = ()
    related: tuple[str, ...] = ()
    draft: bool = False
    values: Values = field(default_factory=dict)
    where: Where = Where("")
    details: tuple[Fact, ...] = ()
    screen_only: bool = False
    unshared: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of an edition. `number` counts the sections of the edition from 1. `stories` in reading order."""

    id: str
    address: str
    path: str
    edition: str
    number: int
    title: str
    summary: str
    text: Text
    stories: tuple[str, ...]
    values: Values = field(default_factory=dict)
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication. `type` is annual report, newsletter or collection.

    `label` is what stands large on its cover: the academic year, `No. 16`, or its date's year. `sections` and
    `stories` (those directly in it, outside any section) in reading order.
    """

    id: str
    address: str
    path: str
    type: str
    title: str
    subtitle: str
    summary: str
    label: str
    text: Text
    sections: tuple[str, ...]
    stories: tuple[str, ...]
    academic_year: AcademicYear | None = None
    issue_number: str = ""
    date: DateValue | None = None
    cover_colour: str = ""
    isbn: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    disclaimer: str = ""
    licence: str = ""
    values: Values = field(default_factory=dict)
    where: Where = Where("")

    @property
    def name(self) -> str:
        """Its title with what tells it from other editions of that title."""
        mark = self.issue_number or self.label
        return self.title if not mark or mark in self.title else f"{self.title}, {self.label}"


@dataclass(frozen=True, slots=True)
class FixedPage:
    """A page of content/pages: about, accessibility …"""

    id: str
    address: str
    path: str
    title: str
    summary: str
    text: Text
    values: Values = field(default_factory=dict)
    where: Where = Where("")
