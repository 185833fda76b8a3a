"""`build`: reads, checks, renders and writes the site."""

from __future__ import annotations

import argparse

from sitegen import pipeline
from sitegen.commands.folders import options, shown, sources
from sitegen.commands.outcome import report, status
from sitegen.commands.terminal import out
from sitegen.text import counted
from sitegen.writing import Written, check_folder, finish_interrupted


def run(arguments: argparse.Namespace) -> int:
    """Builds the site, reports every problem, says where to open the site; 1 where nothing could be written."""
    asked = options(arguments)
    check_folder(asked.output, sources(asked), drafts=asked.drafts)
    finish_interrupted(asked.output)
    built = pipeline.build(asked)
    report(built, asked, as_json=arguments.json)
    if built.written and not arguments.json:
        out(_result(built, asked, built.written))
    return status(built, asked)


def _result(built: pipeline.Build, asked: pipeline.Options, written: Written) -> str:
    pages = counted(sum(address.endswith(".html") for address in built.outputs), "page")
    parts = ((len(written.new), "new"), (len(written.changed), "changed"), (len(written.removed), "removed"))
    files = ", ".join(f"{number:,} {what}" for number, what in parts if number) or "nothing has changed"
    return f"Built {pages} into {shown(asked.output)} ({files}). Open {(asked.output / 'index.html').as_uri()}"
