"""All quotes, by edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.spanning import QuoteRecord, Site
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.paging import leaf_head, leaves
from sitegen.pages.records import quote_view
from sitegen.pages.shared import Shared
from sitegen.pages.spans import in_editions
from sitegen.pages.views import LinkView, QuotesPage, QuoteView
from sitegen.text import counted

TEMPLATE = "quotes.html"
LINK = LinkView("Quotes", "quotes/index.html")


def quotes(site: Site, shared: Shared) -> Iterable[Page]:
    """The pages of all quotes; above 200 on several pages."""
    shown = site.quotes
    lead = _lead(shown)
    first = head(site, LINK.address, (LINK,), lead)
    for leaf in leaves(shown, LINK.address):
        groups = tuple(_groups(site, shared, leaf.entries))
        view = QuotesPage(leaf_head(first, leaf), LINK.text, lead, groups, leaf.paging)
        yield Page(leaf.address, TEMPLATE, view, site.settings.where)


def _lead(shown: tuple[QuoteRecord, ...]) -> str:
    reported = sum(1 for q in shown if q.quote.paraphrase)
    said = f"{counted(len(shown), 'voice')} from these editions, each with who it is and where it stands."
    if not reported:
        return said
    which = "All" if reported == len(shown) else f"{reported:,} of them"
    return f"{said} {which} {'is' if reported == 1 else 'are'} reported and not quoted."


def _groups(
    site: Site, shared: Shared, records: tuple[QuoteRecord, ...]
) -> Iterator[tuple[LinkView, tuple[QuoteView, ...]]]:
    for edition, found in in_editions(site, records, lambda q: q.edition):
        yield shared.edition_link(site, edition), tuple(quote_view(site, q) for q in found)
