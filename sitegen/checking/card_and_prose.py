"""A story's card and its prose that contradict each other. Only plain statements count: few false alarms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.checking.seeking import begins
from sitegen.checking.wording.said import Said
from sitegen.model.values import Fact, Story
from sitegen.problems.problem import Problem
from sitegen.regex import regex
from sitegen.schema.number_words import number_from_words
from sitegen.schema.values import Quantity
from sitegen.text import fold_name

_LONGEST = 400
"""A longer sentence says too much for one number in it to be plain."""
_SHARES: Mapping[str, re.Pattern[str]] = {
    "pupil premium": regex(r"\bpupil premium\b", re.IGNORECASE),
    "fsm": regex(r"\bfree school meals\b|\bFSM\b", re.IGNORECASE),
    "eal": regex(r"\bEAL\b|\bEnglish as an additional language\b"),
    "send": regex(r"\bSEND\b|\bspecial educational needs\b"),
}
_PER_CENT = regex(r"(?<![\d.,])(\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)")
_ELSEWHERE = regex(
    r"\b(?:national(?:ly)?|average|median|mean|England|country|county|local authority|region(?:al)?|other schools|"
    r"typical|compared|than|from|rose|rising|fell|falling|grew|used to|previously|attain\w*|achiev\w*|progress|"
    r"grade\w*|score\w*|gap|class|cohort|Year \d+|year group|boys|girls|of these|of those|trust)\b",
    re.IGNORECASE,
)
"""Words after which a percentage is of something else than the school, or of another time."""
_WHEN = (
    r"(?:early |late |about |around )?(?:(?:the )?(?:autumn|spring|summer)(?: term)?(?: of)? |[A-Z][a-z]+ )?(20\d\d)\b"
)
_SINCE = regex(rf"{begins('since')} {_WHEN}")
_BEGAN = regex(
    r"\b(?:[Ww]ork(?:ing)?|[Cc]ollaborati(?:on|ng)|[Pp]artnership|[Ii]nvolvement|[Ee]ngagement|[Rr]elationship) with\b"
    rf"[^.;]{{0,80}}?\b(?:began|begun|started|dates? back|go(?:es)? back) (?:in|to) {_WHEN}"
)
_BEGINNING = regex("began|begun|started|back")
_FOR_YEARS = regex(r"\b(?:for|over|past|last|after) (?:the )?(?:past |last )?(\w+) years\b", re.IGNORECASE)
_HUB = regex(r"\bhubs?\b|\bWork Groups?\b", re.IGNORECASE)
_TOGETHER = regex(
    r"\b(?:with|joined|members?|part|works?|worked|working|collaborat\w+|partner\w*|involv\w+|engag\w+|support\w*)\b",
    re.IGNORECASE,
)
"""Words that say of a school and its hub that they have to do with each other."""
_END = ".!?\n"
_MARK = regex(
    r"\.\s+|!\s+|\?\s+|\n\n*|%|per ?cent|"
    + begins(*(rf"{words}\b" for words in ("since", "years", "began", "begun", "started", "back to")))
)
"""The end of a sentence, or a word without which it says nothing of a share or of how long something has gone on."""
_SLACK = 1
"""Years may be counted from the first day or from the first full year."""
_PLAUSIBLE = 30


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that a sentence states, in words for the report, and whether the card can be right beside it."""

    words: str
    agrees: bool


def card_and_prose(said: Said) -> Iterator[Problem]:
    """A warning at each fact of a card that a sentence of the same story contradicts."""
    facts = tuple(_plain_facts(said.story)) if said.story else ()
    sentences = tuple(_telling(said.found.text.body.plain)) if facts else ()
    for fact, found in facts:
        numbers = ((s, _READ.get(found.measure, _share)(s, found, said)) for s in sentences)
        against = next(((sentence, number) for sentence, number in numbers if number and not number.agrees), None)
        if against:
            yield _problem(fact, *against)


def _telling(plain: str) -> Iterator[str]:
    """The sentences that may state a share or how long something has gone on."""
    start, tells = 0, False
    for mark in _MARK.finditer(f"{plain}\n"):
        if mark[0][0] not in _END:
            tells = True
            continue
        end = mark.start() + (mark[0][0] != "\n")
        if tells and end - start <= _LONGEST:
            yield plain[start:end]
        start, tells = mark.end(), False


def _plain_facts(story: Story) -> Iterator[tuple[Fact, Quantity]]:
    """Facts of the story's only school that state one number for a measure."""
    if len(story.schools) > 1:
        return
    for fact in story.facts:
        for found in (v.quantity for v in fact.values):
            if found.low is not None and (found.measure in _SHARES or found.measure in _READ):
                yield fact, found


def _share(sentence: str, found: Quantity, _: Said) -> _Number | None:
    """The one percentage of a sentence that is about this measure and about nothing else."""
    numbers = _PER_CENT.findall(sentence) if "%" in sentence or "cent" in sentence else ()
    measures = [m for m, pattern in _SHARES.items() if pattern.search(sentence)] if numbers else []
    if len(numbers) != 1 or measures != [found.measure] or _ELSEWHERE.search(sentence):
        return None
    number = float(numbers[0])
    return _Number(f"{numbers[0]}%", _near(number, found, 1))


def _near(number: float, found: Quantity, slack: float) -> bool:
    low, high = found.low, found.high
    return (low is None or number >= low - slack) and (high is None or number <= high + slack)


def _years(sentence: str, found: Quantity, said: Said) -> _Number | None:
    """How long a sentence says that the school has worked with its hub."""
    since = _SINCE.search(sentence) or (_BEGAN.search(sentence) if _BEGINNING.search(sentence) else None)
    years = _FOR_YEARS.search(sentence) if "years" in sentence.casefold() else None
    if not (since or years) or not (_TOGETHER.search(sentence) and _names_hub(sentence, said)):
        return None
    if since and said.found.year is not None:
        earliest = said.found.year.start - int(since[1]) + 1
        fits = any(_near(n, found, _SLACK) for n in (earliest, earliest + 1))
        return _Number(since[0], fits)
    number = _count(years[1]) if years else None
    if years is None or number is None or number >= _PLAUSIBLE:
        return None
    return _Number(f"{years[1]} years", _near(number, found, _SLACK))


def _names_hub(sentence: str, said: Said) -> bool:
    """True where a sentence speaks of a hub, or calls one of the story's by its name."""
    words = f" {fold_name(sentence)} "
    return bool(_HUB.search(sentence)) or any(f" {name} " in words for name in said.hubs)


def _count(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() else number_from_words(word.lower())


_READ: Mapping[str, Callable[[str, Quantity, Said], _Number | None]] = {"years": _years}


def _problem(fact: Fact, sentence: str, said: _Number) -> Problem:
    shown = sentence.strip() if len(sentence) <= 120 else sentence.strip()[:120].rsplit(" ", 1)[0] + " …"
    return Problem(
        fact.where, "card-and-prose", f'The card says "{fact.text}" for {fact.label}, the text says "{said.words}".',
        "Check which is right and correct the other. If both are, allow it with `overrides`.",
        why=f'The sentence is: "{shown}"',
    )  # fmt: skip
