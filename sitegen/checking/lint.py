"""Checks of what stories say: one row a check. `overrides` in a file's front matter allow what is only a warning."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.checking.acronyms import unknown_acronyms
from sitegen.checking.card_and_prose import card_and_prose
from sitegen.checking.chart_shapes import chart_shapes
from sitegen.checking.covers import cover_contrast
from sitegen.checking.near_names import near_duplicates
from sitegen.checking.overrides import allowed_codes, overrides_of_nothing
from sitegen.checking.shown import unsaid_pictures
from sitegen.checking.timelines import timeline_dates
from sitegen.checking.written import written
from sitegen.model.spanning import Site
from sitegen.problems.problem import Problem


def lint(site: Site) -> tuple[Problem, ...]:
    """Every problem of the content, in the order of the checks, without those that a file's `overrides` allow."""
    allowed = {(w.path, code.text) for w in written(site) for code in allowed_codes(w.values)}
    return tuple(p for check in CHECKS for p in check(site) if p.is_error or (p.where.file, p.code) not in allowed)


CHECKS: tuple[Callable[[Site], Iterable[Problem]], ...] = (
    card_and_prose,
    unknown_acronyms,
    timeline_dates,
    near_duplicates,
    cover_contrast,
    chart_shapes,
    unsaid_pictures,
    overrides_of_nothing,
)
