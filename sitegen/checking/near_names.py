"""Names that are nearly the same: one theme, programme or school written in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.model.spanning import Site
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.text import fold_name

_EDITED = 8
"""Names shorter than this may differ by a plural alone: one letter more or less makes another word of them."""
_LONGEST = 120
_DIGITS = regex(r"\d+")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as first written, with where that is and how many stories use it."""

    text: str
    where: Where
    uses: int


def near_duplicates(site: Site) -> Iterator[Problem]:
    """A warning for each pair of nearly equal names, at the one that is used less."""
    for what, mentions in _sorts(site):
        names = _counted(mentions)
        yield from (_problem(what, one, other) for one, other in _pairs(names))


def _sorts(site: Site) -> Iterator[tuple[str, Iterable[tuple[str, Where]]]]:
    yield "themes", _field(site, "themes")
    yield "programmes", _field(site, "programme")
    listed = {s.id for s in site.schools.values() if s.listed}
    schools = (m for story in site.stories.values() for m in story.schools if m.id not in listed)
    yield "schools", ((m.name, m.where) for m in schools)


def _field(site: Site, key: str) -> Iterator[tuple[str, Where]]:
    for story in site.stories.values():
        value = story.values.get(key)
        for part in (value.parts or (value,)) if value else ():
            yield part.text, part.where


def _counted(mentions: Iterable[tuple[str, Where]]) -> dict[str, _Name]:
    names: dict[str, _Name] = {}
    for text, where in mentions:
        key = fold_name(text[:_LONGEST])
        known = names.get(key, _Name(text, where, 0))
        names[key] = _Name(known.text, known.where, known.uses + 1)
    return names


def _pairs(names: dict[str, _Name]) -> Iterator[tuple[_Name, _Name]]:
    """Pairs that share a form; each name is paired once. Linear in the length of all names."""
    first: dict[str, str] = {}
    for key, name in names.items():
        forms = _forms(key, name.text)
        near = next((first[f] for f in forms if f in first and _DIGITS.findall(first[f]) == _DIGITS.findall(key)), None)
        if near:
            other = names[near]
            yield (name, other) if name.uses <= other.uses else (other, name)
        for form in forms:
            first.setdefault(form, key)


def _forms(key: str, text: str) -> list[str]:
    """The forms of a name by which another is near it: without spaces, in the singular, a letter or the place less."""
    solid = key.replace(" ", "")
    forms = [solid, solid.removesuffix("s")]
    if len(solid) >= _EDITED:
        forms += [solid[:i] + solid[i + 1 :] for i in range(1, len(solid))]
    if "," in text:
        forms.append(fold_name(text.partition(",")[0]).replace(" ", ""))
    return forms


def _problem(what: str, rare: _Name, usual: _Name) -> Problem:
    return Problem(
        Where(rare.where.file, rare.where.line, rare.where.column, max(rare.where.width, 1)), "near-duplicate",
        f'The {what} "{rare.text}" and "{usual.text}" are nearly the same.',
        f'If they are one, write "{usual.text}" everywhere.',
        why="Readers who filter by one would miss the other.", suggestion=usual.text, also=(usual.where,),
    )  # fmt: skip
