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
from sitegen.writing.errors import EnvironmentProblem, plain_errors
from sitegen.writing.place import check_folder
from sitegen.writing.values import Written
from sitegen.writing.write import finish_interrupted

if TYPE_CHECKING:
    from sitegen.pipeline import Build


def run(arguments: argparse.Namespace) -> int:
    """Builds the site, reports every problem, says where to open the site; 1 where nothing could be written."""
    asked = options(arguments)
    if arguments.addresses and asked.drafts:
        raise EnvironmentProblem("--addresses keeps what is published: use it without --drafts.")
    check_folder(asked.output, sources(asked), drafts=asked.drafts)
    finish_interrupted(asked.output)
    built = build(asked, lambda built: _tell(built, asked, as_json=arguments.json))
    if arguments.addresses and built.written:
        _keep_addresses(asked, as_json=arguments.json)
    return status(built, asked)


def _keep_addresses(asked: Options, *, as_json: bool) -> None:
    from sitegen.checking.permalinks import ADDRESSES, with_addresses  # rarely asked for
    from sitegen.writing.former import promised
    from sitegen.writing.listing import read_listing

    file, addresses = asked.site / ADDRESSES, promised(read_listing(asked.output))
    with plain_errors(f"{file} cannot be changed"):
        text = file.read_text("utf-8") if file.exists() else ""
        if (kept := with_addresses(text, addresses)) != text:
            aside = file.with_name(f".{file.name}.new")
            aside.write_text(kept, encoding="utf-8", newline="\n")
            aside.replace(file)
    if not as_json:
        out(f"{ADDRESSES} keeps {counted(len(addresses), 'address', 'addresses')} of this release.")


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
