"""A page as --deep reads it: what its HTML says, with lines and columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_NAMED = frozenset({"a", "button"})
_LOADING = {
    "img": ("src", "srcset"), "script": ("src",), "iframe": ("src",), "source": ("src", "srcset"),
    "video": ("src", "poster"), "audio": ("src",), "embed": ("src",), "object": ("data",), "track": ("src",),
    "input": ("src",), "form": ("action",), "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
}  # fmt: skip
"""Attributes by which a page asks for something while it is shown or sent."""
_LOADING_LINKS = frozenset({
    "stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest", "mask-icon",
})  # fmt: skip
_NAMING_LINKS = frozenset({"canonical", "alternate"})
_NAMING = frozenset({"og:url", "og:image", "twitter:image"})
_DATA = "application/ld+json"

Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a page: its text, where it stands (line and column from 1)."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What a page's HTML says. `loads` are addresses that it asks for, `links` those of `<a>`, `styles` its CSS.

    `named` are addresses that it gives of itself and of others to machines: in its head, and in JSON.
    """

    address: str
    language: str
    title: str
    ids: tuple[Found, ...]
    links: tuple[Found, ...]
    loads: tuple[Found, ...]
    styles: tuple[Found, ...]
    without_alt: tuple[Found, ...]
    without_words: tuple[Found, ...]
    headings: tuple[tuple[int, Found], ...]
    named: tuple[Found, ...]


def parse_page(address: str, html: str) -> ParsedPage:
    """A page's HTML, read once."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return ParsedPage(
        address,
        reader.language,
        "".join(reader.title).strip(),
        tuple(reader.ids),
        tuple(reader.links),
        tuple(reader.loads),
        tuple(reader.styles),
        tuple(reader.without_alt),
        tuple(reader.without_words),
        tuple((level, Found("".join(words).strip(), *at)) for level, words, at in reader.headings),
        tuple(reader.named),
    )


@dataclass(frozen=True, slots=True)
class _Open:
    """An element whose words are being gathered."""

    tag: str
    at: Position
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.title: list[str] = []
        self.ids: list[Found] = []
        self.links: list[Found] = []
        self.loads: list[Found] = []
        self.styles: list[Found] = []
        self.without_alt: list[Found] = []
        self.without_words: list[Found] = []
        self.headings: list[tuple[int, list[str], Position]] = []
        self.named: list[Found] = []
        self._open: list[_Open] = []
        self._inside = ""
        self._in_drawing = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        at = self._at()
        self._attributes(tag, given, at)
        if tag == "html":
            self.language = given.get("lang", "").strip()
        if tag in ("style", "title") and not self._in_drawing:
            self._inside = tag
        if tag == "script" and given.get("type", "").lower() == _DATA:
            self._inside = _DATA
        self._in_drawing += tag == "svg"
        if tag in _HEADINGS:
            self.headings.append((_HEADINGS[tag], [], at))
        if tag in _HEADINGS or tag in _NAMED:
            self._open.append(_Open(tag, at, [given.get("aria-label", ""), given.get("aria-labelledby", "")]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes(tag, {key: value or "" for key, value in attrs}, self._at())

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside or (tag == "script" and self._inside == _DATA):
            self._inside = ""
        self._in_drawing -= tag == "svg" and self._in_drawing > 0
        if self._open and self._open[-1].tag == tag:
            closed = self._open.pop()
            if tag in _NAMED and not "".join(closed.words).strip():
                self.without_words.append(Found(tag, *closed.at))
            self._say("".join(closed.words))

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title.append(data)
        elif self._inside == "style":
            self.styles.append(Found(data, *self._at()))
        elif self._inside == _DATA:
            self.named += (Found(address, *self._at()) for address in _addresses(data))
        else:
            self._say(data)

    def _say(self, words: str) -> None:
        """Words count for the element that is open around them, and for the heading that they stand in."""
        if self._open:
            self._open[-1].words.append(words)
            if self._open[-1].tag in _HEADINGS:
                self.headings[-1][1].append(words)

    def _at(self) -> Position:
        line, column = self.getpos()
        return line, column + 1

    def _attributes(self, tag: str, given: dict[str, str], at: Position) -> None:
        if given.get("id"):
            self.ids.append(Found(given["id"], *at))
        if given.get("style"):
            self.styles.append(Found(given["style"], *at))
        if tag == "a" and "href" in given:
            self.links.append(Found(given["href"], *at))
        if tag == "img":
            self._picture(given, at)
        self.loads += (Found(address, *at) for address in _loaded(tag, given))
        self.named += (Found(address, *at) for address in _named(tag, given))

    def _picture(self, given: dict[str, str], at: Position) -> None:
        if "alt" not in given:
            self.without_alt.append(Found(given.get("src", ""), *at))
        self._say(given.get("alt", ""))


def _loaded(tag: str, given: dict[str, str]) -> list[str]:
    if tag == "link" and _LOADING_LINKS.intersection(given.get("rel", "").lower().split()):
        return [given.get("href", "")]
    if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
        return [given.get("content", "").partition("=")[2].strip()]
    values = ((key, given[key]) for key in _LOADING.get(tag, ()) if given.get(key))
    return [address for key, value in values for address in (_candidates(value) if key == "srcset" else (value,))]


def _named(tag: str, given: dict[str, str]) -> list[str]:
    if tag == "link" and _NAMING_LINKS.intersection(given.get("rel", "").lower().split()):
        return [given.get("href", "")]
    is_address = tag == "meta" and given.get("property", given.get("name", "")) in _NAMING
    return [given.get("content", "")] if is_address else []


def _addresses(data: str) -> Iterator[str]:
    """Every text in JSON, of which some are addresses; nothing of what is no JSON."""
    try:
        left = [json.loads(data)]
    except ValueError:
        return
    while left:
        value = left.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, (dict, list)):
            left += reversed([*value.values()] if isinstance(value, dict) else value)


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]
