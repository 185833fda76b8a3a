"""The guide of a site without files of its own."""

from __future__ import annotations

from pathlib import Path

from sitegen.pages.guide.chapters import chapters
from sitegen.pages.guide.values import Chapter
from sitegen.reading.values import Tree
from sitegen.schema.declared import Kind
from sitegen.schema.kinds import shipped_kinds
from sitegen.schema.settings import load_settings

NO_FILES = Tree(Path(), {}, {})


def shipped_guide(*more: Kind) -> dict[str, Chapter]:
    """The chapters by id, of a site with the kinds that ship and these."""
    kinds = {**shipped_kinds(), **{kind.id: kind for kind in more}}
    return {chapter.id: chapter for chapter in chapters(kinds, load_settings(NO_FILES).value.bands)}
