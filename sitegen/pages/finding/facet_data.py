"""What a script filters, sorts and compares stories by: the stories of each value, and every figure on its scale."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from sitegen.model.facets import MEASURES
from sitegen.model.spanning import Site
from sitegen.model.values import Story
from sitegen.pages.finding.cutting import Line, lines
from sitegen.pages.finding.digits import order, steps
from sitegen.schema.values import Quantity
from sitegen.text import fold_letters, slug


def facet_lines(site: Site) -> Iterator[Line]:
    """The data by key, long data on several lines of one key. Stories are numbers in reading order.

    `facet/value`: the stories with that value, packed by `postings.steps`. `=measure`: a figure after another,
    `[step,low,high]` with the step from the story before (0 for a further figure of the same story), high left out
    where it is low, null for an open end. `#title`, `#date`: the place of each story where all are in that order
    (newest first; without a date last).
    """
    number = {story: n for n, story in enumerate(site.stories)}
    for facet in site.facets:
        for value in facet.values:
            yield from lines(f"{facet.id}/{value.id}", steps(number[s] for s in value.stories))
    for measure in MEASURES:
        yield from lines(f"={slug(measure)}", _figures(site, measure))
    yield from lines("#title", order(_places(sorted(site.stories, key=lambda s: _title(site.stories[s])), number)))
    yield from lines("#date", order(_places(sorted(site.stories, key=lambda s: _day(site, site.stories[s])), number)))


def _figures(site: Site, measure: str) -> str:
    found: list[str] = []
    last = -1
    for n, story in enumerate(site.stories.values()):
        for quantity in quantities(story, measure):
            found.append(f"[{n - last},{_interval(quantity)}]")
            last = n
    return ",".join(found)


def quantities(story: Story, measure: str) -> list[Quantity]:
    """What a story states for a measure, each figure once, in the order of its card."""
    found = (v.quantity for f in story.facts for v in f.values if v.quantity.measure == measure)
    return list({(q.low, q.high): q for q in found}.values())


def _interval(found: Quantity) -> str:
    low, high = ("null" if n is None else f"{n:.6g}" for n in (found.low, found.high))
    return low if low == high else f"{low},{high}"


def _places(ordered: Sequence[str], number: dict[str, int]) -> list[int]:
    """For each story in reading order its place in another order."""
    places = {story: n for n, story in enumerate(ordered)}
    return [places[story] for story in number]


def _title(story: Story) -> tuple[str, str]:
    return fold_letters(story.title).casefold(), story.id


def _day(site: Site, story: Story) -> int:
    """The last day of its date, else of its edition's, counted backwards; 0 without any."""
    edition = site.editions[story.edition]
    found = story.date or edition.date
    if found:
        return -found.end.toordinal()
    year = edition.academic_year
    return -datetime.date(year.start + 1, 8, 31).toordinal() if year else 0
