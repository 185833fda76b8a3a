"""Text without markup: for names and titles, for alternative text, for search and for excerpts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Any

from sitegen.markup.body import (
    Acronym,
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
from sitegen.markup.marks import ANY
from sitegen.regex import regex
from sitegen.text import fold_space

_IMAGE_OR_LINK = regex(
    r"!?\[([^\[\]]{0,500}+)\](?:\([^()\n]{0,500}+\)|\[[^\[\]\n]{0,200}+\])(?:\{[^{}\n]{0,200}+\})?"
)
_NOTE = regex(r"\[\^[^\]\s]{1,200}+\]")
_TICKS = regex(r"(`{1,3})([^`\n]{1,500}+)\1")
_TAG = regex(r"</?[A-Za-z][^<>]{0,500}+>")
_STARS = regex(r"(\*{1,3})(?=\S)([^*\n]{1,500}+)(?<=\S)\1")
_LINES = regex(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,500}+)(?<=\S)\1(?![\w_])")
_DOLLARS = regex(r"(\${1,2})(?=\S)([^$\n]{1,500}+)(?<=\S)\1(?![0-9])")
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")
_MARKUP = regex(r"[\[`<*_$\\&\n]")
_BREAKING = regex(
    r"</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|div|table|tr|t[hd]|thead|tbody|tfoot|caption|figure|figcaption|blockquote|pre|hr|br"
    r"|details|summary|math)\b[^<>]*>"
)
_ANY_TAG = regex(r"<[^<>]*>")
_ANNOTATION = regex(r"<math\b[^<>]*?alttext=\"([^\"]*)\"[^<>]*>.*?</math>", re.DOTALL)
_HIDDEN = regex(r"<sup><a href=\"#s-fn_[^<>]*>[^<>]*</a></sup>")


def plain_inline(text: str) -> str:
    """A line of Markdown as plain text: `**7** [schools](x.md)[^1]` → `7 schools`. Footnote marks are left out."""
    if not _MARKUP.search(text):
        return text.strip()
    text = _NOTE.sub("", text)
    for expression, kept in ((_IMAGE_OR_LINK, r"\1"), (_TICKS, r"\2"), (_TAG, ""), (_DOLLARS, r"\2")):
        text = expression.sub(kept, text)
    for _ in range(3):
        text = _LINES.sub(r"\2", _STARS.sub(r"\2", text))
    return fold_space(unescape(_ESCAPED.sub(r"\1", ANY.sub("", text))))


def plain_html(html: str) -> str:
    """A piece of a page's HTML as plain text, white space folded as little as blocks need: each ends a line."""
    if "<" not in html:
        return unescape(html)
    if "<math" in html:
        html = _ANNOTATION.sub(r" \1 ", html)
    return unescape(_ANY_TAG.sub("", _BREAKING.sub("\n", _HIDDEN.sub("", html))))


def text_of(parts: Sequence[Part]) -> str:
    """Parts as plain text. Lines end where blocks of text end; inside blocks, text stands in reading order."""
    return "".join(_text(part) for part in parts)


def _text(part: Part) -> str:
    if isinstance(part, str):
        return plain_html(part)
    return _READERS[type(part)](part)


def _quote(quote: Quote) -> str:
    said_by = "\n".join(", ".join(filter(None, (s.name, s.role, s.place))) for s in quote.speakers)
    return f"\n{quote.text}\n{said_by}\n"


def _chart(chart: Chart) -> str:
    rows = ("\t".join(cell.text for cell in row) for row in chart.rows)
    lines = (chart.title, "\t".join(chart.columns), *rows, chart.description, chart.note, text_of(chart.caveats))
    return "\n" + "\n".join(line for line in lines if line) + "\n"


def _timeline(timeline: Timeline) -> str:
    entries = (f"{e.date} {text_of(e.title)}\n{text_of(e.details)}" for e in timeline.entries)
    return "\n" + "\n".join((timeline.title, *entries)) + "\n"


def _finding(finding: Finding) -> str:
    follows = (f"{i.title}\n{text_of(i.parts)}" for i in finding.implications)
    return "\n" + "\n".join((finding.title, text_of(finding.parts), *follows)) + "\n"


def _links(links: Links) -> str:
    items = (f"{item.text} {text_of(item.description)}" for item in links.items)
    return "\n" + "\n".join((links.title, *items)) + "\n"


def _letter(letter: Letter) -> str:
    signed = (", ".join(filter(None, (s.name, s.role, s.place))) for s in letter.signatories)
    return "\n" + "\n".join((letter.title, text_of(letter.parts), *signed)) + "\n"


def _person(person: PersonBlock) -> str:
    head = ", ".join(filter(None, (person.name, person.role, person.place)))
    return f"\n{head}\n{text_of(person.parts)}\n"


def _nothing(_: object) -> str:
    return ""


_READERS: dict[type, Callable[[Any], str]] = {
    Acronym: lambda acronym: str(acronym.text),
    Link: _nothing,
    LinkEnd: _nothing,
    Picture: lambda picture: text_of(picture.caption),
    Quote: _quote,
    Stat: lambda stat: f"\n{stat.text} {text_of(stat.parts)}\n{stat.note}\n",
    Chart: _chart,
    Timeline: _timeline,
    Finding: _finding,
    PersonBlock: _person,
    Links: _links,
    Prose: lambda prose: f"\n{prose.title}\n{text_of(prose.parts)}\n",
    Letter: _letter,
    FigureBlock: lambda figure: f"\n{figure.title}\n{text_of(figure.picture.caption)}\n",
    Gallery: lambda gallery: f"\n{gallery.title}\n" + "\n".join(text_of(p.caption) for p in gallery.pictures) + "\n",
}
