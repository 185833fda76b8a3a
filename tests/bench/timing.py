"""A whole process, timed from outside, and what several timings say together."""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem

_PEAK_IN_MB = (1 if sys.platform == "darwin" else 1024) / 1_000_000
"""What the system tells is in bytes on macOS, and in units of 1,024 elsewhere."""

_ROOT = Path(__file__).resolve().parents[2]

VARIABLES = {
    **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
    "PYTHONPATH": str(_ROOT),
    "LC_ALL": "C.UTF-8",
}
"""What every command finds in its environment: this sitegen, one language, and Python as users have it."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds by the clock, seconds of processors, and MB of the largest process at its peak."""

    wall: float
    cpu: float = 0.0
    peak: float = 0.0


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the middle and the greatest of several figures."""

    least: float
    median: float
    most: float


def spread(figures: Iterable[float]) -> Spread:
    """The spread of figures, of which there is at least one."""
    found = sorted(figures)
    return Spread(found[0], statistics.median(found), found[-1])


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Each of ours by the one of theirs that was measured beside it: a busy minute weighs on both."""
    return spread(one / other for one, other in zip(ours, theirs, strict=True))


def growth(large: float, middle: float, small: float) -> float:
    """How much more the largest takes than the smallest, by how much more the middle one does."""
    return (large - small) / (middle - small)


def compile_ours() -> None:
    """Has sitegen compiled, as it is after its first start, which is not the one to be timed."""
    compileall.compile_dir(_ROOT / "sitegen", quiet=2)


def timed(command: Sequence[str], folder: Path) -> Run:
    """Runs a command in a folder. One that fails has no time: its last line is an EnvironmentProblem."""
    if not hasattr(os, "wait4"):
        raise EnvironmentProblem("This system does not tell what a process took. Run the benchmark on Linux or macOS.")
    os.sync()  # what an earlier run left to be written is no burden of this one
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=VARIABLES
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines() or ["It said nothing."]
            raise EnvironmentProblem(f"{' '.join(command)}\nended with {process.returncode}: {lines[-1]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * _PEAK_IN_MB)
