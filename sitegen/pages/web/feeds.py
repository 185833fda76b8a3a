"""Feeds: of the site, and of each edition, hub and theme. They hold no running text: an edit of one changes none.

An entry has to say when it was published, so stories without any date are in none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Hub, Site, Theme
from sitegen.model.values import Edition, Story
from sitegen.pages.heads import DASH, HOME
from sitegen.pages.page import Feed
from sitegen.pages.shared import Shared
from sitegen.pages.views import LinkView
from sitegen.pages.web.addresses import web_address, whole_address
from sitegen.pages.web.dates import day_changed, day_published, moment
from sitegen.pages.web.views import EntryView, FeedView
from sitegen.problems.problem import Where
from sitegen.text import slug

NAME = "feed.xml"
LINK = LinkView("Feed of new stories", NAME)
MOST = 30
"""So many of the newest stories a feed holds."""
_TEMPLATE = "atom.xml"


def feeds(site: Site, shared: Shared) -> Iterator[Feed]:
    """A feed for the site, and one for each edition, hub and theme that has stories."""
    if not web_address(site):
        return
    entries = _entries(site)
    for page, title, stories, where in _groups(site, shared):
        own = set(stories)
        newest = [entries[id_] for id_ in entries if id_ in own]
        if newest:
            yield Feed(feed_address(page), _TEMPLATE, _view(site, page, title, newest[:MOST]), where)


def feed_address(page: str) -> str:
    """The feed of a page: it lies beside it."""
    return f"{page.removesuffix('index.html')}{NAME}"


def feed_title(site: Site, name: str) -> str:
    """What the feed of a part of the site is called; of the whole, the name of the site."""
    return f"{name}{DASH}{site.settings.title}" if name else site.settings.title


def _groups(site: Site, shared: Shared) -> Iterator[tuple[str, str, Iterable[str], Where]]:
    """What has a feed: the address of its page, its name, the ids of its stories, the file to blame."""
    home = site.settings.where
    yield HOME, "", site.stories, home
    editions: Iterable[Edition] = site.editions.values()
    yield from ((e.address, shared.names[e.id], shared.order.get(e.id, ()), e.where) for e in editions)
    groups: tuple[Hub | Theme, ...] = (*site.hubs.values(), *site.themes.values())
    yield from ((g.address, g.name, g.stories, home) for g in groups)


def has_feed(site: Site, stories: Iterable[str]) -> bool:
    """True where a feed of these stories has entries."""
    return any(day_published(site, site.stories[id_]) for id_ in stories if id_ in site.stories)


def _entries(site: Site) -> dict[str, EntryView]:
    """Every dated story by its id, the newest first; those of one day in reading order."""
    dated = ((day_published(site, story), day_changed(site, story), story) for story in site.stories.values())
    known = [(first, last, story) for first, last, story in dated if first and last]
    newest = sorted(known, key=lambda each: each[1], reverse=True)
    return {story.id: _entry(site, story, first, last) for first, last, story in newest}


def _entry(site: Site, story: Story, first: datetime.date, last: datetime.date) -> EntryView:
    return EntryView(
        title=story.title,
        address=whole_address(site.settings.base_url, story.address),
        published=moment(first),
        updated=moment(last),
        summary=story.summary,
        themes=tuple((slug(theme), theme) for theme in story.themes),
    )


def _view(site: Site, page: str, name: str, entries: list[EntryView]) -> FeedView:
    base = site.settings.base_url
    return FeedView(
        title=feed_title(site, name),
        address=whole_address(base, feed_address(page)),
        page=whole_address(base, page),
        updated=max(entry.updated for entry in entries),
        author=site.settings.organisation,
        rights=site.settings.licence,
        language=site.settings.language,
        entries=tuple(entries),
    )
