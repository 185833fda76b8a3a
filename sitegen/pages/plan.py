"""A site becomes pages and files: every builder in order, every address taken once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from sitegen.model.spanning import Site
from sitegen.pages.browse import browse
from sitegen.pages.chart_data import chart_data
from sitegen.pages.data import data
from sitegen.pages.data_files import data_files
from sitegen.pages.data_page import LINK as DATA
from sitegen.pages.data_page import data_page
from sitegen.pages.editions import editions
from sitegen.pages.facets import facets
from sitegen.pages.finding.files import finding
from sitegen.pages.fixed import fixed
from sitegen.pages.glossary import glossary
from sitegen.pages.guide.pages import LINK as GUIDE
from sitegen.pages.guide.pages import guide
from sitegen.pages.heads import with_unique_titles
from sitegen.pages.home import home
from sitegen.pages.hub_files import hub_files
from sitegen.pages.hubs import hubs
from sitegen.pages.moved import moved
from sitegen.pages.naming import edition_names
from sitegen.pages.notfound import notfound
from sitegen.pages.numbers import numbers
from sitegen.pages.page import Output, Page
from sitegen.pages.people import people
from sitegen.pages.printing import printing
from sitegen.pages.quotes import quotes
from sitegen.pages.schools import schools
from sitegen.pages.search import search
from sitegen.pages.sections import sections
from sitegen.pages.shared import Shared, share
from sitegen.pages.sharing.values import HEIGHT, WIDTH
from sitegen.pages.stories import stories
from sitegen.pages.themes import themes
from sitegen.pages.tombstones import tombstones
from sitegen.pages.views import LinkView, MovedPage, SiteView
from sitegen.pages.web.addresses import web_address
from sitegen.pages.web.feeds import LINK as FEED
from sitegen.pages.web.feeds import feeds, has_feed
from sitegen.pages.web.metadata import with_metadata
from sitegen.pages.web.sitemap import sitemap
from sitegen.pages.web.views import ImageView
from sitegen.problems.problem import Checked, Problem

Builder = Callable[[Site, Shared], Iterable[Output]]

BUILDERS: tuple[Builder, ...] = (
    home, browse, facets, hubs, schools, themes, people, numbers, quotes, glossary, search, notfound, data, data_files,
    data_page, feeds, editions, sections, stories, printing, fixed, tombstones, chart_data, hub_files, finding, guide,
    moved,
)  # fmt: skip
"""What the site makes itself comes first, so that a file of its author's on the same address is the later one.

Former addresses come last: where a page has one now, it is theirs no more."""


_NO_IMAGES: Mapping[str, ImageView] = MappingProxyType({})


def plan(
    site: Site, shared: Shared | None = None, images: Mapping[str, ImageView] = _NO_IMAGES
) -> Checked[tuple[Output, ...]]:
    """Every page and file of a site. Of two on one address the first is kept, and the later one is a problem.

    `shared` is what `share` makes of the site, where that is there already. `images` are the pictures that stand for
    pages where links to them are shared, by the address of the page, in place of their share cards.
    """
    shared = shared or share(site)
    taken = _unique(_outputs(site, shared))
    unique = with_unique_titles(o for o in taken.value if isinstance(o, Page))
    pages = iter(with_metadata(site, shared, unique, {**_cards(unique), **images}))
    outputs = tuple(next(pages) if isinstance(o, Page) else o for o in taken.value)
    return Checked(outputs, taken.problems)


def _cards(pages: Iterable[Page]) -> dict[str, ImageView]:
    """The share cards of pages, by the address of the page."""
    found = ((page.address, getattr(page.view, "share_card", None)) for page in pages)
    return {address: ImageView(card.address, WIDTH, HEIGHT, card.alt) for address, card in found if card}


def _outputs(site: Site, shared: Shared) -> Iterator[Output]:
    """What the builders make, and what names all of that."""
    made: list[Output] = []
    for build in BUILDERS:
        for output in build(site, shared):
            made.append(output)
            yield output
    yield from sitemap(site, made)


def site_view(site: Site) -> SiteView:
    """What every page shows of the site."""
    settings, names = site.settings, edition_names(site.editions)
    return SiteView(
        title=settings.title,
        organisation=settings.organisation,
        language=settings.language,
        licence=settings.licence,
        disclaimer=settings.disclaimer,
        contact=settings.contact,
        base_url=settings.base_url,
        navigation=tuple(LinkView(text, address) for text, address in site.navigation),
        editions=tuple(LinkView(names[e.id], e.address) for e in site.editions.values()),
        pages=(*(LinkView(p.title, p.address) for p in site.pages.values()), *((GUIDE,) if site.docs else ())),
        machines=(DATA, *((FEED,) if web_address(site) and has_feed(site, site.stories) else ())),
        preview=site.preview,
    )


def _unique(outputs: Iterable[Output]) -> Checked[tuple[Output, ...]]:
    first: dict[str, Output] = {}
    kept: list[Output] = []
    problems: list[Problem] = []
    for output in outputs:
        taken = _in_the_way(output.address, first)
        if taken:
            problems.append(_clash(output, taken))
            continue
        kept.append(output)
        for step in _steps(output.address):
            first.setdefault(step, output)
    return Checked(tuple(kept), tuple(problems))


def _in_the_way(address: str, first: dict[str, Output]) -> Output | None:
    """What already has this address, or needs a folder of that name, or has the name of a folder that this needs."""
    whole, *folders = _steps(address)
    if whole in first:
        return first[whole]
    holders = (first.get(folder) for folder in folders)
    return next((o for f, o in zip(folders, holders, strict=True) if o and _folded(o.address) == f), None)


def _steps(address: str) -> Iterator[str]:
    """The address as file systems compare it, then each folder above it."""
    folded = _folded(address)
    yield folded
    while "/" in folded:
        folded = folded.rpartition("/")[0]
        yield folded


def _folded(address: str) -> str:
    if address.isascii():
        return address.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", address).casefold())


def _clash(later: Output, earlier: Output) -> Problem:
    if isinstance(later, Page) and isinstance(later.view, MovedPage):
        return _taken(later, earlier)
    same = later.address == earlier.address
    alike = "" if same else f" ({earlier.address} differs only by capitals, or takes the same name)"
    return Problem(
        replace(later.where, width=1),
        "duplicate-address",
        f"Two pages of the site would be {later.address}{alike}.",
        "Give one of the two files or folders another name: the name is the address.",
        why="Only one of them could be opened.",
        also=(earlier.where,) if earlier.where != later.where else (),
    )


def _taken(moved: Page, earlier: Output) -> Problem:
    """A former address at which something stands."""
    whose = "of another page too" if isinstance(earlier, Page) and isinstance(earlier.view, MovedPage) else "taken"
    return Problem(
        moved.where,
        "duplicate-address",
        f"The former address {moved.address.removesuffix('index.html')} is {whose}.",
        "Take it out of `aliases` here, or there.",
        why="Readers who follow an old link can be led to one page only.",
        also=(earlier.where,),
    )
