"""What was stated edition by edition, oldest first, so that a change is read in one glance."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.facets import NOT_STATED
from sitegen.model.spanning import Hub, School, Site
from sitegen.model.values import Story
from sitegen.pages.looks import ENOUGH
from sitegen.pages.medians import medians_by_edition
from sitegen.pages.scenes import scene
from sitegen.pages.shared import Shared
from sitegen.pages.spans import in_editions
from sitegen.pages.specs import SHOWN, school_spec
from sitegen.pages.views import LinkView, SpecView, YearLine, YearsTable
from sitegen.pages.wording import figure, spelt

PREMIUM = "pupil premium"


def years_of_school(site: Site, shared: Shared, school: School) -> YearsTable | None:
    """A line for each story of a school, the oldest edition first; None where one edition tells of it."""
    told = [site.stories[id_] for id_ in reversed(school.stories)]
    if len({story.edition for story in told}) < 2:
        return None
    views = [school_spec(scene(site, shared.behind, story), school.id) for story in told]
    fields = [field for field in SHOWN if any(field in found and found[field].stated for found in views)]
    labels = [next(found[field].label for found in views if field in found) for field in fields]
    lines = tuple(
        YearLine(_edition(site, shared, story.edition), LinkView(story.title, story.address),
                 tuple(found.get(f, SpecView("", NOT_STATED, stated=False)) for f in fields))
        for story, found in zip(told, views, strict=True)
    )  # fmt: skip
    return YearsTable(("Story", *labels), lines, "")


def years_of_hub(site: Site, shared: Shared, hub: Hub) -> YearsTable | None:
    """A line for each edition with stories from a hub, the oldest first; None where there is one edition."""
    found = in_editions(site, hub.stories, lambda s: site.stories[s].edition)
    if len(found) < 2:
        return None
    lines = tuple(_hub_line(site, shared, edition, ids) for edition, ids in reversed(found))
    known = [n for n in range(len(lines[0].cells)) if any(line.cells[n].stated for line in lines)]
    labels = ("Stories", "Schools", "Numbers", "Pupil Premium, median")
    kept = tuple(YearLine(line.edition, None, tuple(line.cells[n] for n in known)) for line in lines)
    few = f"The median is of the schools that state one figure, where there are at least {spelt(ENOUGH)}."
    return YearsTable(tuple(labels[n] for n in known), kept, few if len(labels) - 1 in known else "")


def _hub_line(site: Site, shared: Shared, edition: str, ids: Iterable[str]) -> YearLine:
    told = [site.stories[id_] for id_ in ids]
    schools = {m.id for story in told for m in story.schools}
    numbers = sum(len(shared.stats.get(story.id, ())) for story in told)
    cells = (_count(len(told)), _count(len(schools)), _count(numbers), _premium(told, edition))
    return YearLine(_edition(site, shared, edition), None, cells)


def _count(number: int) -> SpecView:
    return SpecView("", figure(number) if number else "None", stated=number > 0)


def _premium(told: list[Story], edition: str) -> SpecView:
    """The median and the range of single figures, where enough schools state one."""
    median, figures = medians_by_edition(told).get(edition, {}).get(PREMIUM, (0.0, 0))
    if figures < ENOUGH:
        return SpecView("", NOT_STATED if not figures else "Too few to say", stated=False)
    return SpecView("", f"{figure(round(median, 1))}% of {spelt(figures)} schools", stated=True)


def _edition(site: Site, shared: Shared, edition: str) -> LinkView:
    return shared.edition_link(site, edition)
