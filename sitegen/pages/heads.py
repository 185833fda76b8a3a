"""The head of a page: its title, unique through its context, the way to it, its place in the navigation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sitegen.model.spanning import Site
from sitegen.model.values import Section
from sitegen.pages.naming import section_class
from sitegen.pages.page import Page
from sitegen.pages.views import Head, LinkView

HOME = "index.html"
DASH = " – "
_DOT = " · "


def print_address(address: str) -> str:
    """Where the page at an address stands for paper, with all its stories whole."""
    return f"{address.removesuffix(HOME)}print/{HOME}"


def head(
    site: Site,
    address: str,
    way: Iterable[LinkView],
    description: str,
    *,
    section: Section | None = None,
    cover: str = "",
    draft: bool = False,
    title: Iterable[str] = (),
) -> Head:
    """The head of the page at the end of `way`, which goes from the page below home to the page itself.

    The title is the way backwards and the site's name, or the words of `title` and the site's name. On paper the
    site's name, the first step of the way and the first words of the title stand at the foot.
    """
    steps = tuple(way)
    words = tuple(title) or tuple(step.text for step in reversed(steps))
    crumbs = (LinkView("Home", HOME), *steps[:-1], *(replace(s, address="") for s in steps[-1:])) if steps else ()
    return Head(
        address=address,
        title=DASH.join(w for w in (*words, site.settings.title) if w),
        description=description,
        crumbs=crumbs,
        current=current(site, address),
        section_class=section_class(section),
        cover=cover,
        draft=draft,
        running=running(site, *(step.text for step in steps[:1]), *words[:1]),
    )


def running(site: Site, *words: str) -> str:
    """What stands at the foot of a sheet: the site's name and these words, none twice."""
    return _DOT.join(dict.fromkeys((site.settings.title, *words)))


def current(site: Site, address: str) -> str:
    """The address of the navigation entry that a page belongs to: the one with the longest folder around it."""
    folders = [a for _, a in site.navigation if address == a or (a != HOME and address.startswith(_folder(a)))]
    return max(folders, key=len, default="")


def _folder(address: str) -> str:
    return address.removesuffix(HOME)


def with_unique_titles(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages, every `<title>` of its own: where two would be alike, the later ones name their folder."""
    seen: Counter[str] = Counter()
    return tuple(_told_apart(page, seen) for page in pages)


def _told_apart(page: Page, seen: Counter[str]) -> Page:
    found = page.view.head
    title = found.title
    if seen[title]:
        title = f"{title} ({found.address.removesuffix('/' + HOME)})"
    seen[found.title] += 1
    seen[title] += title != found.title
    return page if title == found.title else replace(page, view=replace(page.view, head=replace(found, title=title)))
