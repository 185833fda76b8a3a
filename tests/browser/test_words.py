"""A browser makes the same words of a text as Python: from one word list, and for every letter that both know."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from sitegen.pages.finding.words import words
from tests.pages.finding.word_list import WORDS

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def test_a_browser_makes_the_words_of_the_list(opened: Open) -> None:
    page = opened("search/index.html")
    assert page.evaluate("texts => texts.map(window.sitegen.words)", list(WORDS)) == list(WORDS.values())


def test_every_letter_that_both_know_makes_the_same_words(opened: Open) -> None:
    """A browser may know letters of a younger Unicode than this Python does."""
    page = opened("search/index.html")
    known = [chr(n) for n in range(1, sys.maxunicode) if unicodedata.category(chr(n)) not in ("Cn", "Cs", "Co")]
    texts = [f"a{sign}b {sign}" for sign in known]
    found = page.evaluate("texts => texts.map(text => window.sitegen.words(text).join(' '))", texts)
    assert len(known) > 100_000
    assert [t for t, f in zip(texts, found, strict=True) if f != " ".join(words(t))] == []
