"""What was stated edition by edition."""

from __future__ import annotations

from dataclasses import replace

from sitegen.model.spanning import Site
from sitegen.pages.views import HubPage, SchoolPage
from tests.pages import sites
from tests.pages.viewed import view

OLD = sites.NEWSLETTER


def premium(share: float) -> sites.Fact:
    return sites.fact("disadvantage", f"{share:g}% Pupil Premium", sites.quantity("pupil premium", share, share))


def school(id_: str, title: str, name: str, *facts: sites.Fact) -> sites.Story:
    return sites.story(id_, title, (sites.fact("school", name), *facts, sites.fact("hub", "London South West")))


def two_editions(*stories: sites.Story) -> Site:
    return sites.site(stories, editions=(sites.edition(), OLD))


def test_a_school_s_facts_stand_edition_by_edition_the_oldest_first() -> None:
    site = two_editions(
        school("2022-23/new", "New", "Oak", sites.fact("size", "Two-form entry"), premium(30)),
        school("newsletter-16/old", "Old", "Oak", premium(24)),
    )
    years = view(site, "schools/oak/index.html", SchoolPage).years
    assert years is not None
    assert years.labels == ("Story", "Size", "Disadvantage", "Local Maths Hub")
    assert [(n.edition.text, n.story and n.story.text, [c.text for c in n.cells]) for n in years.lines] == [
        ("Newsletter 16, May 2019", "Old", ["Not stated", "24% Pupil Premium", "London South West"]),
        ("Annual report 2022/23", "New", ["Two-form entry", "30% Pupil Premium", "London South West"]),
    ]


def test_with_one_edition_there_are_no_years() -> None:
    site = two_editions(school("2022-23/a", "A", "Oak"), school("2022-23/b", "B", "Oak"))
    assert view(site, "schools/oak/index.html", SchoolPage).years is None
    assert view(site, "hubs/london-south-west/index.html", HubPage).years is None


def test_a_story_of_several_schools_says_what_it_states_of_this_one() -> None:
    both = (
        sites.fact("school", "Oak", school="oak"), sites.fact("school", "Elm", school="elm"),
        replace(premium(10), school="oak"), replace(premium(60), school="elm"),
    )  # fmt: skip
    old = school("newsletter-16/old", "Old", "Elm", premium(5))
    site = two_editions(sites.story("2022-23/both", "Both", both), old)
    years = view(site, "schools/elm/index.html", SchoolPage).years
    assert years is not None
    assert [n.cells[0].text for n in years.lines] == ["5% Pupil Premium", "60% Pupil Premium"]


def test_a_hub_s_editions_are_counted_and_a_median_is_of_three_schools_at_least() -> None:
    new = [school(f"2022-23/{n}", n, n.title(), premium(share)) for n, share in (("a", 10), ("b", 20), ("c", 60))]
    old = [school("newsletter-16/d", "D", "D", premium(10)), school("newsletter-16/e", "E", "D", premium(30))]
    numbers = replace(new[0], text=sites.text(sites.stat(), sites.stat()))
    years = view(two_editions(numbers, *new[1:], *old), "hubs/london-south-west/index.html", HubPage).years
    assert years is not None
    assert years.labels == ("Stories", "Schools", "Numbers", "Pupil Premium, median")
    assert [(n.edition.text, [c.text for c in n.cells]) for n in years.lines] == [
        ("Newsletter 16, May 2019", ["2", "1", "None", "Too few to say"]),
        ("Annual report 2022/23", ["3", "3", "2", "20% of three schools"]),
    ]
    assert years.note == "The median is of the schools that state one figure, where there are at least three."


def test_what_no_edition_has_is_no_column() -> None:
    site = two_editions(school("2022-23/a", "A", "A"), school("newsletter-16/b", "B", "B"))
    years = view(site, "hubs/london-south-west/index.html", HubPage).years
    assert years is not None
    assert (years.labels, years.note) == (("Stories", "Schools"), "")
