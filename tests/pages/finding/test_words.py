"""Words as search compares them; tests/browser/test_words.py does the same in a browser."""

from __future__ import annotations

import pytest

from sitegen.pages.finding.words import folded, words
from sitegen.text import slug
from tests.pages.finding.word_list import WORDS


@pytest.mark.parametrize("text", WORDS)
def test_words_are_folded_and_cut_as_listed(text: str) -> None:
    assert words(text) == WORDS[text]


@pytest.mark.parametrize("text", WORDS)
def test_letters_are_folded_as_addresses_fold_them(text: str) -> None:
    assert slug(folded(text)).replace("σ", "ς") == slug(text).replace("σ", "ς") or not text.isprintable()
