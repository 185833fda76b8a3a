"""A disk that fills up at any write: one plain line, the old site byte for byte, and the next build needs no help."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.forks import TAKES_ROOM, TODAY, Ended, Forks
from tests.faults.tiny import GONE, NEW, OLD, copy, everything, leftovers, put
from tests.faults.ways import QUICK, Ways, spread
from tests.sites import ROOT

NO_ROOM = "there is no room left on the disk"
ANY = pytest.mark.parametrize("points", [QUICK // 2, pytest.param(10_000, marks=pytest.mark.full)])


def is_plain(done: Ended, why: str) -> None:
    """One line that says what is the matter."""
    assert done.status == 2, done
    assert done.out == ""
    assert why in done.err
    assert done.err.count("\n") == 1


def is_safe(site: Path, done: Ended, ways: Ways, forks: Forks, what: str) -> None:
    """A refusal leaves the old site; what is only remembered or kept beside it may be refused without harm."""
    if done.status:
        is_plain(done, NO_ROOM)
    assert everything(site / "output") == (ways.old if done.status else ways.new), what
    assert forks.run("build", site).status == 0, what
    assert everything(site / "output") == ways.new, what
    assert leftovers(site, GONE) == [], what


@ANY
def test_a_disk_that_is_full_at_any_step_is_told_in_a_line_and_the_old_site_stands(ways, forks, tmp_path, points):
    # A second name that is refused is made good by a copy: that is tested with the writing.
    needing = [i for i, step in enumerate(ways.steps) if step.split(" ")[0] in TAKES_ROOM - {"os.link"}]
    refused = 0
    for number in (needing[i] for i in spread(min(points, len(needing)), len(needing))):
        site = copy(ways.before, tmp_path / str(number))
        done = forks.run("build", site, refuse_at=number)
        is_safe(site, done, ways, forks, f"{number} {ways.steps[number]}")
        refused += done.status == 2
    assert refused >= 2


SIZES = [0, 2_000, *(pytest.param(size, marks=pytest.mark.full) for size in (1, 300, 5_000, 20_000))]


@pytest.mark.parametrize("largest", SIZES)
def test_a_file_that_may_not_grow_is_told_in_a_line_and_the_old_site_stands(ways, forks, tmp_path, largest):
    site = copy(ways.before, tmp_path / "site")
    done = forks.run("build", site, largest=largest)
    assert done.status == 2
    if largest > 1:  # else it cannot say so, either: its words go to a file
        is_plain(done, "a file would be larger than this machine allows")
    assert everything(site / "output") == ways.old
    assert forks.run("build", site).status == 0
    assert everything(site / "output") == ways.new


MOUNTED = """
import json, os, sys
from pathlib import Path
from tests.faults.test_full_disk import on_a_small_disk
on_a_small_disk(Path(sys.argv[1]), [int(n) for n in sys.argv[2].split(",")])
"""


def on_a_small_disk(disk: Path, rooms: list[int]) -> None:
    """Builds where so many bytes are left, and once more when there is room again; what fails is an AssertionError."""
    from sitegen.commands import main

    site, told = disk.parent / "site", disk.parent / "told"

    def build() -> tuple[int, str]:
        with told.open("w") as file, contextlib.redirect_stderr(file), contextlib.redirect_stdout(file):
            argv = ["build", "--site", str(site), "--output", str(disk / "output"), "--today", TODAY]
            return main(argv), told.read_text()

    refused = 0
    for room in rooms:
        for name in ("output", ".output.shadow"):
            shutil.rmtree(disk / name, ignore_errors=True)
        put(site, OLD)
        assert build()[0] == 0
        old = everything(disk / "output")
        put(site, NEW)
        left = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        with (disk / "filler").open("wb") as filler:
            filler.write(bytes(max(0, left - room)))
        status, line = build()
        if status:
            assert (status, NO_ROOM in line, line.count("\n")) == (2, True, 1), (room, line)
            assert everything(disk / "output") == old, room
            refused += 1
        (disk / "filler").unlink()
        assert build()[0] == 0, room
        assert everything(disk / "output") == everything(site / "expected"), room
    assert 0 < refused < len(rooms), refused


def can_mount() -> bool:
    """True where this account may have disks of its own."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=64k nothing /mnt"], capture_output=True, check=False
    )
    return done.returncode == 0


@pytest.mark.parametrize("rooms", [
    [100_000, 10_000_000],
    pytest.param([*range(0, 1_200_000, 16_384), 10_000_000], marks=pytest.mark.full),
])  # fmt: skip
def test_a_real_disk_that_fills_up_leaves_the_old_site_and_holds_the_new_one_when_there_is_room(tmp_path, rooms, forks):
    if not can_mount():
        pytest.skip("this account may not mount a disk")
    site, disk = put(tmp_path / "site", NEW), tmp_path / "disk"
    assert forks.run("build", site, "--output", str(site / "expected")).status == 0
    disk.mkdir()
    argv = [sys.executable, "-c", MOUNTED, str(disk), ",".join(map(str, rooms))]
    mounted = 'mount -t tmpfs -o size=4m nothing "$1" && shift && exec "$@"'
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", mounted, "sh", str(disk), *argv],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_result_that_cannot_be_printed_for_want_of_room_is_told_in_a_line(tmp_path, forks):
    if not os.path.exists("/dev/full"):
        pytest.skip("this machine has no disk that is always full")
    site = put(tmp_path / "site", NEW)
    argv = [sys.executable, "-m", "sitegen", "check", "--json", "--site", str(site), "--today", TODAY]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with open("/dev/full", "w") as full:
        done = subprocess.run(argv, stdout=full, stderr=subprocess.PIPE, text=True, env=env, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert NO_ROOM in done.stderr
