"""Checks of what stories say: one row a check. `overrides` in a file's front matter allow what a person may judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from sitegen.checking.acronyms import unknown_acronyms
from sitegen.checking.card_and_prose import card_and_prose
from sitegen.checking.chart_shapes import chart_shapes
from sitegen.checking.covers import cover_contrast
from sitegen.checking.figures import labels_as_titles, stats_of_two_values, totals_that_differ
from sitegen.checking.former import unusable_aliases
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
from sitegen.checking.written import Written, written
from sitegen.model.spanning import Site
from sitegen.options import MOST_REMEMBERED
from sitegen.problems.codes import CODES
from sitegen.problems.problem import Problem
from sitegen.schema.declared import Settings
from sitegen.workers import mapped

Sources = Mapping[str, str]
"""The texts of the files of content/, by path."""


@dataclass(frozen=True, slots=True)
class Told:
    """The problems of the content: those for which the site had to be known, and those of one file alone.

    `told` are the latter with what each file said, by its path, as a site of these `settings` is told of it: nothing
    where it has too many for that to be remembered.
    """

    of_site: tuple[Problem, ...]
    of_files: tuple[Problem, ...]
    settings: Settings
    told: Mapping[str, tuple[Said, tuple[Problem, ...]]]

    def __iter__(self) -> Iterator[Problem]:
        return chain(self.of_site, self.of_files)


def lint(site: Site, sources: Sources, jobs: int = 0, before: Told | None = None) -> Told:
    """Every problem of the content, in the order of the checks, without those that a file's `overrides` allow.

    Files are checked by `jobs` processes; those that say what they said `before` are not checked again.
    """
    allowed = {w.path: _allowed(w) for w in written(site)}
    of_site = (p for check in CHECKS_OF_SITE for p in check(site))
    left = tuple(p for p in of_site if not _is_allowed(p, allowed.get(p.where.file, frozenset())))
    told = _of_each_file(site, sources, jobs, before)
    of_files = tuple(chain.from_iterable(of for _, of in told.values()))
    return Told(left, of_files, site.settings, told if len(told) <= MOST_REMEMBERED else {})


def _allowed(found: Written) -> frozenset[str]:
    return frozenset(code.text for code in allowed_codes(found.values))


def _is_allowed(problem: Problem, allowed: frozenset[str]) -> bool:
    return problem.code in allowed and CODES[problem.code].overridable


def _of_each_file(
    site: Site, sources: Sources, jobs: int, before: Told | None
) -> dict[str, tuple[Said, tuple[Problem, ...]]]:
    every = {said.found.path: said for said in all_said(site, sources)}
    last = before.told if before and before.settings == site.settings else {}
    known = {path: last[path] for path, said in every.items() if path in last and last[path][0] == said}
    unknown = [said for path, said in every.items() if path not in known]
    made = mapped(partial(told_of_file, settings=site.settings), unknown, jobs)
    found = known | {said.found.path: (said, of) for said, of in zip(unknown, made, strict=True)}
    return {path: found[path] for path in every}


def told_of_file(said: Said, settings: Settings) -> tuple[Problem, ...]:
    """Every problem of one file that it does not allow, by the order of the checks.

    They depend on nothing but what is given here.
    """
    allowed = _allowed(said.found)
    found = (problem for check in checks_of_file(settings) for problem in check(said))
    return tuple(problem for problem in found if not _is_allowed(problem, allowed))


CHECKS_OF_SITE: tuple[Callable[[Site], Iterable[Problem]], ...] = (
    unknown_acronyms,
    near_duplicates,
    cover_contrast,
    unusable_aliases,
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
