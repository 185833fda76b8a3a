"""No expression repeats a group possessively, which Python 3.11.2 and its like match wrongly (CPython issue 106052).

`(?:…)*+` is written `(?>(?:…)*)`, which means the same to every Python. Of one character, as in `[a-z]*+`, all is well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from tests.patterns.attacks import inside
from tests.patterns.found import every_pattern

ONE_CHARACTER = (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY)


def repeats_a_group(pattern: re.Pattern[str]) -> bool:
    parts = _parts(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    repeated = (value[2] for code, value in parts if code is op.POSSESSIVE_REPEAT)
    return any(len(of) != 1 or of[0][0] not in ONE_CHARACTER for of in repeated)


def _parts(sequence: Any) -> Iterator[tuple[Any, Any]]:
    for code, value in sequence:
        yield code, value
        for part in inside(code, value):
            yield from _parts(part)


def test_no_pattern_repeats_a_group_possessively():
    assert [found.name for found in every_pattern() if repeats_a_group(found.pattern)] == []


@pytest.mark.parametrize("pattern", [
    r"(?:ab)*+", r"(?:a|bc)++", r"(?:ab)?+", r"(?:ab){2,3}+", r"(a)*+", r"(?:a(?=b))*+", r"(?:a++b)*+",
    r"x(?:y|(?:ab)*+z)", r"(?=(?:ab)*+)", r"(?!x(?:ab)*+)", r"(?P<a>(?:(?:ab)*+-)*)", r"(?>(?:ab)++)",
    r"(?:a(?:bc)?+){2}",
])  # fmt: skip
def test_the_test_finds_a_possessive_repeat_of_a_group(pattern):
    assert repeats_a_group(re.compile(pattern))


@pytest.mark.parametrize("pattern", [
    r"a*+", r"[a-z]++", r"\s?+", r".{2,3}+", r"(?:[ab])*+", r"[^a]*+b", r"(?>(?:ab)*)", r"(?:a++b)*", r"(?:ab)+",
])  # fmt: skip
def test_the_test_lets_pass_what_every_python_matches_rightly(pattern):
    assert not repeats_a_group(re.compile(pattern))
