"""A server on this machine that lets fonts wait, as a slow line does."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SECONDS = 0.4


class _Slow(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.endswith(".woff2"):
            time.sleep(SECONDS)
        super().do_GET()

    def log_message(self, *said: object) -> None:
        """Says nothing."""


@contextmanager
def with_slow_fonts(folder: Path) -> Iterator[str]:
    """The address of a server that serves the folder, its fonts late."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Slow, directory=folder))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
