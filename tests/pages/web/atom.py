"""What RFC 4287 asks of an Atom feed, as far as our feeds go: whatever else stands in one is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

_NS = "{http://www.w3.org/2005/Atom}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_MOMENT = re.compile(_DAY + r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_WHOLE = re.compile(r"https?://[^\s/<>\"{}|\\^`]+/[^\s<>\"{}|\\^`]*")
_TEXTS = frozenset(("title", "summary", "rights", "name"))
_ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated"), "author": ("name",)}
_AT_MOST_ONCE = {"feed": ("rights",), "entry": ("published", "summary", "rights"), "author": ()}
_MANY = {"feed": ("author", "link", "entry"), "entry": ("author", "link", "category"), "author": ()}
_ATTRIBUTES = {"link": {"href", "rel", "type"}, "category": {"term", "label"}, "feed": {_LANGUAGE}}


def wrong(xml: bytes) -> list[str]:
    """All that is wrong with a feed."""
    feed = fromstring(xml)
    if feed.tag != f"{_NS}feed":
        return [f"its root is {feed.tag}"]
    entries = feed.findall(f"{_NS}entry")
    ids = Counter(e.findtext(f"{_NS}id") for e in entries)
    said = [f"{id_} stands twice" for id_, number in ids.items() if number > 1]
    if not all(e.find(f"{_NS}author") is not None for e in (entries if feed.find(f"{_NS}author") is None else ())):
        said.append("an entry has no author, nor has the feed")
    return [*said, *_wrong(feed), *_links(feed, "self"), *(w for e in entries for w in _links(e, "alternate"))]


def _wrong(element: Element) -> Iterator[str]:
    name = element.tag.removeprefix(_NS)
    yield from (f"{name} has {key}" for key in set(element.keys()) - _ATTRIBUTES.get(name, set()))
    inside = Counter(child.tag.removeprefix(_NS) for child in element)
    once, seldom, many = (table.get(name, ()) for table in (_ONCE, _AT_MOST_ONCE, _MANY))
    yield from (f"{name} has {inside[each]} {each}" for each in once if inside[each] != 1)
    yield from (f"{name} has {inside[each]} {each}" for each in seldom if inside[each] > 1)
    yield from (f"{name} has {each}" for each in inside if each not in (*once, *seldom, *many))
    yield from _content(name, element)
    for child in element:
        yield from _wrong(child)


def _content(name: str, element: Element) -> Iterator[str]:
    text = element.text or ""
    if name in ("updated", "published") and not _MOMENT.fullmatch(text):
        yield f"{name} is {text!r}"
    if name == "id" and not _WHOLE.fullmatch(text):
        yield f"{name} is {text!r}"
    if name == "link" and not (_WHOLE.fullmatch(element.get("href", "")) and element.get("type")):
        yield f"a link leads to {element.get('href')!r}"
    if name == "category" and not element.get("term"):
        yield "a category has no term"
    if name in _TEXTS and not text.strip():
        yield f"{name} is empty"
    if name not in (*_TEXTS, "updated", "published", "id") and text.strip():
        yield f"{name} holds {text!r}"


def _links(element: Element, needed: str) -> Iterator[str]:
    """A feed should name itself; an entry without content has to name its page. No two lead to the same."""
    found = Counter((link.get("rel"), link.get("type")) for link in element.findall(f"{_NS}link"))
    if needed not in {relation for relation, _ in found}:
        yield f"it has no link to its {needed}"
    yield from (f"two links are {each}" for each, number in found.items() if number > 1)
