"""How long a school has taken part: which year it is in, or when it began."""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.regex import regex
from sitegen.schema.dates import academic_year_of, understand_academic_year, understand_date
from sitegen.schema.facts.amounts import plain_words
from sitegen.schema.number_words import NUMBER_WORDS, ORDINALS, number_from_words
from sitegen.schema.values import Engagement
from sitegen.text import fold_space

_COUNT = rf"(?P<count>[0-9]{{1,2}}|{NUMBER_WORDS})"
_LEAST = r"(?:at least|(?:no|not) (?:less|fewer) than|a minimum of|(?:well )?over|more than|≥|>=?)"
_YEARS = r"(?:school |academic |full )?years?'?"
_NTH = rf"(?:(?P<digits>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))"
_SINCE = (
    r"(?:ever )?(?:since|from|starting in|starting|started in|started|"
    r"joined (?:the |our |its )?(?:local )?(?:maths )?(?:hub|programme|network|project) in|joined in|joined|"
    r"began in|began|begun in|involved since|involved from|engaged since|working together since|"
    r"first (?:joined|engaged|took part) in)"
)
_WHEN = r"(?: the)?(?: start of| beginning of)?(?: the)? (?P<when>[a-z0-9][a-z0-9 '/,.-]{1,40}?)"
_ON = r"(?: ?(?:-|onwards?|to (?:date|now|the present|present)|-? ?(?:present|now)|until now))"
_FLUFF = regex(
    r"(?:we|the|our|a|an|as|is|are|have|has|been|it|this|school|in|into|of|with|for|and|now|its|their|local|hubs?|maths|"
    r"mathshubs?|programmes?|program|project|engag(?:ing|ed|ement)|work(?:ing|ed)|together|involve(?:d|ment)|"
    r"participat(?:ing|ion)|taking|part|partner(?:ship)?|member(?:ship)?|so|far|already|currently|being|on|to|teaching|"
    r"mastery|tfm)"
)
_WORD = regex(r"[^\s,.;:()]+")


def understand_engagement(text: str) -> Engagement:
    """Which year of engagement a wording states, or in which school year it began; neither where it is not plain.

    `3`, `third year` and `3 years` are the third year. `since 2016/17` names the first year; `since 2017` leaves two
    open. A wording that also says something else that counts (another number or year) is not understood.
    """
    plain, folded = plain_words(text), fold_space(text)
    if len(plain) > 200:
        return Engagement(folded)
    for pattern, read in _FORMS:
        for found in pattern.finditer(plain):
            understood = read(folded, found)
            if understood and _is_all(plain, found):
                return understood
    return Engagement(folded)


def _is_all(text: str, found: re.Match[str]) -> bool:
    """True where nothing but words without weight stands around what was found."""
    around = f"{text[: found.start()]} {text[found.end() :]}"
    return all(_FLUFF.fullmatch(word) for word in _WORD.findall(around))


def _count(text: str, found: re.Match[str]) -> Engagement | None:
    groups = found.groupdict()
    return _ordinal(text, _number(found["count"]), any(groups.get(g) for g in ("least", "plus", "more")))


def _nth(text: str, found: re.Match[str]) -> Engagement | None:
    return _ordinal(text, int(found["digits"]) if found["digits"] else ORDINALS[found["word"]], False)


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else number_from_words(text)


def _ordinal(text: str, number: int | None, at_least: bool) -> Engagement | None:
    return Engagement(text, ordinal=number, at_least=at_least) if number and number <= 40 else None


def _since(text: str, found: re.Match[str]) -> Engagement | None:
    when = found["when"].strip(" -,.")
    year = understand_academic_year(when)
    if year:
        return Engagement(text, first=year.start, first_latest=year.start)
    date = understand_date(when)
    if date is None or date.start.year < 1990:
        return None
    first, latest = academic_year_of(date.start), academic_year_of(date.end)
    return Engagement(text, first=first, first_latest=latest)


_LEAST_COUNT = rf"(?:(?P<least>{_LEAST}) ?)?{_COUNT}(?P<plus> ?\+| or more| plus)?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Engagement | None]], ...] = tuple(
    (regex(pattern), read)
    for pattern, read in (
        (rf"^{_LEAST_COUNT}$", _count),
        (
            rf"(?<![a-z0-9/-]){_LEAST_COUNT}[ -]{_YEARS}(?P<more> (?:or|and) (?:more|over|longer)| ?\+)?(?![a-z0-9-])",
            _count,
        ),
        (rf"(?<![a-z0-9/-])(?:year|yr) {_COUNT}(?![0-9/a-z-])", _count),
        (rf"^{_NTH}$", _nth),
        (rf"(?<![a-z0-9/-]){_NTH} year(?![a-z0-9-])", _nth),
        (rf"(?<![a-z0-9]){_SINCE}{_WHEN}{_ON}?(?= (?:with|in|through|as)\b|[;(]|$)", _since),
        (rf"^(?P<when>[a-z0-9][a-z0-9 '/,.-]{{2,40}}?){_ON}$", _since),
    )
)
