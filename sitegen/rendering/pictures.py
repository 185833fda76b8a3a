"""The pictures of a site as they are published: each file once, several at a time, remembered from build to build."""

from __future__ import annotations

import inspect
import json
import platform
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache, partial
from types import ModuleType
from typing import Any

from PIL import features

from sitegen.model.values import Text
from sitegen.problems.problem import Checked, Problem, Where, gather
from sitegen.reading.digests import digest_of
from sitegen.reading.refused import changed
from sitegen.reading.values import Asset, Part
from sitegen.rendering import colour, encoding, formats
from sitegen.rendering.values import Kept, PictureFile, Published
from sitegen.workers import at_once

Remember = Callable[[str, Callable[[], bytes]], bytes]
"""Gives the bytes that were made for a key before, or makes them. What is empty is made anew each time."""

Keep = Callable[[str, Callable[[], bytes]], Kept]
"""The same, with where they lie."""

LARGEST = 50_000_000
"""How many bytes a picture file may have."""

_AT_ONCE, _MOST_AT_ONCE = 4, 8
"""How many pictures are made at once, unasked and at most. A photograph takes about 40 MB while it is made."""
_MADE_WITH = ("pil", "webp", "jpg", "libjpeg_turbo", "zlib", "littlecms2", "avif")


def make_anew(_key: str, make: Callable[[], bytes]) -> bytes:
    """Remembers nothing."""
    return make()


def keep_nothing(_key: str, make: Callable[[], bytes]) -> Kept:
    """Remembers nothing either."""
    return Kept(make())


def publish_all(
    assets: Iterable[Asset], keep: Keep = keep_nothing, jobs: int = 0
) -> Checked[Mapping[str, Published]]:
    """Every picture that can be published, by the digest of its file; each file once, in the order given."""
    distinct = {(asset.digest, formats.suffix_of(asset.path)): asset for asset in assets}
    with warnings.catch_warnings(), ThreadPoolExecutor(at_once(jobs, _MOST_AT_ONCE if jobs else _AT_ONCE)) as pool:
        warnings.simplefilter("ignore")  # what a damaged file makes Pillow say is no concern of anybody's
        made = gather(pool.map(partial(publish, keep=keep), distinct.values()))
    found = zip(distinct, made.value, strict=True)
    return Checked({digest: picture for (digest, _), picture in found if picture is not None}, made.problems)


def publish(asset: Asset, keep: Keep = keep_nothing) -> Checked[Published | None]:
    """A picture file as it is published, or None with the problem that its author has to mend."""
    if asset.size > LARGEST:
        what = f"has {asset.size / 1_000_000:,.0f} MB, more than the {LARGEST // 1_000_000} MB that a picture may have."
        fix = "Save it as JPEG, at most 6000 pixels wide and high."
        return Checked(None, (formats.problem(asset.path, what, fix),))
    problems: list[Problem] = []

    def make() -> bytes:
        made = _made(asset)
        problems.extend(made.problems)
        return packed(made.value) if made.value else b""

    kept = keep(_key(asset), make)
    return Checked(unpacked(kept) if kept.content else None, tuple(problems))


def _made(asset: Asset) -> Checked[Published | None]:
    try:
        content = asset.location.read_bytes()
    except FileNotFoundError:
        return Checked(None, (changed(asset.path),))
    except OSError as error:
        return _unreadable(asset, f"cannot be read: {error.strerror or 'unknown cause'}", "Check that you may open it.")
    if digest_of(content) != asset.digest:
        return Checked(None, (changed(asset.path),))
    return encoding.encode(asset.path, content)


def _unreadable(asset: Asset, what: str, fix: str) -> Checked[Published | None]:
    name = asset.path.rpartition("/")[2]
    return Checked(None, (Problem(Where(asset.path), "unreadable-file", f'The picture "{name}" {what}.', fix),))


def _key(asset: Asset) -> str:
    """What a picture as published depends on: its file, how that is named, and all that makes it."""
    suffix = formats.suffix_of(asset.path)
    return "\n".join((asset.digest, suffix, _made_by(), formats.reads_heic() if formats.is_heic(asset.path) else ""))


@cache
def _made_by() -> str:
    """The code and the libraries that make pictures, on this machine."""
    ours = map(source_of, (colour, encoding, formats, sys.modules[__name__]))
    theirs = (f"{name} {features.version(name)}" for name in _MADE_WITH)
    return "\n".join((*theirs, sys.platform, platform.machine(), *ours))


def source_of(module: ModuleType) -> str:
    """The code of a module, by which what it makes is remembered."""
    try:
        return inspect.getsource(module)
    except OSError:  # installed without its source; the recipe is then all that tells of a change
        return encoding.RECIPE


def packed(picture: Published) -> bytes:
    """A picture that was just made in one piece: a line that tells of its files, and then they."""
    contents = [file.content for file in picture.files if isinstance(file.content, bytes)]
    told = [(file.address, file.width, len(it)) for file, it in zip(picture.files, contents, strict=True)]
    head = json.dumps([picture.width, picture.height, told]).encode()
    return b"\n".join((head, b"".join(contents)))


def unpacked(kept: Kept) -> Published:
    """What was packed. Where it is kept, its bytes stay there."""
    head, _, _ = kept.content.partition(b"\n")
    width, height, told = json.loads(head)
    files, at = [], len(head) + 1
    for address, wide, size in told:
        files.append(PictureFile(address, _part(address, kept, at, size), wide))
        at += size
    return Published(tuple(files[:-1]), files[-1], width, height)


def _part(address: str, kept: Kept, at: int, size: int) -> bytes | Part:
    content = kept.content[at : at + size]
    if kept.location is None:
        return content
    return Part(address, kept.location, kept.start + at, size, digest_of(content))


def used(view: Any) -> Iterator[Asset]:
    """Every picture that a view shows, in its own fields and in its texts."""
    if isinstance(view, Asset):
        yield view
    elif isinstance(view, Text):
        yield from view.pictures.values()
    elif isinstance(view, tuple):
        for item in view:
            yield from used(item)
    else:
        for name in _holding(type(view)):  # type: ignore[arg-type]  # mypy mistakes a class for its instances
            if held := getattr(view, name):
                yield from used(held)


_PLAIN = (
    "str", "bool", "int", "float", "LinkView", "Head", "CardView", "ShareView", "tuple[str", "tuple[LinkView",
    "tuple[SpecView",
)  # fmt: skip
"""How annotations begin of fields that hold no picture: most of a view."""


@lru_cache(maxsize=256)
def _holding(kind: type) -> tuple[str, ...]:
    """The fields of a view that may hold a picture; none of what is no view."""
    found = fields(kind) if is_dataclass(kind) else ()
    return tuple(f.name for f in found if not str(f.type).startswith(_PLAIN))
