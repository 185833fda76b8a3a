"""Parts that stand in a line: without the paragraph around them, without the signs that led to them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sitegen.markup.body import Link, LinkEnd, Part
from sitegen.markup.plain import text_of
from sitegen.regex import regex
from sitegen.text import fold_space

_PARAGRAPH = regex(r"<p[ >]")
_TAG = regex(r"<(/?)([a-z][a-z0-9]*+)[^<>]*+>")
_BLOCK = regex(
    r"</?(?:p|ul|ol|li|dl|dt|dd|div|h[1-6]|hr|table|thead|tbody|tfoot|tr|th|td|caption|details|summary)\b[^<>]*>"
)
_VOID = frozenset("br img wbr hr col".split())
_LEAD = regex(r"\s*(?:[—–:-]+|,)?\s+|\s*[—–:]\s*")


def unwrapped(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts without their paragraph, where they are a single one."""
    opened = sum(len(_PARAGRAPH.findall(part)) for part in parts if isinstance(part, str))
    if opened != 1 or not isinstance(parts[0], str) or not isinstance(parts[-1], str):
        return tuple(parts)
    first, last = parts[0].lstrip(), parts[-1].rstrip()
    if not first.startswith("<p>") or not last.endswith("</p>"):
        return tuple(parts)
    if len(parts) == 1:
        return (first.rstrip()[3:-4],)
    return tuple(part for part in (first[3:], *parts[1:-1], last[:-4]) if part)


def text_after(parts: Sequence[Part]) -> tuple[Part, ...]:
    """What follows a link, without the dash or colon between the two."""
    if not parts or not isinstance(parts[0], str):
        return tuple(parts)
    found = _LEAD.match(parts[0])
    rest = parts[0][found.end() :] if found else parts[0]
    return (rest, *parts[1:]) if rest else tuple(parts[1:])


def trimmed(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts without white space at their two ends."""
    kept = list(parts)
    while kept and isinstance(kept[-1], str) and not kept[-1].strip():
        kept.pop()
    while kept and isinstance(kept[0], str) and not kept[0].strip():
        del kept[0]
    if kept and isinstance(last := kept[-1], str):
        kept[-1] = last.rstrip()
    if kept and isinstance(first := kept[0], str):
        kept[0] = first.lstrip()
    return tuple(kept)


def in_a_line(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts cut out of a text, without the blocks that they stood in; plain text where more than those was cut."""
    flat = tuple(_BLOCK.sub(" ", part) if isinstance(part, str) else part for part in parts)
    if is_whole(flat):
        return trimmed(flat)
    text = fold_space(text_of(flat))
    return (escape(text, quote=False),) if text else ()


def is_whole(parts: Sequence[Part]) -> bool:
    """True where every element that opens in these parts ends in them, in the right order."""
    opened: list[str] = []
    for part in parts:
        if isinstance(part, Link):
            opened.append("a")
        elif isinstance(part, LinkEnd):
            if not opened or opened.pop() != "a":
                return False
        elif isinstance(part, str) and not _follows(part, opened):
            return False
    return not opened


def _follows(html: str, opened: list[str]) -> bool:
    for end, name in _TAG.findall(html):
        if name in _VOID:
            continue
        if not end:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return True
