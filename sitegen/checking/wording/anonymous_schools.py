"""Schools that are not named and yet can be found: by exact results, the date of an inspection or their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checking.seeking import begins
from sitegen.checking.wording.said import ANONYMOUS, Places, Said
from sitegen.problems.problem import Problem
from sitegen.regex import regex

_UNNAMED = regex(begins(
    *(rf"{school} [A-HX-Z]\b" for school in ("School", "College", "Academy")),
    *(rf"{sort} (?:school|college|academy)\b" for sort in ("anonymous", "anonymised", "unnamed")),
))  # fmt: skip
_SENTENCE = regex(r"(?<=[.!?])\s+|\n+")
_LONGEST, _NEAR = 600, 12
_EXACT = regex(
    r"(?<![\d.,])(?<!about )(?<!around )(?<!over )(?<!nearly )(?<!almost )(?<!under )(?<!than )(?<!least )(?<!roughly )"
    r"(?<!some )(?<!c\. )(?<!up to )\d{1,3}(?:\.\d+)?\s?(?:%|per ?cent\b)",
    re.IGNORECASE,
)
_RESULTS = regex(
    r"\b(?:GCSEs?|A[- ]levels?|SATs?|grades?|KS[1-5]|Key Stage [1-5]|greater depth|expected standard|Progress 8"
    r"|Attainment 8|attain\w*|achiev\w*|pass(?:ed|es)?|results?|scor\w+|[1-9] ?[-–] ?[1-9]|phonics)\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn)"
)
_INSPECTED = regex(
    rf"\b(?:Ofsted|inspect\w{{0,6}})\b[^.!?\n]{{0,80}}?"
    rf"\b(?P<date>{_MONTH}(?: term)? 20\d\d|\d\d?[/.]\d\d?[/.]\d{{2,4}})"
    rf"|\b(?P<before>{_MONTH}(?: term)? 20\d\d)\b[^.!?\n]{{0,80}}?(?:Ofsted|inspect)"
)
_URN = regex(r"\bURN:? ?\d{6}\b")


def exact_results(said: Said) -> Iterator[Problem]:
    """An error at each exact result, inspection date and number of a school that its story does not name."""
    if not _is_anonymous(said):
        return
    places = Places(said)
    for sentence in _SENTENCE.split(said.plain):
        if len(sentence) <= _LONGEST:
            yield from (_problem(places, words, what) for words, what in _telling(sentence))
    yield from (_problem(places, words, "an exact result") for words in _in_tables(said.plain.splitlines()))


def _in_tables(lines: list[str]) -> Iterator[str]:
    """The first figure of each table of results: cells are lines of their own, below the words that they belong to."""
    last = -_NEAR
    for at, line in enumerate(lines):
        if _EXACT.fullmatch(line.strip()) and any(_RESULTS.search(above) for above in lines[max(0, at - _NEAR) : at]):
            if at - last >= _NEAR:
                yield line.strip()
            last = at


def _is_anonymous(said: Said) -> bool:
    if said.schools or said.story is None:
        return False
    return any(ANONYMOUS.fullmatch(m.name) for m in said.story.schools) or bool(_UNNAMED.search(said.plain))


def _telling(sentence: str) -> Iterator[tuple[str, str]]:
    exact = _EXACT.search(sentence)
    if exact and _RESULTS.search(sentence):
        yield exact[0], "an exact result"
    inspected = _INSPECTED.search(sentence)
    if inspected:
        yield inspected["date"] or inspected["before"], "the date of an inspection"
    number = _URN.search(sentence)
    if number:
        yield number[0], "the number"


def _problem(places: Places, words: str, what: str) -> Problem:
    return Problem(
        places.of(words), "exact-results", f'"{words}" is {what} of a school that is not to be known.',
        'Round it, as "about a quarter" or "that year", or allow it with `overrides` and the reason.',
        why="Results and inspections are published by school, so that a search for the figure finds its name.",
    )  # fmt: skip
