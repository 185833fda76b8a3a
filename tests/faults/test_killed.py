"""Killed at any moment of a build, the whole old site or the whole new one stands, and the next build needs no help."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.forks import TODAY, Forks
from tests.faults.tiny import GONE, OLD, ONLY_NEW, copy, everything, leftovers, put
from tests.faults.ways import ALL, QUICK, Ways, spread
from tests.sites import ROOT


def is_safe(site: Path, ways: Ways, forks: Forks, what: str) -> None:
    """What stands after a kill is one of both sites, and the next build makes the new one, and nothing else."""
    assert everything(site / "output") in (ways.old, ways.new), what
    assert forks.run("build", site).status == 0, what
    assert everything(site / "output") == ways.new, what
    assert leftovers(site, GONE) == [], what


def killed_at(ways: Ways, forks: Forks, tmp_path: Path, points: int) -> None:
    for number in spread(points, len(ways.steps)):
        what = f"{number} {ways.steps[number]}"
        site = copy(ways.before, tmp_path / str(number))
        assert forks.run("build", site, die_at=number).status == -signal.SIGKILL, what
        is_safe(site, ways, forks, what)


def test_killed_at_some_steps_of_its_writing_a_build_leaves_a_whole_site(ways, forks, tmp_path):
    assert len(ways.steps) > 60
    killed_at(ways, forks, tmp_path, QUICK // 2)


@pytest.mark.full
def test_killed_at_every_step_of_its_writing_a_build_leaves_a_whole_site(ways, forks, tmp_path):
    killed_at(ways, forks, tmp_path, len(ways.steps))


def unpublished_again(site: Path, ways: Ways, forks: Forks, what: str) -> None:
    """Whoever takes the change back after a kill has the old site, and nothing is left of what was never shown."""
    assert forks.run("build", put(site, OLD)).status == 0, what
    assert everything(site / "output") == ways.old, what
    assert leftovers(site, ONLY_NEW) == [], what


@pytest.mark.parametrize("points", [QUICK // 2, pytest.param(ALL, marks=pytest.mark.full)])
def test_what_was_never_shown_is_left_nowhere_when_it_is_taken_back(ways, forks, tmp_path, points):
    for number in spread(points, len(ways.steps)):
        site = copy(ways.before, tmp_path / str(number))
        assert forks.run("build", site, die_at=number).status == -signal.SIGKILL
        unpublished_again(site, ways, forks, f"{number} {ways.steps[number]}")


SIZES = [0, 2_000, *(pytest.param(size, marks=pytest.mark.full) for size in (1, 700, 5_000, 20_000))]


@pytest.mark.parametrize("largest", SIZES)
def test_killed_in_the_middle_of_a_file_a_build_leaves_a_whole_site(ways, forks, tmp_path, largest):
    """The system kills whoever writes a file that is larger than it may be, after its first bytes are written."""
    site = copy(ways.before, tmp_path / "site")
    assert forks.run("build", site, largest=largest, is_deadly=True).status == -signal.SIGXFSZ
    again = copy(site, tmp_path / "again")
    is_safe(site, ways, forks, str(largest))
    unpublished_again(again, ways, forks, str(largest))


def real(site: Path) -> subprocess.Popen[bytes]:
    """A build as people start it, with all that Python itself has to do."""
    argv = [sys.executable, "-m", "sitegen", "build", "--site", str(site), "--today", TODAY]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(argv, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def measured(ways: Ways, site: Path) -> float:
    began = time.monotonic()
    assert real(copy(ways.before, site)).wait(60) == 0
    return time.monotonic() - began


@pytest.mark.parametrize("points", [2, pytest.param(ALL // 2, marks=pytest.mark.full)])
def test_killed_at_moments_spread_over_the_whole_run_the_command_leaves_a_whole_site(ways, forks, tmp_path, points):
    whole, is_late = measured(ways, tmp_path / "measured"), 0
    for number in range(points):
        site = copy(ways.before, tmp_path / str(number))
        running = real(site)
        time.sleep(whole * (number + 1) / (points + 1))
        running.kill()
        if not running.wait():  # the machine has less else to do than when it was measured
            is_late, whole = is_late + 1, whole * 0.9
        is_safe(site, ways, forks, f"{number} of {points}")
    assert is_late <= max(2, points // 2)


@pytest.mark.parametrize("points", [3, pytest.param(ALL // 2, marks=pytest.mark.full)])
def test_killed_at_moments_spread_over_its_work_a_build_leaves_a_whole_site(ways, forks, tmp_path, points):
    for number in range(points):
        site = copy(ways.before, tmp_path / str(number))
        forks.run("build", site, kill_after=ways.seconds * (number + 1) / (points + 1))
        is_safe(site, ways, forks, f"{number} of {points}")
