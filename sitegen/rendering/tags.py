"""Tags of HTML that we made ourselves: what is open, and ids and headings that a page needs otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:[^<>\"]++|\"[^\"]*+\")*+)>")
_ID = re.compile(r"(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls|headers)=\")([^\"]*)\"")
_PLACE = re.compile(r"(\shref=\"#)([^\"]*)\"")
_WIDE = re.compile(r"<(/?)(table|pre)\b([^<>]*+)>")
_HEADING = re.compile(r"h([1-6])$")
_MOST_KEPT = 65_536
"""How many pieces of texts are remembered: a story is written on its own page and on that for paper."""
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def tags(html: str) -> Iterator[tuple[int, str, bool]]:
    """Every tag that opens or closes an element: where it begins, its name, True if it opens."""
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name not in _VOID and not tag[3].endswith("/"):
            yield tag.start(), name, not tag[1]


@lru_cache(maxsize=_MOST_KEPT)
def after(open_before: tuple[str, ...], html: str) -> tuple[str, ...]:
    """The elements that are open after that HTML, outermost first."""
    if "<" not in html:
        return open_before
    stack = list(open_before)
    for _, name, opens in tags(html):
        if opens:
            stack.append(name)
        elif name in stack:
            del stack[len(stack) - 1 - stack[::-1].index(name) :]
    return tuple(stack)


@lru_cache(maxsize=_MOST_KEPT)
def last_heading(html: str) -> int | None:
    """The level of the last heading that opens in that HTML, None without one."""
    if not _may_open_heading(html):
        return None
    found = [int(h[1]) for _, name, opens in tags(html) if opens and (h := _HEADING.match(name))]
    return found[-1] if found else None


def _may_open_heading(html: str) -> bool:
    """False where a glance shows that no heading begins, as in most pieces of a text."""
    return "<h" in html or "<H" in html


def split_at(html: str, name: str) -> tuple[str, ...]:
    """The HTML in pieces, each but the first beginning with an element of that name that lies in no other."""
    if f"<{name}" not in html:
        return (html,)
    starts, depth = [0], 0
    for at, tag, opens in tags(html):
        if opens and tag == name and not depth:
            starts.append(at)
        depth += 1 if opens else -1
    return tuple(html[a:b] for a, b in zip(starts, [*starts[1:], len(html)], strict=True))


def prefixed(html: str, prefix: str) -> str:
    """The HTML with `prefix--` before every id, every reference to one, and every link within the page."""
    return _TAG.sub(lambda tag: _prefixed(tag[0], prefix), html) if prefix and "=" in html else html


def _prefixed(tag: str, prefix: str) -> str:
    if "=" not in tag:
        return tag
    tag = _PLACE.sub(lambda m: f'{m[1]}{prefix}--{m[2]}"', tag)
    return _ID.sub(lambda m: m[1] + " ".join(f"{prefix}--{i}" for i in m[2].split()) + '"', tag)


def shifted(html: str, by: int) -> str:
    """The HTML with every heading that many levels lower, six at most."""
    return _TAG.sub(lambda tag: _shifted(tag, by), html) if by and _may_open_heading(html) else html


def _shifted(tag: re.Match[str], by: int) -> str:
    heading = _HEADING.match(tag[2].lower())
    return f"<{tag[1]}h{min(6, int(heading[1]) + by)}{tag[3]}>" if heading else tag[0]


def reachable(html: str) -> str:
    """The HTML with everything that may scroll sideways in reach of the keyboard: tables and code."""
    return _WIDE.sub(_reachable, html) if "table" in html or "pre" in html else html


def _reachable(tag: re.Match[str]) -> str:
    closes, name, rest = tag.groups()
    if name == "pre":
        return tag[0] if closes or "tabindex" in rest else f'<pre tabindex="0"{rest}>'
    group = '<div class="scroll" role="group" tabindex="0" aria-label="Table, scrolls sideways on small screens">'
    return "</table></div>" if closes else f"{group}{tag[0]}"
