"""What was measured, as a table for a terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from tests.bench.goals import GOALS, Goal, Row
from tests.bench.timing import Run

_HEAD = ("row", "must", "aim", "figure", "by CPU", "medians", "verdict")


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows in the order of the goals, in whichever they were measured."""
    places = list(GOALS)
    return sorted(rows, key=lambda row: places.index(row.goal.name))


def as_text(rows: Sequence[Row]) -> str:
    """The table for a terminal: the columns stand below each other."""
    lines = [_HEAD, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "".join(f"{line.rstrip()}\n" for line in padded)


def as_markdown(rows: Sequence[Row]) -> str:
    """The table as Markdown."""
    lines = [_HEAD, ("---",) * len(_HEAD), *map(_cells, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def as_json(rows: Sequence[Row], about: Sequence[str]) -> str:
    """Everything that was measured, each run by itself."""
    told = [
        {
            **asdict(row),
            "goal": row.goal.name,
            "must": row.goal.must,
            "aim": row.goal.aim,
            "verdict": row.verdict,
        }
        for row in rows
    ]
    return json.dumps({"about": list(about), "rows": told}, indent=1, ensure_ascii=False) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    goal = row.goal
    limits = (_limit(goal, goal.must), _limit(goal, goal.aim))
    by_cpu = "" if row.by_cpu is None else f"{_number(row.by_cpu)}{goal.unit.value}"
    medians = "; ".join(f"{name} {_median(goal, runs)}" for name, runs in row.runs.items())
    return (goal.title, *limits, _figure(row), by_cpu, medians, row.verdict)


def _limit(goal: Goal, limit: float | None) -> str:
    return "" if limit is None else f"≤ {limit:g}{goal.unit.value}"


def _figure(row: Row) -> str:
    if row.figure is None:
        return "–"
    least, median, most = (_number(each) for each in (row.figure.least, row.figure.median, row.figure.most))
    return f"{median}{row.goal.unit.value}" + (f" ({least}–{most})" if least != most else "")


def _median(goal: Goal, runs: Sequence[Run]) -> str:
    if goal.is_memory:
        return f"{statistics.median(run.peak for run in runs):,.0f} MB"
    return f"{_number(statistics.median(run.wall for run in runs))} s"


def _number(figure: float) -> str:
    """A figure with three digits that count."""
    places = 1 if figure >= 10 else 2 if figure >= 1 else 3
    return f"{figure:,.{places}f}" if figure < 100 else f"{figure:,.0f}"
