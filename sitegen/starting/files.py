"""Writes what is new: whole or not at all, and never in the place of something else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem, plain_errors


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet, with the folders around it; leaves nothing behind where that fails."""
    with plain_errors(f"{path} could not be written"), _folders(path.parent), _aside(path) as aside:
        with aside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        _put(aside, path)


def write_over(path: Path, text: str) -> None:
    """Writes a file of our own anew: the old one stays until the new one is whole."""
    with plain_errors(f"{path} could not be written"), _folders(path.parent), _aside(path) as aside:
        with aside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        aside.replace(path)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, whose content then is at `path`; nothing is left where filling it fails.

    An EnvironmentProblem where there is something already. An empty folder is filled and not replaced: whoever stands
    in it stays there.
    """
    check_is_free(path)
    is_there = path.is_dir()
    with plain_errors(f"{path} could not be made"), _folders(path.parent):
        aside = path / _aside_name() if is_there else path.with_name(_aside_name())
        aside.mkdir()
        try:
            yield aside
            if is_there:
                _move_up(aside)
            else:
                check_is_free(path)
                aside.rename(path)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise


def _move_up(folder: Path) -> None:
    """Puts everything in a folder into the one around it, which holds nothing else."""
    for each in sorted(folder.iterdir()):
        each.rename(folder.parent / each.name)
    folder.rmdir()


def copy_tree(source: Path, target: Path, without: Collection[str] = ()) -> None:
    """Copies the files below a folder. `without` are names at its top that are left out. Stops where one fails."""
    for path in sorted(source.rglob("*")):
        parts = path.relative_to(source).parts
        if parts[0] in without or "__pycache__" in parts or path.is_dir():
            continue
        copy = target.joinpath(*parts)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def check_is_free(path: Path) -> None:
    """Refuses to go on where a file, or a folder that is not empty, has that name."""
    with plain_errors(f"{path} cannot be read"):
        if path.is_dir() and any(path.iterdir()):
            raise EnvironmentProblem(f"The folder {path} is not empty. Nothing was changed; choose another name.")
        if os.path.lexists(path) and not path.is_dir():
            raise _is_there(path)


def _is_there(path: Path) -> EnvironmentProblem:
    return EnvironmentProblem(f"There is a file {path} already. Nothing was changed; choose another name.")


def _aside_name() -> str:
    return f".new-{os.getpid()}"  # short, for that of the file may be as long as disks allow; and hidden from a build


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    aside = path.with_name(_aside_name())
    try:
        yield aside
    finally:
        aside.unlink(missing_ok=True)


def _put(aside: Path, path: Path) -> None:
    """Gives the file its name, which no other file may have: a link never takes the place of anything."""
    try:
        os.link(aside, path)
    except FileExistsError:
        raise _is_there(path) from None
    except OSError:  # a disk without links, such as a memory stick
        if os.path.lexists(path):
            raise _is_there(path) from None
        aside.rename(path)


@contextmanager
def _folders(folder: Path) -> Iterator[None]:
    """Makes the folders that are missing, and takes them away again where what is to lie in them cannot be made."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for each in missing:
            if each.is_dir() and not any(each.iterdir()):
                each.rmdir()
        raise
