"""Writes a whole site. Until the one moment of exchange the old site stands untouched; after it, the new one does."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sitegen.writing.addresses import above, check_addresses
from sitegen.writing.errors import plain_errors
from sitegen.writing.exchange import Swap, exchange, finish_exchange, in_one_call
from sitegen.writing.files import copy_as_is, remove
from sitegen.writing.known import Known, Whole, keep_known, read_known
from sitegen.writing.listing import LISTING, read_listing, write_listing
from sitegen.writing.lock import locked
from sitegen.writing.place import Place, check_folder, place_of
from sitegen.writing.published import keep_changed, keep_published, site_digest
from sitegen.writing.shadow import bring_up_to_date, forget
from sitegen.writing.survey import carried, foreign, survey
from sitegen.writing.values import At, Foreign, Outputs, Survey, Written

PATIENCE = 30.0
"""Seconds that a build waits for another one to finish writing."""


def nothing(_step: str) -> None:
    """What is done at each step outside of tests."""


def _unasked() -> None:
    pass


def write_tree(
    outputs: Outputs,
    folder: Path,
    *,
    apart_from: Iterable[Path] = (),
    drafts: bool = False,
    texts: Mapping[str, str] | None = None,
    new_texts: Mapping[str, str] | None = None,
    confirm: Callable[[], None] = _unasked,
    fresh: bool = False,
    patience: float = PATIENCE,
    at: At = nothing,
    swap: Swap = in_one_call,
) -> Written:
    """Makes `folder` hold exactly `outputs`, its own list, and whatever in it no build wrote.

    `folder` may neither lie in one of `apart_from` nor contain it, and holds a site with `drafts` or one without for
    as long as it stands. Anything that prevents the writing is an `EnvironmentProblem`, and the old site is then
    byte for byte as it was. `texts` are what the site was made from, to be kept beside it; `new_texts` are
    those that have changed, where the others are kept already. `confirm` may still refuse
    when no other build can come between. With `fresh`, every file is read again, whatever its times say. `at` and
    `swap` are for tests.
    """
    check_addresses(outputs)
    check_folder(folder, apart_from, drafts=drafts)
    with turn(folder, patience) as place:
        at("locked")
        finish_exchange(place)
        check_folder(folder, apart_from, drafts=drafts)
        confirm()
        before = site_digest(place) if new_texts is not None else ""
        known = Known() if fresh else read_known(place)
        written = _write(dict(sorted(outputs.items())), place, drafts, at, swap, known)
        if texts is not None:
            keep_published(place, texts)
        if new_texts is not None:
            keep_changed(place, new_texts, before)
        return written


def finish_interrupted(folder: Path, *, patience: float = PATIENCE) -> None:
    """Finishes an exchange that a killed build left half done, so that `folder` holds a whole site again."""
    if place_of(folder).journal.exists():
        with turn(folder, patience) as place:
            finish_exchange(place)


@contextmanager
def turn(folder: Path, patience: float = PATIENCE) -> Iterator[Place]:
    """Inside, nobody else writes to `folder`. Whoever waits for longer than `patience` is told why."""
    place = place_of(folder)
    with plain_errors(f"The site could not be written to {folder}, which is as it was"):
        place.make_home()
        with locked(place.lock, f"Another build is writing {folder}. Try again when it is done.", patience):
            yield place


def _write(outputs: Outputs, place: Place, drafts: bool, at: At, swap: Swap, known: Known) -> Written:
    found, listed = survey(place.folder), read_listing(place.folder)
    strange = carried(place.folder, found, foreign(found, listed), outputs)
    at("surveyed")
    whole = _whole(outputs, drafts, known)
    unchanged = _unchanged(whole, place.folder, found)
    written = replace(_compared(outputs, unchanged, found, listed), listing=whole.digests[LISTING])
    if len(unchanged) == len(whole.outputs) and not written.removed:
        _settle_interrupted(place, whole)
        keep_known(place, whole, unchanged, more=known.looks)
        return written
    states = bring_up_to_date(place.tree, whole, strange, place.folder, unchanged, at)
    at("complete")
    exchange(place, at, swap)
    with plain_errors(f"The new site stands in {place.folder}, but the last one could not be tidied away"):
        _settle(place, strange, written, listed, at)
    keep_known(place, whole, states, unchanged)
    return written


def _whole(outputs: Outputs, drafts: bool, known: Known) -> Whole:
    digests = {path: known.digest(content) for path, content in outputs.items()}
    listing = write_listing(digests, drafts)
    return Whole({LISTING: listing, **outputs}, {LISTING: known.digest(listing), **digests}, known)


def _unchanged(whole: Whole, folder: Path, found: Survey) -> Mapping[str, os.stat_result]:
    there = ((path, state) for path in whole.outputs if (state := found.files.get(path)))
    return {path: state for path, state in there if whole.is_at(folder, path, state)}


def _compared(
    outputs: Outputs, unchanged: Mapping[str, os.stat_result], found: Survey, listed: Mapping[str, str]
) -> Written:
    there = found.files.keys() | found.links.keys()
    return Written(
        new=tuple(p for p in outputs if p not in there),
        changed=tuple(p for p in outputs if p in there and p not in unchanged),
        same=tuple(p for p in outputs if p in unchanged),
        removed=tuple(sorted(p for p in listed if p in there and p not in outputs)),
    )


def _settle(place: Place, strange: Foreign, written: Written, listed: Mapping[str, str], at: At) -> None:
    """After the exchange: saves what somebody put into the folder meanwhile, and drops what the site no longer says.

    Pages that were changed or removed must not lie about in the shadow: a story may have been withdrawn.
    """
    at("settling")
    save_latecomers(place, listed, {path: state.st_mtime_ns for path, state in strange.files.items()})
    forget(place.tree, (*written.changed, *written.removed), above(written.removed))


def _settle_interrupted(place: Place, whole: Whole) -> None:
    """Drops from the shadow what a build that was stopped has left there, of a site before this one or never shown."""
    if (place.tree / LISTING).exists():
        found = survey(place.tree)
        kept = _unchanged(whole, place.tree, found)
        left = [p for p in found.files if p not in kept and p != LISTING]
        forget(place.tree, left, found.folders)


def save_latecomers(place: Place, listed: Mapping[str, str], known: Mapping[str, int]) -> None:
    """Takes over what somebody has put into the former site, or changed in it since its time was `known`, by path."""
    for path, state in foreign(survey(place.tree), listed).files.items():
        if known.get(path, state.st_mtime_ns) != state.st_mtime_ns or not os.path.lexists(place.folder / path):
            _save_latecomer(place, path)


def _save_latecomer(place: Place, path: str) -> None:
    aside = place.home / "latecomer"
    remove(aside)
    copy_as_is(place.tree / path, aside)
    (place.folder / path).parent.mkdir(parents=True, exist_ok=True)
    aside.replace(place.folder / path)
