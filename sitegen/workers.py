"""Work that is shared out among processes where that pays, with the same results in the same order as without.

Processes are forked, so that what a function reads need not be handed over; only what it makes is. Where forking is not
safe (other threads are at work) or not to be had, everything is done here.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from sitegen.frozen import freeze_into

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")

_FEWEST = 48
"""How many items of a millisecond a process must have; with fewer it costs more than it does."""
_MOST = 16


def at_once(jobs: int, most: int) -> int:
    """How many things are done at once: `jobs`, 0 for as many as the machine has processors, and never over `most`."""
    return min(jobs or os.cpu_count() or 1, most)


def mapped(
    make: Callable[[_Item], _Made], items: Sequence[_Item], jobs: int = 0, fewest: int = _FEWEST
) -> list[_Made]:
    """`make` of each item, in order, by at most `jobs` processes: 0 for as many as the machine has, 1 for this alone.

    Each has `fewest` items at least: few where one takes long. What `make` raises is raised here.
    """
    count = min(at_once(jobs, _MOST), len(items) // fewest)
    if count < 2 or not _may_fork():
        return [make(item) for item in items]
    made: dict[int, _Made] = {}
    with _children(make, items, count) as pipes:
        made.update(_each(make, items, 0, count))
        for number in range(1, count):
            theirs: dict[int, _Made] | None = _read(pipes[number]) if number in pipes else None
            # Nothing came: it was not begun, was ended from outside, or failed. Here, that says what it has to say.
            made.update(theirs if theirs is not None else _each(make, items, number, count))
    return [made[at] for at in range(len(items))]


@contextmanager
def beside(work: Callable[[], object], is_long: bool = True) -> Iterator[None]:
    """Does `work` while the body of the `with` runs, in another process where that pays, else before it.

    What it makes is not handed over: it is for work that ends in a file, and what it raises is lost in any case.
    """
    pid = _forked(work) if is_long and _may_fork() and _has_several() else None
    if pid is None:
        with suppress(Exception):
            work()
    try:
        yield
    finally:
        if pid is not None:
            os.waitpid(pid, 0)


@contextmanager
def answered(ask: Callable[[], bool], is_long: bool = True) -> Iterator[Callable[[], bool]]:
    """Finds out what `ask` says while the body of the `with` runs, in another process where that pays, else when asked.

    Where it raises anything, that counts as no.
    """
    pid = _forked(lambda: os._exit(0 if ask() else 1), failed=1) if is_long and _may_fork() and _has_several() else None
    known: list[bool] = []

    def answer() -> bool:
        if not known:
            known.append(_ended_well(pid) if pid is not None else _said(ask))
        return known[0]

    try:
        yield answer
    finally:
        if pid is not None and not known:
            _end(pid)


def _said(ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except Exception:
        return False


def _ended_well(pid: int) -> bool:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def _end(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _has_several() -> bool:
    return (os.cpu_count() or 1) > 1


def _forked(work: Callable[[], object], failed: int = 0) -> int | None:
    """The number of a process that does `work` and ends; None where the machine has no room for one more.

    It ends with the status `failed` where the work does not end it.
    """
    try:
        pid = os.fork()
    except OSError:
        return None
    if not pid:
        try:
            work()
        finally:
            os._exit(failed)
    return pid


def _each(make: Callable[[_Item], _Made], items: Sequence[_Item], first: int, step: int) -> dict[int, _Made]:
    """What is made of every `step`-th item, by its position."""
    return {at: make(items[at]) for at in range(first, len(items), step)}


@contextmanager
def _children(make: Callable[[_Item], _Made], items: Sequence[_Item], count: int) -> Iterator[dict[int, int]]:
    """Processes that each make a part, from 1 on: by their number the pipe from which it is read. None outlives this.

    Where the machine has no room for one more, there are fewer.
    """
    started: dict[int, int] = {}
    pipes: dict[int, int] = {}
    try:
        with suppress(OSError):
            for number in range(1, count):
                pipes[number], into = os.pipe()
                try:
                    pid = os.fork()
                    if not pid:
                        _child(make, items, number, count, into)
                    started[number] = pid
                finally:
                    os.close(into)
        yield {number: pipes[number] for number in started}
    finally:
        for out in pipes.values():
            os.close(out)
        for pid in started.values():
            _end(pid)


def _child(make: Callable[[_Item], _Made], items: Sequence[_Item], number: int, count: int, into: int) -> None:
    """Makes a part, hands it over and ends, whatever happens: nothing of the parent is to run a second time."""
    try:
        with open(into, "wb") as pipe:
            freeze_into(pipe, _each(make, items, number, count))
    finally:
        os._exit(0)


def _read(pipe: int) -> dict[int, Any] | None:
    try:
        with open(pipe, "rb", closefd=False) as file:
            made: dict[int, Any] = pickle.load(file)
            return made
    except (EOFError, pickle.UnpicklingError, OSError):
        return None


def _may_fork() -> bool:
    """True on Linux, in a process without other threads. On macOS libraries of the system may be harmed by it."""
    return sys.platform == "linux" and threading.active_count() == 1
