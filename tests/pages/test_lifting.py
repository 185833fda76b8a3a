"""Taking blocks out of a text."""

from __future__ import annotations

from sitegen.pages.lifting import lift_letter, lift_stats
from tests.pages import sites


def test_the_first_letter_is_taken_out() -> None:
    letter, rest = lift_letter(sites.text("a", sites.LETTER, "b", sites.LETTER))
    assert letter is sites.LETTER
    assert rest.body.parts[:2] == ("a", "b")


def test_a_text_without_a_letter_stays_as_it_is() -> None:
    text = sites.text("a")
    assert lift_letter(text) == (None, text)


def test_equal_numbers_are_each_taken_out_once() -> None:
    one, other = sites.stat(), sites.stat()
    stats, rest = lift_stats(sites.text("a", one, other, "b"))
    assert stats == (one, other)
    assert (rest.body.parts, rest.body.stats) == (("a", "b"), ())
