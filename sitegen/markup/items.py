"""Lists whose items mean something: the entries of a timeline, the links of a list of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.markup.lines import Line
from sitegen.text import fold_space

_ITEM = re.compile(r"[ \t]*(?:[-+*]|[0-9]{1,4}[.)])[ \t]+")
_DATED = re.compile(
    r"(?P<date>[^—–]{0,60}?)(?:[ \t]*(?:—|--+)[ \t]*|[ \t]+[–-][ \t]+|(?<=[0-9])–(?=[ \t]*[A-Z]))(?=\S)"
)
_WHEN = (
    r"[0-9]{1,4}(?:[./-][0-9]{1,4})*(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february"
    r"|march|april|august|september|october|november|december|spring|summer|autumn|winter|term|easter|christmas|whitsun"
    r"|michaelmas|lent|today|now|ongoing)\b"
)
_DATE_WORD = re.compile(rf"\b(?:{_WHEN})", re.IGNORECASE)
_DATE_ONLY = re.compile(rf"(?:(?:{_WHEN}|early|mid|late|to|and|the|week)[ ,–/-]*)+:[ \t]+(?=\S)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]?\s*$")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: the lines that belong to its text, and those that are indented below it."""

    head: tuple[Line, ...]
    details: tuple[Line, ...]
    where: Line


def read_items(lines: Sequence[Line]) -> tuple[Item, ...]:
    """The items of a list. Text in front of the first item is an item too, so that nothing is lost."""
    groups: list[list[Line]] = []
    base: int | None = None
    for line in lines:
        if _ITEM.match(line.text) and (base is None or line.indent < base + 2):
            base = line.indent
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        elif not line.is_blank:
            groups.append([line])
    return tuple(_item(group) for group in groups)


def _item(lines: Sequence[Line]) -> Item:
    first = lines[0]
    marker = _ITEM.match(first.text)
    text = first.cut(marker.end() if marker else 0)
    end = 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], first.indent):
        end += 1
    head = (text, *(line.stripped() for line in lines[1:end]))
    return Item(head, _dedented(lines[end:]), text)


def _goes_on(before: Line, line: Line, indent: int) -> bool:
    """True for a line that continues the item's text: not indented, or broken off in the middle of a sentence."""
    if line.is_blank or _ITEM.match(line.text):
        return False
    return line.indent <= indent or (line.text.strip()[0].islower() and not _SENTENCE_END.search(before.text))


def _dedented(lines: Sequence[Line]) -> tuple[Line, ...]:
    indents = [line.indent for line in lines if not line.is_blank]
    return tuple(line.dedented(min(indents)) for line in lines) if indents else ()


def split_date(line: Line) -> tuple[str, Line]:
    """`28/11/23 — First meeting` as its date and its title. The date is empty where the line begins with none."""
    colon = _DATE_ONLY.match(line.text)
    if colon:
        return fold_space(colon[0]).rstrip(": "), line.cut(colon.end())
    found = _DATED.match(line.text)
    if found is None:
        return "", line
    date = fold_space(found["date"]).strip("*_ ")
    if not date:
        return "", line.cut(found.end())
    if not _DATE_WORD.search(date) or len(date.split()) > 8:
        return "", line
    return date, line.cut(found.end())
