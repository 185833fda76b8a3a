"""What a school says of its size: forms of entry, pupils, ages, phase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.regex import regex
from sitegen.schema.facts.ages import ages_in, phases_in
from sitegen.schema.facts.amounts import LEADING, TRAILING_LIMIT, plain_words, quantity, settled, spread
from sitegen.schema.number_words import NUMBER_WORDS, SMALL, number_from_words
from sitegen.schema.numbers import AT_LEAST, OR_MORE, plain_number
from sitegen.schema.values import Quantity, Size
from sitegen.text import fold_space

_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_FORMS = (
    rf"(?:[0-9]{{1,2}}(?:\.[0-9]{{1,2}}|½)?|½|(?:{_SMALL}) and a half|one-and-a-half|a half|half|"
    rf"single|double|{_SMALL})"
)
_ENTRY = (
    r"[ -]?(?:f\.?e\b|forms?[ -](?:of[ -])?(?:entry|intake)\b|forms? (?:per|in each|in every|a|each) year\b)"
    r"(?:\b|(?<=\.))"
)
_AFTER = rf"(?P<after>{OR_MORE})?(?P<most>{TRAILING_LIMIT})?"
_FORM = regex(
    rf"{LEADING}(?:(?P<between>between) )?(?<![0-9a-z./,-])(?P<low>{_FORMS})"
    rf"(?:(?: ?- ?|-? to |(?P<and>-? and )|-? or )(?P<high>{_FORMS}))?(?P<least>{AT_LEAST})?"
    rf"{_ENTRY}{_AFTER}(?! ?/ ?[0-9])"
)
_FORMS_LABELLED = regex(
    rf"(?<![a-z])forms? (?:of )?entry(?: ?[:=]| is) ?{LEADING}(?P<low>{_FORMS})(?![0-9a-z./½-]| ?%)"
)
_COUNT = rf"(?:[0-9]{{1,2}}(?:[, ][0-9]{{3}})(?![0-9])|[0-9]{{1,5}}(?![0-9])|{NUMBER_WORDS})"
_RANGE = (
    rf"(?:(?P<between>between) )?(?<![0-9a-z.,/£-])(?P<low>{_COUNT})"
    rf"(?:(?: ?- ?| to |(?P<and> and ))(?P<high>{_COUNT}))?(?P<least>{AT_LEAST})?"
)
_ROLL = r"on (?:the |our )?roll\b"
_PUPILS = regex(
    rf"{LEADING}{_RANGE}(?:[ -](?:pupils?|students?|children|learners?)\b(?: {_ROLL})?| {_ROLL}){_AFTER}"
)
_LABEL = (
    r"(?<![a-z])(?:(?:number|pupils|students|children) on (?:the )?roll|n\.?o\.?r\b\.?|on roll|(?:school |pupil )?roll|"
    r"number of (?:pupils|students|children)|pupil numbers?|student numbers?|(?:pupil|student)s?(?= ?[:=]))"
)
_LABELLED = regex(
    rf"{_LABEL}(?: ?[:=(-]| is| of| at)* ?{LEADING}{_RANGE}(?P<most>{TRAILING_LIMIT})?(?! ?(?:%|per ?cent))"
)
_PART_OF_IT = regex(
    r" ?(?:%|per\b|a (?:class|year)|each\b|(?:are|is|have|has|who|whose)\b|receiv|eligible|on free|in receipt|"
    r"in (?:each|every|a|one|our|the|year|reception|nursery|sixth|key)\b|with (?:sen|eal|eng|an? e|ehc|spec))"
)
_NOT_NOW = regex(
    r"(?<![a-z])(?:grow|becom|mov|expand|increas|extend|chang|reduc|fall|fell|grew|will be|soon|former|previous|was|"
    r"were|originally|once|used to|capacity|places|room for|from|between|plan|class(?:es)? of|groups? of|each|"
    r"published admission|pan)[^.,;:]{0,30}$"
)

_OF_A_GROUP = regex(
    r"(?<![a-z])(?<!to )(?<!- )(?<!-)(?:(?:years?|yr|y|class|form|key stage|ks) ?[0-9]{1,2}[a-z]?(?: (?:class|group))?|"
    r"years?|yr|y|reception|nursery|sixth form|year group|cohort)"
    r"(?: (?:alone|now|currently))?(?: (?:has|have|had|holds?|contains?|of|with|is)|:)? $"
)
"""A year group or class, whose number of pupils follows: it is not the roll. `Reception to Year 6 with` is a school."""


def understand_size(text: str) -> Size:
    """What can be told from a wording of a school's size; what is not understood is left out and never guessed.

    Forms may be halves. Two different figures of one measure cancel each other: `growing from 1FE to 2FE` says neither.
    """
    plain = plain_words(text)
    quantities = settled([*_forms(plain), *_pupils(plain)])
    return Size(fold_space(text), quantities, ages_in(plain), phases_in(plain))


def _forms(text: str) -> Iterator[Quantity]:
    for found in (*_FORM.finditer(text), *_FORMS_LABELLED.finditer(text)):
        groups = found.groupdict()
        low, high = _form_count(found["low"]), _form_count(groups["high"]) if groups.get("high") else None
        if _is_now(text, found) and 0 < low <= 20 and not _has_limit(groups):
            yield from _made("forms", groups, low, high)


def _form_count(text: str) -> float:
    if text in ("half", "a half", "½"):
        return 0.5
    if text in ("single", "double"):
        return 1.0 if text == "single" else 2.0
    if text.endswith("½"):
        return float(text[:-1]) + 0.5
    whole = text.replace("-", " ").removesuffix(" and a half")
    number = float(SMALL[whole]) if whole in SMALL else float(whole)
    return number + 0.5 if "half" in text else number


def _pupils(text: str) -> Iterator[Quantity]:
    for found in (*_LABELLED.finditer(text), *_PUPILS.finditer(text)):
        low, high = _count(found["low"]), _count(found["high"])
        known = low is not None and low > 0 and not _has_limit(found.groupdict())
        like_ages = found["high"] is not None and (high is None or high <= 25)
        if known and not like_ages and _is_now(text, found) and not _PART_OF_IT.match(text, found.end()):
            yield from _made("pupils", found.groupdict(), low or 0, high)


def _count(text: str | None) -> float | None:
    if text is None:
        return None
    number = plain_number(text) if text[0].isdigit() else number_from_words(text)
    return None if number is None else float(number)


_Groups = dict[str, str | None]


def _has_limit(groups: _Groups) -> bool:
    return bool(groups["limit"] or groups.get("most"))


def _made(measure: str, groups: _Groups, low: float, high: float | None) -> Iterator[Quantity]:
    at_least = bool(groups.get("least") or groups.get("after"))
    if high is None:
        made = None if groups.get("between") else quantity(measure, low, groups["qualifier"], at_least)
    else:
        made = None if at_least or _is_a_sum(groups) else spread(measure, low, high, words=groups["qualifier"])
    if made:
        yield made


def _is_a_sum(groups: _Groups) -> bool:
    return groups.get("and") is not None and not groups.get("between")


def _is_now(text: str, found: re.Match[str]) -> bool:
    start = max(0, found.start() - 45)
    return not any(pattern.search(text, start, found.start()) for pattern in (_NOT_NOW, _OF_A_GROUP))
