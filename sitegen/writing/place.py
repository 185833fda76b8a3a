"""The output folder, its shadow, and which folders are refused."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.writing.errors import EnvironmentProblem, plain_errors
from sitegen.writing.listing import LISTING, holds_drafts


@dataclass(frozen=True, slots=True)
class Place:
    """An output folder, real and absolute, with what is kept beside it on the same disk.

    `tree` is the shadow: the site before this one, about to become the next. `old` exists only in the middle of an
    exchange that takes two renames.
    """

    folder: Path

    @property
    def home(self) -> Path:
        """The folder beside the output that holds everything else."""
        return self.folder.parent / f".{self.folder.name}.shadow"

    @property
    def tree(self) -> Path:
        """The shadow tree."""
        return self.home / "tree"

    @property
    def old(self) -> Path:
        """Where the site stands aside between two renames."""
        return self.home / "old"

    @property
    def journal(self) -> Path:
        """There as long as an exchange by two renames is under way."""
        return self.home / "journal"

    @property
    def lock(self) -> Path:
        """Held by the build that is writing."""
        return self.home / "lock"

    def make_home(self) -> None:
        """The folder for the shadow, hidden from git wherever the output lies."""
        self.home.mkdir(parents=True, exist_ok=True)
        ignored = self.home / ".gitignore"
        if not ignored.is_file() or not ignored.stat().st_size:  # empty: a build was stopped while it wrote this
            ignored.write_text("*\n", encoding="utf-8")


def place_of(folder: Path) -> Place:
    """The place of an output folder; a link to a folder means the folder that it leads to."""
    return Place(Path(os.path.realpath(folder)))


def check_folder(folder: Path, apart_from: Iterable[Path] = (), *, drafts: bool = False) -> None:
    """Refuses, with an `EnvironmentProblem`, a folder that the site may not be written to.

    That is one inside `apart_from` or around it, a file, a folder that is not empty and that no build has made, one
    with drafts where the site is to be released, and a released site's where it is to show `drafts`.
    """
    real = place_of(folder).folder
    with plain_errors(f"{folder} cannot be used for the site"):
        for kept in apart_from:
            _refuse_overlap(folder, real, Path(os.path.realpath(kept)))
        if _is_marked(folder, real):
            _refuse_other_sort(folder, real, drafts)


def _refuse_other_sort(folder: Path, real: Path, drafts: bool) -> None:
    # Neither may stand where the other is looked for: drafts would be published, or a link to the site show drafts.
    if holds_drafts(real) == drafts:
        return
    refusal = (
        f"{folder} holds the released site, so drafts are not shown in it."
        if drafts
        else f"{folder} holds drafts, so the site is not released over it."
    )
    raise EnvironmentProblem(f"{refusal} Choose another folder with --output, or delete that one.")


def _refuse_overlap(folder: Path, real: Path, kept: Path) -> None:
    if _lies_in(real, kept) or _lies_in(kept, real):
        raise EnvironmentProblem(
            f"The site cannot be written to {folder}: it may neither lie in {kept.name}/ nor contain it. "
            "Choose another folder with --output."
        )


def _lies_in(inner: Path, outer: Path) -> bool:
    # By identity as well as by name: on many disks `Content` and `content` are one folder.
    return outer in (inner, *inner.parents) or any(_is_one(outer, p) for p in (inner, *inner.parents))


def _is_one(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and os.path.samefile(one, other)


def _is_marked(folder: Path, real: Path) -> bool:
    """True where an earlier build wrote, False where nothing stands; everything else is refused."""
    if not real.exists():
        return False
    if not real.is_dir():
        raise EnvironmentProblem(f"The site cannot be written to {folder}: it is a file, not a folder.")
    if (real / LISTING).is_file():
        return True
    if not _is_empty(real):
        raise EnvironmentProblem(
            f"{folder} is not empty and was not made by sitegen, so it is left alone. "
            "Choose another folder with --output, or empty this one."
        )
    return False


def _is_empty(real: Path) -> bool:
    try:
        with os.scandir(real) as entries:
            return next(entries, None) is None
    except FileNotFoundError:  # another build has just moved it aside; whoever writes looks again in his own turn
        return True
