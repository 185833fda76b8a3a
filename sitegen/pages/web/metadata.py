"""The pages of a site with what each says of itself to search engines and to whoever shares a link to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from sitegen.model.spanning import Hub, Site, Theme
from sitegen.model.values import Edition, Story
from sitegen.pages.heads import HOME
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import MovedPage, NotFoundPage, PrintPage, TombstonePage, View
from sitegen.pages.web.addresses import web_address
from sitegen.pages.web.dates import changed, published
from sitegen.pages.web.feeds import feed_address, feed_title, has_feed
from sitegen.pages.web.linked_data import Record, Web, linked_data
from sitegen.pages.web.views import ImageView, Metadata

_NONE: Mapping[str, ImageView] = MappingProxyType({})


def with_metadata(
    site: Site, shared: Shared, pages: Iterable[Page], images: Mapping[str, ImageView] = _NONE
) -> Iterator[Page]:
    """The pages with their metadata; as they are where the site has no address on the web.

    `images` are the pictures that stand for pages, by the address of the page.
    """
    base = web_address(site)
    if not base:
        yield from pages
        return
    web = Web(site, base, _records(site))
    for page in pages:
        title = _title(page.view)
        if title is None:
            yield page
        else:
            made = _metadata(web, shared, page, title, images.get(page.address))
            yield replace(page, view=replace(page.view, head=replace(page.view.head, metadata=made)))


def _title(view: View) -> str | None:
    """What a page is called. None for one that is not there or was taken down, and for a copy of a part for paper."""
    if isinstance(view, (MovedPage, NotFoundPage, TombstonePage)):
        return None
    if isinstance(view, PrintPage):
        return view.edition.title if view.edition else None
    return view.title


def _records(site: Site) -> dict[str, Record]:
    groups: tuple[Mapping[str, Record], ...] = (
        site.stories, site.editions, site.sections, site.hubs, site.schools, site.themes,
    )  # fmt: skip
    return {record.address: record for group in groups for record in group.values()}


def _metadata(web: Web, shared: Shared, page: Page, title: str, image: ImageView | None) -> Metadata:
    record, head = web.records.get(page.address), page.view.head
    feed, name = _feed(web.site, shared, page.address, record)
    first, last = (published(record), changed(record)) if isinstance(record, Story) else (None, None)
    return Metadata(
        address=web.at(page.address),
        type="article" if isinstance(record, Story) else "website",
        title=title,
        description=head.description,
        locale=_locale(web.site.settings.language),
        linked_data=linked_data(web, page, title, image),
        published=first.machine if first else "",
        updated=last.machine if last and last != first else "",
        feed=feed,
        feed_title=name,
        image=image,
    )


def _feed(site: Site, shared: Shared, address: str, record: Record | None) -> tuple[str, str]:
    """Where the feed of a page lies and what it is called; nothing for a page without one."""
    if address == HOME and has_feed(site, site.stories):
        return feed_address(HOME), feed_title(site, "")
    if isinstance(record, (Hub, Theme)) and has_feed(site, record.stories):
        return feed_address(address), feed_title(site, record.name)
    if isinstance(record, Edition) and has_feed(site, shared.order.get(record.id, ())):
        return feed_address(address), feed_title(site, shared.names[record.id])
    return "", ""


def _locale(language: str) -> str:
    """`en_GB` of `en-GB`; nothing of a language without a country, which cannot be said there."""
    name, _, country = language.partition("-")
    return f"{name.lower()}_{country.upper()}" if len(country) == 2 else ""
