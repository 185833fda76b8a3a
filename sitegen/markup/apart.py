"""Paragraphs, headings, lists and quotations of nothing but words: their HTML is known without Markdown and nh3.

Most of a story is such text, and reading it would be most of the work that a story takes. While the rest is read, one
character in a paragraph of its own stands for each run of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.markup.marks import SEPARATOR, Kind, leads, pattern
from sitegen.regex import regex

_READ = leads(Kind.LINK, Kind.END, Kind.HTML, Kind.CODE, Kind.BREAK)
"""The marks that are read as HTML, or are a paragraph."""
_WORDS = rf"[^*_&<>|{{\\\x00-\x1f\x7f-\xa0\u202d\u202e\ud800-\udfff\ufffe\uffff{SEPARATOR}{_READ}]"
"""Neither Markdown nor HTML reads these. (A space that does not break has a name in HTML.)"""
_LINE = pattern(Kind.LINE)
_LINK = rf"{pattern(Kind.LINK)}{_WORDS}*+{pattern(Kind.END)}"
_EMPHASIS = "|".join(
    rf"(?<!\S){stars}(?:{_LINE})?(?=\w){_WORDS}*+(?<=\w){stars}(?=[\s.,;:!?)]|\Z)" for stars in (r"\*\*", r"\*")
)
"""Emphasis that opens and closes beyond doubt: around words, within a line."""
_TEXT = rf"(?=\*{{0,2}}{_LINE}|-- \w)(?>(?:{_WORDS}++|{_LINK}|{_EMPHASIS})+)(?<!\s)"
_PLAIN = regex(
    rf"\n*+(?:(?P<paragraph>{_TEXT}(?>(?:\n{_TEXT})*))|(?P<hashes>\#{{1,6}}) (?P<heading>{_TEXT})"
    rf"|(?P<bullets>[-+*] {_TEXT}(?>(?:\n[-+*] {_TEXT})*))|(?P<numbers>1\. {_TEXT}(?>(?:\n[0-9]{{1,9}}\. {_TEXT})*))"
    r"|(?P<quotation>>(?>(?:[^\n]*+\n>)*)[^\n]*+))\Z"
)
_AT_MARGIN = regex(rf"\n*+([#>|]|\*{{0,2}}{_LINE})")
"""A block that is no part of a list before or after it, as one without any text may be."""
_BEYOND = "#"
_STRONG = regex(r"\*\*([^*]++)\*\*")
_EM = regex(r"\*([^*]++)\*")
_QUOTE_SIGN = regex("^> ?", re.MULTILINE)
_HTML = regex(f"[{leads(Kind.HTML)}]")
_STANDS_FOR = f"<p>{SEPARATOR}</p>"


class Apart(NamedTuple):
    """A marked text of which the plain runs were taken away, and these as HTML."""

    rest: str
    runs: Sequence[str]

    @property
    def is_all(self) -> bool:
        """True where nothing is left to be read."""
        return self.rest == f"\n{SEPARATOR}"


def take_apart(text: str) -> Apart:
    """The runs of plain blocks of a text. There are none where its author wrote HTML: that may go on over them."""
    if _HTML.search(text):
        return Apart(text, ())
    rest: list[str] = []
    runs: list[list[str]] = []
    blocks = [_BEYOND, *text.strip("\n").split("\n\n"), _BEYOND]
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        html = _as_html(block, before, after)
        if html is None:
            rest.append(block)
        elif rest and rest[-1] == SEPARATOR:
            runs[-1].append(html)
        else:
            rest.append(SEPARATOR)
            runs.append([html])
    return Apart("\n" + "\n\n".join(rest), ["\n".join(run) for run in runs])


def put_back(html: str, runs: Sequence[str]) -> str | None:
    """The HTML that was made of the rest, with the runs in their places; None where these were not kept as they are."""
    pieces = html.split(_STANDS_FOR)
    if len(pieces) != len(runs) + 1:
        return None
    return "".join(piece for pair in zip(pieces, (*runs, ""), strict=True) for piece in pair)


def _as_html(block: str, before: str, after: str) -> str | None:
    """A block of lines as HTML, None where it has to be read, be it for what stands around it."""
    found = _PLAIN.match(block)
    if found is None:
        return None
    name = str(found.lastgroup)
    if name == "paragraph":
        return _emphasised(f"<p>{found[name]}</p>")
    if name == "heading":
        level = len(found["hashes"])
        return None if "#" in found[name] else _emphasised(f"<h{level}>{found[name]}</h{level}>")
    if not (_is_apart(before, name) and _is_apart(after, name)):
        return None
    if name == "quotation":
        return _quotation(found[name])
    items = "".join(f"<li>{_emphasised(line.partition(' ')[2])}</li>\n" for line in found[name].split("\n"))
    return f"<ul>\n{items}</ul>" if name == "bullets" else f"<ol>\n{items}</ol>"


def _is_apart(other: str, name: str) -> bool:
    """True for a block that a list or a quotation beside it cannot go on in."""
    found = _AT_MARGIN.match(other)
    return found is not None and not (name == "quotation" and found[1] == ">")


def _quotation(lines: str) -> str | None:
    text = _QUOTE_SIGN.sub("", lines)
    apart = take_apart(text) if text == text.strip() else None
    return f"<blockquote>\n{apart.runs[0]}\n</blockquote>" if apart and apart.is_all else None


def _emphasised(text: str) -> str:
    if "*" not in text:
        return text
    return _EM.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", text))
