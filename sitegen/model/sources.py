"""What the model is made from: every file that was read, parsed and converted, with those that could not be."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.markup.body import Body
from sitegen.problems.problem import Where
from sitegen.reading.values import Document, Tree
from sitegen.schema.declared import ConsentEntry, Kind, Registers, Settings
from sitegen.schema.values import Value, Values


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file whose fields and text were understood."""

    document: Document
    kind: Kind
    values: Values
    body: Body

    @property
    def path(self) -> str:
        """Its path from the site folder."""
        return self.document.path

    @property
    def where(self) -> Where:
        """Its beginning: what to name when the file as a whole is meant."""
        return self.document.meta.where

    def text(self, key: str) -> str:
        """The wording of a field, empty where it was not given."""
        value = self.values.get(key)
        return value.text if value else ""

    def value(self, key: str) -> object:
        """The understood value of a field, None where it was not given."""
        found = self.values.get(key)
        return found.value if found else None

    def parts(self, key: str) -> tuple[Value, ...]:
        """The values of a field one by one: none, one, or those of its list."""
        found = self.values.get(key)
        if found is None:
            return ()
        return found.parts or (found,)

    def at(self, key: str) -> Where:
        """Where a field's value stands, or the beginning of the file."""
        found = self.values.get(key)
        return found.where if found else self.where

    def line(self, line: int, column: int = 1, width: int = 1) -> Where:
        """A place in the body, given by the body's own lines."""
        return Where(self.path, self.document.body_line + line - 1, column, width)


@dataclass(frozen=True, slots=True)
class Selection:
    """What a part of a site is of: an edition or a hub, by its id, the other being empty. `name` is for people."""

    edition: str = ""
    hub: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that was read. `left_out` are Markdown files whose own problems are already said.

    `medium` is what the site is built for: web, print or archive. `refused` says by path why a whole file may not be
    published for want of a consent; `screen_only` are files that may be on the web and not in print, `unshared` those
    that may not be on social media. With `lenient` a picture that is not there is left out and nothing is said. With
    `docs` the site has the authors' guide. `selection` is the part that is built, None for all of it.
    """

    tree: Tree
    settings: Settings
    registers: Registers
    kinds: Mapping[str, Kind]
    sources: tuple[Source, ...]
    left_out: frozenset[str]
    today: datetime.date
    drafts: bool = False
    consents: tuple[ConsentEntry, ...] = ()
    medium: str = "web"
    refused: Mapping[str, str] = field(default_factory=dict)
    screen_only: frozenset[str] = frozenset()
    unshared: frozenset[str] = frozenset()
    lenient: bool = False
    docs: bool = False
    selection: Selection | None = None

    @property
    def needs_approval(self) -> bool:
        """True where site.yaml releases approved stories alone."""
        return self.settings.release.get("needs_approval") == "yes"
