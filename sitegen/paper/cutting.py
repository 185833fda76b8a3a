"""A very long page cut into pieces that can be laid out at once, only to learn on which sheet everything lies.

A browser takes more than twice as long over a page of twice the length. Parts that name their own sheets begin a new
one, so that each of them lies in a piece as it lies in the whole. What is learnt is a guess all the same: the page is
printed whole afterwards, and again where a number was wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.paper.reading import Places
from sitegen.regex import regex

_PART = regex(r'\n<div class="part-(\d+)">')
_HAS_SHEETS = regex(r"@page part(\d+)\{")
_LENGTH = 1_000_000
"""Letters of a piece, or somewhat more: some seventy stories."""


def pieces(html: str, length: int = _LENGTH) -> tuple[str, ...]:
    """The page in pieces that each begin with all that stands before its parts; the page alone where it has to stay."""
    starts = [(found.start(), found[1]) for found in _PART.finditer(html)]
    own = {found[1] for found in _HAS_SHEETS.finditer(html)}
    if not starts:
        return (html,)
    first = starts[0][0]
    cuts = [first]
    for at, number in starts[1:]:
        if number in own and at - cuts[-1] >= length and len(html) - at >= length // 2:
            cuts.append(at)
    ends = [*cuts[1:], len(html)]
    return tuple(html[:first] + html[start:end] for start, end in zip(cuts, ends, strict=True))


def joined(found: Sequence[Places]) -> Places | None:
    """Where everything lies on the whole page, by where it lies in the pieces; None where that cannot be told."""
    first, *others = found
    if not others:
        return first
    before = set(first.of).intersection(*(each.of for each in others))
    numbers, pages = dict(first.of), first.pages
    for each in others:
        own = {place: page for place, page in each.of.items() if place not in before}
        if not own:
            return None
        front = min(own.values()) - 1
        numbers |= {place: page - front + pages for place, page in own.items()}
        pages += each.pages - front
    return Places(pages, numbers)
