"""Single files of a tree: compared, written anew, copied as they are. A file is never changed in place."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from sitegen.reading.digests import ChangedFile, digest_of_file, pieces, pieces_within
from sitegen.reading.values import Part
from sitegen.writing.errors import ChangedMeanwhile
from sitegen.writing.values import Content, Standing

_CHUNK = 1 << 20


def same_bytes(path: Path, size: int, content: Content) -> bool:
    """True where the file at `path`, of `size` bytes, holds exactly `content`."""
    if isinstance(content, bytes):
        return size == len(content) and path.read_bytes() == content
    if isinstance(content, Standing):
        return size == content.size and listed_digest(path) == content.digest
    return size == content.size and digest_of_file(path) == content.digest


def listed_digest(path: Path) -> str:
    """The digest of a file's bytes as the list of files has it: SHA-256, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, hashlib.sha256).hexdigest()


def same_files(one: Path, other: Path) -> bool:
    """True where two files hold the same bytes."""
    with one.open("rb") as a, other.open("rb") as b:
        while chunk := a.read(_CHUNK):
            if chunk != b.read(_CHUNK):
                return False
        return not b.read(1)


def write_new(path: Path, content: Content) -> None:
    """A new file with `content`; there must be nothing at `path`."""
    with path.open("xb") as file:
        for piece in bytes_of(content):
            file.write(piece)


def bytes_of(content: Content) -> Iterable[bytes]:
    """What a file is to hold, piece by piece. One that has changed since it was read is `ChangedMeanwhile`."""
    if isinstance(content, bytes):
        yield content
        return
    try:
        if isinstance(content, Standing):
            yield _as_listed(content)
        elif isinstance(content, Part):
            yield from pieces_within(content.location, content.start, content.size, content.digest)
        else:
            yield from pieces(content.location, content.size, content.digest)
    except ChangedFile:
        raise ChangedMeanwhile(content.path) from None


def _as_listed(content: Standing) -> bytes:
    try:
        found = content.location.read_bytes()
    except FileNotFoundError:
        raise ChangedFile(content.location) from None
    if hashlib.sha256(found).hexdigest() != content.digest:
        raise ChangedFile(content.location)
    return found


def write_like(path: Path, model: Path, content: Content) -> None:
    """A second name of the file `model`, which holds `content`; where the disk has none, a new file like it.

    No build changes a file in place, so that what has two names cannot differ by what one does to either.
    """
    try:
        path.hardlink_to(model)
    except (OSError, NotImplementedError):
        write_new(path, content)
        take_time(path, model.stat())


def copy_as_is(source: Path, target: Path) -> None:
    """An independent copy with its times and permissions; a link is copied as a link."""
    shutil.copy2(source, target, follow_symlinks=False)


def take_time(path: Path, model: os.stat_result) -> None:
    """Gives a file the time of an equal one, so that copying tools see that nothing has changed."""
    os.utime(path, ns=(model.st_mtime_ns, model.st_mtime_ns))


def remove(path: Path) -> None:
    """Removes a file or a link if it is there."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        if sys.platform != "win32":
            raise
        # Windows refuses to delete what is marked read-only, as git marks its objects.
        path.chmod(stat.S_IWRITE)
        path.unlink(missing_ok=True)
