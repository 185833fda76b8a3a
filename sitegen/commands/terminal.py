"""What the commands say: results on stdout, everything else on stderr, always in UTF-8, quiet when nobody listens."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from sitegen.writing.errors import plain_errors


def prepare() -> None:
    """UTF-8 on both streams: Windows would else fail on the first letter that its code page lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def out(text: str) -> None:
    """A result, on stdout. A disk that is full is an EnvironmentProblem."""
    with plain_errors("The result could not be printed"):
        _say(text, sys.stdout)


def err(text: str) -> None:
    """Problems and remarks, on stderr. Where they cannot be written nobody can be told; the exit status still tells."""
    try:
        _say(text, sys.stderr)
    except OSError:
        _silence(sys.stderr)


def _say(text: str, stream: TextIO | None) -> None:
    if stream is None:
        return
    try:
        print(text, file=stream, flush=True)
    except BrokenPipeError:
        _silence(stream)  # whoever read us has stopped


def _silence(stream: TextIO | None) -> None:
    if stream is not None:  # what is left in the buffer must not fail again when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def has_colour(stream: TextIO | None) -> bool:
    """True where colours are shown: on a terminal, unless NO_COLOR is set or the terminal is called dumb."""
    is_terminal = stream is not None and stream.isatty()
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
