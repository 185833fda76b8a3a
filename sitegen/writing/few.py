"""Writes a few files of a site whose trees lie as the last build left them: nothing else is looked through.

What it comes to is what writing the whole site comes to, which it leaves the work to wherever things lie otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.writing.addresses import above, check_addresses
from sitegen.writing.errors import plain_errors
from sitegen.writing.exchange import Swap, exchange, in_one_call
from sitegen.writing.laid import Laid, Trees
from sitegen.writing.listing import LISTING, digest, read_listing, write_listing
from sitegen.writing.place import Place, check_folder
from sitegen.writing.published import keep_changed, site_digest
from sitegen.writing.shadow import forget, replace_file, take_mode
from sitegen.writing.values import At, Standing, Written
from sitegen.writing.write import PATIENCE, nothing, save_latecomers, turn


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be done: files by address, the new list of all, and what the shadow lacks beside them.

    `site` and `shadow` are how the trees lie before it.
    """

    site: Laid
    shadow: Laid
    changed: Mapping[str, bytes]
    listed: Mapping[str, str]
    listing: bytes
    missing: tuple[str, ...]


def write_few(
    changed: Mapping[str, bytes],
    folder: Path,
    before: Trees,
    *,
    apart_from: Iterable[Path] = (),
    drafts: bool = False,
    new_texts: Mapping[str, str] | None = None,
    confirm: Callable[[], None] = lambda: None,
    shown: Callable[[Written], None] = lambda written: None,
    patience: float = PATIENCE,
    at: At = nothing,
    swap: Swap = in_one_call,
) -> tuple[Written, Trees] | None:
    """Makes `folder` hold the `changed` files beside all others that it holds, and says how both trees lie then.

    None, with nothing done, where they do not lie as they did `before`, or where somebody else's file would have to be
    carried over. Whoever calls has seen that the site's own files lie as they did. `shown` is called when the new site
    stands in its place and only the last one is to be tidied away. All else is as for `write_tree`.
    """
    check_addresses(changed)
    check_folder(folder, apart_from, drafts=drafts)
    with turn(folder, patience) as place:
        at("locked")
        if place.journal.exists():
            return None
        confirm()
        work = _work(changed, place, before, drafts)
        if work is None:
            return None
        site_before = site_digest(place)
        at("surveyed")
        written, after = _write(work, place, shown, at, swap)
        if new_texts is not None:
            keep_changed(place, new_texts, site_before)
        return written, after


def _work(changed: Mapping[str, bytes], place: Place, before: Trees, drafts: bool) -> _Work | None:
    site, shadow, listed = before.site, before.shadow, read_listing(place.folder)
    if shadow is None:
        return None
    missing = [path for path in site.files if path not in shadow.files and path not in changed and path != LISTING]
    others = [path for path in site.files if path not in listed and path != LISTING]
    is_ours = all(path in listed for path in missing) and all(p in listed or p not in site.files for p in changed)
    if not is_ours or not above(changed) <= site.folders.keys():
        return None
    if not (site.has_folders(place.folder) and site.has_files(place.folder, others) and _is_known(shadow, site, place)):
        return None
    digests = {**listed, **{path: digest(content) for path, content in changed.items()}}
    return _Work(site, shadow, changed, listed, write_listing(digests, drafts), tuple(missing))


def _is_known(shadow: Laid, site: Laid, place: Place) -> bool:
    """True where the shadow lies as it did; where there was none, where there is none now."""
    if not shadow.folders:
        return not place.tree.exists()
    # What is one file with the site's was looked at there: its name leads to it as long as its folder is unchanged.
    apart = [path for path, found in shadow.files.items() if found != site.files[path]]
    return shadow.has_folders(place.tree) and shadow.has_files(place.tree, apart)


def _write(
    work: _Work, place: Place, shown: Callable[[Written], None], at: At, swap: Swap
) -> tuple[Written, Trees]:
    tree = place.tree
    for path in sorted(work.site.folders.keys() - work.shadow.folders.keys()):
        at("making a folder")
        (tree / path).mkdir()
    for path, content in {LISTING: work.listing, **work.changed}.items():
        at("writing a file")
        replace_file(tree / path, None, content)
        at("wrote a file")
    for path in work.missing:
        at("writing a file")
        like = Standing(path, place.folder, work.site.files[path][0], work.listed[path])
        replace_file(tree / path, place.folder / path, like)
        at("wrote a file")
    take_mode(tree, place.folder)
    # Before anybody else can put something into it: what comes later must not count as known.
    site = _new_site(work, tree)
    at("complete")
    exchange(place, at, swap)
    written = _written(work)
    shown(written)
    with plain_errors(f"The new site stands in {place.folder}, but the last one could not be tidied away"):
        _settle(work, place, at)
    return written, Trees(site, _new_shadow(work, place))


def _written(work: _Work) -> Written:
    return Written(
        new=tuple(path for path in work.changed if path not in work.listed),
        changed=tuple(path for path in work.changed if path in work.listed),
        same=tuple(path for path in work.listed if path not in work.changed),
        listing=digest(work.listing),
    )


def _settle(work: _Work, place: Place, at: At) -> None:
    at("settling")
    site = work.site
    strange = [path for path in site.files if path not in work.listed and path != LISTING]
    if not (site.has_folders(place.tree) and site.has_files(place.tree, strange)):
        save_latecomers(place, work.listed, {path: site.files[path][1] for path in strange})
    forget(place.tree, [path for path in work.changed if path in work.listed])


def _new_site(work: _Work, tree: Path) -> Laid:
    """The shadow, about to stand in the site's place, with what it lacked."""
    made = work.site.folders.keys() - work.shadow.folders.keys()
    return work.shadow.renewed(tree, (LISTING, *work.changed, *work.missing), made=made)


def _new_shadow(work: _Work, place: Place) -> Laid:
    """The former site, without what has been forgotten of it."""
    return work.site.renewed(place.tree, work.missing, without=(LISTING, *work.changed))
