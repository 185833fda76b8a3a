"""A build in which nothing has changed since the last one but the texts of a few stories."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sitegen.frozen import freeze
from sitegen.incremental.last import BUSY, HEAD, PROBLEMS, Before, Head, listing_digest
from sitegen.incremental.result import Result
from sitegen.incremental.texts import NotByText, Rewritten, rewritten
from sitegen.incremental.told import Texts, Told, told
from sitegen.options import Options
from sitegen.problems.problem import Problem, distinct
from sitegen.reading.digests import is_as_read
from sitegen.store import Store
from sitegen.writing.errors import ChangedMeanwhile
from sitegen.writing.few import write_few
from sitegen.writing.laid import Trees, trees
from sitegen.writing.listing import LISTING, read_listing
from sitegen.writing.place import place_of
from sitegen.writing.values import Standing, Written
from sitegen.writing.write import write_tree


def by_text(
    before: Before, store: Store, options: Options, tell: Callable[[Result], None], intact: Callable[[], bool]
) -> Result | None:
    """Builds what the texts change; None where they change more than can be told, and nothing is done.

    `intact` says whether the output of the build before lies there as it was written.
    """
    try:
        made = rewritten(before, store, options)
    except (NotByText, OSError):  # a file may go between its being looked at and read
        return None
    except Exception:
        if intact():
            raise
        return None  # what was read of the output may have been anything
    if not intact():
        return None
    store.keep({BUSY: b"1"})  # one that is stopped from here on leaves nothing to go by
    result = Result(_problems(made, before), _texts(made, before, options), before.head.pages, None)
    try:
        written, lie = _write(made, before, options, lambda written: tell(replace(result, written=written)))
    except ChangedMeanwhile:
        return None
    _remember(made, told(result.problems, result.sources), written, lie, before, store, options)
    return replace(result, written=written)


def _problems(made: Rewritten, before: Before) -> tuple[Problem, ...]:
    others = (problem for problem in before.told.problems if problem.where.file not in made.problems)
    return distinct(others, *made.problems.values())


def _texts(made: Rewritten, before: Before, options: Options) -> Texts:
    """The texts that a report shows lines of; those that have changed are read again."""
    lines = {path: of for path, of in before.told.lines.items() if path not in made.problems}
    return Texts(lines, options.site, before.head.texts)


def _write(
    made: Rewritten, before: Before, options: Options, shown: Callable[[Written], None]
) -> tuple[Written, Trees]:
    """Writes what was made; `shown` is called as soon as it stands there."""

    def confirm() -> None:
        """Refuses where another build has written meanwhile, or a text has changed again."""
        changed = next((f.path for f in made.files if not is_as_read(f.location, f.size, f.digest)), "")
        if changed or listing_digest(options.output) != before.head.listing:
            raise ChangedMeanwhile(changed or LISTING)

    folders = (options.site / "content", options.site / "templates")
    texts = None if options.drafts else {file.path: file.text for file in made.files}
    how: dict[str, Any] = {
        "apart_from": folders, "drafts": options.drafts, "new_texts": texts, "confirm": confirm,
    }  # fmt: skip
    few = write_few(made.outputs, options.output, before.head.trees, shown=shown, **how)
    if few is not None:
        return few
    written = write_tree({**_standing(before.head, options), **made.outputs}, options.output, **how)
    shown(written)
    return written, trees(place_of(options.output))


def _standing(head: Head, options: Options) -> Mapping[str, Standing]:
    """Every file of the site as it lies there; another build may have written since that was looked at."""
    folder, listed, found = options.output, read_listing(options.output), head.trees.site.files
    if listed.keys() != frozenset(head.outputs):
        raise ChangedMeanwhile(LISTING)
    return {a: Standing(a, folder, found[a][0], digest) for a, digest in listed.items()}


def _remember(
    made: Rewritten, known: Told, written: Written, lie: Trees, before: Before, store: Store, options: Options
) -> None:
    """Brings what is kept up to date, if the output folder still holds what was written."""
    outputs = (*before.head.outputs, *sorted(made.outputs.keys() - frozenset(before.head.outputs)))
    if not lie.site.files.keys() >= frozenset(outputs) or listing_digest(options.output) != written.listing:
        return
    head = replace(
        before.head, inputs=before.now, digests=_digests(made, before.head), trees=lie, outputs=outputs,
        listing=written.listing,
    )  # fmt: skip
    kept = {name: freeze(value) for name, value in made.kept.items()}
    store.keep({HEAD: freeze(head), PROBLEMS: freeze(known), **kept}, without=(BUSY,))


def _digests(made: Rewritten, head: Head) -> Mapping[str, tuple[int, str]]:
    return {**head.digests, **{file.path: (file.size, file.digest) for file in made.files}}
