"""The whole build, and what is kept of it for the next one."""

from __future__ import annotations

from collections.abc import Callable

from sitegen import pipeline
from sitegen.frozen import freeze
from sitegen.incremental.differing import written_few
from sitegen.incremental.kept import kept_of
from sitegen.incremental.last import HEAD, KEY, PROBLEMS, Head, key_of, listing_digest
from sitegen.incremental.result import Result
from sitegen.incremental.told import told
from sitegen.options import Options, private_folder
from sitegen.pipeline import Build
from sitegen.problems.problem import blocked
from sitegen.reading.tree import read_tree
from sitegen.reading.values import Asset, SourceFile
from sitegen.snapshot import Snapshot
from sitegen.store import Store
from sitegen.workers import beside
from sitegen.writing.laid import trees
from sitegen.writing.place import place_of
from sitegen.writing.values import Written

_WHOLE = "whole"


def anew(
    store: Store,
    now: Snapshot | None,
    options: Options,
    tell: Callable[[Result], None],
    before: Build | None = None,
    head: Head | None = None,
) -> Result:
    """The whole build. While it is under way nothing is known of the last one: if it is stopped there is none to go by.

    Where it writes nothing, the last one still stands. `head` is the last one where it was one of the same options.
    """
    store.lay_aside()
    prepared = store.beginning()
    built = pipeline.again_if_changed(lambda: _attempt(prepared, options, before, head))
    pages = sum(address.endswith(".html") for address in built.outputs)
    remarks = (*store.remarks, *built.remarks)
    result = Result(built.problems, built.sources, pages, built.written, built, remarks)
    tell(result)
    if built.written is None:
        prepared.forget()
        store.take_back()
        return result
    store.forget()
    if now is not None:
        _remember(built, built.written, now, store, prepared, options)
    return result


def _attempt(prepared: Store, options: Options, before: Build | None, head: Head | None) -> Build:
    """Builds and writes the site. What is kept of many stories is prepared meanwhile, in another process."""
    made = pipeline.make(read_tree(options.site, private_folder(options)), options, before)
    if not options.write or blocked(made.problems, options.strict):
        return made
    few = written_few(made, options, head) if before and head else None
    if few is not None:
        return few
    if len(made.site.stories) < pipeline.MANY:
        return pipeline.write(made, options)
    prepared.forget()
    with beside(lambda: prepared.keep(_kept(made))):
        return pipeline.write(made, options)


def _kept(built: Build) -> dict[str, bytes]:
    return {**dict(kept_of(built)), _WHOLE: b"1"}


def _remember(
    built: Build, written: Written, now: Snapshot, store: Store, prepared: Store, options: Options
) -> None:
    """Keeps what the next build can go by, if the output folder still holds what this one has written."""
    tree = built.cleared.before.tree
    read: tuple[SourceFile | Asset, ...] = (*tree.files.values(), *tree.assets.values())
    lie, outputs = trees(place_of(options.output)), tuple(sorted(built.outputs))
    is_there = lie.site.files.keys() >= built.outputs.keys() and listing_digest(options.output) == written.listing
    # A path that is written in another way on the disk than in the site is not found again by it.
    if not is_there or any(f.location != options.site / f.path for f in read):
        return prepared.forget()
    digests = {file.path: (file.size, file.digest) for file in read}
    pages = sum(address.endswith(".html") for address in built.outputs)
    head = Head(now, digests, lie, outputs, written.listing, pages, frozenset(tree.files))
    if _WHOLE not in prepared.read(_WHOLE):
        prepared.keep(_kept(built))
    key, known = key_of(options, now).encode(), told(built.problems, built.sources)
    store.replace({KEY: key, HEAD: freeze(head), PROBLEMS: freeze(known)}, prepared)
