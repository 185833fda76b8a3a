"""Writes the parts of a converted text as HTML: links, pictures, acronyms, and each block by its own macro."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from sitegen.markup.body import (
    Acronym,
    Block,
    Chart,
    FigureBlock,
    Finding,
    Gallery,
    Letter,
    Link,
    LinkEnd,
    Links,
    Part,
    PersonBlock,
    Picture,
    Prose,
    Quote,
    Stat,
    Timeline,
)
from sitegen.model.values import Target, Text
from sitegen.pages.chart_data import data_address
from sitegen.reading.values import Asset
from sitegen.rendering.marks import link_mark, term_mark
from sitegen.rendering.tags import outline, prefixed, reachable, shifted
from sitegen.text import slug

BLOCK_NAMES: Mapping[type, str] = {
    Quote: "quote",
    Stat: "stat",
    Chart: "chart",
    Timeline: "timeline",
    Finding: "finding",
    PersonBlock: "person",
    Links: "links",
    Letter: "letter",
    FigureBlock: "figure",
    Gallery: "gallery",
}

_NO_ACRONYM_IN = frozenset(("a", "h1", "h2", "h3", "h4", "h5", "h6", "abbr", "code", "pre", "summary"))
_GONE = Target("text")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text that lies in no other: `name` is html, picture, or the block's.

    `is_section` is True where it begins with a second-level heading of the text, and was asked to.
    """

    name: str
    html: Markup
    is_section: bool = False


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes parts of one text.

    `prefix` goes before every id, `shift` lowers headings, `level` is that of the heading of a block.
    """

    environment: Environment
    text: Text
    prefix: str = ""
    shift: int = 0
    level: int = 2

    def write(self, parts: Sequence[Part]) -> Markup:
        """The parts as HTML, in their order."""
        return Markup("".join(piece.html for piece in self.pieces(parts)))

    def pieces(self, parts: Sequence[Part], by_section: bool = False) -> tuple[Piece, ...]:
        """The parts as pieces: each block and picture that lies in no element is one, the HTML between is another.

        With `by_section` a piece of HTML ends before each second-level heading.
        """
        line = _Line(self, by_section)
        for part in _alone(parts):
            line.add(part)
        return line.finished()

    def id(self, name: str) -> str:
        """An id of this text as it is on the page."""
        return f"{self.prefix}--{name}" if self.prefix and name else name

    def block(self, block: Block) -> Markup:
        """A block as its macro in components/blocks writes it."""
        template = self.environment.get_template(f"components/blocks/{block_name(block)}.html")
        return Markup(template.module.show(block, self))  # type: ignore[attr-defined]

    def figure(self, picture: Picture, place: str = "column") -> Markup:
        """A picture with its caption and credit. `place` is where it stands: column, gallery or portrait."""
        template = self.environment.get_template("components/picture.html")
        return Markup(template.module.figure(picture, self, place))  # type: ignore[attr-defined]

    def inline(self, picture: Picture) -> Markup:
        """A picture among words, or its words alone where there is no picture to show."""
        template = self.environment.get_template("components/picture.html")
        return Markup(template.module.inline(picture, self))  # type: ignore[attr-defined]

    def source(self, picture: Picture) -> Asset | None:
        """The file of a picture, None where there is no picture to show."""
        return None if picture.pending else self.text.pictures.get(picture.target)

    def lacks_words(self, picture: Picture) -> bool:
        """True where nobody has said yet what a picture shows, as only a draft's preview may have it."""
        return not picture.alt and not picture.decorative

    def chart(self, chart: Chart) -> Chart:
        """The chart with its figures, also where they stand in a file of their own."""
        return self.text.figures(chart)

    def data(self, chart: Chart) -> Markup:
        """The `href` of a chart's figures as a file; empty on paper, and for a chart without any."""
        address = data_address(self.text, chart)
        return link_mark(address) if address and not self.prefix else Markup("")

    def chart_name(self, chart: Chart) -> str:
        """A chart's title, with its number among charts of that title in this text, so that no two are one name."""
        same = [other.id for other in self.text.body.charts if other.title == chart.title]
        return f"{chart.title} ({same.index(chart.id) + 1})" if len(same) > 1 and chart.id in same else chart.title

    def target(self, target: str) -> Target:
        """Where a link leads; a place that does not exist was reported and leaves plain text."""
        return self.text.targets.get(target, _GONE)

    def link(self, link: Link | None, words: str) -> Markup:
        """Words as a link, or alone where it leads nowhere."""
        return escape(words) if link is None else self.write((link, str(escape(words)), LinkEnd()))

    def html(self, html: str) -> Markup:
        """HTML of the text itself, its ids and headings as this page needs them."""
        return Markup(reachable(shifted(prefixed(html, self.prefix), self.shift)))


def block_name(block: Block) -> str:
    """A block's name, which is that of its macro file: quote, key-findings …"""
    return block.name if isinstance(block, Prose) else BLOCK_NAMES[type(block)]


def _alone(parts: Sequence[Part]) -> list[Part]:
    """The parts, a picture that is a paragraph by itself taken out of it: a figure cannot stand in a paragraph."""
    out = list(parts)
    for i in range(1, len(out) - 1):
        before, here, behind = out[i - 1 : i + 2]
        if isinstance(here, Picture) and isinstance(before, str) and isinstance(behind, str):
            opening, closing = before.rstrip(), behind.lstrip()
            if opening.endswith("<p>") and closing.startswith("</p>"):
                out[i - 1], out[i + 1] = opening[:-3], closing[4:]
    return out


class _Line:
    """What is being written: finished pieces, the HTML since then, the elements that are open in it."""

    def __init__(self, pen: Pen, by_section: bool) -> None:
        self.pen = pen
        self.by_section = by_section
        self.is_section = False
        self.done: list[Piece] = []
        self.html: list[Markup] = []
        self.open: tuple[str, ...] = ()

    def add(self, part: Part) -> None:
        _WRITERS.get(type(part), _Line.block)(self, part)

    def finished(self) -> tuple[Piece, ...]:
        self._end_html()
        return tuple(self.done)

    def string(self, part: str) -> None:
        found = outline(self.open, part)
        first, *sections = pairwise((0, *(found.sections if self.by_section else ()), len(part)))
        self.html.append(self.pen.html(part[slice(*first)]))
        for section in sections:
            self._end_html()
            self.is_section = True
            self.html.append(self.pen.html(part[slice(*section)]))
        self.open = found.open
        if found.level is not None:
            self.pen = replace(self.pen, level=min(6, found.level + self.pen.shift + 1))

    def link(self, part: Link) -> None:
        target = self.pen.target(part.target)
        name = "span" if target.kind == "text" or not (target.address or target.fragment) else "a"
        self.open = (*self.open, name)
        self.html.append(_opening(name, part, target))

    def link_end(self, part: LinkEnd) -> None:
        name = next((n for n in reversed(self.open) if n in ("a", "span")), "a")
        self.html.append(Markup(f"</{name}>"))
        self.open = outline(self.open, f"</{name}>").open

    def picture(self, part: Picture) -> None:
        if "p" in self.open or "a" in self.open:
            self.html.append(self.pen.inline(part))
        else:
            self._apart("picture", self.pen.figure(part))

    def acronym(self, part: Acronym) -> None:
        term = self.pen.text.terms.get(part.text)
        if term is None or _NO_ACRONYM_IN.intersection(self.open):
            self.html.append(escape(part.text))
        else:
            self.html.append(term_mark(part.text, term.term, term.definition, f"term-{slug(term.term)}"))

    def block(self, part: Block) -> None:
        self._apart(block_name(part), self.pen.block(part))

    def _apart(self, name: str, html: Markup) -> None:
        if self.open:
            self.html.append(html)
            return
        self._end_html()
        self.done.append(Piece(name, html))

    def _end_html(self) -> None:
        html = "".join(self.html)
        self.html.clear()
        if html and not html.isspace():
            self.done.append(Piece("html", Markup(html), self.is_section))
        self.is_section = False


_WRITERS: Mapping[type, Callable[[_Line, Any], None]] = {
    str: _Line.string,
    Markup: _Line.string,
    Link: _Line.link,
    LinkEnd: _Line.link_end,
    Picture: _Line.picture,
    Acronym: _Line.acronym,
}


def _opening(name: str, link: Link, target: Target) -> Markup:
    if name == "span":
        return Markup("<span>")
    title = f' title="{escape(link.title)}"' if link.title else ""
    return Markup(f'<a href="{link_mark(target.address, target.fragment)}"{title}>')
