"""`guide`: writes the authors' guide into the folder that authors write in."""

from __future__ import annotations

import argparse

from sitegen.commands.folders import shown, site_folder
from sitegen.commands.terminal import out
from sitegen.pages.guide.chapters import chapters
from sitegen.pages.guide.markdown import MARK, guide_text
from sitegen.reading.tree import read_tree
from sitegen.schema.kinds import load_kinds
from sitegen.schema.settings import load_settings
from sitegen.writing.errors import EnvironmentProblem, plain_errors

NAME = "README.md"


def run(arguments: argparse.Namespace) -> int:
    """Writes content/README.md from the site's own kinds and bands, and says where. One of somebody else's stays."""
    site = site_folder(arguments)
    tree = read_tree(site, site / "private").value
    file = site / "content" / NAME
    if file.is_symlink() or (file.exists() and not _is_ours(file.read_bytes())):
        raise EnvironmentProblem(f"{file} was not written by sitegen, so it stays as it is. Rename it first.")
    text = guide_text(chapters(load_kinds(tree).value, load_settings(tree).value.bands))
    with plain_errors(f"{file} cannot be written"):
        aside = file.with_name(f".{NAME}.new")
        aside.write_text(text, "utf-8", newline="\n")
        aside.replace(file)
    out(f"Wrote the authors' guide: {shown(file.parent)}{NAME}")
    return 0


def _is_ours(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").startswith(MARK.encode())
