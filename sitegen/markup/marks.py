"""Marks: two private characters that stand for a piece of the source while Markdown and the cleaner run.

Python-Markdown keeps no positions and nh3 knows no pictures that are not yet found. So whatever has a position or a
meaning of its own travels as a mark. A mark that comes out in running text becomes what it stands for; one that comes
out in code becomes again what its author wrote. So nothing has to be guessed twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from sitegen.markup.body import Link, Picture
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex

_LEADS = 0xF0001
_KIND = 0x800
_TRAILS = 0x100000
_TRAIL = 0x8000
_PRIVATE = regex("[\U000f0000-\U0010ffff]")


class Kind(IntEnum):
    """What a mark stands for."""

    LINE = 0
    LITERAL = 1
    LINK = 2
    END = 3
    PICTURE = 4
    HTML = 5
    CODE = 6
    FORMULA = 7
    NOTE = 8
    BARE = 9
    BREAK = 10
    SPAN = 11


SEPARATOR = "\U000f0000"
"""A character that stands between the pieces of a document and is no mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the source: as written, where it stands, what it means, and what is wrong with it on a page.

    `value` by kind: LINK -> Link, PICTURE -> Picture, LITERAL, END, HTML, CODE,
    SPAN, FORMULA, NOTE, BARE -> str.
    """

    kind: Kind
    source: str
    where: Where
    value: Link | Picture | str | None = None
    problems: tuple[Problem, ...] = ()


class Marks:
    """All marks of one text."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []

    def add(self, mark: Mark) -> str:
        """The two characters that stand for the mark from now on."""
        high, low = divmod(len(self._marks), _TRAIL)
        self._marks.append(mark)
        return chr(_LEADS + mark.kind * _KIND + high) + chr(_TRAILS + low)

    def at(self, token: str) -> Mark:
        """The mark that two characters stand for."""
        high = (ord(token[0]) - _LEADS) % _KIND
        return self._marks[high * _TRAIL + ord(token[1]) - _TRAILS]

    def written(self, text: str) -> str:
        """Text with each mark as its author wrote it."""
        return ANY.sub(lambda found: self.written(self.at(found[0]).source), text) if ANY.search(text) else text


TRAILS = f"{chr(_TRAILS)}-{chr(_TRAILS + _TRAIL - 1)}"
"""The second characters of marks, to stand between the brackets of a pattern."""

LEADS = f"{chr(_LEADS)}-{chr(_LEADS + len(Kind) * _KIND - 1)}"
"""The first characters of marks of any kind, likewise."""


def leads(*kinds: Kind) -> str:
    """The first characters of marks of these kinds, likewise."""
    return "".join(f"{chr(_LEADS + k * _KIND)}-{chr(_LEADS + (k + 1) * _KIND - 1)}" for k in kinds)


def pattern(*kinds: Kind) -> str:
    """A pattern for one mark of these kinds."""
    return f"[{leads(*kinds)}][{TRAILS}]"


ANY = regex(f"[{LEADS}][{TRAILS}]")
"""Any mark."""


def without_private(text: str) -> str:
    """Text in which no character can be taken for a mark."""
    return _PRIVATE.sub("\ufffd", text) if _PRIVATE.search(text) else text
