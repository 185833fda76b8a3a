"""What is seen of a page by machines: what a page says of itself in its head, feeds, the map of the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture that stands for a page where a link to it is shared. `address` is its file, from the site's root."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says to search engines and to whoever shares a link to it: none without an address on the web.

    `address` is the whole address of the page, `type` article or website, `locale` the language as `en_GB`. `published`
    and `updated` are as much of a date as is known, or empty. `linked_data` is JSON in the words of schema.org. `feed`
    is the address of the page's own feed, from the site's root, or empty, and `feed_title` what that is called.
    """

    address: str
    type: str
    title: str
    description: str
    locale: str
    linked_data: str
    published: str = ""
    updated: str = ""
    feed: str = ""
    feed_title: str = ""
    image: ImageView | None = None


@dataclass(frozen=True, slots=True)
class EntryView:
    """A story in a feed. `address` is whole and tells it for ever; `published` and `updated` are moments.

    `themes` are their ids and names.
    """

    title: str
    address: str
    published: str
    updated: str
    summary: str
    themes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed: its own whole address, that of the page that it belongs to, its stories, the newest first."""

    title: str
    address: str
    page: str
    updated: str
    author: str
    rights: str
    language: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class UrlView:
    """A page by its whole address, with as much of a date as is known of its last change, or nothing."""

    address: str
    changed: str


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Pages for search engines: a map of the site, or a part of a large one."""

    pages: tuple[UrlView, ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexView:
    """The parts of the map of a large site, by their whole addresses."""

    parts: tuple[str, ...]


MachineView = FeedView | SitemapView | SitemapIndexView
"""What a template in templates/feeds/ may see, beside the site."""
