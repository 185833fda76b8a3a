"""The worst texts for a regular expression, derived from the expression itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
ENDS = ("", "\x00", "\nx", "! ")
"""What stands at the end of a text, so that what could go on does not, or what should end here does not."""

PLAIN = (" ", "a", "A", "0", "'", '"', "(", "[", "{", "<", "\\", "\n", "\t", "a ", "A ", "0 ", "0,", ", ", ".", "-",
         "a-", "\n ", " \n", "a\n", "*", "_", "`", "$", ":", "=", "|", "&", "and ", ")", "]", "}", ">", "/", "#", "%",
         "\u2019", "\u2014", " \u2014 ", "é", "a=\"", "<a ", "[^a", "](", "0%", "1 to ")  # fmt: skip
_WORD, _SPACE, _CANDIDATES = "a", " ", 'a A0 _-.,;:!?"\'()[]{}<>/\\|#*+=&%$@~^`\n\t\u2014\u2013\u2019é\x00'
_MOST = 3


def texts(pattern: re.Pattern[str], size: int, plain: bool = True) -> Iterator[str]:
    """Texts of about this size: each part that may be repeated, repeated, after what leads to it; and `plain` ones."""
    units = dict.fromkeys([*_units(pattern), *(("", each) for each in PLAIN if plain)])
    for before, unit in units:
        if unit:
            for end in ENDS:
                yield before + unit * (size // len(unit)) + end


def _units(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What leads to a repeated part, and what of it to repeat."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    whole = list(islice(_samples(tree), _MOST))
    yield from (("", text) for text in whole)
    yield from _repeated(tree, "")


def _repeated(sequence: Any, before: str) -> Iterator[tuple[str, str]]:
    for code, value in sequence:
        samples = list(islice(_samples([(code, value)]), _MOST)) or [""]
        if code in REPEATS:
            for body in islice(_samples(value[2]), 4):
                yield before, body
                yield "", before + body
            both = list(islice(_samples(value[2]), 2))
            yield before, "".join(both)
        for part in inside(code, value):
            yield from _repeated(part, before)
        before += samples[0]


def inside(code: Any, value: Any) -> list[Any]:
    """The sequences that a part of an expression is made of."""
    if code in REPEATS:
        return [value[2]]
    if code is op.BRANCH:
        return list(value[1])
    if code is op.SUBPATTERN:
        return [value[3]]
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return [value] if code is op.ATOMIC_GROUP else []


def _samples(sequence: Any) -> Iterator[str]:
    """Some texts that a sequence takes, as far as they can be told one part after the other."""
    made = [""]
    for code, value in sequence:
        pieces = list(islice(_pieces(code, value), _MOST)) or [""]
        longer = [text + pieces[0] for text in made] + [made[0] + piece for piece in pieces[1:]]
        made = list(dict.fromkeys(longer))[:_MOST]
    yield from made


def _pieces(code: Any, value: Any) -> Iterator[str]:
    if code is op.LITERAL:
        yield chr(value)
    elif code in (op.NOT_LITERAL, op.IN, op.ANY, op.CATEGORY):
        yield from _characters(code, value)
    elif code in REPEATS:
        once = islice(_samples(value[2]), _MOST)
        yield from (text * max(1, value[0]) for text in once)
    elif code is op.BRANCH:
        for branch in value[1]:
            yield from islice(_samples(branch), 1)
    elif code is op.SUBPATTERN:
        yield from _samples(value[3])
    elif code is op.ATOMIC_GROUP:
        yield from _samples(value)
    else:
        yield ""


def _characters(code: Any, value: Any) -> Iterator[str]:
    """Characters that one place takes, the plain ones first."""
    if code is op.ANY:
        yield from "a "
        return
    if code is op.NOT_LITERAL:
        yield from (c for c in _CANDIDATES if ord(c) != value)
        return
    items = value if code is op.IN else [(code, value)]
    taken = [c for c in _CANDIDATES if _takes(items, c)]
    yield from taken or (chr(v if c is op.LITERAL else v[0]) for c, v in items if c in (op.LITERAL, op.RANGE))


def _takes(items: Any, character: str) -> bool:
    negated = items[0][0] is op.NEGATE
    return any(_is(code, value, character) for code, value in items) is not negated


def _is(code: Any, value: Any, character: str) -> bool:
    if code is op.LITERAL:
        return ord(character) == value
    if code is op.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if code is op.CATEGORY:
        name = str(value).removeprefix("CATEGORY_").lower()
        letter = {"digit": "d", "space": "s", "word": "w"}[name.removeprefix("not_")]
        return bool(re.match(f"\\{letter.upper() if name.startswith('not_') else letter}", character))
    return False
