"""The commands: `main` reads the arguments, runs one command and returns the exit status."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

from sitegen.commands.arguments import COMMANDS, parse
from sitegen.commands.terminal import err, prepare
from sitegen.writing.errors import EnvironmentProblem


def main(argv: Sequence[str] | None = None, home: str | os.PathLike[str] | None = None) -> int:
    """Runs a command. 0: done; 1: problems in the content, nothing written; 2: wrong usage or environment.

    `home` is the site folder where `--site` names none; without it, the current folder. Mistakes of ours are raised.
    """
    prepare()
    try:
        arguments = parse(sys.argv[1:] if argv is None else argv, home)
        command = COMMANDS[arguments.command]
        with nullcontext() if command.stays else _without_collecting():
            return int(importlib.import_module(command.module).run(arguments))
    except EnvironmentProblem as problem:
        err(str(problem))
        return 2
    except KeyboardInterrupt:
        return 130
    except SystemExit as finished:  # argparse has printed what `--help` or `--version` asks for
        return int(finished.code or 0)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Values that live until the end of a command are not looked through again and again for some that do not."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
