"""What the template of the board sees, and nothing else: each field is finished, for templates do not count."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sitegen.readiness.values import Words


@dataclass(frozen=True, slots=True)
class ItemView:
    """Something open. `gap` is Missing, Doubtful, Stops the release or Good to have; `gap_class` the same for styles.

    `what` says it in a sentence, `fix` what to do, `where` the line (empty where none says it), `who` has to act.
    """

    gap: str
    gap_class: str
    what: str
    fix: str
    where: str
    who: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """A file: `mark` is ready, open, stops or gone, `verdict` says it in words. `facts` are its state, status and news.

    `file` is its path. `id` is its place on the page, empty where it stands there a second time.
    """

    id: str
    mark: str
    verdict: str
    title: str
    facts: tuple[str, ...]
    file: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Files under a heading. `count` says how many are ready, `section_class` the colour. `own` is its own page."""

    title: str
    count: str
    section_class: str
    own: StoryView | None
    stories: tuple[StoryView, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition: `label` tells it from others, `count` how many of its stories are ready."""

    id: str
    title: str
    label: str
    count: str
    own: StoryView | None
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class HubStoryView:
    """A story of a hub: `more` says how much the editor has to do, `target` where it stands on this page."""

    target: str
    title: str
    mark: str
    verdict: str
    items: tuple[ItemView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class HubView:
    """A hub: what it has to chase, and `ready`: the titles of its stories with which nothing has to be done."""

    title: str
    count: str
    stories: tuple[HubStoryView, ...]
    ready: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A passage before and after. `label` says what it is and where it stands; an empty side is not shown.

    `sort` is heading, text or fact. A page that stands whole on one side has labels at its facts alone.
    """

    sort: str
    label: str
    before: tuple[Words, ...]
    after: tuple[Words, ...]
    note: str


@dataclass(frozen=True, slots=True)
class PageChangeView:
    """A page that has changed. `summary` says how much, `note` why it is gone or where it was, `address` where."""

    title: str
    sort: str
    address: str
    summary: str
    note: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class ChangeGroupView:
    """The pages of one fate. `kind` is added, changed, moved or removed, `title` the same with a count."""

    kind: str
    title: str
    pages: tuple[PageChangeView, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The readiness board as a page that needs no other file.

    `verdict` says whether the release can go out, `can_go_out` the same; `lead` are sentences about it. `counts` are
    numbers with their words. `elsewhere` are files that are no page. `compared` says what changes are told against;
    `signing` lists for paper what is to be signed off, `signers` who signs. `style` is all of its CSS.
    """

    title: str
    site: str
    as_of: str
    style: Markup
    can_go_out: bool
    verdict: str
    lead: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]
    editions: tuple[EditionView, ...]
    pages: tuple[StoryView, ...]
    elsewhere: tuple[tuple[str, tuple[ItemView, ...]], ...]
    hubs: tuple[HubView, ...]
    compared: str
    changes: tuple[ChangeGroupView, ...]
    unclear: tuple[str, ...]
    signing: tuple[tuple[str, str], ...]
    signers: tuple[str, ...]
