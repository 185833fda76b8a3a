"""Letters of share cards: what can be shown, and in which font."""

from __future__ import annotations

import pytest

from sitegen.rendering.cards import letters
from sitegen.rendering.cards.letters import NoLetters, font, places, runs, shown, width


@pytest.mark.parametrize("text", [
    "Ysgol Tŷ Gwyn", "Łódź, Győr, Ștefan", "Nguyễn Thị", "Ελληνικά", "Школа", "½ × 3² – “a”…",
])  # fmt: skip
def test_letters_of_many_languages_are_shown(text):
    assert shown(text) == text


@pytest.mark.parametrize(("text", "set_"), [
    ("Talk 😀 first", "Talk first"), ("a\u200bb\u00ad", "ab"), ("Two   \n spaces", "Two spaces"),
    ("In Year 6", "In Year\u00a06"), ("e\u0301", "é"), ("non\u2011breaking", "non-breaking"),
])  # fmt: skip
def test_what_says_nothing_is_left_out(text, set_):
    assert shown(text) == set_


@pytest.mark.parametrize("text", ["数学", "School مدرسة", "क", "😀"])
def test_a_text_with_letters_that_no_font_has_is_not_shown_at_all(text):
    assert shown(text) == ""


def test_each_letter_is_set_in_a_font_that_has_it():
    assert [(name.partition("-")[0], text) for name, text in runs("Tŷ Школа")] == [
        ("familjen", "T"), ("familjen", "ŷ "), ("literata", "Школа"),
    ]  # fmt: skip


def test_letters_stand_side_by_side_and_tracking_brings_them_nearer():
    found, wide = places("Talk", 60, 500, 0.0)
    lefts = [left for _, _, left in found]
    assert lefts == sorted(lefts)
    assert lefts[-1] < wide
    assert width("Talk", 60, 500, -0.03) < wide < width("Talk", 60, 700, 0.0)


def test_a_name_is_drawn_with_its_marks_above_its_letters():
    """Where no font has a letter with its mark in one, as in Yoruba names, the mark stands over the letter."""
    plain, marked = (places(text, 80, 500, 0.0) for text in ("\u1ecdx", "\u1ecd\u0300x"))
    assert plain[1] == marked[1]
    (name, mark, x), face = marked[0][1], font(marked[0][1][0], 80, 500)
    assert mark == "\u0300"
    left, _, right, _ = face.getbbox(mark)
    assert abs(x + (left + right) / 2 - font(name, 80, 500).getlength("o") / 2) < 6


def test_a_machine_that_cannot_read_the_fonts_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(letters, "FONTS", tmp_path)
    font.cache_clear()
    with pytest.raises(NoLetters):
        font("familjen-grotesk-latin", 39, 500)
    font.cache_clear()
