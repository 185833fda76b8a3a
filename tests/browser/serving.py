"""A server on this machine that holds fonts back until it is told to let them go, as a slow line does."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

LONGEST = 30
"""Seconds after which fonts go in any case: a test that fails must end."""


class _Holding(SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, gate: threading.Event, **named: Any) -> None:
        self.gate = gate
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        if self.path.endswith(".woff2"):
            self.gate.wait(LONGEST)
        super().do_GET()

    def log_message(self, *said: object) -> None:
        """Says nothing."""


@contextmanager
def holding_fonts(folder: Path) -> Iterator[tuple[str, threading.Event]]:
    """The address of a server that serves the folder, and what lets its fonts go while it is set."""
    gate = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Holding, directory=folder, gate=gate))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", gate
    finally:
        gate.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server that serves the folder."""
    with holding_fonts(folder) as (address, gate):
        gate.set()
        yield address
