"""Stories as rows of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model.spanning import Site
from sitegen.model.values import Section, Story
from sitegen.pages.naming import name_list, rod, section_class, section_of, story_mark, story_numeral
from sitegen.pages.scenes import Backdrop, scene
from sitegen.pages.specs import spec
from sitegen.pages.views import RowView
from sitegen.pages.wording import upper_first

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a row needs beside its story: the site, its editions' short names, what they say as a whole."""

    site: Site
    names: Mapping[str, str]
    behind: Backdrop


def row(story: Story, around: Surroundings) -> RowView:
    """A story as a row."""
    section = section_of(around.site, story)
    mark = _mark(story, section)
    solid, squares = rod(around.site, section)
    return RowView(
        address=story.address,
        title=story.title,
        numeral=story_numeral(story),
        kicker=f"{mark}, {around.names[story.edition]}",
        mark=mark,
        place=_place(story, around.site),
        summary=story.summary,
        spec=spec(scene(around.site, around.behind, story)),
        section_class=section_class(section),
        wall=story.id,
        picture=story.picture,
        rod=solid,
        rods=squares,
    )


def _mark(story: Story, section: Section | None) -> str:
    """Its section and its place in it: `Primary, story 02`."""
    mark = story_mark(story)
    return f"{section.title}, {mark}" if section else upper_first(mark)


def _place(story: Story, site: Site) -> str:
    """The schools as the story names them, else its hubs; an interview also says with whom."""
    named = [m.name for m in story.schools] or [site.hubs[h].name for h in story.hubs if h in site.hubs]
    return ". ".join(p for p in (name_list(named, _NAMED), _told_by(story)) if p)


def _told_by(story: Story) -> str:
    people = [f"{p.name}, {p.role}" if p.role else p.name for p in story.people[:_NAMED]]
    return f"With {'; '.join(people)}" if story.kind.questions and people else ""
