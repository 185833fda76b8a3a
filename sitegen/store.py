"""What a build keeps for the next one: blobs by name in one file, which may be deleted at any time.

Nothing in the file is trusted: what is not whole, or was kept by another sitegen, counts as not there. Nothing depends
on it either: where it cannot be written, the next build is only slower.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_TABLE = "create table if not exists kept (name text primary key, digest blob not null, content blob not null)"
_LARGEST = 1_000_000_000
_PATIENCE = 10.0
"""Seconds that a build waits for another one to finish with the file."""
_FAILURES = (sqlite3.Error, OSError, OverflowError, ValueError, TypeError)


@dataclass(frozen=True, slots=True)
class Store:
    """One file of blobs by name. `remarks` is told once if anything in it could not be used."""

    path: Path
    remarks: dict[str, None] = field(default_factory=dict)

    def read(self, *names: str) -> dict[str, bytes]:
        """What is kept under these names, as far as it is there and whole."""
        found: dict[str, bytes] = {}
        with suppress(*_FAILURES), self._open() as base:
            for name in names:
                row = base.execute("select digest, content from kept where name = ?", (name,)).fetchone()
                found.update(self._whole([(name, *row)] if row else []))
        return found

    def read_all(self) -> dict[str, bytes]:
        """Everything that is kept and whole."""
        found: dict[str, bytes] = {}
        with suppress(*_FAILURES), self._open() as base:
            found.update(self._whole(base.execute("select name, digest, content from kept")))
        return found

    def names(self) -> tuple[str, ...]:
        """Under which names something is kept."""
        with suppress(*_FAILURES), self._open() as base:
            return tuple(name for (name,) in base.execute("select name from kept"))
        return ()

    def keep(self, blobs: Mapping[str, bytes], without: Iterable[str] = ()) -> None:
        """Adds blobs to what is kept, in the place of those of the same name, and drops those named by `without`."""
        with suppress(*_FAILURES):
            self._make_folder()
            with self._open(create=True) as base, base:
                base.execute(_TABLE)
                base.executemany("delete from kept where name = ?", ((name,) for name in without))
                rows = ((name, _digest(name, content), content) for name, content in blobs.items())
                base.executemany("insert or replace into kept values (?, ?, ?)", rows)

    def replace(self, blobs: Mapping[str, bytes], prepared: Store | None = None) -> None:
        """Keeps these blobs, with those that were `prepared`, and nothing else."""
        aside = prepared or self.beginning()
        try:
            aside.keep(blobs)
            os.replace(aside.path, self.path)
        except OSError:
            self.forget()
        finally:
            aside.forget()

    def beginning(self) -> Store:
        """An empty file beside this one, for what is to be kept in its place."""
        aside = Store(self.path.with_name(f"{self.path.name}.{os.getpid()}.new"))
        aside.forget()
        return aside

    def forget(self) -> None:
        """Keeps nothing any more."""
        for path in (self.path, self._held):
            _remove(path)

    def lay_aside(self) -> None:
        """Keeps nothing, until what was kept is taken back. Drops what a build that was stopped has begun."""
        with suppress(OSError):
            for begun in self.path.parent.glob(f"{self.path.name}.*.new*"):
                _remove(begun)
            os.replace(self.path, self._held)

    def take_back(self) -> None:
        """Keeps again what was laid aside."""
        with suppress(OSError):
            os.replace(self._held, self.path)

    @property
    def _journal(self) -> Path:
        return self.path.with_name(f"{self.path.name}-journal")

    @property
    def _held(self) -> Path:
        return self.path.with_name(f"{self.path.name}.held")

    @contextmanager
    def _open(self, *, create: bool = False) -> Iterator[sqlite3.Connection]:
        if not create and not self._is_ours():
            raise FileNotFoundError(self.path)
        with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as base:
            try:
                base.execute("pragma synchronous = off")  # a file that a power cut tears is found out by its digests
                base.execute("pragma secure_delete = on")  # what is dropped may be of a story that was withdrawn
                if self._journal.exists():  # of a build that was stopped; the next that writes takes it away
                    base.execute("pragma user_version = 1")
                yield base
            except sqlite3.OperationalError:  # closed, full or in use: what is in it may be whole
                raise
            except sqlite3.DatabaseError:
                self._damaged()
                raise

    def _is_ours(self) -> bool:
        """False for what is no plain file: a link would lead elsewhere."""
        return self.path.is_file() and not self.path.is_symlink() and self.path.stat().st_size <= _LARGEST

    def _whole(self, rows: Iterable[tuple[str, bytes, bytes]]) -> Iterator[tuple[str, bytes]]:
        for name, digest, content in rows:
            if digest == _digest(name, content):
                yield name, content
            else:
                self._damaged()

    def _damaged(self) -> None:
        self.remarks[f"{self.path} is damaged: what it remembered is made anew."] = None

    def _make_folder(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        ignored = self.path.parent / ".gitignore"
        if not ignored.is_file() or not ignored.stat().st_size:  # empty: a build was stopped while it wrote this
            ignored.write_text("*\n", encoding="utf-8")


def _digest(name: str, content: bytes) -> bytes:
    """Of both, so that a blob under the name of another is no blob."""
    return hashlib.blake2b(content, digest_size=16, key=hashlib.sha256(name.encode()).digest()).digest()


def _remove(path: Path) -> None:
    for each in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            each.unlink()
