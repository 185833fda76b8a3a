"""Headings of a body: one level for all that are highest, none skipped, ids that the author's own ids go before."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape

from sitegen.markup.ids import page_id
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex

_LEVEL = regex(r"<h([1-6])[ >]")
_ID = regex(r' id="([^"]*)"')


def lift_of(pieces: Iterable[str]) -> int:
    """How far headings sink (or rise, below zero), so that the highest is of level 2: level 1 is the page's title."""
    levels = [int(level) for html in pieces if "<h" in html for level in _LEVEL.findall(html)]
    return 2 - min(levels) if levels else 0


def reserved_ids(pieces: Iterable[str]) -> frozenset[str]:
    """The ids on the page of those that the author wrote."""
    return frozenset(page_id(unescape(written)) for html in pieces if " id=" in html for written in _ID.findall(html))


class HeadingOrder:
    """Checks headings one after the other. `lift` is how far they were sunk from what their author wrote."""

    def __init__(self, lift: int = 0) -> None:
        self.lift = lift
        self.level = 1

    def check(self, level: int, text: str, where: Where) -> tuple[Problem, ...]:
        """A warning where a heading skips a level."""
        before, self.level = self.level, level
        if level <= before + 1:
            return ()
        place = Where(where.file, where.line, where.column, max(1, len(text)))
        wanted, written = "#" * (before + 1 - self.lift), "#" * (level - self.lift)
        fix = f"Write it with {wanted} and not with {written}: one level below the heading before it."
        return (Problem(
            place, "heading-order", f'The heading "{text}" skips a level.',
            fix if before > 1 else "Let the first heading be of the highest level.",
            "Readers who move from heading to heading would look for one in between.",
        ),)  # fmt: skip
