"""Commands of sitegen with a fault each, run one after the other by a process of their own (see `driver`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.sites import ROOT

TODAY = "2024-01-15"

Task = dict[str, Any]

TAKES_ROOM = frozenset({"open", "os.rename", "os.mkdir", "os.link", "os.symlink"})
"""Steps, by Python's names for them, that a full disk refuses."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its status, below nought the signal that killed it, what it said, and how long it took."""

    status: int
    out: str
    err: str
    seconds: float
    steps: tuple[str, ...] = ()


class Forks:
    """The process, as long as it is wanted. It can do one command at a time."""

    def __init__(self, *, python: tuple[str, ...] = (), **variables: str) -> None:
        self._number = 0
        self._folder = tempfile.TemporaryDirectory(prefix="faults")
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **variables}
        argv = [sys.executable, *python, "-m", "tests.faults.driver"]
        self._process = subprocess.Popen(
            argv, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Forks:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()
        self._folder.cleanup()

    def run(self, command: str, site: Path, *more: str, **fault: Any) -> Ended:
        """A command on a site, with the fault that is asked for."""
        return self.at_once(self.task(command, site, *more, **fault))[0]

    def task(
        self, command: str, site: Path, *more: str, today: str = TODAY, is_told: bool = False, **fault: Any
    ) -> Task:
        """What `run` and `at_once` do."""
        self._number += 1
        out, err, steps = (str(Path(self._folder.name) / f"{self._number}.{kind}") for kind in ("out", "err", "steps"))
        argv = [command, *more, "--site", str(site), "--today", today]
        told = {"steps": steps} if is_told else {}
        return {"argv": argv, "within": str(site), "out": out, "err": err, **told, **fault}

    def at_once(self, *tasks: Task) -> list[Ended]:
        """Several commands, begun together."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(tasks) + "\n")
        self._process.stdin.flush()
        statuses, seconds = json.loads(self._process.stdout.readline())
        return [ended(task, status, seconds) for task, status in zip(tasks, statuses, strict=True)]


def ended(task: Task, status: int | None = None, seconds: float = 0.0) -> Ended:
    """How a task ended; without a status one that was run in the middle of another."""
    found = int(Path(task["out"] + ".status").read_text("utf-8")) if status is None else status
    steps = tuple(json.loads(Path(task["steps"]).read_text("utf-8"))) if "steps" in task else ()
    return Ended(found, Path(task["out"]).read_text("utf-8"), Path(task["err"]).read_text("utf-8"), seconds, steps)
