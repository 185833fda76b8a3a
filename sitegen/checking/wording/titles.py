"""Numbers that somebody typed before a title, where the site counts for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checking.wording.said import Said
from sitegen.problems.problem import Problem
from sitegen.regex import regex

_TYPED = regex(
    r"(?P<number>(?:case study|story|section|chapter|spotlight) (?:no\.? ?|number )?\d{1,3}|\d{1,2}(?=[.):] ))"
    r"[.):]?(?: ?[-–—])? ?",
    re.IGNORECASE,
)


def typed_number(said: Said) -> Iterator[Problem]:
    """A warning where a title begins with a number of its own."""
    title = said.found.values.get("title")
    found = _TYPED.match(title.text) if title and (said.story or "section" in said.found.path) else None
    rest = title.text[found.end() :] if title and found else ""
    if title and found and rest:
        yield Problem(
            title.where, "typed-number", f'The title begins with a number that was typed: "{found["number"]}".',
            f'Did you mean "{rest}"? Stories and sections are counted by the site.',
            why="The number on the page comes from the order of the files, so that the two will differ one day.",
            suggestion=rest,
        )  # fmt: skip
