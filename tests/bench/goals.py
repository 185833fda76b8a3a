"""The rows of the table: what each measures, what it must reach and what it aims at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from tests.bench.timing import Run, Spread


class Unit(Enum):
    """What a figure says: how many times a peer's, how it grows, or what it takes."""

    TIMES = " ×"
    GROWTH = ""
    SECONDS = " s"
    MEGABYTES = " MB"


@dataclass(frozen=True, slots=True)
class Goal:
    """One row's name, words and limits. `is_memory` is True where memory is measured and not time."""

    name: str
    title: str
    must: float | None = None
    aim: float | None = None
    unit: Unit = Unit.TIMES
    is_memory: bool = False


GOALS = {
    goal.name: goal
    for goal in (
        Goal("cold-pelican", "cold build against Pelican with the same extensions", 0.35, 0.25),
        Goal("cold-hugo", "cold build against Hugo", 3, 1.5),
        Goal("body-edit", "one body edit, command line, against Hugo's rebuild", 0.12, 0.06),
        Goal("facts-edit", "one front-matter edit that moves the story between hubs", 0.25, 0.12),
        Goal("unchanged", "nothing changed", 0.05, 0.02),
        Goal("growth", "growth of a cold build; linear is 5.4", 6, 5.5, Unit.GROWTH),
        Goal("large-time", "four times as many stories: growth of time; linear is 4.1", 4.5, None, Unit.GROWTH),
        Goal("large-memory", "four times as many stories: growth of memory", 4.5, None, Unit.GROWTH, is_memory=True),
        Goal("pictures", "pictures of 12 megapixels, cold, against Hugo making the same sizes", 1.5, 1),
        Goal("pictures-memory", "memory of that build", 300, None, Unit.MEGABYTES, is_memory=True),
        Goal("serve", "a saved body edit to the new page, against Hugo's server", 0.3, None),
        Goal("help", "--help", 0.06, None, Unit.SECONDS),
        Goal("memory", "memory of a cold build against Hugo", is_memory=True),
    )
}


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured for a goal: the figure, None without a peer; the same by the time of processors; the runs."""

    goal: Goal
    figure: Spread | None
    by_cpu: float | None = None
    runs: Mapping[str, list[Run]] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        """How the figure stands to its limits."""
        must, aim = self.goal.must, self.goal.aim
        if self.figure is None:
            return "not compared"
        if must is None:
            return ""
        if self.figure.median > must:
            return "misses the must"
        return "reaches the aim" if aim is not None and self.figure.median <= aim else "meets the must"
