"""Checks of what stories say: one row a check. `overrides` in a file's front matter allow what a person may judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from sitegen.checking.acronyms import unknown_acronyms
from sitegen.checking.card_and_prose import card_and_prose
from sitegen.checking.chart_shapes import chart_shapes
from sitegen.checking.covers import cover_contrast
from sitegen.checking.figures import labels_as_titles, stats_of_two_values, totals_that_differ
from sitegen.checking.measures import unnamed_measures
from sitegen.checking.near_names import near_duplicates
from sitegen.checking.overrides import allowed_codes, overrides_of_nothing
from sitegen.checking.shown import unsaid_pictures
from sitegen.checking.timelines import timeline_dates
from sitegen.checking.wording.anonymous_schools import exact_results
from sitegen.checking.wording.characters import stray_characters
from sitegen.checking.wording.children import identified_children
from sitegen.checking.wording.contacts import contact_details
from sitegen.checking.wording.people import two_roles
from sitegen.checking.wording.said import Said, all_said
from sitegen.checking.wording.small_counts import small_counts
from sitegen.checking.wording.titles import typed_number
from sitegen.checking.written import written
from sitegen.model.spanning import Site
from sitegen.problems.codes import CODES
from sitegen.problems.problem import Problem
from sitegen.schema.declared import Settings
from sitegen.workers import mapped

Sources = Mapping[str, str]
"""The texts of the files of content/, by path."""


def lint(site: Site, sources: Sources, jobs: int = 0) -> tuple[Problem, ...]:
    """Every problem of the content, those that span files first, without those that a file's `overrides` allow.

    Files are checked by `jobs` processes.
    """
    allowed = {(w.path, code.text) for w in written(site) for code in allowed_codes(w.values)}
    found = (*(p for check in CHECKS_OF_SITE for p in check(site)), *_of_each_file(site, sources, jobs))
    return tuple(p for p in found if not (CODES[p.code].overridable and (p.where.file, p.code) in allowed))


def _of_each_file(site: Site, sources: Sources, jobs: int) -> Iterator[Problem]:
    for problems in mapped(partial(told_of_file, settings=site.settings), tuple(all_said(site, sources)), jobs):
        yield from problems


def told_of_file(said: Said, settings: Settings) -> tuple[Problem, ...]:
    """Every problem of one file, by the order of the checks. They depend on nothing but what is given here."""
    return tuple(problem for check in checks_of_file(settings) for problem in check(said))


CHECKS_OF_SITE: tuple[Callable[[Site], Iterable[Problem]], ...] = (
    unknown_acronyms,
    near_duplicates,
    cover_contrast,
    stats_of_two_values,
)
"""Those for which one file is not enough."""


def checks_of_file(settings: Settings) -> tuple[Callable[[Said], Iterable[Problem]], ...]:
    """The checks of what one file says, as a site is set to have them."""
    return (
        card_and_prose,
        timeline_dates,
        chart_shapes,
        unsaid_pictures,
        unnamed_measures,
        labels_as_titles,
        totals_that_differ,
        overrides_of_nothing,
        identified_children,
        exact_results,
        partial(small_counts, smallest=int(settings.release.get("smallest_count", _SMALLEST))),
        partial(contact_details, office=settings.contact),
        two_roles,
        typed_number,
        stray_characters,
    )


_SMALLEST = 5
"""Counts of pupils below this are told where settings say nothing."""
