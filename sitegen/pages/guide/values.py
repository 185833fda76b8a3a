"""What the authors' guide is made of: chapters with sections, their text in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model.names import Names
from sitegen.schema.declared import Bands, Kind


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a chapter. `id` is its place, `level` that of its heading (2 or 3), `label` stands beside it.

    `text` is Markdown without headings. `example` is what an author might write; `is_shown` where what it becomes
    stands beside it.
    """

    id: str
    level: int
    title: str
    text: str = ""
    label: str = ""
    example: str = ""
    is_shown: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. `all` is what a link to the whole of it says.

    Where it is `parted`, each section of the second level is a page of its own. `entries` is the level of those
    sections that the way through it names.
    """

    id: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    all: str
    parted: bool = False
    entries: int = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What the guide is told of a site: its kinds, its bands. `names` are those of the guide's own examples."""

    kinds: Mapping[str, Kind]
    bands: Mapping[str, Bands]
    names: Names
