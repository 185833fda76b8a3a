"""Lists whose items mean something: the entries of a timeline, the links of a list of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.markup.lines import Line
from sitegen.regex import regex
from sitegen.text import fold_space

_ITEM = regex(r"[ \t]*(?:[-+*]|[0-9]{1,4}[.)])[ \t]+")
_DASHES = (regex(r"[ \t]*(?:—|--+)[ \t]*(?=\S)"), regex(r"[ \t]+[–-][ \t]+(?=\S)|(?<=[0-9])–[ \t]*(?=[A-Z])"))
_WHEN = (
    r"[0-9]{1,4}(?:[./-][0-9]{1,4})*(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february"
    r"|march|april|august|september|october|november|december|spring|summer|autumn|winter|term|easter|christmas|whitsun"
    r"|michaelmas|lent|today|now|ongoing)\b"
)
_DATE_WORD = regex(rf"\b(?:{_WHEN})", re.IGNORECASE)
_DATE_ALONE = regex(rf"(?>(?:(?:{_WHEN}|early|mid|late|to|and|the|week)[ ,–/-]*+)+)", re.IGNORECASE)
_AFTER_DATE = regex(r"([0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4})[ \t]+(?=[A-Za-z])|([^:—–]{1,60}?):[ \t]+(?=\S)")
_SENTENCE_END = regex(r"[.!?:;][\"'”’)]?\s*$")


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
    """`28/11/23 — First meeting` as its date and its title. The date is empty where the line begins with none.

    Dashes in a range of dates belong to the date. `March 23: Visits` and `28/11/23 Visits` are understood too.
    """
    text = line.text
    found = [found for dash in _DASHES if (found := dash.search(text, 0, 80))]
    if found and not text[: found[0].start()].strip():
        return "", line.cut(found[0].end())
    for is_date in (_is_date_alone, _has_date):
        for dash in found:
            if is_date(text[: dash.start()]):
                return _clean(text[: dash.start()]), line.cut(dash.end())
    after = _AFTER_DATE.match(text)
    date = (after[1] or after[2]) if after else ""
    return (_clean(date), line.cut(after.end())) if after and _is_date_alone(date) else ("", line)


def _clean(date: str) -> str:
    return fold_space(date).strip("*_ ")


def _is_date_alone(text: str) -> bool:
    return _DATE_ALONE.fullmatch(_clean(text)) is not None


def _has_date(text: str) -> bool:
    return len(text.split()) <= 8 and _DATE_WORD.search(text) is not None
