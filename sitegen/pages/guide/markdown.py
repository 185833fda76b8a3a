"""The guide as one text in Markdown, for those who open the folder in an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.pages.guide.chapters import LEAD, TITLE
from sitegen.pages.guide.tables import fenced, joined, marked, plain
from sitegen.pages.guide.values import Chapter, Section
from sitegen.regex import regex

MARK = "<!-- Written by sitegen: "
"""How the first line begins of a guide that sitegen wrote."""

_FIRST = MARK + "`python3 build.py guide` writes it anew, and what you change here is then lost. -->"
_WITHIN = regex(r"\[([^\[\]]*)\]\(/docs/[^()\s]*\)")


def guide_text(chapters: Iterable[Chapter]) -> str:
    """The whole guide."""
    every = tuple(chapters)
    contents = "\n".join(f"- [{c.title}](#{_anchor(c.title)}): {plain(_first_sentence(c.lead))}" for c in every)
    parts = (_FIRST, f"# {TITLE}", marked(LEAD), contents, *(part for c in every for part in _chapter(c)))
    return joined(*parts) + "\n"


def _first_sentence(text: str) -> str:
    return f"{text.partition('. ')[0].rstrip('.')}."


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {plain(chapter.title)}"
    yield marked(chapter.lead)
    yield from (part for section in chapter.sections for part in _section(section))


def _section(section: Section) -> Iterator[str]:
    label = f" (`{section.label}`)" if section.label else ""
    yield f"{'#' * (section.level + 1)} {plain(section.title)}{label}"
    yield _WITHIN.sub(r"\1", section.text)
    yield fenced(section.example) if section.example else ""
