"""Whether a cover can be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.checking.covers import INK, contrast
from sitegen.checking.lint import lint
from sitegen.problems.problem import Problem
from sitegen.schema.values import Value
from tests.pages import sites


def told(colour: str | None) -> list[Problem]:
    values = {"cover_colour": Value(colour, colour.lower(), sites.HERE, sites.HERE)} if colour else {}
    return list(lint(sites.site(editions=(sites.edition(values=values),)), {}))


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#ffffff", "#000000", 21), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_as_wcag_counts_it(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("colour", ["#000000", INK, "#1F4E5F", "#12436d"])
def test_a_cover_that_is_too_dark_is_an_error_at_its_colour(colour: str) -> None:
    (problem,) = told(colour)
    assert (problem.code, problem.is_error, problem.where) == ("low-contrast", True, sites.HERE)
    assert colour in problem.what


def test_a_cover_that_is_hard_to_read_is_a_warning() -> None:
    (problem,) = told("#8a8a8a")
    assert (problem.code, problem.is_error) == ("low-contrast-warning", False)
    assert "4.7 to 1" in problem.what


def test_a_newsletter_s_colour_is_also_held_to_its_ground_after_dark() -> None:
    value = {"cover_colour": Value("#8a8a8a", "#8a8a8a", sites.HERE, sites.HERE)}
    (problem,) = lint(sites.site(editions=(replace(sites.NEWSLETTER, values=value),)), {})
    assert problem.code == "low-contrast"
    assert "4.1 to 1" in problem.what


@pytest.mark.parametrize("colour", ["#ffffff", "#ffc83a", "#a8dcc4", None])
def test_a_light_cover_and_one_without_a_colour_are_fine(colour: str | None) -> None:
    assert told(colour) == []


def test_the_colours_that_the_fix_names_are_fine_themselves() -> None:
    (problem,) = told("#000000")
    named = [word.strip('".') for word in problem.fix.split() if "#" in word]
    assert len(named) == 2
    assert [told(colour) for colour in named] == [[], []]
