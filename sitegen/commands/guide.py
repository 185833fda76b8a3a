"""`guide`: writes the authors' guide into the folder that authors write in."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from sitegen.commands.folders import shown, site_folder
from sitegen.commands.terminal import out
from sitegen.pages.guide.chapters import chapters
from sitegen.pages.guide.markdown import MARK, guide_text
from sitegen.reading.tree import read_tree
from sitegen.schema.kinds import load_kinds
from sitegen.schema.settings import load_settings
from sitegen.starting.files import write_over
from sitegen.writing.errors import EnvironmentProblem, plain_errors

NAME = "README.md"


def run(arguments: argparse.Namespace) -> int:
    """Writes content/README.md from the site's own kinds and bands, and says where. One of somebody else's stays."""
    site = site_folder(arguments)
    tree = read_tree(site, site / "private").value
    file = site / "content" / NAME
    if not _may_be_written(file):
        raise EnvironmentProblem(f"{file} was not written by sitegen, so it stays as it is. Rename it first.")
    write_over(file, guide_text(chapters(load_kinds(tree).value, load_settings(tree).value.bands)))
    out(f"Wrote the authors' guide: {shown(file.parent)}{NAME}")
    return 0


def _may_be_written(file: Path) -> bool:
    """True where nothing has that name, or a guide that we wrote."""
    if not os.path.lexists(file):
        return True
    with plain_errors(f"{file} cannot be read"):
        is_file = file.is_file() and not file.is_symlink()
        return is_file and file.read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(MARK.encode())
