"""`build`, by the shortest way that leads to what a build of everything would have written and said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sitegen.frozen import thaw
from sitegen.incremental.last import (
    PROBLEMS,
    Before,
    Head,
    changed,
    is_intact,
    last_build,
    look,
    store_of,
)
from sitegen.incremental.result import Result
from sitegen.incremental.told import Texts, Told
from sitegen.options import Options
from sitegen.snapshot import Snapshot
from sitegen.store import Store
from sitegen.workers import answered
from sitegen.writing.values import Written

if TYPE_CHECKING:
    from sitegen.pipeline import Build

_MANY = 2_000
"""Files of a site from which on another process looks at them meanwhile."""
_FEW = 20
"""Changed files up to which it pays to see whether their texts alone have changed."""


def build(options: Options, tell: Callable[[Result], None], before: Build | None = None) -> Result:
    """Reads, checks, renders and writes the site, as far as something of it has changed since the last build.

    `tell` is given the result before anything is kept for the next build: nobody waits for that. `before` is what this
    process has built earlier, whose pages are used again where they are the same. Raises EnvironmentProblem where the
    disk or the output folder does not let us.
    """
    store, now = store_of(options), look(options) if options.write else None
    head = None if now is None or options.fresh or options.deep or options.against else last_build(store, options, now)
    if now is not None and head is not None:
        last = head
        with answered(lambda: is_intact(options.output, last), is_long=len(last.outputs) >= _MANY) as intact:
            known = _again(last, now, store, options, tell, intact)
            if known is not None:
                return known
            head = last if before and intact() else None
    from sitegen.incremental.anew import anew  # what nobody needs who has changed little

    return anew(store, now, options, tell, before, head)


def _again(
    head: Head, now: Snapshot, store: Store, options: Options, tell: Callable[[Result], None],
    intact: Callable[[], bool],
) -> Result | None:  # fmt: skip
    """What has changed since the last build, built again; None where that is more than a few texts.

    `intact` says whether its output lies there as it was written.
    """
    known = thaw(store.read(PROBLEMS).get(PROBLEMS))
    paths = changed(head, now, options.site)
    if not isinstance(known, Told) or len(paths) > _FEW or not paths <= head.texts:
        return None
    if not paths:
        if not intact():
            return None
        same = Written(same=head.outputs)
        result = Result(known.problems, Texts(known.lines, options.site, head.texts), head.pages, same)
        tell(result)
        return result
    from sitegen.incremental.by_text import by_text  # what nobody needs who has changed nothing

    return by_text(Before(head, known, now, paths), store, options, tell, intact)
