"""The board becomes the view of its page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace

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


def board_page(board: Board, today: datetime.date, style: Markup) -> BoardPage:
    """The page of a board, as of a day."""
    groups = tuple(_change_group(kind, board.changes.of(kind)) for kind in (ADDED, CHANGED, MOVED, REMOVED))
    told = tuple(group for group in groups if group.pages)
    return BoardPage(
        title="Is it ready?", site=board.title, as_of=wording.day(today), style=style,
        can_go_out=board.can_go_out, verdict=wording.verdict(board), lead=wording.lead(board), counts=_counts(board),
        editions=tuple(_edition(n, each) for n, each in enumerate(board.editions, 1)),
        pages=tuple(_story(page) for page in board.pages),
        elsewhere=tuple((file, tuple(_item(item, file) for item in items)) for file, items in board.elsewhere),
        hubs=_hubs(board), compared=wording.changed(board), changes=told, unclear=board.changes.unclear,
        signing=tuple(_to_sign(group.kind, page) for group in told for page in group.pages),
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
    if not own or not (own.items or own.news or own.state != "Published"):
        return None
    return replace(_story(own), title=wording.own_page(own))


def _story(story: Reviewed) -> StoryView:
    entry = story.entry
    verdict = _verdict(story)
    status = f"status: {story.status}" if story.status else ""
    facts = tuple(words for words in (story.state, status, story.news) if words and words != verdict)
    items = tuple(_item(item, entry.path) for item in story.items)
    mark = (story.mark or "ready") if story.counts or story.mark else "gone"
    return StoryView(_id(entry.path), mark, verdict, entry.title, facts, entry.path, items)


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
    where, who = wording.line(item, path), wording.who(item.who)
    return ItemView(gap, weight or item.gap, _plain(item.what), _plain(fix), where, who)


def _plain(sentence: str) -> str:
    """A sentence of the report without its marks of code, which mean nothing on paper."""
    return sentence.replace("`", "")


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
    points = f"{counted(chased.editors, 'point')} for the editor."
    more = f"And {points}" if chased.items else points
    items = tuple(_item(item, path) for item in chased.items)
    more = more if chased.editors else ""
    return HubStoryView(_id(path), story.entry.title, story.mark, _verdict(story), items, more)


def _change_group(kind: str, pages: Iterable[PageChange]) -> ChangeGroupView:
    views = tuple(_page_change(page) for page in pages)
    return ChangeGroupView(kind, f"{_TITLES[kind]}: {counted(len(views), 'page')}", views)


def _to_sign(kind: str, page: PageChangeView) -> tuple[str, str]:
    what = f"{_TITLES[kind]}: {page.summary}" if page.summary else _TITLES[kind]
    return f"{page.title} ({page.sort})", f"{what}. {page.address}"


def _page_change(page: PageChange) -> PageChangeView:
    number = len(page.changes)
    is_whole = page.kind in (ADDED, REMOVED)
    summary = "" if is_whole or not number else counted(number, "passage") + " differ" + ("s" if number == 1 else "")
    note = page.why or (f"It was at {page.formerly}." if page.formerly else "")
    shown = (change for change in page.changes if not (is_whole and change.label == "Title"))
    changes = tuple(_change(change, is_whole) for change in shown)
    return PageChangeView(page.title or _UNNAMED, page.sort, page.address, summary, note, changes)


def _change(change: Change, is_whole: bool) -> ChangeView:
    sort = {"": "text", "Heading": "heading"}.get(change.label, "fact")
    within = f"in “{change.under}”" if change.under else ""
    label = " ".join(part for part in (change.label or "Text", within) if part)
    return ChangeView(sort, "" if is_whole and sort != "fact" else label, change.before, change.after, change.note)
