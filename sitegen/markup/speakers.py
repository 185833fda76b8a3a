"""Who said it: attributions as people write them, to names, roles, places and case studies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.markup.body import Speaker
from sitegen.regex import regex
from sitegen.text import fold_space

_DASH = regex(r"\s*(?:[—–―‒−]+|-{1,3}(?=\s|[A-Z]))\s*")
_CASE = regex(
    r"(?<![,;( ])[,;( ]*+\bcase(?:[ -]study)? ?(?:no\.? ?|number ?)?([0-9]{1,4})\b\)?", re.IGNORECASE
)
_AND = regex(r",? (?:and|&) ")
_AND_OR_APART = regex(r"(?:,? (?:and|&)|;) ")
_ROLE = regex(
    r"\b(?:(?:head|assistant|deputy|class|pupil|student|maths?|subject)?-?(?:teacher|master|mistress)s?|heads?|leads?|leaders?"
    r"|directors?|principals?|specialists?|co-?ordinators?|consultants?|advis[eo]rs?|managers?|deput(?:y|ies)|assistants?"
    r"|officers?|governors?|pupils?|students?|learners?|child(?:ren)?|parents?|carers?|mothers?|fathers?|chairs?|mentors?"
    r"|coach(?:es)?|practitioners?|lecturers?|tutors?|professors?|researchers?|trainees?|ects?|nqts?|tas?|slts?|sles?|llmes?"
    r"|senco|links?|participants?|members?|colleagues?|inspectors?|ceos?|trustees?|executives?|secretary|ministers?|editors?"
    r"|authors?|delegates?|facilitators?|champions?|ambassadors?|advocates?|staff|team|year [0-9]+|key stage [0-9])\b",
    re.IGNORECASE,
)
_PLACE = regex(
    r"\b(?:schools?|primary|infants?|juniors?|academy|academies|college|university|trust|mat|hubs?|council|nursery|federation"
    r"|c of e|ce|ltd|ncetm|dfe|foundation|institute|centre|association|borough|county)\b",
    re.IGNORECASE,
)
_NAME = regex(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*|(?:de|van|von|der|den|al|bin|el|la|le|du|da|dos|y|ap|ab)\b)(?:\s|$)")


_LONGEST = 500
"""How many characters an attribution has at most whose people are told apart."""


def attribution(line: str) -> str | None:
    """What stands after the dash with which an attribution begins, or None where the line is none."""
    found = _DASH.match(line)
    rest = fold_space(line[found.end() :]) if found and found.end() else ""
    return rest or None


def read_speakers(text: str) -> tuple[Speaker, ...]:
    """The people that an attribution names, or one speaker without a name for a role alone.

    `Tony and Danny, teachers` are two with one role; `Ann, headteacher, and Bob, maths lead` two with their own.
    `Maths lead, case study 7` is a role. What follows a role is a place. What is far too long for
    either is taken as a role as it stands.
    """
    text = fold_space(text)
    if len(text) > _LONGEST:
        return (Speaker("", text),)
    case = _CASE.search(text)
    number = int(case[1]) if case else None
    rest = fold_space(text[: case.start()] + text[case.end() :] if case else text).strip(" ,;()")
    people = [speaker for part in _people(rest) for speaker in _one(part, number)]
    return tuple(people) or ((Speaker("", case=number),) if number is not None else ())


def _people(text: str) -> list[str]:
    """Pieces that each name people and then their role: cut before an `and` or `;` that a name and a role follow."""
    for found in _AND_OR_APART.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        name, _, role = right.partition(",")
        if _ROLE.search(left.partition(",")[2]) and _is_name(name) and _ROLE.search(role.split(",")[0]):
            return [left, *_people(right)]
    return [text] if text else []


def _one(text: str, case: int | None) -> list[Speaker]:
    pieces = [piece for piece in (p.strip() for p in text.split(",")) if piece]
    if not pieces:
        return []
    names: list[str] = []
    while pieces and _are_names(pieces[0]) and (not names or _continues(pieces)):
        names += [name.strip() for name in _AND.split(pieces.pop(0)) if name.strip()]
    role, place = _role_and_place(pieces)
    return [Speaker(name, role, place, case) for name in names or [""]]


def _continues(pieces: Sequence[str]) -> bool:
    """True for the second name of `Ann, Bob and Cy, teachers`; a lone place after a name is no name."""
    return any(_AND.search(piece) and _are_names(piece) for piece in pieces)


def _are_names(text: str) -> bool:
    return all(_is_name(part) for part in _AND.split(text))


def _is_name(text: str) -> bool:
    """True for what looks like a person's name: a few words in capitals that name no role and no institution."""
    words = text.split()
    if not 1 <= len(words) <= 5 or _ROLE.search(text) or _PLACE.search(text):
        return False
    return text[0].isupper() and all(_NAME.match(word) for word in words)


def _role_and_place(pieces: Sequence[str]) -> tuple[str, str]:
    """The first piece is the role, with those after it that name a role too; the rest is the place."""
    if not pieces:
        return "", ""
    if not any(_ROLE.search(piece) for piece in pieces) and any(_PLACE.search(piece) for piece in pieces):
        return "", ", ".join(pieces)
    end = 1
    while end < len(pieces) and _ROLE.search(pieces[end]) and not _PLACE.search(pieces[end]):
        end += 1
    return ", ".join(pieces[:end]), ", ".join(pieces[end:])
