"""Marks: what a page says symbolically until its own address is known.

Templates and macros write a mark for each link, picture and acronym; `Sheet.settle` puts the page's own words in
their place. So a macro needs to know nothing of the page it stands on, and equal fragments are equal on every page.
A mark is made of control characters, which no reader of content lets through.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup, escape

from sitegen.regex import regex
from sitegen.rendering.values import PictureFile, Piece, Published

_OPEN, _BETWEEN, _CLOSE = "\x02", "\x1f", "\x03"
_MARK = regex(f"{_OPEN}([a-z]+){_BETWEEN}([^{_OPEN}{_CLOSE}]*+){_CLOSE}")
_PIECE = regex(f"{_OPEN}piece{_BETWEEN}([^{_OPEN}{_CLOSE}]*+){_CLOSE}")
_CONTROL = regex("[\x02\x03\x1f]")
_WHOLE_ADDRESS = regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_PAUSE = regex(r"[:;](?=\s)|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)\.(?=\s+[A-Z]|\s*$)")
"""Where the first words of a definition may end. A full stop inside a sentence only ends an abbreviation."""
_FEWEST_WORDS = 3
_IN_ADDRESS = "/~!$&'()*+,;=:@"
_MOST_KEPT = 65_536
"""How many addresses are remembered: every page leads to most of the same ones."""

GLOSSARY = "glossary/index.html"


def _mark(name: str, *parts: str) -> Markup:
    safe = _BETWEEN.join(_CONTROL.sub("", part) for part in parts)
    return Markup(f"{_OPEN}{name}{_BETWEEN}{safe}{_CLOSE}")


@lru_cache(maxsize=_MOST_KEPT)
def link_mark(address: str, fragment: str = "") -> Markup:
    """The value of an `href`: a page or file of the site by its address, or a whole address as it is."""
    if _WHOLE_ADDRESS.match(address):
        return escape(_CONTROL.sub("", address))
    return _mark("link", address, fragment)


def picture_mark(digest: str, alt: str, sizes: str, title: str = "") -> Markup:
    """The picture with that digest. `sizes` says how wide it stands on the page, as the attribute of that name."""
    return _mark("picture", digest, alt, sizes, title)


def term_mark(text: str, term: str, definition: str, anchor: str) -> Markup:
    """An acronym: expanded where it is the first on its page, plain text after that."""
    return _mark("term", text, term, definition, anchor)


def piece_marks(name: str, html: str, level: int = 3) -> Markup:
    """HTML that can be made again by itself, marked with a name and the level of its title on its page."""
    return _mark("piece", f"{level}{name}") + Markup(html) + _mark("piece", "")


def relative(page: str, address: str) -> str:
    """The way from a page to an address, both from the site's root: `../index.html`. Quoted, not escaped."""
    here, there = _steps(page), _steps(address)
    most, shared = min(len(here), len(there)) - 1, 0
    while shared < most and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - 1 - shared) + "/".join(there[shared:])


@lru_cache(maxsize=_MOST_KEPT)
def _steps(address: str) -> list[str]:
    """The folders of an address and its file, each quoted."""
    return quote(address, safe=_IN_ADDRESS).split("/")


@dataclass(frozen=True, slots=True)
class Settled:
    """A page's HTML, and every (address, fragment) within the site that it names, each once, in reading order.

    `pieces` are those of its parts that can be made again by themselves. `terms` are those that it explains.
    """

    html: str
    links: tuple[tuple[str, str], ...]
    pieces: tuple[Piece, ...] = ()
    terms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page on which marks are settled. `anchors` are ids of pages that stand on this page whole."""

    address: str
    pictures: Mapping[str, Published]
    anchors: Mapping[str, str]

    def settle(self, html: str, known: frozenset[str] = frozenset()) -> Settled:
        """Every mark as the words that it stands for on this page. Terms that are `known` were explained before."""
        hand = _Hand(self, {}, set(known))
        first, *others = _PIECE.split(html)
        texts = [_MARK.sub(hand.write, first)]
        pieces: list[Piece] = []
        end = len(texts[0].encode()) if others else 0
        for name, marked in zip(others[::2], others[1::2], strict=True):
            start, before = end, frozenset(hand.terms)
            texts.append(_MARK.sub(hand.write, marked))
            end = start + len(texts[-1].encode())
            if name:
                pieces.append(Piece(name[1:], int(name[0]), start, end, before, frozenset(hand.terms - before)))
        return Settled("".join(texts), tuple(hand.links), tuple(pieces), frozenset(hand.terms))


@dataclass(frozen=True, slots=True)
class _Hand:
    """What is remembered while one page is settled, from its first mark to its last.

    `links` are what it names, with the words for those that lead to another page.
    """

    sheet: Sheet
    links: dict[tuple[str, str], str | None]
    terms: set[str]

    def write(self, mark: re.Match[str]) -> str:
        name, said = mark.groups()
        parts = said.split(_BETWEEN)
        write = _WRITERS.get((name, len(parts)))
        return write(self, *parts) if write else ""

    def link(self, address: str, fragment: str) -> str:
        if not address or address == self.sheet.address:
            return self._within(fragment)
        if address in self.sheet.anchors:
            return self._within(f"{self.sheet.anchors[address]}--{fragment}".removesuffix("--"))
        known = self.links.get((address, fragment))
        if known is None:
            known = str(escape(relative(self.sheet.address, address) + _hash(fragment)))
            self.links[(address, fragment)] = known
        return known

    def _within(self, fragment: str) -> str:
        self.links[(self.sheet.address, fragment)] = None
        return str(escape(_hash(fragment))) or posixpath.basename(self.sheet.address)

    def picture(self, digest: str, alt: str, sizes: str, title: str) -> Markup:
        words = Markup(' alt="{}"').format(alt) + (Markup(' title="{}"').format(title) if title else "")
        found = self.sheet.pictures.get(digest)
        if found is None:
            return Markup('<img src="data:," width="3" height="2"{}>').format(words)
        srcset = ", ".join(f"{self._file(file)} {file.width}w" for file in found.webp)
        source = Markup('<source type="image/webp" srcset="{}" sizes="{}">').format(srcset, sizes)
        shown = Markup('<img src="{}" width="{}" height="{}"{} loading="lazy" decoding="async">').format(
            self._file(found.jpeg), found.width, found.height, words
        )
        return Markup("<picture>{}{}</picture>").format(source, shown)

    def _file(self, file: PictureFile) -> str:
        self.links[(file.address, "")] = None
        return relative(self.sheet.address, file.address)

    def term(self, text: str, term: str, definition: str, anchor: str) -> Markup:
        if term in self.terms:
            return escape(text)
        self.terms.add(term)
        href = Markup(self.link(GLOSSARY, anchor))
        said = _first_words(definition)  # on paper the whole of it would break up the sentence
        brief = Markup(' data-brief="{}"').format(said) if said else ""
        opening = Markup('<abbr title="{}"{}>').format(definition, brief)
        return Markup('{}<a class="term" href="{}">{}</a></abbr>').format(opening, href, text)


_WRITERS: Mapping[tuple[str, int], Callable[..., str]] = {
    ("link", 2): _Hand.link,
    ("picture", 4): _Hand.picture,
    ("term", 4): _Hand.term,
}


@lru_cache(maxsize=_MOST_KEPT)
def _hash(fragment: str) -> str:
    return "#" + quote(fragment, safe=_IN_ADDRESS + "?") if fragment else ""


def _first_words(definition: str) -> str:
    """What stands before the first pause that leaves words to be understood by themselves; empty where none does."""
    ways = (definition[: pause.start()] for pause in _PAUSE.finditer(definition))
    return next((w for w in ways if len(w.split()) >= _FEWEST_WORDS and w.count("(") == w.count(")")), "")
