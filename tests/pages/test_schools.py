"""The schools."""

from __future__ import annotations

from sitegen.markup.body import Speaker
from sitegen.model.spanning import Site
from sitegen.model.values import PersonMention
from sitegen.pages.views import IndexPage, LinkView, SchoolPage
from sitegen.text import slug
from tests.pages import sites
from tests.pages.viewed import view

GOLDFINCH = "schools/goldfinch-primary-london/index.html"


def test_the_index_lists_every_school() -> None:
    page = view(sites.report(), "schools/index.html", IndexPage)
    assert page.table is not None
    assert page.table.labels == ("Size", "Disadvantage", "Years with hub", "Local Maths Hub")
    assert [(line.name.text, line.note) for line in page.table.lines] == [
        ("Goldfinch Primary, London", "3 stories"), ("Oak School, Kent", "1 story"),
    ]  # fmt: skip
    size, share, *_ = page.table.lines[1].cells
    assert (size.text, size.stated, share.text) == ("Not stated", False, "40% free school meals")


def test_more_schools_than_a_page_holds_are_names_under_their_letters() -> None:
    told = tuple(sites.story(f"2022-23/s{n}", f"S{n}", (sites.fact("school", f"S{n} School"),)) for n in range(202))
    page = view(sites.site(told), "schools/index.html", IndexPage)
    assert (page.table, sum(len(g.entries) for g in page.groups)) == (None, 202)


def test_a_school_s_place_stands_apart_from_its_name() -> None:
    page = view(sites.report(), GOLDFINCH, SchoolPage)
    assert (page.title, page.place) == ("Goldfinch Primary", "London")
    assert "Place" not in dict(page.facts)


def test_a_school_has_a_card_for_each_story_that_states_something() -> None:
    page = view(sites.report(), GOLDFINCH, SchoolPage)
    assert page.lead == "Three stories in one edition."
    assert [(link.text, link.note, colour) for link, colour, _ in page.cards] == [
        ("Annual report 2022/23", "Small steps", "sec-1"), ("Annual report 2022/23", "Talk first", "sec-1"),
        ("Annual report 2022/23", "Depth", "sec-1"),
    ]  # fmt: skip
    shown = [f.field for g in page.cards[0][2].groups for f in g.facts]
    assert shown == ["size", "disadvantage", "years_engaged", "hub"]
    assert len(page.quotes) == 1


def test_a_school_s_facts_name_its_hub_and_people() -> None:
    facts = dict(view(sites.report(), GOLDFINCH, SchoolPage).facts)
    assert facts["Phase"] == (LinkView("Primary"),)
    assert facts["Hub"] == (LinkView("London South West", "hubs/london-south-west/index.html"),)
    assert facts["People"][0].text == "Emilie Haston"


def told_by_two() -> Site:
    """A story of two schools: who speaks for which is said by role, by place, in the list of people, or not at all."""
    facts = tuple(sites.fact("school", n, school=slug(n)) for n in ("Oak Primary, Kent", "Elm School"))
    said = (
        sites.quote("By role.", Speaker("A", "Headteacher, Oak Primary")),
        sites.quote("By place.", Speaker("B", "pupil", "Elm School")),
        sites.quote("By the list.", Speaker("Cy")),
        sites.quote("By nobody's school.", Speaker("D", "hub lead")),
    )
    people = (PersonMention("cy", "Cy", "maths lead", "Oak primary"), PersonMention("d", "D", "hub lead"))
    return sites.site((sites.story("2022-23/a", "A", facts, people=people, text=sites.text(*said)),))


def test_of_a_story_of_two_schools_each_has_its_own_people_and_quotes() -> None:
    oak = view(told_by_two(), "schools/oak-primary-kent/index.html", SchoolPage)
    elm = view(told_by_two(), "schools/elm-school/index.html", SchoolPage)
    assert [q.text for q in oak.quotes] == ["By role.", "By the list."]
    assert [q.text for q in elm.quotes] == ["By place."]
    assert [link.text for link in dict(oak.facts)["People"]] == ["Cy"]
    assert "People" not in dict(elm.facts)


def test_of_a_story_of_one_school_all_people_are_its_own() -> None:
    told = sites.story("2022-23/a", "A", people=(PersonMention("d", "D", "hub lead"),), text=sites.text(sites.quote()))
    page = view(sites.site((told,)), GOLDFINCH, SchoolPage)
    assert ([link.text for link in dict(page.facts)["People"]], len(page.quotes)) == (["D"], 1)


def test_a_listed_school_that_no_published_story_names_is_not_on_the_site() -> None:
    site = sites.site()
    assert len(site.registers.schools) == 1
    assert site.schools == {}


def test_a_story_that_states_nothing_of_a_school_has_no_card() -> None:
    bare = sites.story("2022-23/a", "A", (sites.fact("school", "Elm School"), *sites.NOTHING[1:]))
    page = view(sites.site((bare,)), "schools/elm-school/index.html", SchoolPage)
    assert (page.cards, [g.rows[0].title for g in page.editions]) == ((), ["A"])
