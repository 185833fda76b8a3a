"""`python3 build.py` on machines of every sort."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.launching.projects import PYPROJECT, ROOT, make_project, make_wheel, start, variables

SETTING_UP = "Setting up sitegen in .venv. This is done once, takes about a minute and needs the network.\nDone.\n"
RAN = "ran tinydep 1.0 my school site []\n"


def packages(project: Path) -> Path:
    return next((project / ".venv").glob("[lL]ib*/**/site-packages"))


def test_the_first_start_makes_the_environment_and_says_so_apart_from_the_result(tmp_path):
    run = start(make_project(tmp_path))
    assert (run.returncode, run.stdout, run.stderr) == (0, RAN, SETTING_UP)


def test_the_next_start_says_nothing_and_needs_no_network(project):
    shutil.rmtree(project.parent / "shelf")
    run = start(project)
    assert (run.returncode, run.stdout, run.stderr) == (0, RAN, "")


def test_it_starts_from_any_folder(project, tmp_path):
    assert start(project, cwd=tmp_path).stdout == RAN


def test_arguments_and_exit_status_pass_through(project):
    run = start(project, "3", "two words", "--flag=ä")
    assert (run.returncode, run.stdout) == (3, "ran tinydep 1.0 my school site 3 two words --flag=ä []\n")


def test_the_locked_version_is_installed_and_not_the_newest(made):
    assert (packages(made) / "tinydep-1.0.dist-info").is_dir()


def test_a_new_dependency_is_installed_at_the_next_start(project):
    make_wheel(project.parent / "shelf", "another", "2.0")
    (project / "pyproject.toml").write_text(PYPROJECT.replace('["tinydep>=1"]', '["tinydep>=1", "another"]'))
    assert start(project).stderr == SETTING_UP
    assert (packages(project) / "another").is_dir()
    assert start(project).stderr == ""


def test_a_new_version_in_the_lock_is_installed_at_the_next_start(project):
    (project / "requirements.lock").write_text("tinydep==1.1\n")
    assert start(project).stdout == RAN.replace("1.0", "1.1")


def test_other_settings_in_pyproject_change_nothing(project):
    (project / "pyproject.toml").write_text(PYPROJECT + "\n[tool.ruff]\nline-length = 99\n")
    assert start(project).stderr == ""


def test_an_environment_that_an_earlier_sitegen_made_is_taken_as_it_is(project):
    stamp = project / ".venv/.made-for-sitegen"
    stamp.write_text(" ".join(stamp.read_text().split()[:2]))
    run = start(project)
    assert (run.stdout, run.stderr) == (RAN, "")


def test_a_start_loads_nothing_that_only_making_the_environment_takes(made):
    dear = {"hashlib", "pathlib", "subprocess", "tomllib", "shutil", "importlib.metadata", "dataclasses"}
    code = f"import sys; sys.path.insert(0, {str(made)!r}); import environment as e; print(e.is_ready(), end=' ')\n"
    code += f"print(*sorted({dear} & sys.modules.keys()))"
    argv = [sys.executable, "-c", code]
    run = subprocess.run(argv, env=variables(made), stdout=subprocess.PIPE, text=True, check=True)
    assert run.stdout.split() == ["True"]


def python_of(project: Path) -> Path:
    return project / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lose_python(project: Path) -> None:
    python_of(project).unlink()


def lose_packages(project: Path) -> None:
    shutil.rmtree(packages(project))


def lose_one_module(project: Path) -> None:
    shutil.rmtree(packages(project) / "tinydep")


def lose_settings(project: Path) -> None:
    (project / ".venv/pyvenv.cfg").unlink()


def empty_environment(project: Path) -> None:
    shutil.rmtree(project / ".venv")
    (project / ".venv").mkdir()


def file_in_its_place(project: Path) -> None:
    shutil.rmtree(project / ".venv")
    (project / ".venv").write_text("")


def stop_in_the_middle(project: Path) -> None:
    (project / ".venv/.made-for-sitegen").unlink()
    lose_one_module(project)
    shutil.rmtree(packages(project) / "tinydep-1.0.dist-info")


def garbled_stamp(project: Path) -> None:
    (project / ".venv/.made-for-sitegen").write_bytes(b"x y z\n")


BREAKAGES = (
    lose_python, lose_packages, lose_one_module, lose_settings, empty_environment, file_in_its_place,
    stop_in_the_middle, garbled_stamp,
)  # fmt: skip


# Each makes an environment anew, which takes longer than most of the suite: the usual run takes every other way.
@pytest.mark.parametrize(
    "break_it",
    [pytest.param(way, marks=[pytest.mark.full] if number % 2 else []) for number, way in enumerate(BREAKAGES)],
    ids=lambda way: way.__name__,
)
def test_a_broken_environment_is_mended(project, break_it):
    break_it(project)
    run = start(project)
    assert (run.returncode, run.stdout, run.stderr) == (0, RAN, SETTING_UP)
    assert start(project).stderr == ""


def test_modules_of_elsewhere_are_not_mixed_in(project, tmp_path):
    (tmp_path / "elsewhere" / "tinydep").mkdir(parents=True)
    (tmp_path / "elsewhere" / "tinydep" / "__init__.py").write_text("VERSION = 'poison'\n")
    assert start(project, PYTHONPATH=str(tmp_path / "elsewhere")).stdout == RAN
    with_its_own_python = subprocess.run(
        [python_of(project), project / "build.py"],
        env=variables(project, PYTHONPATH=str(tmp_path / "elsewhere")),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert with_its_own_python.stdout == RAN


def test_a_file_in_the_current_folder_does_not_stand_for_a_module(tmp_path):
    project = make_project(tmp_path)
    (tmp_path / "tinydep.py").write_text("VERSION = 'poison'\n")
    (tmp_path / "pip.py").write_text("raise SystemExit('poison')\n")
    assert start(project, cwd=tmp_path).stdout == RAN


def test_without_a_network_it_says_so_in_one_line_and_starts_well_later(tmp_path):
    project = make_project(tmp_path)
    (tmp_path / "shelf").rename(tmp_path / "away")
    run = start(project)
    assert run.returncode == 2
    assert run.stdout == ""
    _, refusal = run.stderr.splitlines()
    assert refusal.startswith("The packages that sitegen needs could not be had. Is the network there?")
    (tmp_path / "away").rename(tmp_path / "shelf")
    assert start(project).stdout == RAN


@pytest.mark.parametrize("module", ["ensurepip", "venv"])
def test_a_python_that_cannot_make_environments_says_what_to_install(tmp_path, module):
    project = make_project(tmp_path)
    run = start(project, before=f"import sys; sys.modules[{module!r}] = None")
    assert run.returncode == 2
    told = "This Python lacks a part that sitegen needs. On Debian or Ubuntu, run: apt install python3-venv\n"
    assert run.stderr == told


def test_a_python_that_is_too_old_says_so_in_one_line(tmp_path):
    run = start(make_project(tmp_path), before="import sys; sys.version_info = (3, 9, 18, 'final', 0)")
    assert run.returncode == 2
    assert run.stderr == "sitegen needs Python 3.11 or newer, and this is Python 3.9.\n"


def test_a_python_that_is_too_old_can_read_what_tells_it_so():
    ast.parse((ROOT / "build.py").read_text("utf-8"), feature_version=(3, 6))
    before_the_test = (ROOT / "build.py").read_text("utf-8").partition("if sys.version_info")[0]
    assert "__future__" not in before_the_test


def test_two_starts_at_once_set_up_once(tmp_path):
    project = make_project(tmp_path)
    argv = [sys.executable, str(project / "build.py")]
    both = [
        subprocess.Popen(argv, env=variables(project), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    results = [process.communicate(timeout=120) for process in both]
    assert [out for out, _ in results] == [RAN, RAN]
    assert sorted(err for _, err in results) == ["", SETTING_UP]


def test_a_mistake_of_ours_is_shown_and_not_taken_for_a_broken_environment(project):
    run = start(project, "ours")
    assert run.returncode == 1
    assert "Traceback" in run.stderr
    assert "something_that_is_not_there" in run.stderr
    assert "Setting up" not in run.stderr


def test_a_folder_that_cannot_be_written_is_one_plain_line(tmp_path):
    project = make_project(tmp_path)
    (project / ".sitegen").write_text("")
    run = start(project)
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert ".venv could not be made" in run.stderr
