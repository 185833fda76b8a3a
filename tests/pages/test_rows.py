"""Stories as rows of a list."""

from __future__ import annotations

from dataclasses import replace

from sitegen.pages.shared import share
from tests.pages import sites


def test_a_row_says_where_its_story_stands() -> None:
    rows = share(sites.report()).rows
    found = rows["2022-23/primary/goldfinch"]
    assert (found.numeral, found.section_class) == ("01", "sec-1")
    assert (found.mark, found.kicker) == ("Primary, story 01", "Primary, story 01, Annual report 2022/23")
    assert found.place == "Goldfinch Primary, London"
    assert found.wall == "2022-23/primary/goldfinch"


def test_an_interview_has_its_kind_for_a_numeral_and_says_with_whom() -> None:
    found = share(sites.report()).rows["2022-23/primary/talk"]
    assert found.numeral == "Q&A"
    assert found.place == "Goldfinch Primary, London. With Emilie Haston, headteacher"


def test_a_story_without_school_stands_with_its_hub() -> None:
    rows = share(sites.report()).rows
    assert rows["2022-23/secondary/oracy"].place == "Archimedes NE"
    assert rows["newsletter-16/hubs"].place == ""


def test_a_story_in_no_section_is_named_by_its_kind() -> None:
    found = share(sites.report()).rows["newsletter-16/hubs"]
    assert (found.mark, found.kicker, found.section_class) == ("News item", "News item, Newsletter 16, May 2019", "")


def test_many_schools_are_counted_after_three() -> None:
    told = sites.story("2022-23/a", "A")
    mention = told.schools[0]
    many = tuple(replace(mention, id=str(n), name=f"School {n}") for n in range(9))
    found = share(sites.site((replace(told, schools=many),))).rows["2022-23/a"]
    assert found.place == "School 0, School 1, School 2 and 6 more"
