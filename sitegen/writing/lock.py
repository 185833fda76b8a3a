"""One build at a time writes a folder; the next one waits its turn, and says so if the turn does not come."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, busy: str, patience: float) -> Iterator[None]:
    """Holds the lock file at `path` inside. After `patience` seconds of waiting, an `EnvironmentProblem` says `busy`.

    The system lets go of the lock when the process ends, however it ends. The file stays: deleting it would let two
    builds hold two locks of one name.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait(descriptor, busy, time.monotonic() + patience)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, busy: str, deadline: float) -> None:
    while True:
        try:
            return _take(descriptor)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > deadline:
                raise EnvironmentProblem(busy) from None
        time.sleep(0.02)
