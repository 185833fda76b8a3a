"""`build`, by the shortest way that leads to what a build of everything would have written and said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sitegen.frozen import freeze, thaw
from sitegen.incremental.last import (
    HEAD,
    LISTING,
    PROBLEMS,
    Before,
    Head,
    changed,
    key_of,
    last_build,
    listing_digest,
    look,
    states_of,
    store_of,
)
from sitegen.incremental.result import Result, texts_of
from sitegen.options import Options
from sitegen.reading.values import Asset, SourceFile
from sitegen.snapshot import Snapshot
from sitegen.store import Store
from sitegen.writing.values import Written

if TYPE_CHECKING:
    from sitegen.pipeline import Build

_FEW = 20
"""Changed files up to which it pays to see whether their texts alone have changed."""


def build(options: Options, tell: Callable[[Result], None]) -> Result:
    """Reads, checks, renders and writes the site, as far as something of it has changed since the last build.

    `tell` is given the result before anything is kept for the next build: nobody waits for that. Raises
    EnvironmentProblem where the disk or the output folder does not let us.
    """
    store, now = store_of(options), look(options) if options.write else None
    head = None if now is None or options.fresh or options.deep else last_build(store, options)
    known = _again(head, now, store, options, tell) if now is not None and head is not None else None
    return known or _anew(store, now, options, tell)


def _again(
    head: Head, now: Snapshot, store: Store, options: Options, tell: Callable[[Result], None]
) -> Result | None:
    """What has changed since the last build, built again; None where that is more than a few texts."""
    problems = thaw(store.read(PROBLEMS).get(PROBLEMS))
    paths = changed(head, now, options.site)
    if not isinstance(problems, tuple) or len(paths) > _FEW or not paths <= head.texts:
        return None
    if not paths:
        same = Written(same=tuple(address for address in head.outputs if address != LISTING))
        known = Result(problems, texts_of(head, problems, options), head.pages, same)
        tell(known)
        return known
    from sitegen.incremental.by_text import by_text  # what nobody needs who has changed nothing

    return by_text(Before(head, problems, now, paths), store, options, tell)


def _anew(store: Store, now: Snapshot | None, options: Options, tell: Callable[[Result], None]) -> Result:
    """The whole build. While it is under way nothing is known of the last one: if it is stopped there is none to go by.

    Where it writes nothing, the last one still stands.
    """
    from sitegen import pipeline  # what nobody needs who has changed little

    store.lay_aside()
    built = pipeline.build(options)
    pages = sum(address.endswith(".html") for address in built.outputs)
    remarks = (*store.remarks, *built.remarks)
    result = Result(built.problems, built.sources, pages, built.written, built, remarks)
    tell(result)
    if built.written is None:
        store.take_back()
        return result
    store.forget()
    if now is not None:
        _remember(built, built.written, now, store, options)
    return result


def _remember(built: Build, written: Written, now: Snapshot, store: Store, options: Options) -> None:
    """Keeps what the next build can go by, if the output folder still holds what this one has written."""
    from sitegen.incremental.kept import kept_of

    tree = built.cleared.before.tree
    read: tuple[SourceFile | Asset, ...] = (*tree.files.values(), *tree.assets.values())
    states = states_of(options.output, built.outputs)
    listing = listing_digest(options.output)
    # A path that is written in another way on the disk than in the site is not found again by it.
    if states is None or listing != written.listing or any(f.location != options.site / f.path for f in read):
        return
    digests = {file.path: (file.size, file.digest) for file in read}
    pages = sum(address.endswith(".html") for address in built.outputs)
    head = Head(key_of(options), now, digests, states, listing, pages, frozenset(tree.files))
    store.replace({HEAD: freeze(head), PROBLEMS: freeze(built.problems), **dict(kept_of(built))})
