"""What is wrong, where, and how its author can mend it. An author's mistake is a value, never an exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from sitegen.problems.codes import CODES

T = TypeVar("T")


class Severity(StrEnum):
    """An error stops the writing; a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file of the site folder: lines and columns count from 1, in characters.

    `file` is relative to the site folder, with `/`. `width` is how many characters the excerpt underlines.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong that its author can mend.

    `what` says what is wrong in one sentence, `why` (may be empty) why it matters, `fix` what to do.
    `suggestion` is the replacement text alone, for editors that can apply it.
    """

    where: Where
    code: str
    what: str
    fix: str
    why: str = ""
    suggestion: str | None = None
    also: tuple[Where, ...] = ()

    @property
    def severity(self) -> Severity:
        """As the table of codes says."""
        return Severity(CODES[self.code].severity)

    @property
    def is_error(self) -> bool:
        """True where nothing may be written."""
        return self.severity is Severity.ERROR

    def moved(self, file: str, lines: int) -> Problem:
        """The same problem in `file`, `lines` further down: for text that was read apart from its file."""
        also = tuple(_moved(place, file, lines) for place in self.also)
        return replace(self, where=_moved(self.where, file, lines), also=also)


def _moved(where: Where, file: str, lines: int) -> Where:
    return Where(file, where.line + lines, where.column, where.width)


def distinct(*groups: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems once, in order of place."""
    every = dict.fromkeys(p for group in groups for p in group)
    return tuple(sorted(every, key=lambda p: (p.where, p.code)))


def blocked(problems: Iterable[Problem], strict: bool) -> bool:
    """True where nothing may be written; `strict` counts warnings as errors."""
    return any(strict or p.is_error for p in problems)


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """A value with the problems met while making it. A stage takes what is good and goes on."""

    value: T
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        """True if any of the problems is an error."""
        return any(p.is_error for p in self.problems)


def gather(parts: Iterable[Checked[T]]) -> Checked[tuple[T, ...]]:
    """All values in one tuple, all problems in one tuple, both in order."""
    values: list[T] = []
    problems: list[Problem] = []
    for part in parts:
        values.append(part.value)
        problems.extend(part.problems)
    return Checked(tuple(values), tuple(problems))
