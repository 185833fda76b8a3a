"""Every edition whole on one page, for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitegen.markup.body import Body, Letter, Part
from sitegen.markup.without import changed
from sitegen.model.spanning import Site
from sitegen.model.values import Edition, Story, Text
from sitegen.pages.editions import edition_view, print_address
from sitegen.pages.heads import head, running
from sitegen.pages.page import Page
from sitegen.pages.sections import section_view
from sitegen.pages.shared import Shared
from sitegen.pages.views import EditionPage, LinkView, PrintPage, PrintSection, StoryPage

TEMPLATE = "print.html"


def printing(site: Site, shared: Shared) -> Iterable[Page]:
    """The print page of every edition."""
    for edition in site.editions.values():
        address = print_address(edition)
        link = LinkView("The whole edition", address)
        described = f"All of {shared.names[edition.id]} on one page, for paper."
        way = (shared.edition_link(site, edition.id), link)
        made = head(site, address, way, described, cover=edition.cover_colour)
        view = PrintPage(
            head=replace(made, running=running(site, shared.names[edition.id])),
            edition=_edition(site, shared, edition),
            sections=tuple(_sections(site, shared, edition)),
        )
        yield Page(address, TEMPLATE, view, edition.where)


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


def _sections(site: Site, shared: Shared, edition: Edition) -> Iterator[PrintSection]:
    """The parts of an edition in reading order; sections without a story too."""
    stories: dict[str, list[StoryPage]] = {}
    for story in (site.stories[id_] for id_ in shared.order.get(edition.id, ())):
        if not story.screen_only:
            stories.setdefault(story.section, []).append(_on_paper(story, shared.views[story.id]))
    if "" in stories:
        yield PrintSection(None, tuple(stories[""]))
    for id_ in edition.sections:
        if id_ in site.sections:
            section = section_view(site, shared, site.sections[id_])
            yield PrintSection(replace(section, text=_printed(section.text)), tuple(stories.get(id_, ())))


def _on_paper(story: Story, view: StoryPage) -> StoryPage:
    """A story without what its consents allow on the web alone."""
    text = _printed(view.text)
    if story.image and story.image.screen_only:
        return replace(view, text=text, picture=None, picture_alt="", picture_caption="", picture_credit="")
    return view if text is view.text else replace(view, text=text)


def _printed(text: Text) -> Text:
    shown = changed(text.body, _shown_on_paper)
    return text if shown is text.body else replace(text, body=shown)


def _letter_on_paper(letter: Letter) -> Letter:
    """A letter without what is for the screen alone."""
    return replace(letter, parts=changed(Body(letter.parts), _shown_on_paper).parts)


def _shown_on_paper(part: Part) -> Part | None:
    return None if getattr(part, "screen_only", False) else part
