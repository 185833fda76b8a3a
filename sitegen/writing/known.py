"""What files hold, known by what the disk says of them: one that looks as it did is not read again.

Any write gives a file another time of change, which nobody can set. Only one that was written twice within a moment may
look the same, so that nothing is kept of files that have just been written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from sitegen.clocks import settles_after
from sitegen.reading.values import Asset
from sitegen.writing.files import same_bytes
from sitegen.writing.listing import digest
from sitegen.writing.place import Place
from sitegen.writing.values import Content, Outputs, Standing

_NONE: Mapping[str, str] = MappingProxyType({})
SETTLED = 3_000_000_000
"""Nanoseconds after which another write of a file shows in its times, on every disk."""


@dataclass(frozen=True, slots=True)
class Known:
    """Digests as the list has them: of files of both trees by their looks, of files of the site folder by their own."""

    looks: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def digest(self, content: Content) -> str:
        """The digest of a file to be, as the list has it."""
        if isinstance(content, Standing):
            return content.digest
        known = self.sources.get(content.digest) if isinstance(content, Asset) else None
        return known or digest(content)


@dataclass(frozen=True, slots=True)
class Whole:
    """The site to be: every file of it, their digests, and what is known of those that are there."""

    outputs: Outputs
    digests: Mapping[str, str]
    known: Known

    def is_at(self, root: Path, path: str, state: os.stat_result) -> bool:
        """True where the file below `root`, of this state, holds what it should."""
        held = self.known.looks.get(looks(state))
        return held == self.digests[path] if held else same_bytes(root / path, state.st_size, self.outputs[path])


def looks(state: os.stat_result) -> str:
    """What tells a file from any other and from itself before or after a change."""
    return f"{state.st_ino:x} {state.st_size:x} {state.st_mtime_ns:x} {state.st_ctime_ns:x}"


def read_known(place: Place) -> Known:
    """What was kept; nothing where nothing was, or what is there is damaged."""
    try:
        looks_, sources = json.loads(_file(place).read_bytes())
        return Known(dict(looks_), dict(sources))
    except (OSError, ValueError, TypeError, RecursionError):
        return Known()


def keep_known(
    place: Place, whole: Whole, *groups: Mapping[str, os.stat_result], more: Mapping[str, str] = _NONE
) -> None:
    """Keeps what files of the site hold that were in these states, by path, when they were looked at or written.

    `more` is kept as well. A disk that refuses is no harm.
    """
    if os.name != "posix":  # elsewhere a file's times do not tell for certain that it was changed
        return
    sources = {c.digest: whole.digests[path] for path, c in whole.outputs.items() if isinstance(c, Asset)}
    aside = place.home / "known.new"
    with suppress(OSError):
        aside.write_bytes(b"")
        now = aside.stat().st_ctime_ns  # by the clock of the disk that gave the files their times
        states = ((path, state) for group in groups for path, state in group.items() if _is_settled(state, now))
        found = {**more, **{looks(state): whole.digests[path] for path, state in states}}
        if Known(found, sources) == whole.known:
            return aside.unlink()
        aside.write_text(json.dumps([found, sources]), "utf-8")
        aside.replace(_file(place))


def _is_settled(state: os.stat_result, now: int) -> bool:
    return state.st_ctime_ns < now - min(SETTLED, settles_after(state.st_ctime_ns))


def _file(place: Place) -> Path:
    return place.home / "known.json"
