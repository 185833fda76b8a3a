"""Texts of share cards in lines."""

from __future__ import annotations

import pytest

from sitegen.rendering.cards.letters import width
from sitegen.rendering.cards.lines import fitted

LONG = "How one Durham primary kept mastery going in every year group " * 6


@pytest.mark.parametrize("text", ["Talk", "Talk first", LONG.strip(), "Antidisestablishmentarianism" * 5, ""])
def test_a_text_stays_within_its_box(text):
    made = fitted(text, (600, 250), (80, 60, 40), 500, -0.03)
    assert made.height <= 250
    assert all(width(line, made.size, 500, -0.03) <= 600 for line in made.lines)


def test_it_is_as_large_as_it_fits():
    assert fitted("Talk", (600, 250), (80, 60, 40)).size == 80
    assert fitted(LONG, (600, 250), (80, 60, 40)).size == 40


def test_what_is_too_long_ends_with_an_ellipsis_at_a_word():
    made = fitted(LONG, (600, 80), (40,))
    assert len(made.lines) == 2
    assert made.lines[-1].endswith("…")
    assert LONG.startswith(" ".join(made.lines).removesuffix("…") + " ")


def test_lines_are_of_like_width():
    made = fitted("Fifty schools from one classroom", (520, 200), (60,))
    wide = [width(line, 60, 500) for line in made.lines]
    assert min(wide) > 0.5 * max(wide)


def test_words_that_belong_together_are_not_parted():
    made = fitted("Fifty schools from one Year\u00a06 classroom", (300, 600), (60,))
    assert any("Year\u00a06" in line for line in made.lines)
