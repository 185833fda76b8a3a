"""Medians that stand beside a school's own share: of one measure and one edition, never mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.model.values import Story

Medians = Mapping[str, tuple[float, int]]
"""By measure: the median, and how many figures it is of."""


def medians_by_edition(stories: Iterable[Story]) -> dict[str, Medians]:
    """The medians of each edition by its id. Each school that states one figure counts once; a range is no figure."""
    figures: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for story in stories:
        for school, measure, figure in _figures(story):
            figures[story.edition][measure].setdefault(school, figure)
    return {e: {m: _median(found.values()) for m, found in sorted(by.items())} for e, by in figures.items()}


def _median(found: Collection[float]) -> tuple[float, int]:
    figures, middle = sorted(found), len(found) // 2
    return figures[middle] if len(figures) % 2 else (figures[middle - 1] + figures[middle]) / 2, len(figures)


def _figures(story: Story) -> Iterator[tuple[str, str, float]]:
    """School, measure and figure; a story without a school counts as a school of its own."""
    only = story.schools[0].id if len(story.schools) == 1 else story.id
    for fact in story.facts:
        for quantity in (v.quantity for v in fact.values):
            if quantity.low is not None and quantity.low == quantity.high:
                yield fact.school or only, quantity.measure, quantity.low
