"""Writes of a whole build what differs from the last one, whose trees are known: nothing else is looked through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sitegen.incremental.last import Head, listing_digest
from sitegen.options import Options
from sitegen.pipeline import Build, confirm
from sitegen.writing.few import write_few
from sitegen.writing.listing import digest, read_listing
from sitegen.writing.values import Outputs

_MOST = 0.5
"""Of a site: where more differs, looking through all of it costs little beside."""


class _WrittenMeanwhile(Exception):
    """Another build has written to the output folder."""


def written_few(made: Build, options: Options, last: Head) -> Build | None:
    """The same build, written to the output folder that holds the `last` one.

    None, with nothing done, where that does not lie there any more, where something of it goes, or much changes. What a
    released site was made from has to be kept beside it as a whole: that is for writing all of it, too.
    """
    changed = _changed(made.outputs, read_listing(options.output)) if options.drafts else None
    if changed is None:
        return None

    def unless_written() -> None:
        confirm(made, options)
        if listing_digest(options.output) != last.listing:
            raise _WrittenMeanwhile

    folders = (options.site / "content", options.site / "templates")
    try:
        few = write_few(
            changed, options.output, last.trees, apart_from=folders, drafts=options.drafts, confirm=unless_written
        )
    except _WrittenMeanwhile:
        return None
    return None if few is None else replace(made, written=few[0])


def _changed(outputs: Outputs, listed: Mapping[str, str]) -> dict[str, bytes] | None:
    """The files that are new or differ from those that are listed; None where that is none, many, or not all of it."""
    if not listed.keys() <= outputs.keys():
        return None
    differing = {path: content for path, content in outputs.items() if listed.get(path) != digest(content)}
    changed = {path: content for path, content in differing.items() if isinstance(content, bytes)}
    is_few = 0 < len(differing) < _MOST * len(outputs) and len(changed) == len(differing)
    return changed if is_few else None
