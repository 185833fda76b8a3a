"""The page for addresses that do not exist."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from sitegen.model.spanning import Site
from sitegen.pages.heads import head
from sitegen.pages.home import ways_in
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import LinkView, NotFoundPage

TEMPLATE = "404.html"
ADDRESS = "404.html"
_TITLE = "This page is not here"
_LEAD = "It may have moved, or it may have been taken down. The lists below lead to every story."
_LEAD_ALONE = "It may have moved, or it may have been taken down. Go back, or start again from the first page."


def notfound(site: Site, shared: Shared) -> Iterable[Page]:
    """404.html: it is served for any address, so its links begin at the root of the server, or there are none."""
    base = site.settings.base_url
    links = tuple(_absolute(base, link) for link in (LinkView("All editions", "index.html"), *ways_in(site)))
    shown = links if base else ()
    lead = _LEAD if base else _LEAD_ALONE
    view = NotFoundPage(head(site, ADDRESS, (), lead, title=(_TITLE,)), _TITLE, lead, shown)
    yield Page(ADDRESS, TEMPLATE, view, site.settings.where)


def _absolute(base: str, link: LinkView) -> LinkView:
    return LinkView(link.text, f"{urlsplit(base).path.rstrip('/')}/{link.address}", link.note)
