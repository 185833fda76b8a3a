"""Runs commands of sitegen with a fault each: a process that has loaded everything once, and forks for each command.

What a command does to the disk is told by Python's audit events, whichever module does it: a fault is put at one of
them by its number, so that none can be forgotten. Reads tasks as lines of JSON, answers with a line each.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.commands import build, check, main, withdraw
from tests.faults.forks import TAKES_ROOM
from tests.faults.tiny import OLD
from tests.sites import folder

LOADED = (build, check, withdraw)
CHANGES = {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.utime", "os.chmod", "os.link", "os.symlink"}
EXCHANGE = "ctypes.dlsym"
"""The one change that Python tells of by the name of its system call alone."""


class Watch:
    """Sees every step of a command, and makes the fault that was asked for at its step."""

    def __init__(self, task: dict[str, Any]) -> None:
        self.task, self.seen, self.steps = task, 0, list[str]()
        self.is_busy = False

    def __call__(self, event: str, told: tuple[Any, ...]) -> None:
        if self.is_busy:
            return
        self.is_busy = True
        try:
            self.step(event, told)
        finally:
            self.is_busy = False

    def step(self, event: str, told: tuple[Any, ...]) -> None:
        name = os.fsdecode(told[0]) if told and isinstance(told[0], str | bytes | os.PathLike) else ""
        if event in ("open", *CHANGES):
            self.meddle(name)
        is_change = event in CHANGES or (event == "open" and name and writes(told)) or is_exchange(event, told)
        if not is_change or not (is_exchange(event, told) or name.startswith(self.task["within"])):
            return
        self.steps.append(f"{event} {name.removeprefix(self.task['within'])}")
        self.seen += 1
        if self.seen - 1 == self.task.get("die_at"):
            os.kill(os.getpid(), signal.SIGKILL)
        if self.seen - 1 == self.task.get("refuse_at") and event in TAKES_ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), name)

    def meddle(self, name: str) -> None:
        """Somebody changes files, or runs another command, just before a file of this name is opened or changed."""
        change = self.task.get("change")
        if change and name.endswith(change["when"]):
            self.task["change"] = None if change.get("is_once", True) else change
            for path, content in change["files"].items():
                put(Path(path), content)
                change["files"][path] = content + "\n" if change.get("grows") else content
            if "task" in change:
                Path(change["task"]["out"] + ".status").write_text(str(in_a_fork(change["task"])))


def writes(told: tuple[Any, ...]) -> bool:
    mode, flags = told[1], told[2]
    return any(letter in (mode or "") for letter in "wxa+") or bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def is_exchange(event: str, told: tuple[Any, ...]) -> bool:
    return event == EXCHANGE and told[-1] in ("renameat2", "renamex_np")


def put(path: Path, content: str | None) -> None:
    """The file with this content; without it there is none, and where it is a slash there is a folder."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if content == "/":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content.encode("latin-1"))


def shuffle(seed: int) -> None:
    """Every folder is listed in another order from now on."""
    scan, listed, chance = os.scandir, os.listdir, random.Random(seed)

    class Shuffled:
        def __init__(self, *given: Any) -> None:
            with scan(*given) as found:
                self.entries = list(found)
            chance.shuffle(self.entries)
            self.left = iter(self.entries)

        def __enter__(self) -> Shuffled:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def __iter__(self) -> Iterator[os.DirEntry[str]]:
            return self.left

        def __next__(self) -> os.DirEntry[str]:
            return next(self.left)

        def close(self) -> None:
            pass

    os.scandir = Shuffled
    os.listdir = lambda *given: chance.sample(found := listed(*given), len(found))


def run(task: dict[str, Any]) -> int:
    """The command of a task, in this process."""
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(task[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), number)
    os.chdir(task.get("cwd") or "/")
    os.umask(task.get("umask", 0o022))
    if "largest" in task:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if task.get("is_deadly") else signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (task["largest"], task["largest"]))
    if "order" in task:
        shuffle(task["order"])
    if task.get("is_nobody") and not os.getuid():
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    watch = Watch(task)
    sys.addaudithook(watch)
    try:
        return main(task["argv"])
    finally:
        watch.is_busy = True
        if task.get("steps"):
            Path(task["steps"]).write_text(json.dumps(watch.steps), "utf-8")


def fork(task: dict[str, Any]) -> int:
    child = os.fork()
    if not child:
        status = 70
        try:
            status = run(task)
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    return child


def in_a_fork(task: dict[str, Any]) -> int:
    """The exit status of a task's command, or the signal that ended it, below nought."""
    child = fork(task)
    if "kill_after" in task:
        time.sleep(task["kill_after"])
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def warm_up() -> None:
    """Templates and tables are loaded by the first build; no fork has to load them again."""
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        assert main(["build", "--site", str(folder(Path(name), OLD))]) == 0


def serve() -> None:
    warm_up()
    for line in sys.stdin:
        began = time.monotonic()
        first, *others = json.loads(line)
        beside = [fork(task) for task in others]
        statuses = [in_a_fork(first), *(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in beside)]
        print(json.dumps([statuses, time.monotonic() - began]), flush=True)


if __name__ == "__main__":
    serve()
