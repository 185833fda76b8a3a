"""`build`: reads, checks, renders and writes the site."""

from __future__ import annotations

import argparse

from sitegen import pipeline
from sitegen.commands.folders import options, shown, sources
from sitegen.commands.outcome import report, status
from sitegen.commands.takedown import due
from sitegen.commands.terminal import err, out
from sitegen.text import counted
from sitegen.writing.place import check_folder
from sitegen.writing.values import Written
from sitegen.writing.write import finish_interrupted


def run(arguments: argparse.Namespace) -> int:
    """Builds the site, reports every problem, says where to open the site; 1 where nothing could be written."""
    asked = options(arguments)
    check_folder(asked.output, sources(asked), drafts=asked.drafts)
    finish_interrupted(asked.output)
    built = pipeline.build(asked)
    if built.written is None and not asked.drafts:
        _tell_what_is_due(built, asked)
    report(built, asked, as_json=arguments.json)
    if built.written and not arguments.json:
        out(_result(built, asked, built.written))
    return status(built, asked)


def _tell_what_is_due(built: pipeline.Build, asked: pipeline.Options) -> None:
    """Said first: what must not be seen any more outweighs what cannot be seen yet."""
    found = due(built, asked)
    if found:
        err(f"{shown(asked.output)} still shows what has to come down:")
        for each in found:
            err(f"  {each.what}, in {each.path}: {each.why}")
        err("The problems below stop this build. To take it down now, without waiting for them, run: withdraw\n")


def _result(built: pipeline.Build, asked: pipeline.Options, written: Written) -> str:
    pages = counted(sum(address.endswith(".html") for address in built.outputs), "page")
    parts = ((len(written.new), "new"), (len(written.changed), "changed"), (len(written.removed), "removed"))
    files = ", ".join(f"{number:,} {what}" for number, what in parts if number) or "nothing has changed"
    return f"Built {pages} into {shown(asked.output)} ({files}). Open {(asked.output / 'index.html').as_uri()}"
