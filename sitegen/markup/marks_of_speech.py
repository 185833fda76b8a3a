"""Quotation marks around a whole quotation: the page sets its own, so the author's are taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.markup.body import Part
from sitegen.regex import regex

_PAIRS = {"\u201c": "\u201d", "\u2018": "\u2019", '"': '"', "\u00ab": "\u00bb", "\u201e": "\u201c"}
_FIRST = regex(r"\A((?:\s|<[^<>]+>)*)(&quot;|[\u201c\u2018\"\u00ab\u201e])")
_LAST = regex(r"(&quot;|[\u201d\u2019\"\u00bb\u201c])((?:\s|</[^<>]+>)*)\Z")


def without_marks(parts: Sequence[Part], text: str) -> tuple[tuple[Part, ...], str]:
    """The parts and the plain text of a quotation without the one pair of marks around all of it.

    Marks that close before the end belong to a word or speech inside it and stay.
    """
    closing = _PAIRS.get(text[:1])
    if closing is None or len(text) < 3 or not text.endswith(closing) or _closes_before(text, closing):
        return tuple(parts), text
    first, last = parts[0], parts[-1]
    if not (isinstance(first, str) and isinstance(last, str) and _FIRST.match(first) and _LAST.search(last)):
        return tuple(parts), text
    cut = [_FIRST.sub(r"\1", first), *parts[1:]]
    cut[-1] = _LAST.sub(r"\2", str(cut[-1]))
    return tuple(cut), text[1:-1].strip()


def _closes_before(text: str, closing: str) -> bool:
    """True where the mark that closes stands between words too; an apostrophe inside a word does not count."""
    inner = text[1:-1]
    if closing == "\u2019":
        return bool(re.search(r"\u2019(?!\w)", inner)) and "\u2018" in inner
    return closing in inner or text[0] in inner
