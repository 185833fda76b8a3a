"""What editions, sections and stories are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.pages.naming import edition_names, name_list, public_address, rod, section_class, story_mark
from tests.pages import sites


def test_an_edition_is_named_by_its_sort_and_date() -> None:
    found = edition_names({e.id: e for e in (sites.edition(), sites.NEWSLETTER)})
    assert list(found.values()) == ["Annual report 2022/23", "Newsletter 16, May 2019"]


def test_editions_with_one_short_name_are_named_by_their_titles() -> None:
    pair = (sites.edition("a", "North"), sites.edition("b", "South"))
    assert list(edition_names({e.id: e for e in pair}).values()) == ["North", "South"]


def test_editions_alike_in_everything_are_told_apart_by_their_folders() -> None:
    pair = (sites.edition("a", "North"), sites.edition("b", "north"))
    assert list(edition_names({e.id: e for e in pair}).values()) == ["North (a)", "north (b)"]


@pytest.mark.parametrize(("number", "expected"), [(1, "sec-1"), (7, "sec-7"), (8, "sec-1"), (15, "sec-1")])
def test_section_colours_repeat_after_seven(number: int, expected: str) -> None:
    assert section_class(sites.section("2022-23/x", "X", number)) == expected


def test_outside_any_section_there_is_neither_colour_nor_rod() -> None:
    assert section_class(None) == ""
    assert rod(sites.report(), None) == (0, 0)


def test_a_rod_has_a_square_for_each_section_of_the_edition() -> None:
    site = sites.report()
    assert rod(site, site.sections["2022-23/secondary"]) == (2, 2)


def test_a_story_is_marked_by_its_number_or_its_kind() -> None:
    told = sites.story("2022-23/a", "A", number=2)
    assert story_mark(told) == "story 02"
    assert story_mark(replace(told, number=None, kind=sites.INTERVIEW)) == "Q&A"


@pytest.mark.parametrize("base", ["https://example.org/report", "https://example.org/report/"])
def test_a_public_address_needs_no_index(base: str) -> None:
    assert public_address(base, "2022-23/index.html") == "https://example.org/report/2022-23/"
    assert public_address("", "2022-23/index.html") == ""


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ((), ""), (("A",), "A"), (("A, Kent",), "A, Kent"), (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and 1 more"),
        (("A, Kent", "B"), "A, Kent; and B"), (("A, Kent", "B", "C"), "A, Kent; B; and 1 more"),
    ],
)  # fmt: skip
def test_names_that_hold_commas_are_kept_apart_by_semicolons(names: tuple[str, ...], shown: str) -> None:
    assert name_list(names, 2) == shown
