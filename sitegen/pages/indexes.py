"""Indexes: all hubs, schools, themes or people under headings."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from sitegen.model.spanning import Site
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.views import IndexGroup, IndexPage, LinkView, NetworkView, SchoolTable
from sitegen.text import fold_letters

TEMPLATE = "index.html"
_FEW = 24
"""Up to so many entries need no letters above them."""


def index_page(
    site: Site,
    link: LinkView,
    lead: str,
    groups: Iterable[IndexGroup] = (),
    table: SchoolTable | None = None,
    network: NetworkView | None = None,
    way: tuple[LinkView, ...] = (),
) -> Page:
    """The page of an index that `link` names, at the end of a way."""
    view = IndexPage(head(site, link.address, (*way, link), lead), link.text, lead, tuple(groups), table, network)
    return Page(link.address, TEMPLATE, view, site.settings.where)


def by_letter(entries: Iterable[tuple[str, LinkView]]) -> tuple[IndexGroup, ...]:
    """Entries, each with what it is sorted by, in order under their first letters; a short index has no letters."""
    ordered = sorted(entries, key=lambda entry: (_folded(entry[0]), entry[1].address))
    if len(ordered) <= _FEW:
        return (IndexGroup("", tuple(link for _, link in ordered)),) if ordered else ()
    lettered = groupby(ordered, key=lambda entry: _letter(entry[0]))
    return tuple(IndexGroup(letter, tuple(link for _, link in entries)) for letter, entries in lettered)


def _folded(text: str) -> str:
    return fold_letters(text).casefold()


def _letter(text: str) -> str:
    first = _folded(text)[:1].upper()
    return first if first.isalpha() else "0–9"
