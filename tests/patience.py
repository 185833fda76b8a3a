"""How long a test waits for what an attacker or chance has made."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator

SECONDS = 20


class TookTooLongError(Exception):
    """A build that has not ended in the time that it may take."""


@contextlib.contextmanager
def limited(seconds: int = SECONDS) -> Iterator[None]:
    """Stops what takes longer than it may, where the system can."""

    def stop(*_: object) -> None:
        raise TookTooLongError

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
