"""Which folders a command works with."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import sitegen
from sitegen.commands.arguments import today
from sitegen.options import Options
from sitegen.writing.errors import EnvironmentProblem

PREVIEW = Path(".sitegen") / "preview"
"""Where drafts are shown, in the site folder: never in the published site."""


_WHERE = "Go into the folder of your site first, or name it: --site FOLDER"


def theme_folder() -> Path:
    """The theme that ships: inside the installed package, or templates/ beside it in a checkout."""
    package = Path(sitegen.__file__).resolve().parent
    inside = package / "theme"
    return inside if inside.is_dir() else package.parent / "templates"


def site_folder(arguments: argparse.Namespace) -> Path:
    """The site folder, real and absolute; an EnvironmentProblem where it holds no content/."""
    folder = Path(os.path.realpath(arguments.site or arguments.home or "."))
    if (folder / "content").is_dir():
        return folder
    if not folder.is_dir():
        raise EnvironmentProblem(f"There is no folder {arguments.site or folder}.")
    hint = " Name the folder above it instead." if folder.name == "content" else f" {_WHERE}"
    raise EnvironmentProblem(f"{folder} is not a site folder: it holds no folder called content.{hint}")


def private_folder(arguments: argparse.Namespace, site: Path) -> Path:
    """The folder of the consent register; one that was named must exist."""
    if arguments.private and not arguments.private.is_dir():
        raise EnvironmentProblem(f"There is no folder {arguments.private}.")
    return Path(os.path.realpath(arguments.private)) if arguments.private else site / "private"


def output_folder(arguments: argparse.Namespace, site: Path) -> Path:
    """Where the site goes: as asked, relative to the current folder, else output/ or the preview of drafts."""
    if arguments.output:
        return Path(os.path.abspath(arguments.output))
    return site / (PREVIEW if arguments.drafts else "output")


def options(arguments: argparse.Namespace, *, write: bool = True) -> Options:
    """What the pipeline is asked for."""
    site = site_folder(arguments)
    return Options(
        site=site,
        output=output_folder(arguments, site),
        theme=theme_folder(),
        today=today(arguments.today),
        strict=arguments.strict,
        drafts=arguments.drafts,
        base_url=arguments.base_url,
        private=private_folder(arguments, site),
        fresh=arguments.fresh,
        jobs=arguments.jobs,
        write=write,
        deep=arguments.deep,
        docs=arguments.docs,
        against=_former(arguments.against),
    )


def _former(named: Path | None) -> Path | None:
    """The former release; one that was named must exist."""
    if named and not named.exists():
        raise EnvironmentProblem(f"There is no file and no folder {named}.")
    return named


def sources(asked: Options) -> tuple[Path, ...]:
    """The folders that a site is made from: none of them may hold the output, or lie in it."""
    private = (asked.private,) if asked.private else ()
    return (asked.site / "content", asked.site / "templates", *private)


def shown(folder: Path, below: Path | None = None) -> str:
    """A folder as one reads it: relative to the current one where it lies below it, with a slash, which no file has."""
    base = below or Path.cwd()
    end = "" if folder.is_file() else "/"
    return f"{folder.relative_to(base).as_posix() if folder.is_relative_to(base) and folder != base else folder}{end}"


def to_type(arguments: argparse.Namespace, rest: str) -> str:
    """A command as its reader types it in the same place: `rest` with the program before it and the site behind it."""
    program = "sitegen" if arguments.home is None else "python3 build.py"
    site = str(arguments.site or "")
    site = f'"{site}"' if " " in site else site
    return f"{program} {rest}{f' --site {site}' if site else ''}"
