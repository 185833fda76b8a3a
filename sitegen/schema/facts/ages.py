"""The ages and the phase that a wording of a school's size names."""

from __future__ import annotations

import re

from sitegen.regex import regex

_NOT_AFTER = (
    r"(?![0-9a-z%/½-]|[.,][0-9])"
    r"(?! ?(?:%|per ?cent|pupils?|students?|children|learners?|forms?\b|fe\b|f\.e|class|staff|teachers|months|miles|"
    r"places|hubs?))"
)
_AGES = regex(
    rf"(?<![0-9a-z£$.,/-])(?P<low>[0-9]{{1,2}}) ?(?:-|to|through|and(?<=[0-9] and)) ?(?P<high>[0-9]{{1,2}}){_NOT_AFTER}"
)
_NOT_AGES = regex(
    r"(?:years?|yrs?|\by|ks|stages?|class(?:es)?|grades?|pages?|pp?\.?|cases?|schools?|no\.?|numbers?|bands?|sets?|rated|"
    r"roll|of|ratio|scores?|[£$€]) ?$"
)
_AGED = regex(r"(?:ages?|aged|age range)(?: (?:from|of|between))?:? ?$")
_PHASES = (
    ("all-through", r"all[- ]through|through[- ]school"),
    ("nursery", r"nursery|nurseries|pre-?school"),
    ("infant", r"infants?"),
    ("junior", r"juniors?"),
    ("primary", r"primary|primaries"),
    ("secondary", r"secondary|secondaries"),
    ("sixth form", r"(?:sixth|6th)[- ]form"),
    ("special", r"special (?:school|academy|college)"),
    ("first", r"first school"),
    ("middle", r"middle (?:deemed (?:primary|secondary) )?school"),
    ("upper", r"upper school"),
    ("high", r"high school"),
    ("alternative provision", r"alternative provision|pupil referral unit|pru"),
    ("college", r"(?:fe|further education|tertiary) college"),
    ("post-16", r"post[- ]16"),
)
_PHASE = regex("|".join(rf"(?P<p{n}>\b(?:{pattern})\b)" for n, (_, pattern) in enumerate(_PHASES)))
_NOT_ITS_OWN = regex(
    r"(?:\bno|\bnot an?|\bwithout(?: an?)?|\bnon|feeder|partner|local|linked|nearby|other|than average)[ -]$"
)


def ages_in(text: str) -> tuple[int, int] | None:
    """The lowest and the highest age in plain words (`11-18`), or None for none, for year groups, for two ranges."""
    ranges = {(int(m["low"]), int(m["high"])) for m in _AGES.finditer(text) if _may_be_ages(text, m)}
    return ranges.pop() if len(ranges) == 1 else None


def _may_be_ages(text: str, found: re.Match[str]) -> bool:
    low, high, start = int(found["low"]), int(found["high"]), max(0, found.start() - 30)
    stated = _AGED.search(text, start, found.start()) is not None
    possible = low <= 17 and 4 <= high <= 25 and low + 1 < high
    return possible and (stated or ("and" not in found[0] and _NOT_AGES.search(text, start, found.start()) is None))


def phases_in(text: str) -> str:
    """The phases that plain words name, in their order, joined by `and`; empty for none."""
    found = [m for m in _PHASE.finditer(text) if not _NOT_ITS_OWN.search(text, max(0, m.start() - 20), m.start())]
    return " and ".join(dict.fromkeys(_PHASES[int((m.lastgroup or "p0")[1:])][0] for m in found))
