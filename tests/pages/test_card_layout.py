"""How the facts of a card are set: abreast, beside the text, or a row for each school."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.pages.card_layout import abreast, card_view, group
from sitegen.pages.views import FactView, LinkView, NoDrawing, ShareDrawing


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


def test_what_one_of_several_schools_does_not_state_stands_as_not_stated_under_what_the_other_does():
    share = fact("disadvantage", "7% Pupil Premium", drawing=ShareDrawing(7, 7), figure="7%", remark="Of pupils.")
    oak = group(replace(NAME, school="oak"), "oak", (fact(school="oak"), replace(share, school="oak")))
    elm = group(replace(NAME, school="elm"), "elm", (replace(share, school="elm"),))
    made = card_view("", None, [group(None, "", (HUB,)), oak, elm])
    assert made.layout == "schools"
    assert [[f.field for f in g.facts] for g in made.groups] == [["hub"], *[["size", "disadvantage"]] * 2]
    missing = made.groups[2].facts[0]
    assert (missing.wording, missing.stated, missing.school) == ((LinkView("Not stated"),), False, "elm")
    assert (missing.drawing, missing.figure, missing.remark) == (NoDrawing(), "", "")
    assert made.groups[2].columns == 2
