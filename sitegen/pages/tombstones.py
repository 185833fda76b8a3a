"""What stands where a page was taken down: that it was, and nothing of what it said."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.spanning import Site
from sitegen.pages.heads import head
from sitegen.pages.home import ways_in
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import LinkView, TombstonePage
from sitegen.problems.problem import Where

TEMPLATE = "tombstone.html"
_TITLE = "This page has been taken down"
_LEAD = "It was published here and has been withdrawn. The lists below lead to every story that is published."


def tombstones(site: Site, shared: Shared) -> Iterable[Page]:
    """A page for each that asked for one: without its name, its title or its picture."""
    ways = (LinkView("All editions", "index.html"), *ways_in(site))
    for number, (path, address) in enumerate(site.tombstones.items(), 1):
        # Titles of pages differ, and nothing but a number may tell these apart.
        words = _TITLE if number == 1 else f"{_TITLE} ({number})"
        view = TombstonePage(head(site, address, (LinkView(_TITLE),), _LEAD, title=(words,)), _TITLE, _LEAD, ways)
        yield Page(address, TEMPLATE, view, Where(path))
