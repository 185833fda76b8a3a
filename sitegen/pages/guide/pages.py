"""The authors' guide as pages of the site, where it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sitegen.markup.convert import MarkupOptions, convert
from sitegen.model.places import DOCS
from sitegen.model.spanning import Site
from sitegen.model.values import Target, Text
from sitegen.pages.guide.chapters import LEAD, TITLE, chapters
from sitegen.pages.guide.shipped import pictures
from sitegen.pages.guide.values import Chapter, Section
from sitegen.pages.heads import HOME, head
from sitegen.pages.indexes import index_page
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.views import GuidePage, GuideSection, IndexGroup, LinkView, NeighbourView

TEMPLATE = "guide.html"
LINK = LinkView(TITLE, f"{DOCS}/index.html")
_WITHIN = f"/{DOCS}/"


def guide(site: Site, shared: Shared) -> Iterable[Page]:
    """The guide's pages: an index, one for each chapter, one for each kind. None where it was not asked for."""
    if not site.docs:
        return
    every = chapters(site.docs, site.settings.bands)
    yield index_page(site, LINK, LEAD, tuple(_group(chapter) for chapter in every))
    for chapter in every:
        yield from _parted(site, chapter) if chapter.parted else (_whole(site, chapter),)


def _link(chapter: Chapter) -> LinkView:
    return LinkView(chapter.title, f"{DOCS}/{chapter.id}/index.html")


def _group(chapter: Chapter) -> IndexGroup:
    """A chapter with what it tells of, each entry leading there."""
    whole = LinkView(chapter.all, _link(chapter).address)
    entries = (LinkView(s.title, *_place(chapter, s)) for s in chapter.sections if s.level == chapter.entries)
    return IndexGroup(chapter.title, (whole, *entries))


def _place(chapter: Chapter, section: Section) -> tuple[str, str, str]:
    """The address of a section, the remark beside it and its place on the page."""
    if chapter.parted:
        return f"{DOCS}/{chapter.id}/{section.id}/index.html", section.label, ""
    return _link(chapter).address, section.label, section.id


def _whole(site: Site, chapter: Chapter) -> Page:
    way = (LINK, _link(chapter))
    found = tuple(_section(section, section.level) for section in chapter.sections)
    named = (s for s in chapter.sections if s.level == chapter.entries)
    headings = tuple(LinkView(s.title, way[-1].address, "", s.id) for s in named)
    return _page(site, way, chapter.lead, "", found, headings)


def _parted(site: Site, chapter: Chapter) -> Iterator[Page]:
    """A page for each section of the second level, and one that lists them."""
    starts = [at for at, section in enumerate(chapter.sections) if section.level == 2]
    groups = [chapter.sections[a:b] for a, b in pairwise([*starts, len(chapter.sections)])]
    entries = tuple(LinkView(first.title, *_place(chapter, first)) for first, *_ in groups)
    yield index_page(site, _link(chapter), chapter.lead, (IndexGroup("", entries),), way=(LINK,))
    for at, (first, *rest) in enumerate(groups):
        way = (LINK, _link(chapter), LinkView(first.title, entries[at].address))
        sections = tuple(_section(section, 2) for section in rest)
        headings = tuple(LinkView(s.title, way[-1].address, "", s.id) for s in rest)
        about = GuideSection("about", 0, "", "", _text(first.text))
        yield _page(site, way, "", first.label, (about, *sections), headings, _beside(entries, at))


def _beside(entries: Sequence[LinkView], at: int) -> tuple[NeighbourView, ...]:
    found = (("Previous kind", at - 1), ("Next kind", (at + 1) % len(entries)))
    return tuple(NeighbourView(label, entries[n].text, entries[n].address) for label, n in found)


def _page(
    site: Site, way: tuple[LinkView, ...], lead: str, label: str, sections: tuple[GuideSection, ...],
    headings: tuple[LinkView, ...], neighbours: tuple[NeighbourView, ...] = (),
) -> Page:  # fmt: skip
    here = way[-1]
    described = lead or f"How to write a page of the kind {here.text}: an example, and what it needs."
    view = GuidePage(
        head(site, here.address, way, described), here.text, lead, label, sections, headings, neighbours
    )
    return Page(here.address, TEMPLATE, view, site.settings.where)


def _section(section: Section, level: int) -> GuideSection:
    result = _text(section.example) if section.is_shown else None
    return GuideSection(
        section.id, level, section.title, section.label, _text(section.text), section.example.rstrip(), result
    )


def _text(markdown: str) -> Text:
    """A text of the guide with what its links mean; those of examples lead home, where they name a file."""
    body = convert(markdown, MarkupOptions())
    targets = {link.target: _target(link.target) for link in body.links}
    return Text(body, targets, {p.target: pictures()[p.target] for p in body.pictures if p.target in pictures()})


def _target(link: str) -> Target:
    if link.startswith(_WITHIN):
        chapter, _, place = link.removeprefix(_WITHIN).partition("#")
        return Target("page", f"{DOCS}/{chapter}/index.html", place)
    return Target("external", link) if "://" in link else Target("page", HOME)
