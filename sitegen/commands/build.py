"""`build`: reads, checks, renders and writes the site."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sitegen.commands.folders import options, shown, sources
from sitegen.commands.outcome import report, status
from sitegen.commands.terminal import err, out
from sitegen.incremental.build import build
from sitegen.incremental.result import Result
from sitegen.options import Options
from sitegen.text import counted
from sitegen.writing.place import check_folder
from sitegen.writing.values import Written
from sitegen.writing.write import finish_interrupted

if TYPE_CHECKING:
    from sitegen.pipeline import Build


def run(arguments: argparse.Namespace) -> int:
    """Builds the site, reports every problem, says where to open the site; 1 where nothing could be written."""
    asked = options(arguments)
    check_folder(asked.output, sources(asked), drafts=asked.drafts)
    finish_interrupted(asked.output)
    return status(build(asked, lambda built: _tell(built, asked, as_json=arguments.json)), asked)


def _tell(built: Result, asked: Options, *, as_json: bool) -> None:
    if built.whole and built.written is None and not asked.drafts:
        _tell_what_is_due(built.whole, asked)
    for remark in built.remarks:
        err(remark)
    report(built, asked, as_json=as_json)
    if built.written and not as_json:
        out(_result(built, asked, built.written))


def _tell_what_is_due(built: Build, asked: Options) -> None:
    """Said first: what must not be seen any more outweighs what cannot be seen yet."""
    from sitegen.commands.takedown import due  # rarely asked for, and it loads everything

    found = due(built, asked)
    if found:
        err(f"{shown(asked.output)} still shows what has to come down:")
        for each in found:
            err(f"  {each.what}, in {each.path}: {each.why}")
        err("The problems below stop this build. To take it down now, without waiting for them, run: withdraw\n")


def _result(built: Result, asked: Options, written: Written) -> str:
    pages = counted(built.pages, "page")
    parts = ((len(written.new), "new"), (len(written.changed), "changed"), (len(written.removed), "removed"))
    files = ", ".join(f"{number:,} {what}" for number, what in parts if number) or "nothing has changed"
    return f"Built {pages} into {shown(asked.output)} ({files}). Open {(asked.output / 'index.html').as_uri()}"
