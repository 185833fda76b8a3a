"""Schools side by side: what their newest stories state of each, in the few words of a list."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.facets import NOT_STATED
from sitegen.model.spanning import School, Site
from sitegen.pages.scenes import scene
from sitegen.pages.shared import Shared
from sitegen.pages.specs import SHOWN, school_spec
from sitegen.pages.views import LinkView, SchoolLine, SchoolTable, ShareDrawing, SpecView
from sitegen.text import counted

MOST = 200
"""More schools than this are names under letters (FORMATS, "Large sites")."""

_MEDIAN = "The mark on a bar is the median of the schools in the same edition that state the same measure."
_HUB = "hub"
_NOT_STATED = SpecView("", NOT_STATED, stated=False)


def school_table(
    site: Site, shared: Shared, schools: Iterable[School], apart_from: frozenset[str] = frozenset()
) -> SchoolTable | None:
    """A line for each school, a column for each fact that any of them states; None without schools.

    `apart_from` are fields that the page around it says already.
    """
    found = [(school, *_stated(site, shared, school, apart_from)) for school in schools]
    fields = [field for field in SHOWN if any(field in facts for *_, facts in found)]
    if not found:
        return None
    lines = tuple(_line(school, named, [facts.get(f, _NOT_STATED) for f in fields]) for school, named, facts in found)
    labels = tuple(next(facts[f].label for *_, facts in found if f in facts) for f in fields)
    return SchoolTable(labels, lines, _MEDIAN if any(map(_has_median, lines)) else "")


def _stated(site: Site, shared: Shared, school: School, apart_from: frozenset[str]) -> tuple[str, dict[str, SpecView]]:
    """The edition that last stated a figure of a school, and what its story states, by field.

    All figures of a line are of one story, so that none is read beside another year's. A hub counts from any story.
    """
    edition, figures, hub = "", dict[str, SpecView](), dict[str, SpecView]()
    for id_ in school.stories:
        story = site.stories[id_]
        views = school_spec(scene(site, shared.behind, story), school.id)
        stated = {f: v for f, v in views.items() if v.stated and f not in apart_from}
        hub = hub or {f: v for f, v in stated.items() if f == _HUB}
        if stated.keys() - {_HUB}:
            edition, figures = shared.names[story.edition], stated
            break
    return edition, {**hub, **figures}


def _line(school: School, stated_in: str, cells: list[SpecView]) -> SchoolLine:
    note = counted(len(school.stories), "story", "stories")
    return SchoolLine(LinkView(school.name, school.address), note, stated_in, tuple(cells))


def _has_median(line: SchoolLine) -> bool:
    drawings = (cell.drawing for cell in line.cells)
    return any(isinstance(d, ShareDrawing) and d.median is not None for d in drawings)
