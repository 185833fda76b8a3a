"""Killed at any step, a build leaves the old site or the new one, whole; the next command finishes what it began."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.exchange import in_one_call
from sitegen.writing.place import place_of
from sitegen.writing.write import finish_interrupted, write_tree
from tests.writing.trees import NEW, OLD, build_that_dies, by_renames, contents, is_whole

ROOT = Path(__file__).parents[2]

FOR_EVER = """
import sys
from pathlib import Path
from sitegen.writing.write import write_tree
from tests.writing.trees import NEW, OLD, by_renames

trees = [{f"{i}/{name}": 2000 * content for i in range(60) for name, content in t.items()} for t in (OLD, NEW)]
while True:
    for tree in trees:
        write_tree(tree, Path(sys.argv[1]), **({} if sys.argv[2] == "True" else {"swap": by_renames}))
"""

FOREIGN = {"CNAME": b"stories.example.org"}


def old_site(folder) -> None:
    write_tree(OLD, folder)
    (folder / "CNAME").write_bytes(FOREIGN["CNAME"])


def steps_of(folder, **options) -> list[str]:
    steps: list[str] = []
    old_site(folder)
    write_tree(NEW, folder, at=steps.append, **options)
    return steps


@pytest.mark.parametrize("one_call", [True, False], ids=["in one call", "by two renames"])
def test_killed_at_any_step_a_whole_site_stands(tmp_path, one_call):
    steps = steps_of(tmp_path / "rehearsal", **({} if one_call else {"swap": by_renames}))
    assert len(steps) > 12
    for number, step in enumerate(steps):
        output = tmp_path / f"{number} {step}"
        old_site(output)
        assert build_that_dies(output, number, one_call) != 0
        if one_call and sys.platform == "linux":
            assert is_whole(output, OLD, FOREIGN) or is_whole(output, NEW, FOREIGN), step
        finish_interrupted(output)
        assert is_whole(output, OLD, FOREIGN) or is_whole(output, NEW, FOREIGN), step
        write_tree(NEW, output)
        assert is_whole(output, NEW, FOREIGN), step


@pytest.mark.full
@pytest.mark.parametrize("one_call", [True, False], ids=["in one call", "by two renames"])
def test_killed_at_any_moment_a_whole_site_stands(tmp_path, one_call):
    output, chance = tmp_path / "output", random.Random(1)
    old_site(output)
    trees = [{f"{i}/{name}": 2000 * content for i in range(60) for name, content in t.items()} for t in (OLD, NEW)]
    for _ in range(100):
        building = subprocess.Popen([sys.executable, "-c", FOR_EVER, str(output), str(one_call)], cwd=ROOT)
        time.sleep(0.15 + chance.random() / 5)
        building.kill()
        building.wait()
        finish_interrupted(output)
        assert any(is_whole(output, tree, FOREIGN) for tree in (OLD, *trees))


def test_what_a_kill_leaves_is_the_old_site_before_the_exchange_and_the_new_one_after(tmp_path):
    steps = steps_of(tmp_path / "rehearsal")
    for step, tree in (("exchanging", OLD), ("exchanged", NEW)):
        output = tmp_path / step
        old_site(output)
        build_that_dies(output, steps.index(step), one_call=True)
        assert contents(output) == {**tree, **FOREIGN}


def test_without_the_one_call_the_next_build_finishes_the_renames(tmp_path):
    steps = steps_of(tmp_path / "rehearsal", swap=by_renames)
    output = tmp_path / "output"
    old_site(output)
    build_that_dies(output, steps.index("site moved aside"), one_call=False)
    assert not output.exists()
    assert write_tree(NEW, output).same == tuple(sorted(NEW))
    assert is_whole(output, NEW, FOREIGN)
    assert not place_of(output).journal.exists()


def test_an_empty_folder_made_meanwhile_does_not_stop_the_finishing(tmp_path):
    steps = steps_of(tmp_path / "rehearsal", swap=by_renames)
    output = tmp_path / "output"
    old_site(output)
    build_that_dies(output, steps.index("site moved aside"), one_call=False)
    output.mkdir()
    finish_interrupted(output)
    assert is_whole(output, NEW, FOREIGN)


def test_a_full_folder_made_meanwhile_is_left_alone(tmp_path):
    steps = steps_of(tmp_path / "rehearsal", swap=by_renames)
    output = tmp_path / "output"
    old_site(output)
    build_that_dies(output, steps.index("site moved aside"), one_call=False)
    output.mkdir()
    (output / "mine").write_bytes(b"mine")
    with pytest.raises(EnvironmentProblem):
        finish_interrupted(output)
    assert contents(output) == {"mine": b"mine"}


def test_a_shadow_that_cannot_move_in_gives_the_site_back(tmp_path):
    output = tmp_path / "output"
    old_site(output)

    def at(step: str) -> None:
        if step == "site moved aside":
            (place_of(output).tree).rename(tmp_path / "stolen")

    with pytest.raises(EnvironmentProblem):
        write_tree(NEW, output, at=at, swap=by_renames)
    assert is_whole(output, OLD, FOREIGN)
    assert not place_of(output).journal.exists()


def test_finishing_does_nothing_where_nothing_was_interrupted(tmp_path):
    output = tmp_path / "output"
    finish_interrupted(output)
    assert not list(tmp_path.iterdir())
    write_tree(OLD, output)
    finish_interrupted(output)
    assert is_whole(output, OLD)


if sys.platform == "linux":

    def test_on_linux_the_exchange_is_one_call(tmp_path):
        one, other = tmp_path / "one", tmp_path / "other"
        for folder in (one, other):
            folder.mkdir()
            (folder / "name").write_text(folder.name)
        assert in_one_call(one, other)
        assert (one / "name").read_text() == "other"
        assert (other / "name").read_text() == "one"

    def test_the_site_is_there_at_every_moment(tmp_path):
        output = tmp_path / "output"
        write_tree(OLD, output)
        seen = set()
        for tree in (NEW, OLD):
            write_tree(tree, output, at=lambda _: seen.add((output / "index.html").read_bytes()))
        assert seen == {b"old home", b"new home"}

    def test_a_folder_that_is_missing_is_an_error_and_not_a_refusal(tmp_path):
        with pytest.raises(FileNotFoundError):
            in_one_call(tmp_path / "one", tmp_path / "other")
        assert not os.listdir(tmp_path)
