"""No regular expression of the package takes the square of a text's length, whatever the text."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.patterns.found import ANY, Found, every_pattern
from tests.patterns.timing import BOUNDS, slow
from tests.sites import ROOT


def too_slow(size: int, within: int, *options: str) -> list[str]:
    argv = [sys.executable, "-m", "tests.patterns.timing", str(size), *options]
    try:
        done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True, timeout=within)
    except subprocess.TimeoutExpired as error:
        return [f"never came back from {(error.stdout or b'').decode().splitlines()[-1]}"]
    return [line for line in done.stdout.splitlines() if line.startswith("!")]


def test_no_pattern_takes_the_square_of_a_texts_length():
    assert too_slow(1_024, 300, "own") == []


@pytest.mark.full
def test_no_pattern_takes_long_over_texts_of_64_kb():
    assert too_slow(65_536, 1_800) == []


SIZES = {r"(?:a+)+b": 22, r"(?P<a>[a-z]+(?:-[a-z]+)*)[a-z]*:": 512}
"""How long the texts are for what would take minutes over longer ones."""


@pytest.mark.parametrize("pattern", [
    r"\s+$", r"(?:a+)+b", r"\s*;\s*", r"<a[^>]*>", r"[ \t]*:{3,}", r"\w+\s+\w+\s+\w", r"a.*b", r"(?:x\s*)*y", r"\s#.*$",
    r"(\w|[^,]\s)*,;", r"(?P<a>[a-z]+(?:-[a-z]+)*)[a-z]*:",
])  # fmt: skip
def test_the_test_finds_what_takes_the_square_of_a_length(pattern):
    assert list(slow(Found("one", re.compile(pattern), ANY), SIZES.get(pattern, 2_048)))


@pytest.mark.parametrize("pattern", [
    r"(?<!\s)\s++\S", r"<a[^<>]*+>", r"[^,]*", r"(?<!\s)\s+$", r"[a-z]{1,40}:", r"a|b|c",
])  # fmt: skip
def test_the_test_lets_pass_what_does_not(pattern):
    assert list(slow(Found("one", re.compile(pattern), ANY), 2_048)) == []


def test_patterns_are_found_wherever_they_stand():
    names = {found.name for found in every_pattern()}
    assert {"markup.items:_DASHES1", "schema.facts.engagement:_FORMS"} <= names
    assert len(names) > 250
    assert BOUNDS.keys() <= names
