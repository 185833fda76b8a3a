"""`archive`: the whole site, or a part that is whole in itself, as one file to keep; or a look at such a file."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from sitegen import pipeline
from sitegen.archiving.comparing import asked_of, differences, former_of, is_of_another_site, title_of
from sitegen.archiving.describing import EDITION, HUB, archive_name, information, left_out
from sitegen.archiving.notes import notes
from sitegen.commands.folders import options
from sitegen.commands.terminal import err, has_colour, out
from sitegen.model.consents import ARCHIVE
from sitegen.options import Options, private_folder
from sitegen.pipeline import Build
from sitegen.problems.excerpt import visible
from sitegen.problems.problem import blocked
from sitegen.problems.report import render_report
from sitegen.reading.tree import read_tree
from sitegen.text import counted
from sitegen.writing.bag import Bag, Packed, write_bag
from sitegen.writing.bag_check import Found, check_bag, read_pages
from sitegen.writing.errors import EnvironmentProblem

_MOST_SHOWN = 30


def run(arguments: argparse.Namespace) -> int:
    """Writes the archive, or with --check tells whether one is whole; 1 where it is not, or the site has errors."""
    if arguments.edition and arguments.hub:
        raise EnvironmentProblem("Name an edition or a hub: an archive of a part is of one of the two.")
    if arguments.check:
        return _check(arguments)
    asked = _asked(arguments, arguments.edition or "", arguments.hub or "")
    return _archive(Path(arguments.named) if arguments.named else None, asked)


def _asked(arguments: argparse.Namespace, edition: str, hub: str) -> Options:
    return replace(options(arguments, write=False), medium=ARCHIVE, edition=edition, hub=hub)


def _archive(named: Path | None, asked: Options) -> int:
    built, path, packed = pipeline.again_if_changed(lambda: _attempt(named, asked))
    output = str(path) if packed else "output/"
    told = render_report(
        built.problems, built.sources, colour=has_colour(sys.stderr), written=packed is not None, output=output
    )
    if told:
        err(told.rstrip("\n"))
    if packed is None:
        return 1
    _tell(built, path, packed)
    return 0


def _attempt(named: Path | None, asked: Options) -> tuple[Build, Path, Packed | None]:
    """The site, made and packed; not packed where its problems forbid it."""
    built = pipeline.make(read_tree(asked.site, private_folder(asked)), asked)
    if blocked(built.problems, asked.strict):
        return built, Path(), None
    name, without = archive_name(built.site), left_out(built)
    path = _path(named, name, asked)
    beside = notes(built.site, name, built.outputs, without)
    pipeline.confirm(built, asked)
    return built, path, write_bag(path, Bag(name, information(built.site, without), beside, built.outputs))


def _path(named: Path | None, name: str, asked: Options) -> Path:
    """Where the archive goes: to the file that was named, or under its own name into the folder, or the current one."""
    path = named or Path()
    if named is None or path.is_dir():
        path = path / f"{name}.zip"
    if path.suffix.lower() != ".zip":
        raise EnvironmentProblem(f"The name of an archive ends in .zip: {path}.zip")
    if not path.parent.is_dir():
        raise EnvironmentProblem(f"There is no folder {path.parent}.")
    real = path.resolve()
    for folder in (asked.site / "content", private_folder(asked)):
        if real.is_relative_to(folder):
            raise EnvironmentProblem(f"{path} lies in {folder}, which the site is made from. Name another folder.")
    return path


def _tell(built: Build, path: Path, packed: Packed) -> None:
    if without := left_out(built):
        out(without)
    size = f"{packed.size / 1_000_000:,.1f} MB"
    part = f" of {built.site.selection.name}" if built.site.selection else ""
    out(f"Archived {counted(packed.files, 'file')}{part} in {path} ({size}).")
    out(f'To check it, today or in ten years: archive --check "{path}"')


def _check(arguments: argparse.Namespace) -> int:
    if not arguments.named:
        raise EnvironmentProblem("Name the archive that is to be checked: archive --check FILE.zip")
    path = Path(arguments.named)
    found = check_bag(path)
    for fault in found.faults[:_MOST_SHOWN]:
        err(visible(fault))
    if len(found.faults) > _MOST_SHOWN:
        err(f"… and {len(found.faults) - _MOST_SHOWN:,} more.")
    if found.faults:
        err(f"{path} is damaged: {counted(len(found.faults), 'fault')}. Use another copy of it.")
        return 1
    out(f"{path} is whole: {counted(len(found.site), 'file')} as they were archived.")
    if found.added:
        some = f"{counted(len(found.added), 'file')} that a computer adds by itself, such as {found.added[0]},"
        out(visible(f"Beside them it has {some} which do no harm. Delete them before you hand it on."))
    _compare(path, found, arguments)
    return 0


def _compare(path: Path, found: Found, arguments: argparse.Namespace) -> None:
    """Tells what differs from today's site; without one, only that it is not compared."""
    edition, hub = found.info.get(EDITION, ""), found.info.get(HUB, "")
    try:
        asked = _asked(arguments, edition, hub)
    except EnvironmentProblem:
        if arguments.site:  # one that was named must be there
            raise
        out("There is no site folder here, so it is not compared with today's site. Name one with --site.")
        return
    try:
        today = pipeline.build(asked)
    except EnvironmentProblem as problem:
        out(f"It is not compared with today's site. {problem}")
        return
    if errors := sum(p.is_error for p in today.problems):
        out(f"It is not compared with today's site, which has {counted(errors, 'error')}: see check.")
        return
    texts = read_pages(path, found, asked_of(found))
    former = former_of(str(path), texts)
    if is_of_another_site(title_of(texts), former, today):
        out(f'It is of another site, "{title_of(texts)}", so it is not compared with today\'s.')
        return
    told = tuple(differences(found, former, today))
    for line in told:
        out(visible(line))
    if len(told) > 1 and not edition and not hub:  # what is compared there is the whole site
        out(f'To see the words before and after: check --ready --since "{path}"')
