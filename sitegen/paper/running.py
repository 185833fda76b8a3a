"""A browser run to print a page: in a profile of its own, without the network, ended with all it started. [I/O]"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sitegen.writing.errors import EnvironmentProblem, plain_errors

_LEAST, _PER_BYTE = 120.0, 0.0001
"""Seconds that a browser may take over any page, and more for each of its bytes: it takes a twentieth of that."""
_FONTS_AND_PICTURES = 20_000
"""Milliseconds of the page's own time in which all that it shows is there; they pass as soon as nothing is awaited."""

_FLAGS = (
    "--headless=new", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
    "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-quic",
    "--disable-default-apps", "--disable-breakpad", "--metrics-recording-only", "--mute-audio",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--password-store=basic",
    "--use-mock-keychain", "--run-all-compositor-stages-before-draw", f"--virtual-time-budget={_FONTS_AND_PICTURES}",
    "--force-device-scale-factor=2", "--no-pdf-header-footer",
)  # fmt: skip
"""The scale has pictures taken in twice the width that a screen would need; what they measure on paper stays."""
_WHOLE = ("--generate-pdf-document-outline", "--export-tagged-pdf")
_ROUGH = ("--disable-pdf-tagging",)
"""Bookmarks and tags take a third of the time, and nothing is laid out otherwise without them."""


def print_page(
    browser: Path, page: Path, pdf: Path, profile: Path, rough: bool = False, limit: float | None = None
) -> bytes:
    """The PDF that a browser makes of a page on the disk, without bookmarks and tags where a `rough` one will do.

    A browser that makes none in time is an EnvironmentProblem.
    """
    with at_work(browser, page, pdf, profile, rough, limit) as made:
        return made()


@contextmanager
def at_work(
    browser: Path, page: Path, pdf: Path, profile: Path, rough: bool = False, limit: float | None = None
) -> Iterator[Callable[[], bytes]]:
    """A browser at work on such a PDF, which is handed over when it is asked for; ended with the `with`."""
    command = [
        str(browser), *_FLAGS, *(_ROUGH if rough else _WHOLE), *_for_root(), f"--user-data-dir={profile}",
        f"--print-to-pdf={pdf}", page.as_uri(),
    ]  # fmt: skip
    with suppress(FileNotFoundError):
        pdf.unlink()
    limit = limit or _LEAST + page.stat().st_size * _PER_BYTE
    log = profile.with_suffix(".txt")
    apart: dict[str, Any] = {"start_new_session": True} if os.name == "posix" else {}
    with plain_errors(f"{browser} cannot be started"), log.open("wb") as said:
        running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, **apart)
    try:
        yield lambda: _made(running, browser, pdf, log, limit)
    finally:
        _end(running)


def _made(running: subprocess.Popen[bytes], browser: Path, pdf: Path, log: Path, limit: float) -> bytes:
    """The PDF, once the browser has ended; it is as good as ended where it takes too long."""
    try:
        running.wait(limit)
    except subprocess.TimeoutExpired:
        minutes = max(round(limit / 60), 1)
        raise EnvironmentProblem(
            f"{browser} had not made the PDF after {minutes} minute{'s' if minutes > 1 else ''}, and was ended."
        ) from None
    try:
        made = pdf.read_bytes()
    except OSError:
        made = b""
    if not made.startswith(b"%PDF-") or b"%%EOF" not in made[-64:]:
        lines = log.read_text("utf-8", "replace").split("\n")
        said = next((line.strip()[:200] for line in reversed(lines) if line.strip()), "")
        raise EnvironmentProblem(f"{browser} made no PDF: {said or 'it may be no Chrome, Edge or Chromium'}.")
    return made


def _for_root() -> tuple[str, ...]:
    """On Linux browsers refuse to shut pages in for root, as whom everything runs in containers."""
    return ("--no-sandbox", "--disable-dev-shm-usage") if sys.platform == "linux" and os.geteuid() == 0 else ()


def _end(running: subprocess.Popen[bytes]) -> None:
    """Ends a program and those that it has started: they have its number as their group."""
    with suppress(OSError):
        if sys.platform == "win32":
            tree = ["taskkill", "/T", "/F", "/PID", str(running.pid)]
            if running.poll() is None:
                subprocess.run(tree, capture_output=True, check=False)
        else:
            os.killpg(running.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        running.wait(10)
