"""`check`: all of `build` but the writing; with `--ready` the readiness board."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from sitegen import pipeline
from sitegen.commands.folders import options, shown
from sitegen.commands.outcome import report, status
from sitegen.commands.terminal import has_colour, out
from sitegen.options import Options
from sitegen.text import counted
from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.write import finish_interrupted


def run(arguments: argparse.Namespace) -> int:
    """Reports every problem; 1 where the site could not be published as it is."""
    _refuse_what_does_not_fit(arguments)
    asked = options(arguments, write=False)
    finish_interrupted(asked.output)
    if arguments.ready:
        return _ready(arguments.since, asked)
    built = pipeline.build(asked)
    report(built, asked, as_json=arguments.json)
    if not arguments.json and not status(built, asked):
        out(f"Checked {counted(len(built.sources), 'file')}: the site can be published.")
    return status(built, asked)


def _refuse_what_does_not_fit(arguments: argparse.Namespace) -> None:
    if arguments.since and not arguments.ready:
        raise EnvironmentProblem("--since names what the readiness board compares with: use it with --ready.")
    if arguments.ready and arguments.json:
        raise EnvironmentProblem("--ready is a board for people and --json a report for programs: use one of the two.")
    if arguments.ready and arguments.drafts:
        raise EnvironmentProblem("--ready shows drafts anyway, each marked as one: leave out --drafts.")


def _ready(since: Path | None, asked: Options) -> int:
    """The readiness board: in short on the terminal, whole as a page outside the site."""
    from sitegen.memos import theme_of  # here and below: what a plain check does not take
    from sitegen.readiness.former import read_former
    from sitegen.readiness.keeping import keep_board
    from sitegen.readiness.printed import board_html
    from sitegen.readiness.ready import ready
    from sitegen.readiness.terminal import board_text

    folder = since or asked.output
    former = read_former(folder, shown(folder.absolute()), asked=since is not None)
    built = pipeline.build(asked)
    board = ready(built, former, strict=asked.strict, jobs=asked.jobs)
    theme = theme_of(replace(asked, own_theme=False)).value
    path = keep_board(asked.site, board_html(board, asked.today, theme))
    out(board_text(board, asked.today, colour=has_colour(sys.stdout)))
    out(f"The whole board, to read and to sign: {path.as_uri()}")
    return status(built, asked)
