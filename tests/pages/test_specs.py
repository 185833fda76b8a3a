"""Compact profiles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sitegen.model.values import Fact, FactPart, Story
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


def test_the_four_facts_are_as_written_and_in_order() -> None:
    told = sites.story("2022-23/a", "A")
    found = specs(told)
    assert [(s.label, s.text) for s in found] == [
        ("Size", "One-form entry"), ("Disadvantage", "40% Pupil Premium"), ("Years with hub", "5"),
        ("Local Maths Hub", "London South West"),
    ]  # fmt: skip
    assert [type(s.drawing) for s in found[1:]] == [views.ShareDrawing, views.YearsDrawing, type(None)]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("size", "a small village school"), ("size", "roll of 1035"), ("disadvantage", "a third"),
        ("years_engaged", "many"), ("hub", "London South-West"),
    ],
)  # fmt: skip
def test_a_wording_that_fits_is_shown_as_written(field: str, text: str) -> None:
    assert texts(fact(field, text)) == [text]


LONG = " as its headteacher has told us more than once"


@pytest.mark.parametrize(
    ("made", "short"),
    [
        (fact("size", "Two-form entry", quantity("forms", 2, 2)), "2 forms"),
        (fact("size", "roll of 1035", quantity("pupils", 1035, 1035)), "1,035 pupils"),
        (fact("size", "over 1,000", quantity("pupils", 1000, None, "over")), "Over 1,000 pupils"),
        (fact("size", "a small village school"), "a small village school as its …"),
        (fact("disadvantage", "Over 40%", quantity("pupil premium", 40, None, "over")), "Over 40% Pupil Premium"),
        (fact("disadvantage", "a third", quantity("eal", 33, 33, "about")), "About 33% EAL"),
        (fact("disadvantage", "30–35%", quantity("fsm", 30, 35)), "30–35% free school meals"),
        (fact("disadvantage", "under 10%", quantity("fsm", None, 10, "under")), "Under 10% free school meals"),
        (fact("years_engaged", "5+", quantity("years", 5, None, "at least")), "At least 5"),
        (fact("years_engaged", "many"), "many as its headteacher has told us …"),
    ],
)
def test_a_long_wording_is_shown_as_it_was_understood(made: Fact, short: str) -> None:
    assert texts(replace(made, text=made.text + LONG)) == [short]


def test_a_long_wording_keeps_every_measure() -> None:
    both = (quantity("pupil premium", 40, None, "over"), quantity("eal", 60, 60))
    made = fact("disadvantage", "Over 40% of our pupils attract Pupil Premium, 60% speak EAL", *both)
    assert texts(made) == ["Over 40% Pupil Premium, 60% EAL"]


def test_many_hubs_are_named_as_the_register_names_them() -> None:
    refers = ("archimedes-ne", "london-south-west", "london-north-east")
    parts = tuple(FactPart(f"The Maths Hub of {r}", f"hubs/{r}") for r in refers)
    made = fact("hub", ", ".join(p.text for p in parts), parts=parts)
    assert texts(made) == ["Archimedes NE, London South West and 1 more"]


def test_what_is_not_stated_is_said() -> None:
    assert texts(fact("hub")) == ["Not stated"]


def test_ages_stand_for_a_long_size_without_numbers() -> None:
    ages = Size("4-18 all-through", (), (4, 18))
    made = fact("size", "larger than average 4-18 all-through school in the east")
    assert texts(made, values={"size": sites.value(ages)}) == ["Ages 4 to 18"]


def test_a_card_that_lacks_a_field_has_no_row_for_it() -> None:
    assert texts(fact("theme", "Oracy"), fact("hub", "Archimedes NE"), kind=sites.RESEARCH) == ["Archimedes NE"]


def of_two_schools(*measures: Any) -> views.SpecView:
    told = sites.story("2022-23/a", "A", tuple(
        fact("disadvantage", f"as {school} states", *(quantity(m[0], m[n], m[n]) for m in measures), school=school)
        for n, school in ((1, "one"), (2, "two"))
    ))  # fmt: skip
    (found,) = specs(told)
    return found


def test_facts_of_several_schools_stand_together_without_a_drawing() -> None:
    found = of_two_schools(("pupil premium", 15, 32))
    assert (found.text, found.drawing) == ("15% and 32% Pupil Premium", None)


def test_several_measures_of_several_schools_stay_apart() -> None:
    found = of_two_schools(("pupil premium", 15, 32), ("eal", 74, 57))
    assert found.text == "15% Pupil Premium, 74% EAL; and 32% Pupil Premium, 57% EAL"


def test_a_long_wording_is_cut_at_a_word() -> None:
    (short,) = texts(fact("disadvantage", "An area of great need " * 9))
    assert short == "An area of great need An area of great …"
