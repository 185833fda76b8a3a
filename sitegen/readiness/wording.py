"""The sentences of the board, alike in the terminal and on the page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from sitegen.readiness.natures import LABELS
from sitegen.readiness.values import ADDED, CHANGED, MOVED, OWNER, REMOVED, STOPS, Board, Item, Party, Reviewed
from sitegen.text import counted, in_words

NOBODY = "nobody named"


def day(date: datetime.date) -> str:
    """`15 January 2024`."""
    return f"{date.day} {date:%B %Y}"


def verdict(board: Board) -> str:
    """Whether the release can go out."""
    files = counted(board.faulty_files, "file")
    if board.errors:
        verb = "stops" if board.errors == 1 else "stop"
        return f"The release cannot go out yet: {counted(board.errors, 'error')} in {files} {verb} it."
    if not board.can_go_out:
        verb = "counts as an error" if board.warnings == 1 else "count as errors"
        return f"The release cannot go out yet: {counted(board.warnings, 'warning')} in {files} {verb} with --strict."
    return "The release can go out: nothing stops it."


def own_page(own: Reviewed) -> str:
    """What the page of a section or edition is called among its stories."""
    return f"The {own.entry.role}’s own page"


def ready_of(stories: Iterable[Reviewed]) -> str:
    """`12 of 19 ready`, of the stories that count."""
    counting = [story for story in stories if story.counts]
    if not counting:
        return "no stories"
    return f"{sum(story.ready for story in counting):,} of {len(counting):,} ready"


def lead(board: Board) -> tuple[str, ...]:
    """How the stories stand, in a sentence or two."""
    counting = [story for story in board.stories if story.counts]
    if not counting:
        return ("There is no story yet.",)
    stopping = sum(story.mark == STOPS for story in counting)
    ready = sum(story.ready for story in counting)
    is_or_are = "is" if ready == 1 else "are"
    open_ = len(counting) - ready - stopping
    parts = [f"{ready:,} of {counted(len(counting), 'story', 'stories')} {is_or_are} ready"]
    parts += [f"{counted(open_, 'story has', 'stories have')} open points"] if open_ else []
    parts += [f"{counted(stopping, 'story has', 'stories have')} errors"] if stopping else []
    return (f"{in_words(parts)}.",)


def changed(board: Board) -> str:
    """What has changed since the last release, in one sentence."""
    changes = board.changes
    if not changes.at:
        return "This is the first release: there is no earlier one to compare it with."
    counts = [(len(changes.of(kind)), kind) for kind in (ADDED, CHANGED, MOVED, REMOVED)]
    told = [f"{number:,} {kind}" for number, kind in counts if number]
    if not told:
        return f"Compared with {changes.at} no words have changed."
    return f"Compared with {changes.at}, pages: {in_words(told)}."


def who(party: Party) -> str:
    """Who has to act: a name with the part that they have, or that nobody is named."""
    if party.role == OWNER:
        return f"{party.name} (owner)"
    label = LABELS[party.role]
    return f"{party.name} ({label})" if party.name else f"{label[:1].upper()}{label[1:]}: {NOBODY}"


def line(item: Item, path: str) -> str:
    """`line 9`, with the file where it is not that of the story; empty where no place says it."""
    if item.where is None:
        return ""
    file = "" if item.where.file == path else f"{item.where.file}, "
    return f"{file}line {item.where.line:,}"
