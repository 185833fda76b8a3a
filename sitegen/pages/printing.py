"""What belongs together whole on one page, for paper: an edition, a section, the stories of a hub, a single story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sitegen.markup.body import Body, Letter, Part
from sitegen.markup.without import changed
from sitegen.model.spanning import Hub, Site
from sitegen.model.values import Edition, Section, Story, Text
from sitegen.pages.editions import edition_view
from sitegen.pages.heads import head, print_address, running
from sitegen.pages.hubs import LINK as HUBS
from sitegen.pages.hubs import hub_on_paper, is_printed
from sitegen.pages.naming import section_of
from sitegen.pages.page import Page
from sitegen.pages.sections import section_view
from sitegen.pages.shared import Shared
from sitegen.pages.spans import in_editions
from sitegen.pages.views import EditionPage, Head, LinkView, PrintPage, PrintSection, StoryPage

TEMPLATE, SECTION, HUB, STORY = "print.html", "print-section.html", "print-hub.html", "print-story.html"

Papers = Mapping[str, StoryPage]
"""The stories that may stand on paper, by id in reading order, each as it may."""


def printing(site: Site, shared: Shared) -> Iterable[Page]:
    """The print page of every edition, section and story, and of every hub that has a story."""
    papers = {
        id_: _on_paper(site.stories[id_], view) for id_, view in shared.views.items()
        if not site.stories[id_].screen_only
    }  # fmt: skip
    yield from (_of_edition(site, shared, papers, edition) for edition in site.editions.values())
    yield from (_of_section(site, shared, papers, section) for section in site.sections.values())
    yield from (_of_hub(site, shared, papers, hub) for hub in site.hubs.values() if is_printed(site, hub))
    yield from (_of_story(site, shared, papers, site.stories[id_]) for id_ in papers)


def _of_edition(site: Site, shared: Shared, papers: Papers, edition: Edition) -> Page:
    name = shared.names[edition.id]
    way = (shared.edition_link(site, edition.id), LinkView("The whole edition", print_address(edition.address)))
    made = _head(site, way, f"All of {name} on one page, for paper.", (name,), edition.cover_colour)
    view = PrintPage(made, _edition(site, shared, edition), tuple(_parts(site, shared, papers, edition)))
    return Page(made.address, TEMPLATE, view, edition.where)


def _of_section(site: Site, shared: Shared, papers: Papers, section: Section) -> Page:
    edition = shared.edition_link(site, section.edition)
    last = LinkView("The whole section", print_address(section.address))
    way = (edition, LinkView(section.title, section.address), last)
    described = f"All of {section.title}, {edition.text}, on one page, for paper."
    cover = site.editions[section.edition].cover_colour
    made = _head(site, way, described, (edition.text,), cover)
    part = replace(_section(site, shared, papers, section), running="")  # of a single part nothing has to begin anew
    return Page(made.address, SECTION, PrintPage(made, None, (part,), running=section.title), section.where)


def _of_hub(site: Site, shared: Shared, papers: Papers, hub: Hub) -> Page:
    way = (HUBS, LinkView(hub.name, hub.address), LinkView("All its stories", print_address(hub.address)))
    made = _head(site, way, f"All stories from {hub.name} on one page, for paper.", (hub.name,))
    found = in_editions(site, (s for s in hub.stories if s in papers), lambda s: site.stories[s].edition)
    is_long = len(found) > 1  # of a single edition nothing has to begin anew
    names = ((shared.names[edition], ids) for edition, ids in found)
    parts = tuple(PrintSection(None, tuple(papers[s] for s in ids), n, n if is_long else "") for n, ids in names)
    running_ = "" if is_long else parts[0].title
    return Page(made.address, HUB, PrintPage(made, None, parts, hub_on_paper(site, hub), running_), hub.entry.where)


def _of_story(site: Site, shared: Shared, papers: Papers, story: Story) -> Page:
    edition, section = shared.edition_link(site, story.edition), section_of(site, story)
    above = (edition, LinkView(section.title, section.address)) if section else (edition,)
    way = (*above, LinkView(story.title, story.address), LinkView("For paper", print_address(story.address)))
    cover = site.editions[story.edition].cover_colour
    made = _head(site, way, f"{story.title}, for paper.", (edition.text, story.title), cover)
    part = PrintSection(None, (papers[story.id],))
    view = PrintPage(replace(made, draft=story.draft), None, (part,), running=section.title if section else "")
    return Page(made.address, STORY, view, story.where)


def _head(site: Site, way: tuple[LinkView, ...], described: str, foot: tuple[str, ...], cover: str = "") -> Head:
    """The head of the page at the end of a way. `foot` stands at the foot of its sheets, after the site's name."""
    made = head(site, way[-1].address, way, described, cover=cover)
    return replace(made, running=running(site, *foot), is_copy=True)


def _edition(site: Site, shared: Shared, edition: Edition) -> EditionPage:
    """The edition's own page without the stories that are for the screen alone: their titles may say too much."""
    view = edition_view(site, shared, edition)
    on_screen = {story.address for story in site.stories.values() if story.screen_only}
    return replace(
        view,
        text=_printed(view.text),
        letter=view.letter and _letter_on_paper(view.letter),
        contents=tuple(
            replace(row, stories=tuple(s for s in row.stories if s[1].address not in on_screen))
            for row in view.contents
        ),
        rows=tuple(row for row in view.rows if row.address not in on_screen),
        issue=tuple(row for row in view.issue if row.address not in on_screen),
        featured=tuple(row for row in view.featured if row.address not in on_screen),
    )


def _parts(site: Site, shared: Shared, papers: Papers, edition: Edition) -> Iterator[PrintSection]:
    """The parts of an edition in reading order; sections without a story too."""
    direct = tuple(papers[s] for s in shared.order.get(edition.id, ()) if s in papers and not site.stories[s].section)
    if direct:
        yield PrintSection(None, direct)
    known = (site.sections[id_] for id_ in edition.sections if id_ in site.sections)
    yield from (_section(site, shared, papers, section) for section in known)


def _section(site: Site, shared: Shared, papers: Papers, section: Section) -> PrintSection:
    view = section_view(site, shared, section)
    stories = tuple(papers[id_] for id_ in section.stories if id_ in papers)
    return PrintSection(replace(view, text=_printed(section.text)), stories, running=section.title)


def _on_paper(story: Story, view: StoryPage) -> StoryPage:
    """A story without what its consents allow on the web alone."""
    shown = replace(alone(view), text=_printed(view.text))
    if story.image and story.image.screen_only:
        return replace(shown, picture=None, picture_alt="", picture_caption="", picture_credit="")
    return shown


def alone(view: StoryPage) -> StoryPage:
    """A story without the ways from its own page to others, of which its print page would have to change with them."""
    return replace(view, related=(), neighbours=(), alike=None)


def _printed(text: Text) -> Text:
    shown = changed(text.body, _shown_on_paper)
    return text if shown is text.body else replace(text, body=shown)


def _letter_on_paper(letter: Letter) -> Letter:
    """A letter without what is for the screen alone."""
    return replace(letter, parts=changed(Body(letter.parts), _shown_on_paper).parts)


def _shown_on_paper(part: Part) -> Part | None:
    return None if getattr(part, "screen_only", False) else part
