"""The names of measures of disadvantage, as people write them, and what only looks like one."""

from __future__ import annotations

import re

from sitegen.regex import regex

OTHER = "other"
"""A measure that has no facet: it takes its figure with it, so that no other measure gets it."""

_FSM = r"(?:free[- ]school[- ]meals?|free meals|f\.?s\.?m\.?(?![a-z]))"
_SIX = (
    r"(?:at (?:any|some) (?:time|point) |at all )?(?:(?:in|within|during|over) )?(?:any of )?(?:the )?"
    r"(?:past|last|previous|preceding) (?:six|6) years?"
)
_EVER = r"ever[- ]?(?:six|6)(?![0-9.%]| ?%| per)"
_PREMIUM = r"(?:pupil'?s?'?[- ]premium(?: grant)?|p\.?p\.?g?\.?(?![a-z0-9]))"
_EHCP = (
    r"e\.?h\.?c\.?(?:p'?s?|n\.?a)?(?: plans?)?(?![a-z])|education,? health,? (?:and|&) care(?: plans?)?|"
    r"statements? of (?:sen\b|special educational needs)|statemented"
)
_SUBJECT = rf"(?:{_PREMIUM}|{_FSM}|e\.?a\.?l\.?|send?)"
_ASIDE = r"(?:spend(?:ing)?|attainment|achievement|progress|attendance|absence|gap|results|outcomes|budget|lead)\b"

_NAMES = (
    (OTHER, rf"{_SUBJECT}(?: pupils?'?| students?'?| children's?)? {_ASIDE}"),
    (OTHER, _EHCP),
    (OTHER, r"(?:sen[- ]?d?|special educational needs(?: and disabilities)?) support|k[- ]code"),
    (OTHER, r"looked[- ]after(?: children)?|service (?:children|pupils|premium|famil(?:y|ies))|recovery premium|"
            r"early years pupil premium|eypp|universal (?:infant )?(?:free school meals|fsm)|uifsm"),
    ("fsm6", rf"{_FSM},? ?\(?(?:eligible |eligibility )?{_SIX}\)?|{_FSM} ?[-(/]? ?{_EVER}\)?|fsm6(?![0-9.%])|"
             rf"fsm 6(?![0-9.]| ?%| per)|{_EVER}(?: ?\(?{_FSM}\)?)?"),
    (OTHER, _SIX),
    ("fsm", _FSM),
    ("pupil premium", rf"disadvantaged(?: pupils| students| children)? \({_PREMIUM}\)|{_PREMIUM}"),
    ("eal", r"english (?:as|is) an additional language|additional language|e\.?a\.?l\.?(?![a-z])"),
    ("send", r"special educational needs?(?:(?: and/or| and| or| &|/) ?disabilit(?:y|ies))?|"
             r"s\.?e\.?n\.?d?\.?(?![a-z])"),
)  # fmt: skip
MEASURE = "|".join(rf"(?P<m{n}>(?<![a-z0-9])(?:{pattern}))" for n, (_, pattern) in enumerate(_NAMES))
"""A pattern for the name of a measure in plain words."""

_NOT_THESE = regex(
    r"\b(?:non|not(?: (?:have|eligible for|in receipt of))?|no|without|excluding|except|other than|neither)[ -]?$"
)


def measure_named(found: re.Match[str]) -> str:
    """The measure of a match of MEASURE, OTHER where it has no facet or is denied (`non-EAL`), empty for no measure."""
    number = next((n for n in range(len(_NAMES)) if found[f"m{n}"] is not None), None)
    if number is None:
        return ""
    denied = _NOT_THESE.search(found.string, max(0, found.start() - 24), found.start())
    return OTHER if denied else _NAMES[number][0]
