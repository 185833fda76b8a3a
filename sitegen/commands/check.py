"""`check`: all of `build` but the writing."""

from __future__ import annotations

import argparse

from sitegen import pipeline
from sitegen.commands.folders import options
from sitegen.commands.outcome import report, status
from sitegen.commands.terminal import out
from sitegen.text import counted
from sitegen.writing.write import finish_interrupted


def run(arguments: argparse.Namespace) -> int:
    """Reports every problem; 1 where the site could not be published as it is."""
    asked = options(arguments, write=False)
    finish_interrupted(asked.output)
    built = pipeline.build(asked)
    report(built, asked, as_json=arguments.json)
    if not arguments.json and not status(built, asked):
        out(f"Checked {counted(len(built.sources), 'file')}: the site can be published.")
    return status(built, asked)
