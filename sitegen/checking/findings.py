"""What checks of pages find. What one template does wrong on many pages is one problem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.problems.problem import Problem, Where
from sitegen.text import counted


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong on a page. `what` does not name the page, so that equal findings on several pages are equal."""

    code: str
    where: Where
    what: str
    fix: str


def as_problems(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """A problem for each thing found, at the first page, with the number of other pages that have it too."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.what), []).append(finding)
    return tuple(_problem(group) for group in groups.values())


def _problem(group: list[Finding]) -> Problem:
    first = group[0]
    others = len({f.where.file for f in group} - {first.where.file})
    more = f" The same on {counted(others, 'other page')}." if others else ""
    return Problem(first.where, first.code, first.what + more, first.fix)
