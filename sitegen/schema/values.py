"""What field types make of text: values that keep the wording beside the understanding."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.problems.problem import Where


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something that filters can use.

    `measure` is one of pupil premium, fsm, fsm6, eal, send (in `%`), pupils, forms, years. `low` equals `high`
    for one number; None is an open end ("over 40": low 40, high None). `qualifier` is None, "about", "over",
    "under" or "at least". A range has no qualifier.
    """

    measure: str
    low: float | None
    high: float | None
    unit: str = ""
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as precise as it was written. `precision` is day, month, term or year; `end` is its last day.

    `iso` has as many parts as are known: `2023-11-28`, `2023-03`, `2023`.
    """

    text: str
    start: datetime.date
    end: datetime.date
    precision: str

    @property
    def iso(self) -> str:
        """As much of an ISO 8601 date as is known."""
        shown = {"day": 10, "month": 7}.get(self.precision, 4)
        return self.start.isoformat()[:shown]

    @property
    def machine(self) -> str:
        """The same for the `datetime` of a `<time>`: empty for a term and an academic year, which HTML cannot say."""
        return "" if self.precision == "term" or (self.precision == "year" and self.start.month != 1) else self.iso


@dataclass(frozen=True, slots=True)
class AcademicYear:
    """`2022/23`: the year that starts in September of `start`."""

    text: str
    start: int

    @property
    def label(self) -> str:
        """`2022/23`, however it was written."""
        return f"{self.start}/{(self.start + 1) % 100:02d}"


@dataclass(frozen=True, slots=True)
class Size:
    """A school's size. `quantities` holds measures forms and pupils; `ages` is (lowest, highest) or None.

    `phase` is what the wording itself says (`all-through`, `infant`), empty otherwise.
    """

    text: str
    quantities: tuple[Quantity, ...] = ()
    ages: tuple[int, int] | None = None
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Disadvantage:
    """What a school says of its disadvantage: measures that stay apart; none where no figure was understood."""

    text: str
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Engagement:
    """How long a school has taken part. Either `ordinal` (third year: 3) or `first` (school year that starts).

    `at_least` marks `5 or more`. `first_latest` differs from `first` where the wording leaves two years open
    (`since 2017`: 2016 or 2017). Both are None where nothing was understood.
    """

    text: str
    ordinal: int | None = None
    first: int | None = None
    first_latest: int | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A hub, school or person by the words that the author used."""

    text: str
    where: Where
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonValue:
    """A person with what the story says of them. `image` is a PictureValue or None."""

    name: str
    role: str
    where: Where
    place: str = ""
    image: PictureValue | None = None
    consent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureValue:
    """A picture named in front matter; `file` is a path beside the story or from the content root.

    `screen_only` and `social` are for the model to say: its consent allows the web and not print; social media too.
    """

    file: str
    alt: str
    decorative: bool
    where: Where
    caption: str = ""
    credit: str = ""
    consent: tuple[str, ...] = ()
    shows: str = ""
    screen_only: bool = False
    social: bool = False


@dataclass(frozen=True, slots=True)
class LinkValue:
    """An address with its text."""

    text: str
    target: str
    where: Where


@dataclass(frozen=True, slots=True)
class Value:
    """A field's value: `text` as written (white space folded), `value` as understood, `where` it stands.

    `value` by type: text, paragraph, choice -> str; whole number, year -> int; decimal -> float; yes/no -> bool;
    date -> DateValue; academic year -> AcademicYear; size -> Size; disadvantage -> Disadvantage;
    engagement -> Engagement; hub, school -> Reference; person -> PersonValue; image -> PictureValue;
    link -> LinkValue; record (a mapping with fields of its own) -> Mapping[str, Value]; map (entries under free names)
    -> Mapping[str, Value]; lines, colour (`#rrggbb`), id -> str; withdrawal -> DateValue or str (`no` is not given).
    A field that may hold several (`list`, `choices`, `people`, `hubs`, `schools`, or `many: yes`) holds a tuple of
    these, `parts` holds their Values one by one.
    """

    text: str
    value: Any
    where: Where
    key: Where
    parts: tuple[Value, ...] = ()


Values = Mapping[str, Value]
"""Fields by their key, only those that were given and understood."""
