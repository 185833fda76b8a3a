"""Medians that stand beside a school's own share: of one measure and one edition, never mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import median

from sitegen.model.values import Story

Medians = Mapping[str, tuple[float, int]]
"""By measure: the median, and how many figures it is of."""


def medians_by_edition(stories: Iterable[Story]) -> dict[str, Medians]:
    """The medians of each edition by its id. Each school that states one figure counts; a range is no figure."""
    figures: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for story in stories:
        for measure, figure in _figures(story).values():
            figures[story.edition][measure].append(figure)
    return {e: {m: (median(found), len(found)) for m, found in sorted(by.items())} for e, by in figures.items()}


def _figures(story: Story) -> dict[tuple[str, str], tuple[str, float]]:
    """Measure and figure by school and measure: of two figures for one measure the first counts."""
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for fact in story.facts:
        for quantity in (v.quantity for v in fact.values):
            if quantity.low is not None and quantity.low == quantity.high:
                found.setdefault((fact.school, quantity.measure), (quantity.measure, quantity.low))
    return found
