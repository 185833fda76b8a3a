"""sitemap.xml, which names every page to search engines, and robots.txt, which lets them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.spanning import Site
from sitegen.pages.page import Feed, File, Output, Page
from sitegen.pages.views import MovedPage, NotFoundPage, PrintPage, TombstonePage
from sitegen.pages.web.addresses import web_address, whole_address
from sitegen.pages.web.dates import changed
from sitegen.pages.web.views import SitemapIndexView, SitemapView, UrlView

ADDRESS = "sitemap.xml"
ROBOTS = "robots.txt"
MOST = 50_000
"""So many pages one file may name, by the rules of sitemaps.org."""
_NOT_SOUGHT = (MovedPage, NotFoundPage, PrintPage, TombstonePage)
"""Views of pages that nobody looks for: a print page says again what other pages say."""


def sitemap(site: Site, outputs: Iterable[Output], most: int = MOST) -> Iterator[Feed | File]:
    """The map of the pages among the outputs, in several files where they are very many, and robots.txt.

    Without an address on the web there is no map. A preview asks to be left alone.
    """
    base, where = web_address(site), site.settings.where
    if base:
        urls = tuple(_urls(site, base, outputs))
        parts = [urls[at : at + most] for at in range(0, len(urls), most)]
        names = [ADDRESS] if len(parts) == 1 else [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
        yield from (Feed(a, ADDRESS, SitemapView(part), where) for a, part in zip(names, parts, strict=True))
        if len(parts) > 1:
            wholes = tuple(whole_address(base, name) for name in names)
            yield Feed(ADDRESS, "sitemap-index.xml", SitemapIndexView(wholes), where)
    yield File(ROBOTS, _robots(site, base).encode(), where)


def _urls(site: Site, base: str, outputs: Iterable[Output]) -> Iterator[UrlView]:
    """Every page, stories with the day of their last change: its rules know no months without days."""
    stories = {story.address: story for story in site.stories.values()}
    for page in outputs:
        if isinstance(page, Page) and not isinstance(page.view, _NOT_SOUGHT):
            date = changed(stories[page.address]) if page.address in stories else None
            yield UrlView(whole_address(base, page.address), date.iso if date and date.precision == "day" else "")


def _robots(site: Site, base: str) -> str:
    closed = " /" if site.preview else ""
    map_ = f"\nSitemap: {whole_address(base, ADDRESS)}\n" if base else ""
    return f"User-agent: *\nDisallow:{closed}\n{map_}"
