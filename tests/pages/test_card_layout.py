"""How the facts of a card are set: abreast, beside the text, or a row for each school."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.pages.card_layout import abreast, card_view, group
from sitegen.pages.views import FactView, LinkView


def fact(field: str = "size", text: str = "Two-form entry", **own: object) -> FactView:
    return replace(FactView(field, field.title(), (LinkView(text),), stated=True), **own)  # type: ignore[arg-type]


HUB, QUESTION, NAME = fact("hub", "North"), fact("question", "Why?", wide=True), fact("school", "Oak")


@pytest.mark.parametrize(
    ("facts", "columns"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 3), (6, 3), (7, 4), (8, 4), (9, 3), (10, 4)]
)
def test_as_many_stand_abreast_as_leave_the_fewest_places_empty(facts, columns):
    assert abreast(facts) == columns


def test_a_fact_with_a_row_of_its_own_does_not_stand_abreast():
    assert group(None, "", (fact(), HUB, QUESTION)).columns == 2


def test_one_drawn_fact_stands_beside_what_is_text():
    assert card_view("", NAME, [group(None, "", (HUB,))]).layout == "beside"
    assert card_view("", None, [group(None, "", (HUB, QUESTION))]).layout == "beside"


@pytest.mark.parametrize("facts", [(), (HUB,), (fact(), HUB), (QUESTION,), (fact(), HUB, QUESTION)])
def test_facts_without_a_side_to_stand_beside_are_rows(facts):
    assert card_view("", None, [group(None, "", facts)]).layout == "rows"


def test_each_of_several_schools_has_a_row() -> None:
    oak = group(replace(NAME, school="oak"), "oak", (fact(school="oak"), fact("disadvantage", school="oak")))
    made = card_view("", None, [group(None, "", (HUB,)), oak])
    assert (made.layout, [g.columns for g in made.groups]) == ("schools", [1, 2])
