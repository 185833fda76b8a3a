"""Stories as rows of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.spanning import Site
from sitegen.model.values import Story
from sitegen.pages.naming import name_list, section_class, section_of, story_mark, story_numeral
from sitegen.pages.scenes import Backdrop, scene
from sitegen.pages.specs import spec
from sitegen.pages.views import RowView
from sitegen.pages.wording import upper_first
from sitegen.text import fold_name, slug

_NAMED = 3
_SORTED_BY = ("pupil premium", "fsm", "fsm6", "eal", "send", "pupils", "forms", "years")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a row needs beside its story: the site, its editions' short names, what they say as a whole."""

    site: Site
    names: Mapping[str, str]
    behind: Backdrop


def row(story: Story, place: int, around: Surroundings) -> RowView:
    """A story as a row; `place` is its place in reading order, counted from 1."""
    section = section_of(around.site, story)
    return RowView(
        address=story.address,
        title=story.title,
        numeral=story_numeral(story),
        numbered=story.number is not None,
        kicker=kicker(story, around),
        place=_place(story, around.site),
        summary=story.summary,
        spec=spec(scene(around.site, around.behind, story)),
        section_class=section_class(section),
        wall=story.id,
        picture=story.picture,
        data=tuple(story.facets.items()),
        sort=tuple(_sort_keys(story, place)),
    )


def kicker(story: Story, around: Surroundings) -> str:
    """Section, place in it, and edition: `Primary, story 02, Annual report 2022/23`."""
    section = section_of(around.site, story)
    mark = story_mark(story)
    start = f"{section.title}, {mark}" if section else upper_first(mark)
    return f"{start}, {around.names[story.edition]}"


def _place(story: Story, site: Site) -> str:
    """The schools as the story names them, else its hubs; an interview also says with whom."""
    named = [m.name for m in story.schools] or [site.hubs[h].name for h in story.hubs if h in site.hubs]
    return ". ".join(p for p in (name_list(named, _NAMED), _told_by(story)) if p)


def _told_by(story: Story) -> str:
    people = [f"{p.name}, {p.role}" if p.role else p.name for p in story.people[:_NAMED]]
    return f"With {'; '.join(people)}" if story.kind.questions and people else ""


def _sort_keys(story: Story, place: int) -> Iterator[tuple[str, str]]:
    """What lists can be sorted by: the reading order, the title, and every measure that has a number."""
    yield "order", f"{place:06d}"
    yield "title", fold_name(story.title)
    stated = {v.quantity.measure: v.quantity for f in reversed(story.facts) for v in reversed(f.values)}
    for measure in _SORTED_BY:
        found = stated.get(measure)
        number = None if found is None else found.low if found.low is not None else found.high
        if number is not None:
            yield slug(measure), f"{number:g}"
