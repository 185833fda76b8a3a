"""Digests of files: what was read is known again by them, and what has changed since is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

_CHUNK = 1 << 20


class ChangedFile(Exception):
    """A file is no longer what was read."""


def digest_of(content: bytes) -> str:
    """The digest of a file's bytes."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def digest_of_file(location: Path) -> str:
    """The digest of a file's bytes, which are not kept."""
    with location.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def pieces(location: Path, size: int, digest: str) -> Iterator[bytes]:
    """The bytes of a file piece by piece, as they were when it had this size and digest, or `ChangedFile`.

    What was yielded before a `ChangedFile` is worth nothing.
    """
    found, left = hashlib.blake2b(digest_size=16), size
    try:
        with location.open("rb") as file:
            # One that grows is not followed to its end, if it has one.
            while left >= 0 and (piece := file.read(_CHUNK)):
                left -= len(piece)
                found.update(piece)
                yield piece
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise ChangedFile(location) from None
    if found.hexdigest() != digest:
        raise ChangedFile(location)


def pieces_within(location: Path, start: int, size: int, digest: str) -> Iterator[bytes]:
    """The same of bytes that lie within a file, from `start` on."""
    found, left = hashlib.blake2b(digest_size=16), size
    try:
        with location.open("rb") as file:
            file.seek(start)
            while piece := file.read(min(left, _CHUNK)):
                left -= len(piece)
                found.update(piece)
                yield piece
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise ChangedFile(location) from None
    if found.hexdigest() != digest:
        raise ChangedFile(location)


def is_as_read(location: Path, size: int, digest: str) -> bool:
    """True where a file still has the bytes of this size and digest."""
    try:
        for _ in pieces(location, size, digest):
            pass
    except (ChangedFile, OSError):
        return False
    return True
