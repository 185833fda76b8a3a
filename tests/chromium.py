"""A Chrome, Edge or Chromium of this machine for the tests in a browser. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_BELOW_PROGRAMS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
_PROGRAMS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find() -> Path | None:
    """The browser's program, or None where there is none."""
    on_path = next(filter(None, map(shutil.which, _COMMANDS)), None)
    folders = [os.environ[name] for name in _PROGRAMS if name in os.environ]
    places = [*_PLACES, *(f"{folder}\\{program}" for folder in folders for program in _BELOW_PROGRAMS)]
    return Path(on_path) if on_path else next((Path(p) for p in places if Path(p).exists()), None)


def see_to_it() -> str:
    """Installs Chromium where that can be done unasked; says in one line what is left out, empty if nothing.

    Under CI a missing browser is an `EnvironmentProblem`.
    """
    if find() is None and may_install():
        print("Installing Chromium for the tests in a browser.", file=sys.stderr, flush=True)
        install("chromium", "fonts-liberation")  # the fonts that stand in for ours
    if find() is not None:
        return ""
    missing = "No Chrome, Edge or Chromium was found: install one to run the tests in a browser."
    if os.environ.get("CI") == "true":
        raise EnvironmentProblem(missing)
    return missing


def may_install() -> bool:
    """True where this account may add programs to the machine with apt-get."""
    return bool(sys.platform == "linux" and shutil.which("apt-get") and os.getuid() == 0)


def install(*packages: str) -> None:
    """Adds Debian packages to the machine; says in one line why not."""
    for command in (("apt-get", "update"), ("apt-get", "install", "-y", *packages)):
        variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
        if done.returncode:
            lines = (done.stdout + done.stderr).strip().splitlines() or ["nothing"]
            print(f"{' '.join(command)} failed: {lines[-1]}", file=sys.stderr, flush=True)
