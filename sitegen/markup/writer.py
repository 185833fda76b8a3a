"""Clean HTML to parts: links and pictures become symbolic, quotations become values, headings get their ids."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape, unescape

from sitegen.markup.body import Acronym, FigureBlock, Gallery, Heading, Link, LinkEnd, Part, Picture, Quote
from sitegen.markup.headings import HeadingOrder
from sitegen.markup.ids import page_id
from sitegen.markup.marks import ANY, LEADS, TRAILS, Kind, pattern
from sitegen.markup.output import OpenHeading, Output
from sitegen.markup.quotes import make_quote, unattributed
from sitegen.markup.sanitise import CLASSES
from sitegen.problems.problem import Where
from sitegen.regex import regex
from sitegen.text import fold_space

_GAP = rf"(?>(?:{pattern(Kind.LINE)}|\s++|<br>)*)"
_FIGURE = rf"{pattern(Kind.PICTURE)}(?:{_GAP}{pattern(Kind.PICTURE)})*"
_PIECE = regex(
    # What any piece may begin with stands first: most of a text is then passed over at a glance.
    rf"[<{LEADS}](?:(?<!<)(?P<mark>[{TRAILS}])|(?<=<)(?:"
    rf"p>{_GAP}(?:(?P<figure>{_FIGURE}){_GAP}(?:<em>(?P<caption>(?:(?!</?em>|</p>).)*)</em>)?"
    rf"|(?P<code>{pattern(Kind.CODE)})){_GAP}</p>"
    r"|(?P<end>/?)(?P<tag>[a-z][a-z0-9]*+)(?P<attributes>[^<>]*+)>))",
    re.DOTALL,
)
_PICTURE = regex(pattern(Kind.PICTURE))
_LINE = regex(pattern(Kind.LINE))
_ATTRIBUTE = regex(r' ([\w-]+)="([^"]*)"')
_ACRONYM = regex(r"(?<![\w&#.@])(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-Z][A-Z0-9]{1,5}s?(?![\w@&]|\.\w)")
_CAPITALS = regex("[A-Z][A-Z0-9]")
"""What every acronym begins with."""
_NO_ACRONYM = regex(r"(?:[IVXLC]+s?|TODO|FIXME|TB[CD])$")
_EMPTY = regex(r"<p>\s*</p>\n?")
_CODE = frozenset("code kbd pre samp var".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BREAKS = frozenset("p li td th dt dd div caption summary figcaption blockquote".split()) | _HEADINGS
_SIMPLE = frozenset("p li ul ol em strong table thead tbody tr th td".split())
"""Elements that mean no more than they say, where they have no attributes."""
_FLAGS = frozenset("open reversed".split())


class _OpenQuote:
    """A quotation that is being read: the parts around it, its place once it is known. `inner` stays HTML."""

    def __init__(self, around: list[Part], inner: bool) -> None:
        self.around = around
        self.inner = inner
        self.where: Where | None = None


class Writer:
    """Writes the pieces of one body in reading order; `headings` and what `output` gathers are complete at the end."""

    def __init__(self, output: Output, lift: int = 0) -> None:
        self.output = output
        self.lift = lift
        self.headings: list[Heading] = []
        self.order = HeadingOrder(lift)
        self.quotes: list[_OpenQuote] = []
        self.quoting = True
        self.explaining = False
        self.explained: set[str] = set()

    def write(self, html: str, quoting: bool = True) -> tuple[Part, ...]:
        """The parts of a piece of clean HTML. Without `quoting`, what stands in a quotation stands alone."""
        kept = self.output.parts, self.quoting
        self.output.parts, self.quoting = [], quoting
        self.output.typography.new_block()
        at = 0
        for found in _PIECE.finditer(html):
            if found.start() > at:
                self._text(html[at : found.start()])
            at = found.end()
            self._piece(found)
        self._text(html[at:])
        made = merged(self.output.parts)
        self.output.parts, self.quoting = kept
        return made

    def _piece(self, found: re.Match[str]) -> None:
        tag = found["tag"]
        if tag in _SIMPLE and not found["attributes"]:
            self.output.parts.append(found[0])
            if tag in _BREAKS:
                self.output.typography.new_block()
        elif tag:
            (self._end_tag if found["end"] else self._start_tag)(tag, found["attributes"])
        elif found["mark"]:
            self.output.show(found[0])
            if self.quotes and self.quotes[-1].where is None and _LINE.match(found[0]):
                self.quotes[-1].where = self.output.where
        elif found["figure"]:
            self._figure(found)
        else:
            self.output.show(found["code"])

    def _text(self, text: str) -> None:
        if not text or self.output.code:
            self.output.parts.append(text)
            return
        made = self.output.typography.smarten(text.replace("&nbsp;", "\u00a0"))
        if self.output.heading:
            self.output.speak(unescape(made))
        if self.explaining:
            self.explained.add(made.strip())
        if self.output.heading or self.output.links or self.explaining or not _CAPITALS.search(made):
            self.output.parts.append(made)
        else:
            self._acronyms(made)

    def _acronyms(self, text: str) -> None:
        """Words in capitals on their own; a phrase that is all in capitals is only loud."""
        is_loud = text.isupper() and len(text.split()) > 1
        at = 0
        for found in () if is_loud else _ACRONYM.finditer(text):
            if not _NO_ACRONYM.match(found[0]) and found[0] not in self.explained:
                self.output.parts += [text[at : found.start()], Acronym(found[0], self.output.where.line)]
                at = found.end()
        self.output.parts.append(text[at:])

    def _start_tag(self, name: str, attributes: str) -> None:
        output = self.output
        if name in _BREAKS:
            output.typography.new_block()
        if name in _HEADINGS and output.heading:
            output.heading.inner += 1
        elif name in _HEADINGS:
            output.heading = OpenHeading(len(output.parts), int(name[1]) + self.lift, attributes, output.where)
            output.parts.append("")
        elif name == "a":
            self._open_link(attributes)
        elif name == "blockquote":
            self._open_quote()
        else:
            output.code += name in _CODE
            self.explaining = self.explaining or (name == "abbr" and ' title="' in attributes)
            more = ' tabindex="0"' if name == "pre" else ""
            output.parts.append(f"<{name}{self._kept(attributes)}{more}>")

    def _end_tag(self, name: str, _: str) -> None:
        output = self.output
        if name in _HEADINGS and output.heading and output.heading.inner:
            output.heading.inner -= 1
        elif name in _HEADINGS and output.heading:
            self._close_heading(output.heading)
        elif name == "a":
            opened = output.links.pop() if output.links else ""
            output.parts.append(LinkEnd() if opened == "a" else opened and "</span>")
        elif name == "blockquote" and self.quotes:
            self._close_quote()
        else:
            output.code -= name in _CODE
            self.explaining = self.explaining and name != "abbr"
            output.parts.append(f"</{name}>")
        if name in _BREAKS:
            output.typography.new_block()

    def _kept(self, attributes: str) -> str:
        """A tag's attributes with ids that cannot take one of the site's, and classes that exist."""
        return "".join(self._attribute(*pair) for pair in _ATTRIBUTE.findall(attributes)) if attributes else ""

    def _attribute(self, name: str, value: str) -> str:
        if name == "id":
            return f' id="{self.output.ids.of_author(unescape(value))}"'
        if name == "headers":
            value = " ".join(page_id(unescape(one)) for one in value.split())
        if name == "class":
            value = " ".join(one for one in value.split() if one in CLASSES)
        return f' {name}="{value}"' if value or name in _FLAGS else ""

    def _open_link(self, attributes: str) -> None:
        pairs = dict(_ATTRIBUTE.findall(attributes))
        target = pairs.pop("href", "")
        mark = self.output.marks.at(target) if ANY.fullmatch(target) else None
        own = self._attribute("id", pairs["id"]) if "id" in pairs else ""
        self.output.problems += mark.problems if mark else ()
        if mark and isinstance(mark.value, Link):
            self.output.parts += [f"<span{own}></span>" if own else "", mark.value]
            self.output.links.append("a")
        else:
            self.output.parts.append(f"<span{own}>" if own else "")
            self.output.links.append("span" if own else "")

    def _open_quote(self) -> None:
        inner = bool(self.quotes) or not self.quoting
        self.quotes.append(_OpenQuote(self.output.parts, inner))
        if not inner:
            self.output.parts = []
        elif self.quoting:
            self.output.parts.append("<blockquote>")

    def _close_quote(self) -> None:
        opened = self.quotes.pop()
        if opened.inner:
            self.output.parts.append("</blockquote>" if self.quoting else "")
            return
        where = opened.where or self.output.where
        made = make_quote(merged(self.output.parts), where)
        if not made.speakers:
            self.output.problems.append(unattributed(where))
        opened.around.append(self.named(made))
        self.output.parts = opened.around

    def named(self, quote: Quote) -> Quote:
        """The quotation with an id of its own."""
        return replace(quote, id=self.output.ids.of_block("quote", "", quote.text))

    def _close_heading(self, heading: OpenHeading) -> None:
        ids = self.output.ids
        self.output.heading = None
        level = min(6, max(2, heading.level))
        text = fold_space("".join(heading.text))
        pairs = dict(_ATTRIBUTE.findall(heading.attributes))
        own = ids.of_author(unescape(pairs.pop("id"))) if "id" in pairs else ids.of_heading(text)
        others = "".join(self._attribute(*pair) for pair in pairs.items())
        self.output.parts[heading.piece] = f'<h{level} id="{own}"{others}>'
        self.output.parts.append(f"</h{level}>")
        self.headings.append(Heading(level, text, own, heading.where.line))
        self.output.problems += self.order.check(level, text, heading.where)

    def _figure(self, found: re.Match[str]) -> None:
        """Pictures alone in a paragraph are a figure, with the line in italics beneath them as its caption."""
        output = self.output
        marks = [output.marks.at(token) for token in _PICTURE.findall(found["figure"])]
        output.problems += [problem for mark in marks for problem in mark.problems]
        caption = self.write(found["caption"]) if found["caption"] else ()
        shown = [mark.value for mark in marks if isinstance(mark.value, Picture)]
        pictures = tuple(output.captioned(p, caption if p is shown[-1] else ()) for p in shown)
        if len(pictures) == 1:
            own = output.ids.of_block("figure", pictures[0].alt, pictures[0].target)
            output.parts.append(FigureBlock("", pictures[0], pictures[0].line, own))
        elif pictures:
            own = output.ids.of_block("gallery", "", "".join(p.target for p in pictures))
            output.parts.append(Gallery("", pictures, pictures[0].line, own))
        else:
            output.parts.append(f"<p>{escape(' '.join(str(mark.value) for mark in marks), quote=False)}</p>")


def merged(pieces: list[Part]) -> tuple[Part, ...]:
    """Pieces with neighbouring HTML joined and empty paragraphs left out."""
    parts: list[Part] = []
    run: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            run.append(piece)
        else:
            parts += [*_joined(run), piece]
            run = []
    return (*parts, *_joined(run))


def _joined(run: list[str]) -> list[str]:
    html = "".join(run)
    if "<p>" in html:
        html = _EMPTY.sub("", html)
    return [html] if html else []
