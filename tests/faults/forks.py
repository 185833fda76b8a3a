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

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="faults")
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        argv = [sys.executable, "-m", "tests.faults.driver"]
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

    def run(self, command: str, site: Path, *more: str, today: str = TODAY, **fault: Any) -> Ended:
        """A command on a site, with the fault that is asked for."""
        out, err = (Path(self._folder.name) / name for name in ("out", "err"))
        argv = [command, *more, "--site", str(site), "--today", today]
        steps = str(out.with_name("steps")) if fault.pop("is_told", False) else None
        task = {"argv": argv, "within": str(site), "out": str(out), "err": str(err), "steps": steps, **fault}
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        status, seconds = json.loads(self._process.stdout.readline())
        told = tuple(json.loads(Path(steps).read_text("utf-8"))) if steps else ()
        return Ended(status, out.read_text("utf-8"), err.read_text("utf-8"), seconds, told)
