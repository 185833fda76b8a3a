"""Limits: what is larger than any story is refused before it is read."""

from __future__ import annotations

from sitegen.problems.problem import Problem, Where
from sitegen.text import counted

_CHARACTERS = 2_000_000
_LINES = 40_000
_FENCES = 2_000


def too_large(text: str) -> Problem | None:
    """The problem of a text that no story can be as long as, or None."""
    for size, limit, noun in (
        (len(text), _CHARACTERS, "character"),
        (text.count("\n"), _LINES, "line"),
        (text.count("\n::"), _FENCES, "::: line"),
    ):
        if size > limit:
            return Problem(
                Where("", 1), "too-large", f"This text has {counted(size, noun)}; a story can have {limit:,} at most.",
                "Break it into several stories, or keep data in a file of their own.",
            )  # fmt: skip
    return None
