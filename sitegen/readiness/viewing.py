"""The board becomes the view of its page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from sitegen.readiness import wording
from sitegen.readiness.hubs import Chased, by_hub
from sitegen.readiness.values import (
    ADDED,
    CHANGED,
    EXTRA,
    MOVED,
    OPEN,
    REMOVED,
    STOPS,
    Board,
    Change,
    EditionBoard,
    Group,
    Item,
    PageChange,
    Reviewed,
)
from sitegen.readiness.views import (
    BoardPage,
    ChangeGroupView,
    ChangeView,
    EditionView,
    GroupView,
    HubStoryView,
    HubView,
    ItemView,
    PageChangeView,
    StoryView,
)
from sitegen.text import counted, slug

_COLOURS = 7
_GAPS: Mapping[str, str] = {STOPS: "Stops the release", EXTRA: "Good to have"}
_TITLES = {ADDED: "Added", CHANGED: "Changed", MOVED: "Moved", REMOVED: "Removed"}
_SIGNERS = ("Read by", "Released by")
_UNNAMED = "A page that may no longer be shown"


def board_page(board: Board, today: datetime.date, language: str, style: Markup) -> BoardPage:
    """The page of a board, as of a day."""
    groups = tuple(_change_group(kind, board.changes.of(kind)) for kind in (ADDED, CHANGED, MOVED, REMOVED))
    told = tuple(group for group in groups if group.pages)
    return BoardPage(
        language=language, title="Is it ready?", site=board.title, as_of=wording.day(today), style=style,
        can_go_out=board.can_go_out, verdict=wording.verdict(board), lead=wording.lead(board), counts=_counts(board),
        editions=tuple(_edition(n, each) for n, each in enumerate(board.editions, 1)),
        pages=tuple(_story(page) for page in board.pages),
        elsewhere=tuple((file, tuple(_item(item, file) for item in items)) for file, items in board.elsewhere),
        hubs=_hubs(board), compared=wording.changed(board), changes=told, unclear=board.changes.unclear,
        signing=tuple((f"{page.title} ({page.sort})", f"{_TITLES[group.kind]}. {page.summary}".strip())
                      for group in told for page in group.pages),
        signers=_SIGNERS,
    )  # fmt: skip


def _counts(board: Board) -> tuple[tuple[str, str], ...]:
    counting = [story for story in board.stories if story.counts]
    ready = sum(story.ready for story in counting)
    numbers = (
        (ready, f"of {counted(len(counting), 'story', 'stories')} ready"),
        (board.errors, "error" if board.errors == 1 else "errors"),
        (board.warnings, "warning" if board.warnings == 1 else "warnings"),
        (sum(item.weight == OPEN and item.where is None for s in counting for item in s.items), "things to ask for"),
    )
    return tuple((f"{number:,}", words) for number, words in numbers)


def _edition(number: int, edition: EditionBoard) -> EditionView:
    own = edition.own
    label = own.entry.edition if own else ""
    groups = tuple(_group(n, group) for n, group in enumerate(edition.groups, 1))
    count = wording.ready_of(edition.stories)
    return EditionView(f"e-{number}", edition.title, label, count, _own(own), groups)


def _group(number: int, group: Group) -> GroupView:
    colour = f"sec-{(number - 1) % _COLOURS + 1}"
    return GroupView(
        group.title, wording.ready_of(group.stories), colour, _own(group.own), tuple(map(_story, group.stories))
    )


def _own(own: Reviewed | None) -> StoryView | None:
    """The page of an edition or a section where there is something to say of it."""
    return _story(own) if own and (own.items or own.news or own.state != "Published") else None


def _story(story: Reviewed) -> StoryView:
    entry = story.entry
    state = (story.state, f"status: {story.status}" if story.status else "", story.news)
    items = tuple(_item(item, entry.path) for item in story.items)
    mark = (story.mark or "ready") if story.counts or story.mark else "gone"
    return StoryView(
        _id(entry.path), mark, _verdict(story), entry.title, tuple(words for words in state if words), entry.path, items
    )


def _id(path: str) -> str:
    return f"s-{slug(path.removeprefix('content/').removesuffix('.md'))}"


def _verdict(story: Reviewed) -> str:
    if story.mark == STOPS:
        return "Stops the release"
    if not story.counts:
        return story.state
    settle = sum(item.weight == OPEN for item in story.items)
    return f"{settle:,} open" if settle else "Ready"


def _item(item: Item, path: str) -> ItemView:
    gap = _GAPS.get(item.weight) or item.gap.capitalize()
    weight = "" if item.weight == OPEN else item.weight
    fix = item.fix if item.where else ""
    return ItemView(gap, weight or item.gap, item.what, fix, wording.line(item, path), wording.who(item.who))


def _hubs(board: Board) -> tuple[HubView, ...]:
    return tuple(
        HubView(
            hub.name, wording.ready_of(chased.story for chased in hub.stories),
            tuple(_chased(chased) for chased in hub.stories if not chased.story.ready),
            "; ".join(chased.story.entry.title for chased in hub.stories if chased.story.ready),
        )
        for hub in by_hub(board)
    )  # fmt: skip


def _chased(chased: Chased) -> HubStoryView:
    story, path = chased.story, chased.story.entry.path
    more = f"{'And ' if chased.items else ''}{counted(chased.editors, 'point')} for the editor." if chased.editors else ""
    items = tuple(_item(item, path) for item in chased.items)
    return HubStoryView(_id(path), story.entry.title, story.mark, _verdict(story), items, more)


def _change_group(kind: str, pages: Iterable[PageChange]) -> ChangeGroupView:
    views = tuple(_page_change(page) for page in pages)
    return ChangeGroupView(kind, f"{_TITLES[kind]}: {counted(len(views), 'page')}", views)


def _page_change(page: PageChange) -> PageChangeView:
    number = len(page.changes)
    is_whole = page.kind in (ADDED, REMOVED)
    summary = "" if is_whole or not number else counted(number, "passage") + " differ" + ("s" if number == 1 else "")
    note = page.why or (f"It was at {page.formerly}." if page.formerly else "")
    return PageChangeView(
        page.title or _UNNAMED, page.sort, page.address, summary, note, tuple(map(_change, page.changes))
    )


def _change(change: Change) -> ChangeView:
    within = f"in “{change.under}”" if change.under else ""
    label = " ".join(part for part in (change.label or "Text", within) if part)
    return ChangeView(label, change.before, change.after, change.note)
