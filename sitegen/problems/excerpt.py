"""The line of a source that a problem is about, fit for a terminal: what to print, and which of its columns to mark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.problems.problem import Where
from sitegen.regex import regex

WIDTH = 100
"""How many columns of a line are shown."""

_TAB = 4
_BEFORE = 30
_HIDDEN = regex("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a source in three parts: before the place, the place itself, after it. `line` counts from 1."""

    line: int
    before: str
    marked: str
    after: str

    @property
    def carets(self) -> str:
        """The line below: spaces, then a caret for each column of the place, one at least."""
        return " " * columns(self.before) + "^" * max(1, columns(self.marked))


class Excerpts:
    """Finds excerpts, and splits each source into lines once."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._lines = cache(lambda file: tuple(sources[file].split("\n")) if file in sources else ())

    def line(self, where: Where) -> str | None:
        """The whole line, as it can be printed; None where the source or the line is not known."""
        lines: tuple[str, ...] = self._lines(where.file)
        return visible(lines[where.line - 1]) if 0 < where.line <= len(lines) else None

    def at(self, where: Where) -> Excerpt | None:
        """The line around the place, cut where it is long; None where there is nothing to show."""
        line = self.line(where)
        if line is None:
            return None
        start = min(where.column - 1, len(line))
        parts = line[:start], line[start : start + max(1, where.width)], line[start + max(1, where.width) :]
        return Excerpt(where.line, *_cut(*_without_tabs(*parts)))


def visible(text: str) -> str:
    """Text in which no character moves the cursor, changes a colour or turns the reading direction about."""
    return _HIDDEN.sub("\ufffd", text)


def columns(text: str) -> int:
    """How many columns of a terminal a text fills: two for a wide character or an emoji, none for a lone accent."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0
    return 2 if category != "Cn" and unicodedata.east_asian_width(character) in "WF" else 1


def _without_tabs(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if not any("\t" in part for part in (before, marked, after)):
        return before, marked, after
    first = _expanded(before, 0)
    second = _expanded(marked, columns(first))
    return first, second, _expanded(after, columns(first) + columns(second))


def _expanded(text: str, start: int) -> str:
    parts: list[str] = []
    at = start
    for piece in re.split("(\t)", text):
        shown = " " * (_TAB - at % _TAB) if piece == "\t" else piece
        at += columns(shown)
        parts.append(shown)
    return "".join(parts)


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """A window on a long line, around the place and a little of what stands before it."""
    if sum(columns(_first(part, WIDTH + 2)) for part in (before, marked, after)) <= WIDTH:
        return before, marked, after
    if columns(_first(before, WIDTH)) + min(columns(_first(marked, WIDTH)), WIDTH // 2) > WIDTH - 2:
        before = "…" + _last(before, _BEFORE)
    marked, cut = _shortened(marked, WIDTH - 1 - columns(before))
    after = "…" if cut else _ended(after, WIDTH - columns(before) - columns(marked))
    return before, marked, after


def _ended(text: str, most: int) -> str:
    shown, cut = _shortened(text, most)
    return _first(shown, most - 1) + "…" if cut else shown


def _shortened(text: str, most: int) -> tuple[str, bool]:
    shown = _first(text, most)
    return shown, len(shown) < len(text)


def _first(text: str, most: int) -> str:
    """As many of the first characters as fit into `most` columns."""
    total = 0
    for number, character in enumerate(text):
        total += _columns(character)
        if total > most:
            return text[:number]
    return text


def _last(text: str, most: int) -> str:
    return _first(text[::-1], most)[::-1]
