"""What a draft may still lack: it is seen in the preview, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sitegen.model.sources import Source
from sitegen.problems.problem import Problem

_MEANWHILE = {"no-alt-text": "no-alt-text-yet"}
"""The errors that are warnings as long as a file says itself that it is a draft, each with that warning."""
_WHY = "People who cannot see the picture hear this text instead: the story cannot be published without it."


def as_of_draft(problems: Iterable[Problem], source: Source | None) -> tuple[Problem, ...]:
    """The problems of a file, those that a draft may have as warnings.

    It goes by `draft: yes` in the file alone: what waits for a day or an approval may be published with no edit of it.
    """
    if source is None or source.value("draft") is not True:
        return tuple(problems)
    return tuple(replace(p, code=_MEANWHILE[p.code], why=_WHY) if p.code in _MEANWHILE else p for p in problems)
