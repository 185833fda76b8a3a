"""The standing pages: about, accessibility …"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.spanning import Site
from sitegen.pages.details import put_right
from sitegen.pages.heads import head
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.story_views import headings
from sitegen.pages.views import LinkView, TextPage
from sitegen.pages.wording import brief

TEMPLATE = "page.html"


def fixed(site: Site, shared: Shared) -> Iterable[Page]:
    """Every page of content/pages/."""
    for page in site.pages.values():
        described = page.summary or brief(page.text.body.plain) or page.title
        view = TextPage(
            head=head(site, page.address, (LinkView(page.title, page.address),), described),
            title=page.title,
            summary=page.summary,
            text=page.text,
            headings=headings(page.address, page.text.body.headings),
            corrections=put_right(page.values),
        )
        yield Page(page.address, TEMPLATE, view, page.where)
