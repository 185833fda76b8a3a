"""Measures sitegen beside its peers: `python3 -m tests.bench [--help]`. docs/performance.md says how to read it.

The corpus, the sites and what is built of them stay in the folder of `--folder`, which may be deleted at any time.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
from sitegen.writing.errors import EnvironmentProblem
from tests.bench import peers, table
from tests.bench.goals import GOALS
from tests.bench.measures import Bench, measured
from tests.bench.sites import clear

_FOLDER = Path(tempfile.gettempdir()) / "sitegen-bench"
_FEWEST = 400
"""A fiftieth of the stories is measured too, and has to hold the one that is edited."""


def main(arguments: list[str]) -> int:
    """Measures inside .venv, making it first, and prints the table."""
    if not (environment.is_this_process() and environment.is_ready()):
        return environment.start_inside("-m", "tests.bench", *arguments)
    asked = _asked(arguments)
    bench = _bench(asked)
    bench.folder.mkdir(parents=True, exist_ok=True)
    about = _about(bench.peers.versions())
    about.append(f"{bench.stories:,} stories, {bench.pictures} pictures, at most {bench.pairs} pairs.")
    _tell_who_is_missing(bench.peers)
    try:
        rows = table.in_order(measured(bench))
    finally:
        clear(bench.folder)
    print("\n".join(about), end="\n\n")
    print(table.as_markdown(rows) if asked.markdown else table.as_text(rows), end="")
    if asked.json:
        asked.json.write_text(table.as_json(rows, about), "utf-8")
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    parser.add_argument("--stories", type=int, default=5000, metavar="N", help="how many stories; 5000 if left out")
    parser.add_argument("--pictures", type=int, default=400, metavar="N", help="how many pictures; 400 if left out")
    parser.add_argument("--pairs", type=int, default=5, metavar="K", help="how many pairs at most; 5 if left out")
    parser.add_argument("--only", default="", metavar="ROW,…", help="these rows alone")
    parser.add_argument("--hugo", type=Path, metavar="PATH", help="the program Hugo")
    parser.add_argument("--pelican", type=Path, metavar="PATH", help="the program Pelican")
    parser.add_argument("--install", type=Path, metavar="DIR", help="install both into this folder first, if need be")
    parser.add_argument("--folder", type=Path, default=_FOLDER, metavar="DIR", help=f"{_FOLDER} if left out")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every single run to a file as well")
    return parser.parse_args(arguments)


def _bench(asked: argparse.Namespace) -> Bench:
    rows = frozenset(filter(None, asked.only.split(","))) or frozenset(GOALS)
    if unknown := sorted(rows - GOALS.keys()):
        raise EnvironmentProblem(f'There is no row "{unknown[0]}". The rows are {", ".join(GOALS)}.')
    if asked.stories < _FEWEST or asked.pairs < 1 or asked.pictures < 1:
        raise EnvironmentProblem(f"It takes at least {_FEWEST} stories, one picture and one pair.")
    if asked.install:
        peers.install(asked.install)
    found = peers.found(asked.hugo, asked.pelican, asked.install)
    return Bench(asked.folder.absolute(), asked.stories, asked.pictures, asked.pairs, found, rows)


def _tell_who_is_missing(found: peers.Peers) -> None:
    for name, program in (("Hugo", found.hugo), ("Pelican", found.pelican)):
        if program is None:
            environment.say(f"{name} is not here: what is compared with it has no figure. --install DIR gets it.")


def _about(versions: list[str]) -> list[str]:
    """The machine, the versions and the day."""
    machine = f"{os.cpu_count()} processors ({_processor()}), {platform.system()} {platform.release()}"
    ours = f"sitegen at {_commit()}, Python {platform.python_version()}"
    day = datetime.datetime.now(datetime.UTC).date()
    return [f"{machine}; {day:%-d %B %Y}.", f"{', '.join((ours, *versions))}."]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _commit() -> str:
    command = ("git", "-C", str(environment.ROOT), "rev-parse", "--short", "HEAD")
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.stdout.strip() or "an unknown commit"


if __name__ == "__main__":
    sys.exit(environment.guarded(lambda: main(sys.argv[1:])))
