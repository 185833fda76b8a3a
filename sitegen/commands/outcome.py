"""What a build came to: its report, and the exit status."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Protocol

from sitegen.commands.folders import shown
from sitegen.commands.terminal import err, has_colour, out
from sitegen.options import Options
from sitegen.problems.problem import Problem, blocked
from sitegen.problems.report import render_report, report_json
from sitegen.writing.values import Written


class Built(Protocol):
    """What is told of a build, whichever way it took."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of all stages."""

    @property
    def sources(self) -> Mapping[str, str]:
        """The texts of the files that problems name, by path."""

    @property
    def written(self) -> Written | None:
        """What was done to the output folder, None where nothing was written."""


def report(built: Built, asked: Options, *, as_json: bool = False) -> None:
    """Every problem: for people on stderr, for machines on stdout."""
    written = built.written is not None
    if as_json:
        out(report_json(built.problems, written))
        return
    colour, output = has_colour(sys.stderr), shown(asked.output)
    if text := render_report(built.problems, built.sources, colour=colour, written=written, output=output):
        err(text.rstrip("\n"))
    if asked.strict and built.problems and not any(p.is_error for p in built.problems):
        err("With --strict a warning counts as an error.")


def status(built: Built, asked: Options) -> int:
    """1 where the problems stop the site from being written, else 0."""
    return int(blocked(built.problems, asked.strict))
