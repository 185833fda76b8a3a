"""Text with marks to HTML that is clean: Python-Markdown, then the author's own HTML, then nh3."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.markup.apart import put_back, take_apart
from sitegen.markup.marks import Kind, Marks, pattern
from sitegen.markup.prose import to_html
from sitegen.markup.sanitise import clean
from sitegen.problems.problem import Problem
from sitegen.regex import regex

_CODE = regex(r"(<pre><code>[^<]*+</code></pre>)")
_TAG = regex(pattern(Kind.HTML, Kind.LINK, Kind.END))
_LINE = rf"(?>(?:{pattern(Kind.LINE)}|\s++)*)"
_ALONE = regex(rf"<p>{_LINE}({pattern(Kind.HTML)}){_LINE}</p>")


def to_clean_html(text: str, marks: Marks) -> tuple[str, Sequence[Problem]]:
    """The HTML of a piece of marked text, whole in itself, and what was said of the HTML that its author wrote.

    Marks for links stand in `href`; other marks stand in the text as they are.
    """
    apart = take_apart(text)
    if apart.is_all:
        return _with_tags(apart.runs[0], marks, []), ()
    html, problems = _cleaned(apart.rest, marks)
    whole = put_back(html, [_with_tags(run, marks, []) for run in apart.runs])
    return (whole, problems) if whole is not None else _cleaned(text, marks)


def _cleaned(text: str, marks: Marks) -> tuple[str, Sequence[Problem]]:
    html = to_html(text)
    problems: list[Problem] = []
    pieces = _CODE.split(html) if "<pre>" in html else [html]
    pieces[::2] = [_with_tags(piece, marks, problems) for piece in pieces[::2]]
    return clean("".join(pieces)), problems


def _with_tags(html: str, marks: Marks, problems: list[Problem]) -> str:
    def tag(found: re.Match[str]) -> str:
        mark = marks.at(found[0])
        if mark.kind == Kind.LINK:
            return f'<a href="{found[0]}">'
        problems.extend(mark.problems)
        return str(mark.value)

    return _TAG.sub(tag, _ALONE.sub(r"\1", html)) if _TAG.search(html) else html
