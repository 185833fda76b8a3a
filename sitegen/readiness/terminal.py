"""The board as text for a terminal of a hundred columns: a line a story."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitegen.problems.excerpt import columns, visible
from sitegen.readiness import wording
from sitegen.readiness.gathering import open_items
from sitegen.readiness.values import OPEN, STOPS, Board, Group, Item, Reviewed
from sitegen.text import counted, fold_space

_WIDTH, _TITLE, _MARK = 100, 42, 7
_COLOURS = {"ready": "32", OPEN: "33", STOPS: "1;31", "gone": "2"}
_MARKS = {"ready": "ready", OPEN: "open", STOPS: "STOPS", "gone": "-"}


def board_text(board: Board, today: datetime.date, *, colour: bool) -> str:
    """The board in short, without the changes of each page."""
    first = f"Is it ready? {_plain(board.title)}, as of {wording.day(today)}"
    lines = [first, "", wording.verdict(board), *wording.lead(board)]
    for edition in board.editions:
        lines += ["", _counted(edition.title, wording.ready_of(edition.stories), 0)]
        lines += _own(edition.own, 4, colour)
        for group in edition.groups:
            lines += _group(group, colour)
    lines += _pages(board.pages, colour)
    lines += _elsewhere(board)
    if board.changes.unclear:
        lines += ["", f"Not compared, for their errors: {counted(len(board.changes.unclear), 'page')}."]
    return "\n".join(visible_lines((*lines, "", wording.changed(board))))


def visible_lines(lines: Iterable[str]) -> Iterator[str]:
    """Lines in which nothing of an author's moves the cursor; our own colours stay."""
    return ("\x1b[".join(visible(part) for part in line.split("\x1b[")) for line in lines)


def _group(group: Group, colour: bool) -> Iterator[str]:
    if group.title:
        yield _counted(group.title, wording.ready_of(group.stories), 2)
    yield from _own(group.own, 4, colour)
    for story in group.stories:
        yield _line(story, 4, colour)


def _own(own: Reviewed | None, indent: int, colour: bool) -> list[str]:
    named = replace(own, entry=replace(own.entry, title=wording.own_page(own))) if own else None
    return [_line(named, indent, colour)] if named and open_items(named) else []


def _pages(pages: tuple[Reviewed, ...], colour: bool) -> Iterator[str]:
    shown = [page for page in pages if open_items(page)]
    if shown:
        yield ""
        yield "Pages"
        yield from (_line(page, 4, colour) for page in shown)


def _elsewhere(board: Board) -> Iterator[str]:
    if board.elsewhere:
        yield ""
        yield "Elsewhere"
    for file, items in board.elsewhere:
        yield _cut(f"    {file}: {_short(items, file)}", _WIDTH)


def _counted(title: str, count: str, indent: int) -> str:
    room = _WIDTH - indent - len(count) - 2
    shown = _cut(_plain(title), room)
    return f"{' ' * indent}{shown}{' ' * (room - columns(shown) + 2)}{count}"


def _line(story: Reviewed, indent: int, colour: bool) -> str:
    mark = (story.mark or "ready") if story.counts or story.mark else "gone"
    title = _cut(_plain(story.entry.title), _TITLE)
    state = "" if story.state == "Published" else story.state
    said = "; ".join(words for words in (state, _short(open_items(story), story.entry.path)) if words)
    start = f"{' ' * indent}{_MARKS[mark]:<{_MARK}}"
    rest = f"{title}{' ' * (_TITLE - columns(title) + 2)}{said}" if said else title
    line = start + _cut(rest, _WIDTH - len(start))
    return line.replace(_MARKS[mark], f"\x1b[{_COLOURS[mark]}m{_MARKS[mark]}\x1b[0m", 1) if colour else line


def _short(items: Iterable[Item], path: str) -> str:
    """What is open in a few words, each kind once: `unknown hub (line 9), size, evidence`."""
    lines: dict[str, list[str]] = {}
    for item in items:
        is_here = item.where is not None and item.where.file == path
        lines.setdefault(item.short, []).extend([str(item.where.line)] if is_here and item.where else [])
    return ", ".join(f"{short} ({_numbers(found)})" if found else short for short, found in lines.items())


def _numbers(found: list[str]) -> str:
    return f"line{'s' if len(found) > 1 else ''} {', '.join(dict.fromkeys(found))}"


def _plain(text: str) -> str:
    return visible(fold_space(text))


def _cut(text: str, room: int) -> str:
    """Text of as many columns as there is room for, with a mark where it was cut."""
    if columns(text) <= room:
        return text
    while columns(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"
