"""Processes that share work make what one makes. Tests have a process of their own, since these have threads."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sitegen.workers import mapped
from tests.full.generated import site
from tests.sites import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only where processes are forked")


def said(code: str) -> str:
    begin = "import os, signal, sys, time\nfrom sitegen.workers import mapped\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    return (done.stdout + done.stderr.strip().rpartition("\n")[2]).strip()


def test_the_results_are_those_of_one_process_in_order():
    code = "items = list(range(400))\nprint(mapped(str, items, 4) == mapped(str, items, 1) == list(map(str, items)))"
    assert said(code) == "True"


def test_several_processes_are_at_work_and_none_is_left():
    code = "print(len(set(mapped(lambda _: os.getpid(), range(400), 4))))\n"
    code += "try:\n os.waitpid(-1, 0)\nexcept OSError: print('none')"
    assert said(code) == "4\nnone"


@pytest.mark.parametrize(("count", "jobs"), [(95, 4), (400, 1), (0, 4)])
def test_what_is_little_or_for_one_process_is_made_here(count, jobs):
    assert said(f"print(set(mapped(lambda _: os.getpid(), range({count}), {jobs})) <= {{os.getpid()}})") == "True"


def test_an_exception_is_that_of_the_item_that_raises_it():
    code = "def make(at):\n if at in (99, 201): raise ValueError(at)\n return at\nmapped(make, range(400), 2)"
    assert said(code) == "ValueError: 99"


def test_a_process_that_is_ended_from_outside_is_made_up_for():
    code = (
        "me = os.getpid()\n"
        "def make(at):\n if at == 201 and os.getpid() != me: os.kill(os.getpid(), signal.SIGKILL)\n return at\n"
        "print(mapped(make, range(400), 2) == list(range(400)))"
    )
    assert said(code) == "True"


def test_what_cannot_be_handed_over_is_made_here():
    code = "made = mapped(lambda at: (lambda: at), range(400), 2)\nprint([f() for f in made] == list(range(400)))"
    assert said(code) == "True"


@pytest.mark.parametrize("lacks", ["fork", "pipe"])
def test_a_machine_without_room_for_another_process_makes_it_here(lacks):
    code = f"def none(): raise BlockingIOError(11, 'no more')\nos.{lacks} = none\n"
    assert said(code + "print(mapped(str, range(400), 4) == list(map(str, range(400))))") == "True"


def test_beside_other_threads_nothing_is_forked():
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    try:
        assert set(mapped(lambda _: os.getpid(), range(400), 4)) == {os.getpid()}
    finally:
        waiting.set()
        other.join()


def test_a_site_is_the_same_by_one_process_and_by_two(tmp_path: Path):
    folder = site(tmp_path / "site", 64)
    one, two = (made(folder, tmp_path / jobs, "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two


def made(folder: Path, output: Path, *options: str) -> dict[str, bytes]:
    argv = ["build", "--site", str(folder), "--output", str(output), "--today", "2024-06-01", *options]
    done = subprocess.run([sys.executable, "-m", "sitegen", *argv], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


ASKED = "from sitegen.workers import answered\nme = os.getpid()\n"


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("True", "True"), ("False", "False"), ("1 / 0", "False"), ("os.kill(os.getpid(), signal.SIGKILL)", "False")],
)
def test_a_question_is_answered_by_another_process(ask, answer):
    code = f"def ask():\n assert os.getpid() != me\n return {ask}\n"
    code += "with answered(ask) as said: print(said(), said() is said())"
    assert said(ASKED + code) == f"{answer} True"


def test_nobody_waits_for_an_answer_that_is_not_asked_for():
    code = "with answered(lambda: time.sleep(60)): pass\ntry:\n os.waitpid(-1, 0)\nexcept OSError: print('none')"
    assert said(ASKED + code) == "none"


@pytest.mark.parametrize(("ask", "answer"), [("True", "True"), ("1 / 0", "False")])
def test_what_is_soon_found_out_is_found_out_here_and_only_when_it_is_asked(ask, answer):
    code = f"def ask():\n print(os.getpid() == me)\n return {ask}\n"
    code += "with answered(ask, is_long=False) as said: print('asked'); print(said(), said())"
    assert said(ASKED + code) == f"asked\nTrue\n{answer} {answer}"
