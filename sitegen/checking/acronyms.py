"""Acronyms that neither the glossary nor the text itself explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from sitegen.checking.written import Written, written
from sitegen.model.spanning import Site
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.text import nearest

_COMMON = frozenset(
    ("UK", "GB", "US", "USA", "EU", "UN", "BBC", "ITV", "TV", "DVD", "PDF", "HTML", "URL", "ISBN", "DOI", "CC", "OK",
     "AM", "PM", "BC", "AD", "PE", "IT", "ID", "CV", "NHS", "MP", "CEO", "DIY", "FAQ", "PIN", "RSVP", "GPS", "ASAP")
)  # fmt: skip
"""Short forms that every reader knows."""
_ROMAN = regex(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CAPITALS = regex(r"[A-Z][A-Z0-9]+")


def unknown_acronyms(site: Site) -> Iterator[Problem]:
    """A warning for each acronym that nothing explains, at its first use, beside those in other texts."""
    known = known_capitals(site)
    uses: dict[str, list[Where]] = {}
    for found in written(site):
        for acronym, where in unexplained(found, known):
            uses.setdefault(acronym, []).append(where)
    yield from (_problem(acronym, places, site) for acronym, places in uses.items())


def known_capitals(site: Site) -> frozenset[str]:
    """The glossary's short forms, and capitals that are part of a name in the registers or settings."""
    names = [t.term for t in site.registers.glossary]
    names += [n for h in site.hubs.values() for n in (h.name, *h.entry.aliases)]
    names += [n for s in site.schools.values() for n in (s.name, *s.aliases)]
    names += [site.settings.title, site.settings.organisation]
    return _COMMON | frozenset(word for name in names for word in _CAPITALS.findall(name))


def unexplained(found: Written, known: frozenset[str]) -> Iterator[tuple[str, Where]]:
    """Each acronym that is neither known nor explained by a text itself, where that has it first."""
    seen: set[str] = set()
    for acronym in found.text.body.acronyms:
        bare = _singular(acronym.text)
        if bare in seen:
            continue
        seen.add(bare)
        plain = found.text.body.plain
        fine = _is_known(acronym.text, found, known) or _explained_here(bare, plain)
        if not fine and not _is_loud(acronym.text, plain, known | found.text.terms.keys()):
            yield bare, found.line(acronym.line, acronym.column, len(acronym.text))


def _singular(text: str) -> str:
    return text[:-1] if text.endswith("s") else text


def _is_known(text: str, found: Written, known: frozenset[str]) -> bool:
    bare = _singular(text)
    terms = found.text.terms
    return bool({text, bare} & known) or text in terms or bare in terms or bool(_ROMAN.fullmatch(bare))


def _explained_here(acronym: str, plain: str) -> bool:
    """True where the text gives the words with the short form in brackets, either way round."""
    if f"({acronym})" in plain or f"({acronym}s)" in plain:
        return True
    return any(_spells(words, acronym) for words in re.findall(rf"\b{re.escape(acronym)}s? \(([^()]{{4,80}})\)", plain))


def _is_loud(word: str, plain: str, known: Set[str]) -> bool:
    """True where it stands only beside other words in capitals that are no acronyms either: `HEADS UP`."""
    uses = list(re.finditer(rf"(?:\b([A-Z]{{2,}}) )?\b{re.escape(word)}\b(?=(?: ([A-Z]{{2,}})\b)?)", plain))
    beside = [{one for one in use.groups() if one} - known for use in uses]
    return bool(beside) and all(beside)


def _spells(words: str, acronym: str) -> bool:
    """True where the words' first letters hold those of the acronym in order."""
    initials = iter(word[0].upper() for word in words.split())
    return all(letter in initials for letter in acronym)


def _problem(acronym: str, places: list[Where], site: Site) -> Problem:
    near = nearest(acronym, (t.term for t in site.registers.glossary), cutoff=0.8)
    hint = f'Did you mean "{near}"? Otherwise explain' if near else "Explain"
    return Problem(
        places[0], "unknown-acronym", f'"{acronym}" is not explained.',
        f"{hint} it in content/glossary.yaml, or write it out at its first use: the words, then ({acronym}).",
        why="Readers from outside may not know it.", also=tuple(places[1:]),
    )  # fmt: skip
