"""From the moment at which a story is saved to the moment at which the server shows it, as a browser would see it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sitegen.writing.errors import EnvironmentProblem
from tests.bench.sites import EDITED, Site
from tests.bench.timing import VARIABLES, Run

_PAUSE = 0.005
"""Seconds between two looks at the page."""
_PATIENCE = 300.0
_SETTLING = 2.0
"""Seconds that a server has to finish what it did before: no author saves twice within them."""


@dataclass(frozen=True, slots=True)
class Server:
    """The server of a site, at work or held still, so that it takes nothing from another that is measured."""

    site: Site
    process: subprocess.Popen[bytes]
    page: str

    def saved(self, mark: str) -> Run:
        """Saves an edit and waits until the page shows it."""
        os.killpg(self.process.pid, signal.SIGCONT)
        time.sleep(_SETTLING)
        began = time.perf_counter()
        self.site.edit(mark)
        self._wait(mark)
        taken = time.perf_counter() - began
        time.sleep(_SETTLING)
        os.killpg(self.process.pid, signal.SIGSTOP)
        return Run(taken)

    def start(self) -> None:
        """Waits until the server shows the story as it is, and holds it still."""
        self._wait(EDITED.facts.school)
        os.killpg(self.process.pid, signal.SIGSTOP)

    def _wait(self, text: str) -> None:
        began = time.monotonic()
        while text not in _shown(self.page):
            if self.process.poll() is not None or time.monotonic() - began > _PATIENCE:
                raise EnvironmentProblem(f"The server of {self.site.generator} does not show {self.page} as it should.")
            time.sleep(_PAUSE)


@contextmanager
def served(site: Site) -> Iterator[Server]:
    """The server of a site, started and held still. It ends with this."""
    port = _free_port()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            (*site.serve, str(port)), cwd=site.folder, env=VARIABLES, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
        try:
            server = Server(site, process, f"http://127.0.0.1:{port}/{site.address}")
            server.start()
            yield server
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGCONT, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, sign)
            try:
                process.wait(5 if sign != signal.SIGTERM else 0)
            except subprocess.TimeoutExpired:
                continue


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _shown(page: str) -> str:
    try:
        with urllib.request.urlopen(page, timeout=30) as answer:
            return str(answer.read().decode("utf-8", "replace"))
    except OSError:
        return ""
