"""A Firefox of this machine for the tests of `--full`. Standard library only."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem
from tests import chromium

_COMMANDS = ("firefox-esr", "firefox")
_PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox",)
_BELOW_PROGRAMS = r"Mozilla Firefox\firefox.exe"


def find() -> Path | None:
    """The browser's program, or None where there is none."""
    on_path = next(filter(None, map(shutil.which, _COMMANDS)), None)
    folders = [os.environ[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if name in os.environ]
    places = [*_PLACES, *(f"{folder}\\{_BELOW_PROGRAMS}" for folder in folders)]
    return Path(on_path) if on_path else next((Path(p) for p in places if Path(p).exists()), None)


def see_to_it() -> str:
    """Installs Firefox where that can be done unasked; says in one line what is left out, empty if nothing.

    Under CI a missing browser is an `EnvironmentProblem`.
    """
    if find() is None and chromium.may_install():
        print("Installing Firefox for the tests of --full.", file=sys.stderr, flush=True)
        chromium.install("firefox-esr")
    if find() is not None:
        return ""
    missing = "No Firefox was found: install it to run the tests in Firefox."
    if os.environ.get("CI") == "true":
        raise EnvironmentProblem(missing)
    return missing
