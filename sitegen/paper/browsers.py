"""The browser of this machine that can make a PDF: a Chrome, Edge or Chromium, by a table of names and places. [I/O]"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem

CHOICES = ("SITEGEN_BROWSER", "CHROME")
"""Variables of the environment that say which browser it is to be: a program's path, or its name."""

_OTHERS = ("firefox", "safari", "iceweasel", "librewolf", "epiphany")
"""Browsers that understand nothing of what Chrome is asked with, and would wait for somebody to use them."""

_NAMES = (
    "google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge",
    "chrome", "msedge",
)  # fmt: skip
_PLACES = ("/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge")
_APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
)
_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
_PROGRAM_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find_browser(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The program of the browser that was chosen, else of one that is installed; None where there is none.

    One that was chosen and cannot be found, or is of another sort, is an EnvironmentProblem.
    """
    for variable in CHOICES:
        if chosen := environ.get(variable, ""):
            found = shutil.which(chosen, path=environ.get("PATH"))
            if not found:
                wrong = f'{variable} says "{chosen}", and there is no such program.'
                raise EnvironmentProblem(f"{wrong} Correct it, or take it away.")
            if any(name in Path(found).name.lower() for name in _OTHERS):
                wrong = f'{variable} says "{chosen}", which makes no PDF without somebody at it.'
                raise EnvironmentProblem(f"{wrong} Name a Chrome, Edge or Chromium, or take it away.")
            return Path(found)
    on_path = (shutil.which(name, path=environ.get("PATH")) for name in _NAMES)
    return next((Path(p) for p in (*filter(None, on_path), *_places(environ)) if os.access(p, os.X_OK)), None)


def _places(environ: Mapping[str, str]) -> Iterator[str]:
    """Where installers put these browsers on Linux, macOS and Windows."""
    yield from _PLACES
    for folder in ("/Applications", f"{environ.get('HOME', '')}/Applications"):
        yield from (f"{folder}/{application}" for application in _APPLICATIONS)
    for folder in (environ[name] for name in _PROGRAM_FOLDERS if environ.get(name)):
        yield from (f"{folder}/{program}" for program in _PROGRAMS)
