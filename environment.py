"""Makes and mends .venv, the environment that sitegen and its tests run in. Standard library only.

It holds what pyproject.toml asks for, in the versions of requirements.lock, and is made again when either changes.
Every start passes here twice, outside of .venv and inside: what only making it takes is loaded when it is made.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from sitegen.writing.errors import EnvironmentProblem, plain_errors

if TYPE_CHECKING:
    import subprocess

ROOT = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
PROJECT = os.path.join(ROOT, "pyproject.toml")
LOCK = os.path.join(ROOT, "requirements.lock")

_TRY = "SITEGEN_TRY"
_TRIES = int(os.environ.pop(_TRY, "0"))
_FOREIGN_MODULES = ("PYTHONPATH", "PYTHONHOME")
_FOREIGN_PLACES = ("PYTHONSTARTUP", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_NO_DEPS")
_PIP_FLAGS = ("--quiet", "--no-input", "--no-user", "--disable-pip-version-check", "--retries", "2")
_HOW_TO_GET_VENV = "On Debian or Ubuntu, run: apt install python3-venv"


def is_this_process() -> bool:
    """True where this process runs in .venv, .venv is whole, and no variable mixes other modules in."""
    return _is_inside() and is_ready() and not any(name in os.environ for name in _FOREIGN_MODULES)


def was_repaired() -> bool:
    """True in a process that was started after .venv had been made anew because it was broken."""
    return _TRIES > 1


def is_ready(extra: str = "") -> bool:
    """True where .venv is whole, as far as can be told without starting it; with the packages of `extra`."""
    try:
        recipe, version, *files = _text(_stamp(extra)).split()
    except (OSError, ValueError):
        return False
    fits = version == "{}.{}".format(*sys.version_info) if _is_inside() else os.path.exists(PYTHON)
    is_there = fits and os.path.exists(os.path.join(VENV, "pyvenv.cfg"))
    return is_there and (files == [_mark_of_files()] or recipe == _recipe(extra))


def start_inside(*arguments: str, extra: str = "") -> int:
    """Goes on with .venv's Python and these arguments in place of this process, making .venv first if need be.

    Returns only on Windows, with the exit status. A .venv that turns out not to work is made anew once.
    """
    if _TRIES > 1:
        raise EnvironmentProblem(f"{VENV} is broken and could not be repaired. Delete that folder and start again.")
    if _TRIES or not is_ready(extra):
        make(extra, is_broken=_TRIES > 0)
    argv, variables = [PYTHON, *arguments], _clean_variables() | {_TRY: str(_TRIES + 1)}
    if os.name != "nt":
        os.execve(argv[0], argv, variables)
    return _wait(argv, variables)


def _wait(argv: list[str], variables: dict[str, str]) -> int:
    import subprocess

    process = subprocess.Popen(argv, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # Ctrl-C reaches the process inside as well, which knows what to do


def guarded(run: Callable[[], int]) -> int:
    """The exit status of `run`: 2 with one plain line where the machine is in the way, 130 after Ctrl-C."""
    try:
        return run()
    except EnvironmentProblem as problem:
        say(str(problem))
        return 2
    except KeyboardInterrupt:
        return 130


def say(line: str) -> None:
    """One line for the person at the keyboard, apart from what a command prints."""
    print(line, file=sys.stderr, flush=True)


def make(extra: str = "", is_broken: bool = False) -> None:
    """Makes .venv whole; an `EnvironmentProblem` says in one line what is missing. Two starts take turns."""
    from pathlib import Path

    from sitegen.writing.lock import locked

    before = _made_at(extra)
    busy = "Another start of sitegen is still setting up .venv. Try again in a minute."
    with plain_errors(f"{VENV} could not be made"):
        os.makedirs(os.path.join(ROOT, ".sitegen"), exist_ok=True)
        with locked(Path(ROOT, ".sitegen", "environment.lock"), busy, patience=900):
            was_made_meanwhile = is_ready(extra) and (not is_broken or _made_at(extra) != before)
            if not was_made_meanwhile:
                _make(extra, anew=is_broken or not _has_pip())


def _make(extra: str, anew: bool) -> None:
    import importlib.util

    if anew and any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        raise EnvironmentProblem(f"This Python lacks a part that sitegen needs. {_HOW_TO_GET_VENV}")
    say("Setting up sitegen in .venv. This is done once, takes about a minute and needs the network.")
    if anew:
        _create()
    _install(extra)
    version = _run(PYTHON, "-c", "import sys; print('%d.%d' % sys.version_info[:2])").stdout
    for each in {"", extra}:
        with open(_stamp(each), "w", encoding="utf-8") as file:
            file.write(f"{_recipe(each)} {version.strip()} {_mark_of_files()}")
    say("Done.")


def _create() -> None:
    import shutil

    if os.path.islink(VENV) or os.path.isfile(VENV):
        os.unlink(VENV)
    elif os.path.exists(VENV):
        shutil.rmtree(VENV)
    # Inside .venv the running Python has just been deleted; the one that it was made from is still there.
    made = _run(getattr(sys, "_base_executable", sys.executable), "-m", "venv", VENV)
    if made.returncode or not _has_pip():
        raise EnvironmentProblem(f"Python could not make .venv: {_last_line(made)} {_HOW_TO_GET_VENV}")


def _install(extra: str) -> None:
    done = _run(PYTHON, "-m", "pip", "install", *_PIP_FLAGS, "--constraint", LOCK, *_needed(extra))
    if done.returncode:
        raise EnvironmentProblem(
            f"The packages that sitegen needs could not be had. Is the network there? pip says: {_last_line(done)}"
        )


def _has_pip() -> bool:
    # A venv whose pyvenv.cfg is lost is no venv: pip would then install into the system.
    test = "import pip, sys; sys.exit(sys.prefix == sys.base_prefix or sys.version_info < (3, 11))"
    return os.path.exists(PYTHON) and _run(PYTHON, "-c", test).returncode == 0


def _run(python: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    import subprocess

    # -I: neither the current folder nor the environment can put other modules in the way.
    argv = [python, "-I", *arguments]
    try:
        return subprocess.run(argv, env=_clean_variables(), cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError as error:
        return subprocess.CompletedProcess(argv, 1, "", str(error))


def _last_line(run: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in f"{run.stdout}\n{run.stderr}".splitlines()]
    return next((line for line in reversed(lines) if line and not line.startswith("[notice]")), "nothing.")


def _clean_variables() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in (*_FOREIGN_MODULES, *_FOREIGN_PLACES)}


def _is_inside() -> bool:
    return os.path.realpath(sys.prefix) == os.path.realpath(VENV)


def _needed(extra: str) -> list[str]:
    import tomllib

    project = tomllib.loads(_text(PROJECT))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]


def _recipe(extra: str) -> str:
    import hashlib

    made_from = "\n".join([*_needed(extra), _text(LOCK)])
    return hashlib.sha256(made_from.encode()).hexdigest()


def _mark_of_files() -> str:
    """Tells, without reading what they say, that neither of the files has changed."""
    return "-".join(f"{zlib.crc32(text):x}-{len(text)}" for text in (_text(PROJECT).encode(), _text(LOCK).encode()))


def _text(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def _stamp(extra: str) -> str:
    return os.path.join(VENV, f".made-for-{extra or 'sitegen'}")


def _made_at(extra: str) -> int:
    stamp = _stamp(extra)
    return os.stat(stamp).st_mtime_ns if os.path.exists(stamp) else 0
