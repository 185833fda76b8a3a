"""How the facts of a card are set: abreast, beside the text, or a row for each school."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.pages.card_layout import abreast, card_view, group
from sitegen.pages.views import FactView, HubDrawing, LinkView, NoDrawing


def fact(field: str = "size", text: str = "Oak School", **own: object) -> FactView:
    return replace(FactView(field, field.title(), (LinkView(text),), stated=True), **own)  # type: ignore[arg-type]


HUB, QUESTION, NAME = fact("hub", "North", drawing=HubDrawing(1, "n")), fact("q", "Why?", wide=True), fact("school")


@pytest.mark.parametrize(
    ("facts", "columns"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 3), (6, 3), (7, 4), (8, 4), (9, 3), (10, 4)]
)
def test_as_many_stand_abreast_as_leave_the_fewest_places_empty(facts, columns):
    assert abreast(facts) == columns


def test_a_fact_with_a_row_of_its_own_does_not_stand_abreast():
    assert group(None, "", (fact(), HUB, QUESTION)).columns == 2


@pytest.mark.parametrize(
    ("lead", "facts", "texts"),
    [(NAME, (HUB,), 0), (None, (HUB, QUESTION), 0), (NAME, (fact(), HUB), 1), (None, (HUB, *[fact()] * 5), 3)],
)
def test_the_one_fact_that_is_drawn_stands_beside_what_is_text(lead, facts, texts):
    made = card_view("", lead, [group(None, "", facts)])
    assert (made.layout, made.groups[0].columns) == ("beside", texts)


@pytest.mark.parametrize(
    "facts", [(), (HUB,), (QUESTION,), (fact(), fact()), (HUB, fact(drawing=NoDrawing())), (HUB, HUB, QUESTION)]
)
def test_facts_without_a_side_to_stand_beside_are_rows(facts):
    assert card_view("", None, [group(None, "", facts)]).layout == "rows"


def test_each_of_several_schools_has_a_row() -> None:
    oak = group(replace(NAME, school="oak"), "oak", (fact(school="oak"), fact("disadvantage", school="oak")))
    made = card_view("", None, [group(None, "", (HUB,)), oak])
    assert (made.layout, [g.columns for g in made.groups]) == ("schools", [1, 2])
