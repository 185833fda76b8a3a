"""Children who could be known again: one child's story beside a named school, a pupil's name, a name with a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checking.seeking import in_lines_with, lines_with
from sitegen.checking.wording.first_names import ALSO_WORDS, FIRST_NAMES
from sitegen.checking.wording.said import Places, Said, ShownPicture
from sitegen.markup.body import PersonBlock
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.schema.values import PersonValue
from sitegen.text import fold_letters

_CHILD = (
    r"(?:child|pupil|student|boy|girl|learner|youngster)\b(?!['’]?s\b| (?:premium|voice|teachers?|leads?|leaders?)\b)"
)
_CLASS = (
    r"(?:Year \d{1,2}\b|Reception\b|[Nn]ursery\b|Early Years\b|Key Stage \d|KS\d|(?:\S+ ){0,4}(?:year group|class)\b)"
)
_GENERAL = r"(?!,? (?:(?!who\b)\S+ )?(?:should|can|could|might|may|must|needs?|ought|would|will)\b)"
_DOES = r"(?:who|whose|was|had|has|with|told|said|wrote|made|moved|went|came|joined)\b"
_NEED = r"(?:EHC|EHCP|education,? health|autism|ADHD|dyslexia|Down|hearing|visual|physical|selective|special)\w*"
_WORKS = r"(?:works?|worked|working|taught|tutored|tutoring|mentored|mentoring)"
_ONE_CHILD = tuple((signs, regex(pattern)) for signs, pattern in (
    ((" in ", " from "),
     rf"\b(?:[Aa]|[Oo]ne|[Tt]he) (?:(?!in\b|of\b)[a-z-]+ ){{0,2}}{_CHILD} (?:in|from) {_CLASS}{_GENERAL}"),
    (("Year ", "Reception "),
     rf"\b(?:[Aa]|[Oo]ne|[Tt]he|[Tt]his) (?:[a-z-]+ ){{0,2}}(?:Year \d{{1,2}}|Reception) {_CHILD}{_GENERAL}"),
    (("particular ", "certain ", "single ", "individual "),
     rf"\b(?:[Oo]ne|[Aa]) (?:particular|certain|single|individual) (?:[a-z-]+ )?{_CHILD}{_GENERAL}"),
    (("ne ",), rf"\b[Oo]ne (?:[a-z-]+ )?{_CHILD} {_DOES}"),
    (("boy ", "girl "), rf"\b[Aa] (?:[a-z-]+ )?(?:boy|girl) {_DOES}"),
    ((" with ",), rf"\b(?:[Aa]|[Oo]ne|[Hh]er|[Hh]is|[Tt]heir|[Tt]he) (?:[a-z-]+ )?{_CHILD} with (?:an? )?{_NEED}"),
    ((" with a",), rf"\b{_WORKS} (?:\w+ )?with an? (?:[a-z-]+ )?{_CHILD}"),
))  # fmt: skip
"""Each pattern after words of which one must stand in the line."""
_ANY_CHILD = regex(_CHILD)
_NAME = r"(?P<name>[A-Z][^\W\d_]+(?:[-'’][A-Z][^\W\d_]+)?(?: [A-Z](?:[^\W\d_]+(?:[-'’][^\W\d_]+)*|\b\.?))?)"
_PUPIL = (
    r"(?:an? |our )?(?:Year \d{1,2} |[a-z]+ )?(?:pupil|student|schoolboy|schoolgirl)\b"
    r"(?! (?:premium|voice|teacher|support|services|lead|leader|and|by|centred|led|progress|achievement|welfare)\b)"
)
_AGED = r"(?:is )?aged? (?:of )?(?:[3-9]|1[0-8])\b(?! ?(?:[-–]|to|and|or))"
_IN_YEAR = r"(?:in )?Year \d{1,2}(?=[).,;:!?’”\"'\n]|$| (?:pupil|student|boy|girl)\b)"
_NAMED = regex(rf"\b{_NAME}(?:,| \(|,? who is) ?(?:(?P<pupil>{_PUPIL})|{_AGED}|{_IN_YEAR})", re.MULTILINE)
_SAID_OF_PUPIL = regex(rf"[,(w](?:(?<!w)|(?<=w)ho is) ?(?:{_PUPIL}|{_AGED}|{_IN_YEAR})", re.MULTILINE)
"""What follows the name in `_NAMED`: rarer than words that begin with a capital."""
_WORD = regex(r"[^\W\d_]+")
_CAPITAL = regex(r"(?P<saint>\b(?:St|Saint)\.? )?\b(?P<name>[A-Z][^\W\d_]*[a-z])(?P<next> [A-Z][a-z])?")
_SENTENCE_BEGINS = regex(r"(?:^|[.!?:]\s)\s*[\"'“‘(]*$")
_HUMP = regex(r"(?<=[a-z])(?=[A-Z])")


def identified_children(said: Said) -> Iterator[Problem]:
    """An error at each wording by which a child could be known again."""
    yield from _named_pupils(said)
    yield from (p for picture in said.pictures for p in _named_in_picture(said, picture))
    if said.schools:
        yield from _single_children(said)


def _single_children(said: Said) -> Iterator[Problem]:
    told: set[tuple[int, int]] = set()
    places = Places(said)
    for words in _of_one_child(said.plain):
        where = places.of(words)
        if (where.line, where.column) not in told:
            told.add((where.line, where.column))
            yield _problem(
                where, f'"{_short(words)}" is about one child, and the story names {said.schools[0]}.',
                "Tell it of several pupils or of the class.",
            )  # fmt: skip


def _of_one_child(plain: str) -> Iterator[str]:
    lines = tuple(plain[start:end] for start, end in lines_with(_ANY_CHILD, plain))
    for signs, pattern in _ONE_CHILD:
        for line in lines:
            if any(sign in line for sign in signs):
                yield from (found[0] for found in pattern.finditer(line))


def _named_pupils(said: Said) -> Iterator[Problem]:
    consented, places = _with_consent(said), Places(said)
    for found in in_lines_with(_SAID_OF_PUPIL, _NAMED, said.plain):
        words = found["name"].split()
        first = next((n for n, word in enumerate(words) if _is_first_name(word)), 0 if found["pupil"] else None)
        if first is not None and not _is_known(found["name"], said) and found["name"] not in consented:
            told = " ".join(found[0].split()[first:])
            fix = "Take the name out."
            yield _problem(places.of(told), f'"{_short(told)}" names a pupil.', fix)


def _with_consent(said: Said) -> set[str]:
    """The names of people whose consent holds: those without it have been left out by now."""
    given = (part.value for value in said.found.values.values() for part in value.parts or (value,))
    body = said.found.text.body
    people = [p for p in (*given, *body.parts) if isinstance(p, PersonValue | PersonBlock) and p.consent]
    return {p.name for p in people} | {s.name for quote in body.quotes if quote.consent for s in quote.speakers}


def _is_known(name: str, said: Said) -> bool:
    """True where the name is that of a school or a hub, or a part of it."""
    places = (*said.schools, *(said.story.hubs if said.story else ()))
    return any(name.casefold() in place.casefold() for place in places)


def _named_in_picture(said: Said, picture: ShownPicture) -> Iterator[Problem]:
    if picture.shows not in ("", "pupils"):
        return
    words = {word for school in said.schools for word in _WORD.findall(school.casefold())} | _adults(said)
    for place, text in (("alternative text", picture.alt), ("caption", picture.caption)):
        name = next((n for n in _names_in(text) if n.casefold() not in words), None)
        if name:
            yield _picture_problem(picture, f'the name "{name}" stands in its {place}')
            return
    pieces = _WORD.findall(_HUMP.sub(" ", picture.file.rpartition("/")[2].rpartition(".")[0]))
    name = next((p for p in pieces if _is_first_name(p, alone=True) and p.casefold() not in words), None)
    if name:
        yield _picture_problem(picture, f'"{name}" stands in the name of its file')


def _adults(said: Said) -> set[str]:
    """The words of the names of people who are the story's own: its staff."""
    people = said.story.people if said.story else ()
    speakers = (speaker.name for quote in said.found.text.body.quotes for speaker in quote.speakers)
    return {w for name in (*(p.name for p in people), *speakers) for w in _WORD.findall(name.casefold())}


def _names_in(text: str) -> Iterator[str]:
    """First names in a text; one that is a word as well only where it does not begin a sentence."""
    for found in _CAPITAL.finditer(text):
        begins = bool(_SENTENCE_BEGINS.search(text[: found.start("name")]))
        if not found["saint"] and _is_first_name(found["name"], alone=begins and not found["next"]):
            yield found["name"]


def _is_first_name(word: str, *, alone: bool = False) -> bool:
    low = fold_letters(word).lower()
    return low in FIRST_NAMES and not (alone and low in ALSO_WORDS)


def _picture_problem(picture: ShownPicture, what: str) -> Problem:
    whom = "shows pupils" if picture.shows else "may show pupils"
    return _problem(
        picture.where, f"The picture {whom}, and {what}.",
        "Take the name out. If it is a grown-up's, name the person in the story.", allow="",
    )  # fmt: skip


def _problem(
    where: Where, what: str, fix: str, allow: str = " If nobody can be known by it, allow it with `overrides`."
) -> Problem:
    why = "Readers near the school may know the child."
    return Problem(where, "child-identifiable", what, f"{fix}{allow}", why=why)


def _short(words: str) -> str:
    told = " ".join(words.split())
    return told if len(told) <= 80 else told[:80].rpartition(" ")[0] + " …"
