"""`build`, by the shortest way that leads to what a build of everything would have written and said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sitegen.incremental.frozen import freeze, thaw
from sitegen.incremental.last import HEAD, Head, changed, key_of, last_build, listing_digest, look, states_of, store_of
from sitegen.incremental.result import Result, Texts
from sitegen.incremental.snapshot import Snapshot
from sitegen.incremental.store import Store
from sitegen.options import Options
from sitegen.problems.problem import Problem
from sitegen.reading.values import Asset, SourceFile
from sitegen.writing.values import Written

if TYPE_CHECKING:
    from sitegen.pipeline import Build

PROBLEMS = "problems"


def build(options: Options, tell: Callable[[Result], None]) -> Result:
    """Reads, checks, renders and writes the site, as far as something of it has changed since the last build.

    `tell` is given the result before anything is kept for the next build: nobody waits for that. Raises
    EnvironmentProblem where the disk or the output folder does not let us.
    """
    store, now = store_of(options), look(options)
    if now is not None and not options.fresh and not options.deep:
        head = last_build(store, options)
        if head is not None and not changed(head, now, options.site):
            known = _as_before(head, store, options)
            if known is not None:
                tell(known)
                return known
    return _anew(store, now, options, tell)


def _as_before(head: Head, store: Store, options: Options) -> Result | None:
    """What the last build came to, where nothing has changed since."""
    problems = thaw(store.read(PROBLEMS).get(PROBLEMS))
    if not isinstance(problems, tuple):
        return None
    addresses = tuple(address for address in head.outputs)
    return Result(problems, _texts(head, problems, options), head.pages, Written(same=addresses))


def _texts(head: Head, problems: Iterable[Problem], options: Options) -> Texts:
    named = {where.file for problem in problems for where in (problem.where, *problem.also)}
    return Texts(options.site, frozenset(named & head.texts))


def _anew(store: Store, now: Snapshot | None, options: Options, tell: Callable[[Result], None]) -> Result:
    """The whole build. While it is under way nothing is remembered: one that is stopped leaves nothing to go by."""
    from sitegen import pipeline  # a build that changes nothing is done before this is loaded

    store.forget()
    built = pipeline.build(options)
    pages = sum(address.endswith(".html") for address in built.outputs)
    result = Result(built.problems, built.sources, pages, built.written, built)
    tell(result)
    if built.written is not None and now is not None:
        _remember(built, built.written, now, store, options)
    return result


def _remember(built: Build, written: Written, now: Snapshot, store: Store, options: Options) -> None:
    """Keeps what the next build can go by, if the output folder still holds what this one has written."""
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
    store.replace({HEAD: freeze(head), PROBLEMS: freeze(built.problems)})
