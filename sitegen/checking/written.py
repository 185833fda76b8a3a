"""Every text of a site with the file that it stands in: what the checks of content go through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model.spanning import Site
from sitegen.model.values import Edition, FixedPage, Section, Story, Text
from sitegen.problems.problem import Where
from sitegen.schema.values import AcademicYear, Values


@dataclass(frozen=True, slots=True)
class Written:
    """A text, its file, its fields, and the academic year of the edition that it stands in, or None."""

    path: str
    text: Text
    values: Values
    year: AcademicYear | None

    def line(self, line: int, column: int = 1, width: int = 1) -> Where:
        """A place in the file, given by a line of the body."""
        return Where(self.path, self.text.body_line + line - 1, column, width)


def written(site: Site) -> Iterator[Written]:
    """Every text, editions first, then sections, stories and pages, each in reading order."""
    for edition in site.editions.values():
        yield _of(edition, edition.academic_year)
    parts: tuple[Section | Story, ...] = (*site.sections.values(), *site.stories.values())
    for part in parts:
        yield _of(part, site.editions[part.edition].academic_year)
    for page in site.pages.values():
        yield _of(page, None)


def _of(made: Edition | Section | Story | FixedPage, year: AcademicYear | None) -> Written:
    return Written(made.path, made.text, made.values, year)
