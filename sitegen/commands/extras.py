"""Libraries that only some people need: asked for in plain words, and installed when they are first needed."""

from __future__ import annotations

import importlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from sitegen.commands.terminal import err
from sitegen.writing.errors import EnvironmentProblem, plain_errors

WORD = "mammoth>=1.13,<2"
"""The extra `word` of pyproject.toml."""
_FLAGS = ("--quiet", "--no-input", "--disable-pip-version-check", "--retries", "2")
_LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"
_FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_NO_DEPS")


def need_word(*, yes: bool) -> None:
    """Makes sure that Word files can be read. Asks before it installs anything, unless `yes` is the answer."""
    if importlib.util.find_spec("mammoth") is not None:
        return
    if not yes and not _agrees():
        raise EnvironmentProblem(
            f'Reading Word files needs one more library, mammoth. Type the same again with --yes to install it, or '
            f'type: {_python()} -m pip install "{WORD}"'
        )
    _install(WORD)
    importlib.invalidate_caches()
    if importlib.util.find_spec("mammoth") is None:
        raise EnvironmentProblem("mammoth was installed, but this Python does not find it. Start again.")


def _agrees() -> bool:
    """The answer of whoever sits at the terminal; no where nobody does."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    err("Reading Word files needs one more library, mammoth (free, less than 1 MB). Install it now? [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _install(requirement: str) -> None:
    err("Installing mammoth. This is done once and needs the network.")
    locked = ["--constraint", str(_LOCK)] if _LOCK.is_file() else []
    # -I: neither the current folder nor the environment can put other modules in the way.
    argv = [sys.executable, "-I", "-m", "pip", "install", *_FLAGS, *locked, requirement]
    variables = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    with plain_errors("mammoth could not be installed"):
        done = subprocess.run(argv, env=variables, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line.strip() for line in f"{done.stdout}\n{done.stderr}".splitlines()]
        last = next((line for line in reversed(lines) if line and not line.startswith("[notice]")), "nothing.")
        raise EnvironmentProblem(f"mammoth could not be installed. Is the network there? pip says: {last}")


def _python() -> str:
    return f'"{sys.executable}"' if " " in sys.executable else sys.executable
