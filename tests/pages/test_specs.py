"""Compact profiles."""

from __future__ import annotations

import pytest

from sitegen.model.values import Fact, Story
from sitegen.pages import views
from sitegen.pages.scenes import backdrop, scene
from sitegen.pages.specs import spec
from sitegen.schema.values import Size
from tests.pages import sites
from tests.pages.sites import fact, quantity


def texts(*facts: Fact, **own: object) -> list[str]:
    told = sites.story("2022-23/a", "A", facts, **own)
    return [s.text for s in specs(told)]


def specs(told: Story) -> tuple[views.SpecView, ...]:
    site = sites.site((told,))
    return spec(scene(site, backdrop(site), told))


def test_the_four_facts_are_short_and_in_order() -> None:
    told = sites.story("2022-23/a", "A")
    found = specs(told)
    assert [(s.label, s.text) for s in found] == [
        ("Size", "1 form"), ("Disadvantage", "40% Pupil Premium"), ("Years with hub", "5"),
        ("Local Maths Hub", "London South West"),
    ]  # fmt: skip
    assert [type(s.drawing) for s in found[1:]] == [views.ShareDrawing, views.YearsDrawing, type(None)]


@pytest.mark.parametrize(
    ("made", "short"),
    [
        (fact("size", "Two-form entry", quantity("forms", 2, 2)), "2 forms"),
        (fact("size", "roll of 1035", quantity("pupils", 1035, 1035)), "1,035 pupils"),
        (fact("size", "over 1,000", quantity("pupils", 1000, None, "over")), "Over 1,000 pupils"),
        (fact("size", "a small village school"), "a small village school"),
        (fact("disadvantage", "Over 40%", quantity("pupil premium", 40, None, "over")), "Over 40% Pupil Premium"),
        (fact("disadvantage", "a third", quantity("eal", 33, 33, "about")), "About 33% EAL"),
        (fact("disadvantage", "30–35%", quantity("fsm", 30, 35)), "30–35% free school meals"),
        (fact("disadvantage", "under 10%", quantity("fsm", None, 10, "under")), "Under 10% free school meals"),
        (fact("years_engaged", "5+", quantity("years", 5, None, "at least")), "At least 5"),
        (fact("years_engaged", "many"), "many"),
        (fact("hub"), "Not stated"),
    ],
)
def test_a_fact_in_a_few_words(made: Fact, short: str) -> None:
    assert texts(made) == [short]


def test_ages_stand_for_a_size_without_numbers() -> None:
    ages = Size("4-18 all-through", (), (4, 18))
    assert texts(fact("size", "4-18 all-through"), values={"size": sites.value(ages)}) == ["Ages 4 to 18"]


def test_a_card_that_lacks_a_field_has_no_row_for_it() -> None:
    assert texts(fact("theme", "Oracy"), fact("hub", "Archimedes NE"), kind=sites.RESEARCH) == ["Archimedes NE"]


def test_facts_of_several_schools_stand_together_without_a_drawing() -> None:
    told = sites.story("2022-23/a", "A", (
        fact("disadvantage", "15%", quantity("pupil premium", 15, 15), school="one"),
        fact("disadvantage", "32%", quantity("pupil premium", 32, 32), school="two"),
    ))  # fmt: skip
    (found,) = specs(told)
    assert (found.text, found.drawing) == ("15% and 32% Pupil Premium", None)


def test_a_long_wording_is_cut_at_a_word() -> None:
    (short,) = texts(fact("disadvantage", "An area of great need " * 9))
    assert short == "An area of great need An area of great …"
