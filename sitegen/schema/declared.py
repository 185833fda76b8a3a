"""What a site declares: fields, kinds, bands, settings and registers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.problems.problem import Where
from sitegen.schema.values import Quantity, Value


@dataclass(frozen=True, slots=True)
class Field:
    """One row of a schema. `type` names a row of the field types; `fields` are those of a record.

    `many` accepts one value or a list and yields a tuple. `facet`: readers filter by it. `search`: in the index.
    `synonyms` are other words for a choice, each with the choice that it means (`infant` → `Primary`).
    """

    key: str
    type: str
    label: str
    help: str = ""
    required: bool = False
    many: bool = False
    facet: bool = False
    search: bool = False
    choices: tuple[str, ...] = ()
    default: str | None = None
    example: str = ""
    fields: tuple[Field, ...] = ()
    aliases: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """A named set of fields that a mapping is checked against."""

    name: str
    fields: tuple[Field, ...]

    def __getitem__(self, key: str) -> Field:
        return next(f for f in self.fields if f.key == key)

    def __contains__(self, key: str) -> bool:
        return any(f.key == key for f in self.fields)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of story, as its file declares it.

    `role` is story, edition, section or page: what the model does with it (every kind of story is `story`).
    `card` lists the fields of the profile card in order. `questions` is True where every second-level heading is a
    question. `schema_org` is the type for machines. `body` is the text that a new one begins with. `whole` is False
    where its file had mistakes: fields that it lacks are not held against its stories. `template_where` is where its
    file names the template; None where it names none. `expected` are fields beside the card that the readiness board
    asks for.
    """

    id: str
    name: str
    plural: str
    role: str
    schema: Schema
    card: tuple[str, ...]
    numbered: bool
    questions: bool
    template: str
    schema_org: str
    help: str = ""
    whole: bool = True
    template_where: Where | None = None
    expected: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A named range of a measure: `low` is included, `high` is not; None is open."""

    label: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands of one measure in order, without gap or overlap."""

    measure: str
    bands: tuple[Band, ...]

    def labels(self, quantity: Quantity) -> tuple[str, ...]:
        """The labels of every band that the quantity may lie in: several for a range or an open end."""
        return tuple(b.label for b in self.bands if _may_lie_in(b, quantity))


def _may_lie_in(band: Band, q: Quantity) -> bool:
    reaches = q.high is not None and band.low is not None and q.high == band.low and q.qualifier == "under"
    above = band.low is None or q.high is None or (q.high >= band.low and not reaches)
    below = band.high is None or q.low is None or q.low < band.high
    return above and below


@dataclass(frozen=True, slots=True)
class HubEntry:
    """A hub as the register has it. `confidence` is sourced, partly or uncertain."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    region: str = ""
    area: str = ""
    lead_schools: tuple[Mapping[str, str], ...] = ()
    former_names: tuple[Mapping[str, str], ...] = ()
    confidence: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class SchoolEntry:
    """A school as the register has it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    place: str = ""
    phase: str = ""
    urn: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    term: str
    definition: str
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """A consent as private/consents.yaml has it. `covers` is of picture, name, quote, story.

    `scope` is of web, print, archive, social. It holds from `given_on` to `expires_on`, both included, unless it was
    taken back: from `withdrawn_on` on it allows nothing. None is an open end. One that is `unsure`, for something in it
    has a problem, allows nothing either.
    """

    id: str
    covers: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    given_on: datetime.date | None = None
    expires_on: datetime.date | None = None
    withdrawn_on: datetime.date | None = None
    where: Where = Where("")
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """content/site.yaml, with the shipped defaults filled in before this is made."""

    title: str
    organisation: str
    base_url: str = ""
    language: str = "en-GB"
    licence: str = ""
    disclaimer: str = ""
    contact: str = ""
    navigation: tuple[Value, ...] = ()
    bands: Mapping[str, Bands] = field(default_factory=dict)
    release: Mapping[str, str] = field(default_factory=dict)
    share_cards: str = "editions and hubs"
    where: Where = Where("content/site.yaml")


@dataclass(frozen=True, slots=True)
class Registers:
    """What the register files hold."""

    hubs: tuple[HubEntry, ...] = ()
    schools: tuple[SchoolEntry, ...] = ()
    glossary: tuple[Term, ...] = ()
