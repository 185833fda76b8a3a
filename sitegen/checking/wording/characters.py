"""Characters that word processors and PDF files leave behind."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checking.wording.said import Said
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex

_LOST = regex(r"[\u25a1\ufffd\uf000-\uf8ff]")
_BULLET = regex(r"\n[ \t]{0,9}(?:[-*+][ \t]{1,4})?(?P<bullet>[eoqvØ§·•▪●◦])[ \t]{1,4}(?=[\"“‘'A-Z])")


def stray_characters(said: Said) -> Iterator[Problem]:
    """A warning at the first character that stands for a lost one, and at the first letter in a bullet's place."""
    lost = _LOST.search(said.source)
    if lost:
        yield Problem(
            _place(said, lost.start()), "stray-character", f'"{lost[0]}" stands where a character was lost.',
            "Write what the source has there, most often a quotation mark or a bullet.",
        )  # fmt: skip
    bullet = _BULLET.search(f"\n{said.source}")
    if bullet:
        yield Problem(
            _place(said, bullet.start("bullet") - 1), "stray-character",
            f'"{bullet["bullet"]}" stands at the beginning of a line, as a bullet does that was copied.',
            'Write "- " before each point of the list.',
        )  # fmt: skip


def _place(said: Said, at: int) -> Where:
    line = said.source.count("\n", 0, at) + 1
    return Where(said.found.path, line, at - said.source.rfind("\n", 0, at), 1)
