"""What the guide says of a wording is what its field makes of it."""

from __future__ import annotations

import pytest

from sitegen.pages.guide.fields import example_field
from sitegen.pages.guide.shipped import example_names, types
from sitegen.pages.guide.values import Known
from sitegen.pages.guide.wordings import row
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.kinds import shipped_kinds
from sitegen.schema.settings import load_settings
from tests.pages.guide_of import NO_FILES

KNOWN = Known(shipped_kinds(), load_settings(NO_FILES).value.bands, example_names())


@pytest.mark.parametrize(("type_", "written", "understood", "filters"), [
    ("size", "Two-form entry", "2 forms", "Forms of entry: Two forms"),
    ("size", "One-form entry", "1 form", "Forms of entry: One form"),
    ("size", "larger than average 4-18 all-through school", "Ages 4 to 18; all-through", "Not stated"),
    ("disadvantage", "7% Pupil Premium", "Pupil Premium: 7%", "Pupil Premium: Under 10%"),
    ("disadvantage", "around two thirds EAL", "EAL: about 67%", "English as an additional language: 40% and over"),
    ("disadvantage", "Significant deprivation", "No figure", "Not stated"),
    ("engagement", "3", "Year 3. First year 2020/21, derived", "Years engaging with Maths Hubs: 3–4 years"),
    ("engagement", "since 2017/18", "Year 6 of taking part, derived",
     "Years engaging with Maths Hubs: 5 years and over"),
    ("engagement", "for many years", "No figure", "Not stated"),
    ("hubs", "[Archimedes, LSW]", "The hub Archimedes NE; the hub London South West",
     "Archimedes NE; London South West"),
    ("schools", "Larkfield", "The school Larkfield Primary, Stroud", ""),
    ("schools", "{name: Oak School, size: Two-form entry}", "The school Oak School, size: Two-form entry", ""),
    ("people", "Amira Cole, maths lead", "Amira Cole, maths lead", ""),
    ("date", "28/11/22", "28 November 2022", ""), ("date", "March 23", "March 2023, a month", ""),
    ("academic year", "2022-23", "The academic year 2022/23", ""), ("yes/no", "No", "No", ""),
    ("choice", "Signed off", "approved", "approved"), ("choices", "infant and junior", "Primary", "Primary"),
    ("whole number", "1035", "1,035", ""), ("decimal", "12.5", "12.5", ""), ("year", "2023", "2023", ""),
    ("text", "talk first", "talk first", ""), ("list", "One, two", "One; two", ""),
    ("link", "/pages/about.md", "A link to /pages/about.md", ""), ("colour", '"#fc3"', "#ffcc33", ""),
])  # fmt: skip
def test_a_wording_is_told_as_it_is_understood(type_: str, written: str, understood: str, filters: str) -> None:
    assert row(example_field(type_), written, KNOWN) == (written, understood, filters)


@pytest.mark.parametrize(("type_", "written", "told"), [
    ("date", "11/28/2022", 'Not understood. Write the day first: did you mean "28/11/2022"?'),
    ("hubs", "Archemedes", 'No hub is called "Archemedes". Did you mean "Archimedes NE"?'),
    ("yes/no", "maybe", "Not understood. Write `value: yes`"), ("year", "23", "Not understood. Write the four digits"),
    ("image", "hall.jpg", 'The file hall.jpg. The picture "hall.jpg" has no alternative text'),
])  # fmt: skip
def test_what_is_not_understood_is_told_with_what_to_do(type_: str, written: str, told: str) -> None:
    assert row(example_field(type_), written, KNOWN).understood.startswith(told)


def test_every_field_type_has_wordings_and_no_other() -> None:
    assert types().keys() == FIELD_TYPES.keys()
    assert all(said["phrases"].parts for said in types().values())


@pytest.mark.parametrize("type_", list(FIELD_TYPES))
def test_the_first_wording_of_every_type_is_understood(type_: str) -> None:
    first = types()[type_]["phrases"].parts[0].text
    assert not row(example_field(type_), first, KNOWN).understood.startswith(("Not understood", "No figure", "nothing"))
