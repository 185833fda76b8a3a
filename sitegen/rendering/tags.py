"""Tags of HTML that we made ourselves: what is open, and ids and headings that a page needs otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen.regex import regex

_REST = r"[^<>\"]*+(?>(?:\"[^\"]*+\"[^<>\"]*+)*)"
_TAG = regex(rf"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)({_REST})>")
_WITH_MORE = regex(rf"<[a-zA-Z][a-zA-Z0-9-]*+\s{_REST}>")
_HEADING_OR_MORE = regex(rf"<(/?)[hH]([1-6])((?:\s{_REST})?)>|{_WITH_MORE.pattern}")
"""Tags that say more than a name: only they can hold an id, or what looks like a tag."""
_ID = regex(r"(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls|headers)=\")([^\"]*)\"")
_PLACE = regex(r"(\shref=\"#)([^\"]*)\"")
_WIDE = regex(r"<(/?)(table|pre)\b([^<>]*+)>")
_HEADING = regex(r"h([1-6])$")
_SECTION = 2
_MOST_KEPT = 65_536
"""How many pieces of texts are remembered: a story is written on its own page and on that for paper."""
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What a piece of HTML leaves open, outermost first; the level of the last heading that opens in it, or None;
    and where headings of the second level begin that lie in no other element.
    """

    open: tuple[str, ...]
    level: int | None
    sections: tuple[int, ...]


@lru_cache(maxsize=_MOST_KEPT)
def outline(open_before: tuple[str, ...], html: str) -> Outline:
    """The outline of HTML in which those elements are open already. A tag for what is not open closes nothing."""
    if "<" not in html:
        return Outline(open_before, None, ())
    stack, level, sections = list(open_before), None, list[int]()
    for tag in _TAG.finditer(html):
        closes, name, rest = tag.groups()
        name = name.lower()
        if name in _VOID or rest.endswith("/"):
            continue
        if closes:
            _close(stack, name)
            continue
        if heading := _HEADING.match(name):
            level = int(heading[1])
            sections += [tag.start()] if level == _SECTION and not stack else []
        stack.append(name)
    return Outline(tuple(stack), level, tuple(sections))


def _close(stack: list[str], name: str) -> None:
    if name in stack:
        del stack[len(stack) - 1 - stack[::-1].index(name) :]


def prefixed(html: str, prefix: str) -> str:
    """The HTML with `prefix--` before every id, every reference to one, and every link within the page."""
    return _WITH_MORE.sub(lambda tag: _prefixed(tag[0], prefix), html) if prefix else html


def _prefixed(tag: str, prefix: str) -> str:
    tag = _PLACE.sub(lambda m: f'{m[1]}{prefix}--{m[2]}"', tag)
    return _ID.sub(lambda m: m[1] + " ".join(f"{prefix}--{i}" for i in m[2].split()) + '"', tag)


def shifted(html: str, by: int) -> str:
    """The HTML with every heading that many levels lower, six at most."""
    return _HEADING_OR_MORE.sub(lambda tag: _shifted(tag, by), html) if by else html


def _shifted(tag: re.Match[str], by: int) -> str:
    return f"<{tag[1]}h{min(6, int(tag[2]) + by)}{tag[3]}>" if tag[2] else tag[0]


def reachable(html: str) -> str:
    """The HTML with everything that may scroll sideways in reach of the keyboard: tables and code."""
    return _WIDE.sub(_reachable, html) if "table" in html or "pre" in html else html


def _reachable(tag: re.Match[str]) -> str:
    closes, name, rest = tag.groups()
    if name == "pre":
        return tag[0] if closes or "tabindex" in rest else f'<pre tabindex="0"{rest}>'
    group = '<div class="scroll" role="group" tabindex="0" aria-label="Table, scrolls sideways on small screens">'
    return "</table></div>" if closes else f"{group}{tag[0]}"
