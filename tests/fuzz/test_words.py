"""Folded words and slugs: the same when taken again and however letters are composed; found by their beginnings."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.pages.finding.words import folded, words
from sitegen.text import fold_key, fold_letters, fold_name, fold_space, in_words, nearest, slug
from tests.fuzz.budget import tries

LETTERS = "aZéÉßẞœŒøłŁđÞıİħΣσςǅﬁ½²ⅷ٣५ñe\u0301n\u0303\u0327\u0345'’‘ʼ′`´-_ /.,:&\u00a0\u200b\u00ad" + (
    "שלוֹםमस्तेไทย日本語カナ한국ㄱ𝔘𝟗ª€😀"
)
TEXT = st.text(LETTERS, max_size=24) | st.text(st.characters(codec="utf-8"), max_size=16)


@tries(300)
@given(TEXT)
@example("İ")
@example("ǅ")
@example("\u1e9e")
@example("e\u0301\u0327'\u0301")
def test_what_is_folded_folds_to_itself_and_composing_letters_makes_no_difference(text):
    once = folded(text)
    assert folded(once) == once
    for form in ("NFC", "NFD"):
        assert folded(unicodedata.normalize(form, text)) == once
    assert words(once) == words(text)


@tries(300)
@given(TEXT)
def test_every_word_is_found_by_its_beginnings_and_in_the_folded_text(text):
    found = words(text)
    whole = folded(text)
    at = 0
    for word in found:
        assert word
        assert not re.search(r"\s", word)
        # The words of Chinese and Japanese overlap by a sign: the next may begin inside the last.
        at = whole.index(word, at)
        assert words(word) == [word], "what a reader types of it leads to it"


@tries(300)
@given(TEXT)
@example("İ")
@example("ǅ")
@example("\u1e9e")
@example("a\u0345b")
@example("0_/0")
@example("ǿ")
def test_a_slug_is_its_own_slug_and_a_step_of_an_address(text):
    made = slug(text)
    assert slug(made) == made
    assert fold_name(fold_name(text)) == fold_name(text)
    assert fold_key(fold_key(text)) == fold_key(text)
    assert fold_letters(fold_letters(text)) == fold_letters(text)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert "--" not in made
    assert made == made.lower()
    assert not re.search(r"[\s/\\?#%&'\"<>:.]", made)
    for form in ("NFC", "NFD"):
        assert slug(unicodedata.normalize(form, text)) == made


@tries(100)
@given(st.text("abcxyzABC0189 éñßøłœ'’-_./", max_size=30))
def test_a_slug_of_latin_letters_is_ascii_and_empty_only_where_there_are_none(text):
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*|", slug(text))
    assert (slug(text) == "") == (not re.search(r"[^\W_]", text))


@tries(100)
@given(st.lists(TEXT, max_size=5), TEXT)
def test_lists_in_words_and_nearest_names_take_any_text(items, word):
    said = in_words(items)
    assert all(item in said for item in items)
    near = nearest(word, items)
    assert near is None or near in items
    assert fold_space(fold_space(word)) == fold_space(word)
