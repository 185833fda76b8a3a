"""Site folders for the tests of the reader."""

from __future__ import annotations

from pathlib import Path

from sitegen.reading.tree import read_tree


def write(site: Path, path: str, text: str | bytes = "x") -> Path:
    """Makes a file with its folders."""
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def paths(site: Path) -> list[str]:
    """The paths of the texts that were read, then of the other files."""
    tree = read_tree(site).value
    return [*tree.files, *tree.assets]


def said(site: Path) -> list[tuple[str, str]]:
    """Code and file of every problem."""
    return [(p.code, p.where.file) for p in read_tree(site).problems]
