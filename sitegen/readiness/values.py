"""What the readiness board is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.model.sources import Source
from sitegen.problems.problem import Where

STOPS, OPEN, EXTRA = "stops", "open", "extra"
"""How much an item weighs: it stops the release, it is open, or it would be good to have."""

MISSING, DOUBTFUL = "missing", "doubtful"

OWNER = "owner"
SCHOOL, HUB, EDITOR = "school", "hub", "editor"
"""Those who can act: whom a story names as its owner, or else by the part that they have in it."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who has to act: the part that they have, and their name; without one, nobody is named."""

    role: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Something open: `short` in a few words for a list, `what` in a sentence, `fix` what to do (may be empty).

    `gap` is missing or doubtful. `where` is None where no place in a file says it.
    """

    short: str
    what: str
    gap: str
    weight: str
    who: Party
    fix: str = ""
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of content/ as the board has it. `role` is edition, section, story or page.

    `source` is None for one that cannot be understood. `edition` and `section` are the folders that it lies in, empty
    outside. `state` is one of `publication`, or empty where it has no place in the site for its errors; `around` is
    True where that is the state of its section or edition and not its own. `order` sorts it among all others.
    """

    path: str
    role: str
    edition: str
    section: str
    address: str
    title: str
    state: str
    around: bool
    order: tuple[float, str]
    source: Source | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A file with its state in words and everything that is open in it. `hubs` are the names of its hubs by id.

    `counts` is False for what was taken down: nobody has to do anything about it. `news` says how it differs from the
    last release.
    """

    entry: Entry
    state: str
    status: str
    items: tuple[Item, ...]
    hubs: Mapping[str, str] = field(default_factory=dict)
    counts: bool = True
    news: str = ""

    @property
    def mark(self) -> str:
        """What weighs most in it: stops, open, or nothing where it is ready."""
        weights = {item.weight for item in self.items}
        return next((weight for weight in (STOPS, OPEN) if weight in weights), "")

    @property
    def ready(self) -> bool:
        """True where it is counted and nothing has to be settled."""
        return self.counts and not self.mark


@dataclass(frozen=True, slots=True)
class Group:
    """A section of an edition, or the stories outside any: its own file, if it has one, and its stories in order.

    `title` is empty where the edition has no sections.
    """

    title: str
    own: Reviewed | None
    stories: tuple[Reviewed, ...]


@dataclass(frozen=True, slots=True)
class EditionBoard:
    """An edition with its groups in order."""

    title: str
    own: Reviewed | None
    groups: tuple[Group, ...]

    @property
    def stories(self) -> tuple[Reviewed, ...]:
        """All its stories."""
        return tuple(story for group in self.groups for story in group.stories)


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a page's text: a paragraph, a heading, a fact. `label` says what it is, empty for a paragraph.

    `is_fact` marks those that are found again by their label alone. `under` is the heading above it. `mark` tells
    two of equal words apart: the file of a picture.
    """

    label: str
    text: str
    under: str = ""
    is_fact: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row, and whether they are the ones that changed."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A passage before and after; one of the two is empty where it was added or removed. `note` adds a word to it."""

    label: str
    under: str
    before: tuple[Words, ...]
    after: tuple[Words, ...]
    note: str = ""


ADDED, CHANGED, REMOVED, MOVED = "added", "changed", "removed", "moved"


@dataclass(frozen=True, slots=True)
class PageChange:
    """What became of a page since the last release. `sort` is story, edition, section or page.

    `formerly` is its former address, where it moved. `why` says why it is gone. `title` is empty, and so are `changes`,
    where nothing of it may be shown any more.
    """

    kind: str
    sort: str
    title: str
    address: str
    changes: tuple[Change, ...] = ()
    formerly: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that has changed since the last release, which lies `at` this place (empty: there was none).

    `unclear` are the files of pages of which it cannot be told for their errors.
    """

    at: str = ""
    pages: tuple[PageChange, ...] = ()
    unclear: tuple[str, ...] = ()
    same: int = 0

    def of(self, kind: str) -> tuple[PageChange, ...]:
        """Those of one kind."""
        return tuple(page for page in self.pages if page.kind == kind)


@dataclass(frozen=True, slots=True)
class Board:
    """The readiness board. `elsewhere` are items by file that belong to no edition and to no page.

    `stopping` are the errors, and with `strict` the warnings, in how many files they are.
    """

    title: str
    editions: tuple[EditionBoard, ...]
    pages: tuple[Reviewed, ...]
    elsewhere: tuple[tuple[str, tuple[Item, ...]], ...]
    changes: Changes
    errors: int
    warnings: int
    faulty_files: int
    strict: bool = False

    @property
    def stories(self) -> tuple[Reviewed, ...]:
        """All stories, edition by edition."""
        return tuple(story for edition in self.editions for story in edition.stories)

    @property
    def can_go_out(self) -> bool:
        """True where nothing stops the site from being written."""
        return not self.errors and not (self.strict and self.warnings)
