"""From a page's view to its bytes. A template sees `page` and `site` alone, so equal views are equal pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.options import MOST_REMEMBERED
from sitegen.pages.page import Feed, File, Output, Page
from sitegen.pages.sharing.values import ShareCard
from sitegen.pages.views import PrintPage, SiteView, View
from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.values import Part
from sitegen.regex import regex
from sitegen.rendering.cards.files import cards_of, draw_all, is_there
from sitegen.rendering.faults import TEMPLATES, merge_template_problems, render_problem
from sitegen.rendering.feeds import render_feeds
from sitegen.rendering.filters import anchor
from sitegen.rendering.marks import Sheet
from sitegen.rendering.pictures import Keep, keep_nothing, publish_all, used
from sitegen.rendering.pieces import NONE, WHOLES, Wholes, wholes
from sitegen.rendering.theme import Theme
from sitegen.rendering.values import Published, Rendered
from sitegen.text import nearest
from sitegen.workers import mapped

_LAYOUTS = "layouts/"
_NAMES_ONE = 'id="'
_ID = regex(r"<[a-zA-Z][^<>\"\s]*+(?>(?:(?:\"[^\"]*+\"|\s(?!id=\"))[^<>\"\s]*+)*)\sid=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """Every file of the site by address, and the pages among them with the links and ids that their HTML names.

    `pictures` are those that the pages show, by the digest of their file. `made_of` are the pages as they were planned,
    by address; `site` and the digest of the `theme` are what all of them were made by. `wholes` are the stories that
    were made for several of them, `cards` what the share cards were drawn of, by address.
    """

    outputs: Mapping[str, bytes | Part]
    pages: tuple[Rendered, ...]
    pictures: Mapping[str, Published]
    made_of: Mapping[str, Page]
    site: SiteView
    theme: str
    wholes: Wholes = field(default_factory=lambda: NONE)
    cards: Mapping[str, ShareCard] = field(default_factory=dict)


def render_all(
    outputs: Iterable[Output],
    site: SiteView,
    theme: Theme,
    keep: Keep = keep_nothing,
    jobs: int = 0,
    before: RenderedSite | None = None,
) -> Checked[RenderedSite]:
    """All pages, the pictures that they show, their share cards, the theme's files.

    A template's line that fails on many pages is said once.

    Pages are made by `jobs` processes, pictures `jobs` at a time; those that `keep` gives are not made again, nor pages
    that are the same as `before`.
    """
    planned = tuple(outputs)
    pages = [o for o in planned if isinstance(o, Page)]
    pictures = publish_all((asset for page in pages for asset in used(page.view)), keep, jobs)
    known = _unchanged(pages, before, (site, theme.digest, pictures.value))
    unknown = [page for page in pages if page.address not in known]
    told_before = before.wholes if before and before.theme == theme.digest else NONE
    stories = wholes((page.view for page in pages), theme.environment, jobs, told_before)
    results = mapped(lambda page: render(page, site, theme, pictures.value, stories), unknown, jobs)
    rendered = known | {r.value.address: r.value for r in results if r.value is not None}
    made = [rendered[page.address] for page in pages if page.address in rendered]
    files: dict[str, bytes | Part] = {a.address: a.content for a in theme.assets.values() if not a.is_part}
    files |= {f.address: f.content for p in pictures.value.values() for f in p.files}
    cards = {card.address: card for card in cards_of(page.view for page in pages)}
    drawn = _drawn(cards, before, pictures.value)
    undrawn = [card for card in cards.values() if card.address not in drawn]
    files |= drawn | draw_all(undrawn, pictures.value, keep, jobs)
    files |= {o.address: o.content for o in planned if isinstance(o, File)} | {r.address: r.html for r in made}
    feeds = render_feeds((o for o in planned if isinstance(o, Feed)), site, theme)
    files |= feeds.value
    faulty = {TEMPLATES + name for name in theme.faulty}
    told = (*(p for r in results for p in r.problems), *feeds.problems)
    faults = merge_template_problems(p for p in told if p.where.file not in faulty)
    planned_pages = {page.address: page for page in pages}
    whole = RenderedSite(files, tuple(made), pictures.value, planned_pages, site, theme.digest, _kept(stories), cards)
    return Checked(whole, (*pictures.problems, *faults))


def _unchanged(
    pages: Iterable[Page], before: RenderedSite | None, by: tuple[SiteView, str, Mapping[str, Published]]
) -> dict[str, Rendered]:
    """The pages that were made before of the same views, by the same theme with the same pictures."""
    if before is None or (before.site, before.theme, before.pictures) != by:
        return {}
    made = {page.address: page for page in before.pages}
    return {p.address: made[p.address] for p in pages if p.address in made and before.made_of[p.address] == p}


def _kept(stories: Wholes) -> Wholes:
    """For the next build of a process, where there may be one."""
    return stories if len(stories) <= MOST_REMEMBERED else NONE


def _drawn(
    cards: Mapping[str, ShareCard], before: RenderedSite | None, pictures: Mapping[str, Published]
) -> dict[str, bytes | Part]:
    """The cards that were drawn before of the same, and lie where they were kept."""
    if before is None or before.pictures != pictures:
        return {}
    same = (address for address, card in cards.items() if before.cards.get(address) == card)
    found = {address: before.outputs[address] for address in same if address in before.outputs}
    return {address: content for address, content in found.items() if isinstance(content, bytes) or is_there(content)}


def render(
    page: Page, site: SiteView, theme: Theme, pictures: Mapping[str, Published], whole: Wholes = NONE
) -> Checked[Rendered | None]:
    """A page as it will be written, or None where its template is missing or fails. `pictures` by file digest.

    Stories that stand whole on it are made here where they are not among those that are made already.
    """
    name = _LAYOUTS + page.template
    if name in theme.faulty:
        return Checked(None)
    if name not in theme.templates:
        return Checked(None, (missing_template(page.template, page.template_where or page.where, theme),))
    try:
        marked = theme.environment.get_template(name).render({"page": page.view, "site": site, WHOLES: whole})
    except Exception as error:
        problem = render_problem(error, page.address, name)
        if problem is None:
            raise
        return Checked(None, (problem,))
    settled = Sheet(page.address, pictures, anchors(page.view)).settle(marked)
    return Checked(Rendered(page.address, settled.html.encode(), settled.links, ids(settled.html), settled.pieces))


def anchors(view: View) -> Mapping[str, str]:
    """The ids of pages that stand whole on a print page, by their own addresses; none on any other page."""
    if not isinstance(view, PrintPage):
        return {}
    edition = [view.edition.head.address] if view.edition else []
    sections = [s.section.head.address for s in view.sections if s.section]
    stories = [story.head.address for s in view.sections for story in s.stories]
    return {address: anchor(address) for address in (*edition, *sections, *stories)}


def ids(html: str) -> tuple[str, ...]:
    """Every id of a page, in order, also those that stand twice."""
    found: list[str] = []
    at = html.find(_NAMES_ONE)
    while at > 0:
        if html[at - 1].isspace():
            tag = _ID.match(html, html.rfind("<", 0, at))
            if not tag or tag.start(1) != at + len(_NAMES_ONE):
                return tuple(_ID.findall(html))  # perhaps in words: only who reads from the beginning can tell
            found.append(tag[1])
        at = html.find(_NAMES_ONE, at + len(_NAMES_ONE))
    return tuple(found)


def missing_layouts(named: Iterable[tuple[str, Where]], theme: Theme) -> tuple[Problem, ...]:
    """A problem for each template, as `story.html`, that the theme does not have, at the place that names it."""
    known = theme.templates | theme.faulty
    return tuple(missing_template(name, where, theme) for name, where in named if _LAYOUTS + name not in known)


def missing_template(template: str, where: Where, theme: Theme) -> Problem:
    """The problem of a template that the theme does not have, with the nearest one."""
    known = [n.removeprefix(_LAYOUTS).removesuffix(".html") for n in theme.templates if n.startswith(_LAYOUTS)]
    name = template.removesuffix(".html")
    near = nearest(name, known)
    fix = f'Did you mean "{near}"?' if near else f"Templates are: {', '.join(sorted(known))}."
    return Problem(where, "missing-template", f'There is no template called "{name}".', fix, suggestion=near)
