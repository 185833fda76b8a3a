"""A new site: the folder of a small invented one, with the program in it, so that it needs nothing from elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import sitegen
from sitegen.schema.kinds import shipped_kinds
from sitegen.starting.editors import new_schemas
from sitegen.starting.files import copy_tree, new_folder
from sitegen.writing.errors import EnvironmentProblem

PROGRAM = ("build.py", "environment.py", "pyproject.toml", "requirements.lock", "LICENSE")
"""The files beside the package that start it on a machine with nothing but Python."""

_DATA = Path(__file__).parent / "data"
_APART = ("theme", "program")
"""Folders of the package as it is installed that lie elsewhere in a site folder, or nowhere."""


def new_site(folder: Path, theme: Path) -> None:
    """Makes the site folder, whole or not at all; it must not be there yet, or be empty. `theme` becomes templates/."""
    package = Path(sitegen.__file__).resolve().parent
    program = _program(package)
    with new_folder(folder) as made:
        copy_tree(_DATA, made)
        (made / "gitignore").rename(made / ".gitignore")
        copy_tree(theme, made / "templates")
        copy_tree(package, made / "sitegen", without=_APART)
        for name in PROGRAM:
            shutil.copyfile(program / name, made / name)
        new_schemas(made, shipped_kinds())


def _program(package: Path) -> Path:
    """Where the files that start the program lie: in the installed package, or beside it."""
    places = (package / "program", package.parent)
    found = next((place for place in places if all((place / name).is_file() for name in PROGRAM)), None)
    if found is None:
        raise EnvironmentProblem(f"This copy of sitegen is not whole: {package.parent} lacks one of its own files.")
    return found
