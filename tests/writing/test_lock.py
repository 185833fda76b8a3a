from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.place import place_of
from sitegen.writing.write import write_tree
from tests.writing.trees import NEW, OLD, is_whole

ROOT = Path(__file__).parents[2]

MANY_BUILDS = """
import sys
from pathlib import Path
from sitegen.writing.write import write_tree

me, output = sys.argv[1], Path(sys.argv[2])
for number in range(12):
    tree = {f"{me}-{i}/index.html": f"{me} {number}".encode() for i in range(8)}
    write_tree({**tree, "index.html": me.encode()}, output)
"""


def test_builds_at_the_same_time_take_turns_and_leave_one_whole_site(tmp_path):
    output = tmp_path / "output"
    names = ("a", "b", "c")
    builds = [subprocess.Popen([sys.executable, "-c", MANY_BUILDS, name, str(output)], cwd=ROOT) for name in names]
    assert [build.wait(60) for build in builds] == [0, 0, 0]
    last = (output / "index.html").read_text()
    pages = {f"{last}-{i}/index.html": f"{last} 11".encode() for i in range(8)}
    assert is_whole(output, {**pages, "index.html": last.encode()})


def test_a_second_build_says_so_when_its_turn_does_not_come(tmp_path):
    output = tmp_path / "output"

    def at(step: str) -> None:
        if step == "surveyed":
            with pytest.raises(EnvironmentProblem, match=r"Another build is writing .*output\. Try again"):
                write_tree(OLD, output, patience=0.1)

    write_tree(NEW, output, at=at)
    assert is_whole(output, NEW)


def test_a_second_build_waits_its_turn(tmp_path):
    output = tmp_path / "output"
    started = threading.Event()
    second = threading.Thread(target=lambda: (started.wait(), write_tree(OLD, output)))
    second.start()

    def at(step: str) -> None:
        if step == "surveyed":
            started.set()
            time.sleep(0.2)

    write_tree(NEW, output, at=at)
    second.join(30)
    assert is_whole(output, OLD)


def test_a_lock_file_left_by_a_killed_build_locks_nothing(tmp_path):
    output = tmp_path / "output"
    write_tree(OLD, output)
    assert place_of(output).lock.exists()
    write_tree(NEW, output, patience=0)
    assert is_whole(output, NEW)
