"""What a build came to, for whoever tells of it: the same whichever way it took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.problems.problem import Problem

if TYPE_CHECKING:
    from sitegen.pipeline import Build
    from sitegen.writing.values import Written


@dataclass(frozen=True, slots=True)
class Result:
    """What a build came to. `sources` are texts of files by path, for the report; `pages` are the pages of the site.

    `written` is None where nothing was written. `whole` is the build itself where everything was made anew. `remarks`
    are sentences about what was remembered.
    """

    problems: tuple[Problem, ...]
    sources: Mapping[str, str]
    pages: int
    written: Written | None
    whole: Build | None = None
    remarks: tuple[str, ...] = ()
