"""Remembers what was made, by all that it was made of, in a folder that may be deleted at any time.

Nothing in the folder is trusted: an entry that is not whole, or was kept for something else, is made again. Nothing
depends on it either: where it cannot be written, the build is only slower.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.regex import regex
from sitegen.rendering.values import Kept

_BEGINNING = b"sitegen remembers 1\n"
_DIGEST = 32
_START = len(_BEGINNING) + _DIGEST
_ENTRY = regex(r"[0-9a-f]{64}\Z")
_UNFINISHED = "unfinished-"
_DAY = 86_400.0
_KEPT = 90 * _DAY
"""How long an entry stays that no build uses."""
_MOST_BYTES = 2_000_000_000
_LARGEST_ENTRY = 100_000_000
_COARSE = 5.0
"""By how many seconds clocks of disks may lag behind."""


@dataclass(frozen=True, slots=True)
class Memo:
    """What earlier builds made, in one folder. `fresh` makes everything anew, and remembers that.

    `most_bytes` bounds what is kept beyond what the builds since `opened` have used.
    """

    folder: Path
    fresh: bool = False
    most_bytes: int = _MOST_BYTES
    opened: float = field(default_factory=time.time)

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What was made for this key before, else what `make` makes now; where that is empty, it is not kept.

        A key says all that the outcome depends on. Threads and builds may ask at the same time.
        """
        return self.keep(key, make).content

    def keep(self, key: str, make: Callable[[], bytes]) -> Kept:
        """The same, with where it lies until the end of the build, for what is too large to be held so long."""
        path = self.folder / hashlib.sha256(key.encode()).hexdigest()
        found = None if self.fresh else _read(path, key)
        if found is not None:
            return Kept(found, path, _START)
        made = make()
        return Kept(made, path, _START) if made and _write(path, key, made) else Kept(made)

    def tidy(self) -> None:
        """Removes what no build has used for long, and the oldest beyond what may be kept."""
        with contextlib.suppress(OSError):
            for path in self._superfluous():
                _remove(path)

    def forget_all(self) -> None:
        """Removes everything that was remembered."""
        with contextlib.suppress(OSError):
            for path, _ in _entries(self.folder):
                _remove(path)

    def _superfluous(self) -> Iterator[Path]:
        now, total = time.time(), 0
        for path, found in sorted(_entries(self.folder), key=lambda each: -each[1].st_mtime):
            age = abs(now - found.st_mtime)  # what is of the future was made by a clock that was wrong
            total += found.st_size
            if path.name.startswith(_UNFINISHED):
                # Of a build that was stopped. One that is still at work loses it without harm: it remembers less.
                superfluous = age > _DAY or found.st_mtime < self.opened
            else:
                superfluous = age > _KEPT or (total > self.most_bytes and found.st_mtime < self.opened - _COARSE)
            if superfluous:
                yield path


def _entries(folder: Path) -> list[tuple[Path, os.stat_result]]:
    """Our own files of a folder, finished or not; what others have put there is left alone."""
    with os.scandir(folder) as listing:
        ours = [e for e in listing if _ENTRY.match(e.name) or e.name.startswith(_UNFINISHED)]
        return [(Path(e.path), e.stat(follow_symlinks=False)) for e in ours if e.is_file(follow_symlinks=False)]


def _read(path: Path, key: str) -> bytes | None:
    """What an entry holds, None where it is not there, not whole, not for this key or not ours at all."""
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST_ENTRY:
            return None
        written = path.read_bytes()
    except OSError:
        return None
    digest, content = written[len(_BEGINNING) : _START], written[_START:]
    if not written.startswith(_BEGINNING) or digest != _digest(key, content):
        return None
    with contextlib.suppress(OSError):
        os.utime(path, (time.time(), time.time()))
    return content


def _write(path: Path, key: str, content: bytes) -> bool:
    """Keeps an entry: whole, or not at all. True where it is kept."""
    with contextlib.suppress(OSError):
        ignored = path.parent / ".gitignore"
        if not ignored.is_file() or not ignored.stat().st_size:  # empty: a build was stopped while it wrote this
            path.parent.mkdir(parents=True, exist_ok=True)
            ignored.write_text("*\n", encoding="utf-8")
        number, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path.parent)
        try:
            with open(number, "wb") as file:
                file.write(_BEGINNING + _digest(key, content) + content)
            os.replace(name, path)
        except BaseException:
            _remove(Path(name))
            raise
        return True
    return False


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _digest(key: str, content: bytes) -> bytes:
    """Of both, each by itself, so that no end of one can be taken for the beginning of the other."""
    return hashlib.sha256(hashlib.sha256(key.encode()).digest() + content).digest()
