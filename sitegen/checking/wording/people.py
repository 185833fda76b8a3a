"""A person whose role a story words in two ways: one of them is usually a slip."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from sitegen.checking.wording.said import Places, Said
from sitegen.markup.body import PersonBlock
from sitegen.problems.problem import Problem
from sitegen.regex import regex
from sitegen.text import fold_name

_APART = regex(r"[,;]| and ")
_LONGEST, _NEARLY = 300, 0.75


def two_roles(said: Said) -> Iterator[Problem]:
    """A warning at the second wording of a person's role that is not the first one made longer or shorter."""
    first: dict[str, str] = {}
    told: set[str] = set()
    places = Places(said)
    for name, role in _roles(said):
        person = fold_name(name)
        other = first.setdefault(person, role)
        if person not in told and not _are_one(role, other):
            told.add(person)
            yield Problem(
                places.of(role), "two-roles",
                f'{name} is "{other}" in one place of this story and "{role}" in another.',
                "Write the role in one way. If both are right, allow it with `overrides` and the reason.",
            )  # fmt: skip


def _roles(said: Said) -> Iterator[tuple[str, str]]:
    people = said.story.people if said.story else ()
    body = said.found.text.body
    yield from ((p.name, p.role) for p in people if p.role)
    yield from ((s.name, s.role) for quote in body.quotes for s in quote.speakers if s.name and s.role)
    yield from ((p.name, p.role) for p in body.parts if isinstance(p, PersonBlock) and p.role)


def _are_one(role: str, other: str) -> bool:
    """True where one wording only says more than the other, and nothing of it in nearly the same words."""
    ones, others = _parts(role), _parts(other)
    apart = [part for part in ones if not any(part in o or o in part for o in others)]
    near = any(difflib.SequenceMatcher(None, part, o).ratio() > _NEARLY for part in apart for o in others)
    return not near and len(apart) < len(ones)


def _parts(role: str) -> list[str]:
    return [folded for part in _APART.split(role[:_LONGEST]) if (folded := fold_name(part))] or [""]
