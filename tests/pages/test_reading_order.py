"""The way through an edition."""

from __future__ import annotations

from sitegen.pages.reading_order import edition_neighbours, section_neighbours, story_neighbours
from sitegen.pages.shared import share
from tests.pages import sites

NAMES = {"2022-23": "Annual report 2022/23", "newsletter-16": "Newsletter 16, May 2019"}


def beside(story: str) -> list[tuple[str, str]]:
    site = sites.report()
    order = share(site).order[site.stories[story].edition]
    return [(n.label, n.title) for n in story_neighbours(site, order, NAMES)[story]]


def test_within_a_section_the_neighbours_are_stories() -> None:
    assert beside("2022-23/primary/goldfinch") == [("Previous, Q&A", "Small steps"), ("Next, story 02", "Depth")]


def test_at_the_end_of_a_section_the_next_section_follows() -> None:
    assert beside("2022-23/primary/third") == [("Previous, story 01", "Talk first"), ("Next section", "02 Secondary")]
    assert beside("2022-23/secondary/oak")[0] == ("Previous section", "01 Primary")


def test_the_contents_stand_at_both_ends() -> None:
    assert beside("2022-23/primary/talk")[0] == ("Contents", "Annual report 2022/23")
    assert beside("2022-23/secondary/oracy")[1] == ("Contents", "Annual report 2022/23")


def test_a_story_on_its_own_leads_to_the_contents_once() -> None:
    assert beside("newsletter-16/hubs") == [("Contents", "Newsletter 16, May 2019")]


def test_sections_follow_each_other() -> None:
    site = sites.report()
    first, last = (section_neighbours(site, s, NAMES) for s in site.sections.values())
    assert [(n.label, n.title) for n in (*first, *last)] == [
        ("Contents", "Annual report 2022/23"), ("Next section", "02 Secondary"),
        ("Previous section", "01 Primary"), ("Contents", "Annual report 2022/23"),
    ]  # fmt: skip
    assert first[1].section_class == "sec-2"


def test_a_section_on_its_own_leads_to_the_contents_once() -> None:
    site = sites.site((), (sites.section("2022-23/primary", "Primary", 1),))
    (found,) = section_neighbours(site, site.sections["2022-23/primary"], NAMES)
    assert (found.label, found.address) == ("Contents", "2022-23/index.html")


def test_editions_are_beside_the_earlier_and_the_later_one() -> None:
    site = sites.report()
    found = [[(n.label, n.title) for n in edition_neighbours(site, e, NAMES)] for e in site.editions.values()]
    assert found == [
        [("Earlier edition", "Newsletter 16, May 2019")], [("Later edition", "Annual report 2022/23")],
    ]  # fmt: skip
