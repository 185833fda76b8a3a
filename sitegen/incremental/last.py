"""What is known of the last build that was written: from what it was made, and how that and what it wrote lay there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import sitegen
from sitegen.frozen import thaw
from sitegen.incremental.told import Told
from sitegen.options import Options, private_folder
from sitegen.reading.digests import is_as_read
from sitegen.snapshot import Snapshot, Unclear, snapshot, surroundings, unsettled
from sitegen.store import Store
from sitegen.writing.laid import Trees
from sitegen.writing.listing import LISTING

KEY, HEAD, PROBLEMS, BUSY = "key", "head", "problems", "busy"
_CONTENT, _CODE = "content/", "code/"
_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Head:
    """The last build in short.

    `inputs` are the states of all files that it could read, `digests` and sizes those of the files of content/ as it
    read them, `texts` those among them that hold text. `trees` say how the output and its shadow lay when it was done.
    `outputs` are the addresses of the files that it wrote, `listing` is the digest of its list of them.
    """

    inputs: Snapshot
    digests: Mapping[str, tuple[int, str]]
    trees: Trees
    outputs: tuple[str, ...]
    listing: str
    pages: int
    texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Before:
    """The last build with its problems, how things lie there now, and the paths of what has changed since."""

    head: Head
    told: Told
    now: Snapshot
    paths: frozenset[str]


def store_of(options: Options) -> Store:
    """Where the last build into the output folder is kept: in the site folder, one file an output folder.

    Its name is that of the way from one to the other, so that in a copy of both it is used again, and overwritten.
    """
    way = os.path.realpath(options.output)
    with suppress(ValueError):  # on Windows none leads from one drive to another
        way = os.path.relpath(way, os.path.realpath(options.site))
    output = hashlib.sha256(way.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Store(_home(options.site) / f"{output}.db")


def forget(site: Path) -> None:
    """Forgets every build of a site: what they keep tells of stories that may have to be seen no more."""
    with suppress(OSError):
        for path in _home(site).iterdir():
            path.unlink()


def _home(site: Path) -> Path:
    return site / ".sitegen" / "builds"


def key_of(options: Options, now: Snapshot) -> str:
    """All that a build depends on beside the files of the site. Builds of another key have nothing to say to it.

    Another sitegen is one: what it kept may be made in another way.
    """
    code = sorted((path, found) for path, found in now.states.items() if path.startswith(_CODE))
    asked = (
        _FORMAT, surroundings(), code, options.site, options.output, options.theme, options.today, options.strict,
        options.drafts, options.base_url, options.private, options.medium, options.lenient, options.own_theme,
        options.docs, options.edition, options.hub, options.against,
    )  # fmt: skip
    return hashlib.sha256(repr(asked).encode()).hexdigest()


def look(options: Options) -> Snapshot | None:
    """How everything lies there that a build may read: content, templates, consents, and sitegen itself.

    None where that cannot be told by looking.
    """
    folders = {
        "content": options.site / "content", "templates": options.site / "templates", "theme": options.theme,
        "private": private_folder(options), "code": Path(sitegen.__file__).parent,
    }  # fmt: skip
    try:
        return snapshot(folders, _is_passed_over)
    except Unclear:
        return None


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name == "__pycache__"


def last_build(store: Store, options: Options, now: Snapshot) -> Head | None:
    """The last build, where it was one of the same options."""
    kept = store.read(KEY, BUSY)
    if BUSY in kept or kept.get(KEY) != key_of(options, now).encode():
        return None
    head = thaw(store.read(HEAD).get(HEAD))
    return head if isinstance(head, Head) else None


def is_intact(output: Path, head: Head) -> bool:
    """True where every file that the build wrote lies in the folder as it left it."""
    return head.trees.site.has_files(output, (*head.outputs, LISTING))


def changed(head: Head, now: Snapshot, site: Path) -> frozenset[str]:
    """The paths of files that have come, gone or changed since the build looked at them."""
    before = head.inputs
    return frozenset(p for p in _differing(before, now) | unsettled(before) if not _is_as_read(p, head, site))


def _differing(before: Snapshot, now: Snapshot) -> set[str]:
    if before.states == now.states:
        return set()
    return {p for p in before.states.keys() | now.states.keys() if before.states.get(p) != now.states.get(p)}


def _is_as_read(path: str, head: Head, site: Path) -> bool:
    """True where a file of content/ still has the bytes that were read."""
    if not path.startswith(_CONTENT) or path not in head.digests:
        return False
    return is_as_read(site / path, *head.digests[path])


def listing_digest(output: Path) -> str:
    """What tells the site in the output folder from any other; empty without one."""
    try:
        return hashlib.sha256((output / LISTING).read_bytes()).hexdigest()
    except OSError:
        return ""
