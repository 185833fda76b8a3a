"""Exchanges the site and its shadow: in one system call where there is one, else by two renames with a journal."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sitegen.writing.place import Place
from sitegen.writing.values import At

Swap = Callable[[Path, Path], bool]
"""Exchanges two folders at once; False, with nothing done, where the system cannot."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # of Linux's renameat2
_RENAME_SWAP = 2  # of macOS's renamex_np
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
_PATIENCE = 2.0


def in_one_call(one: Path, other: Path) -> bool:
    """Exchanges two folders in one system call. False where the system or the disk has none; no state in between."""
    call = _call(os.fsencode(one), os.fsencode(other))
    if call is None:
        return False
    if call() == 0:
        return True
    if (code := ctypes.get_errno()) in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _call(one: bytes, other: bytes) -> Callable[[], int] | None:
    if sys.platform == "linux" and hasattr(system := ctypes.CDLL(None, use_errno=True), "renameat2"):
        return lambda: int(system.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    if sys.platform == "darwin" and hasattr(system := ctypes.CDLL(None, use_errno=True), "renamex_np"):
        return lambda: int(system.renamex_np(one, other, _RENAME_SWAP))
    return None


def exchange(place: Place, at: At, swap: Swap = in_one_call) -> None:
    """Puts the shadow in the site's place, and the site, if there is one, in the shadow's."""
    at("exchanging")
    if not place.folder.exists():
        _move(place.tree, place.folder)
    elif not swap(place.tree, place.folder):
        _by_renames(place, at)
    at("exchanged")


def _by_renames(place: Place, at: At) -> None:
    place.journal.write_text("The new site takes the place of the last one; the next command finishes it.\n", "utf-8")
    at("journal written")
    _move(place.folder, place.old)
    at("site moved aside")
    try:
        _move(place.tree, place.folder)
    except OSError:
        _move(place.old, place.folder)
        place.journal.unlink()
        raise
    at("shadow in its place")
    _move(place.old, place.tree)
    at("site kept as shadow")
    place.journal.unlink()


def finish_exchange(place: Place) -> None:
    """Finishes an exchange that was stopped between its renames; does nothing where none was."""
    if not place.journal.exists():
        return
    if place.old.exists() and place.tree.exists():
        if place.folder.exists():
            place.folder.rmdir()  # somebody has made an empty one since; one that is not empty is an error
        _move(place.tree, place.folder)
    elif place.old.exists() and not place.folder.exists():
        _move(place.old, place.folder)
    if place.old.exists():
        _move(place.old, place.tree)
    place.journal.unlink()


def _move(source: Path, target: Path) -> None:
    # On Windows a virus scanner or an open window holds a folder for a moment.
    deadline = time.monotonic() + (_PATIENCE if sys.platform == "win32" else 0.0)
    while True:
        try:
            source.rename(target)
            return
        except PermissionError:
            if time.monotonic() > deadline:
                raise
        time.sleep(0.05)
