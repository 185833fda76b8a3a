"""The schools."""

from __future__ import annotations

from sitegen.pages.views import IndexPage, LinkView, SchoolPage
from tests.pages import sites
from tests.pages.viewed import view

GOLDFINCH = "schools/goldfinch-primary-london/index.html"


def test_the_index_lists_every_school() -> None:
    page = view(sites.report(), "schools/index.html", IndexPage)
    assert [(e.text, e.note) for g in page.groups for e in g.entries] == [
        ("Goldfinch Primary, London", "3 stories"), ("Oak School, Kent", "1 story"),
    ]  # fmt: skip


def test_a_school_has_a_card_for_each_story_that_states_something() -> None:
    page = view(sites.report(), GOLDFINCH, SchoolPage)
    assert (page.title, page.place) == ("Goldfinch Primary, London", "London")
    assert page.lead == "Three stories in one edition."
    assert [(link.text, link.note) for link, _ in page.cards] == [
        ("Annual report 2022/23", "Small steps"), ("Annual report 2022/23", "Talk first"),
        ("Annual report 2022/23", "Depth"),
    ]  # fmt: skip
    shown = [f.field for g in page.cards[0][1].groups for f in g.facts]
    assert shown == ["size", "disadvantage", "years_engaged", "hub"]
    assert len(page.quotes) == 1


def test_a_school_s_facts_name_its_hub_and_people() -> None:
    facts = dict(view(sites.report(), GOLDFINCH, SchoolPage).facts)
    assert facts["Phase"] == (LinkView("Primary"),)
    assert facts["Hub"] == (LinkView("London South West", "hubs/london-south-west/index.html"),)
    assert facts["People"][0].text == "Emilie Haston"


def test_a_listed_school_without_a_story_says_so() -> None:
    page = view(sites.site(), GOLDFINCH, SchoolPage)
    assert (page.lead, page.cards) == ("No story about this school has been published here yet.", ())


def test_a_story_that_states_nothing_of_a_school_has_no_card() -> None:
    bare = sites.story("2022-23/a", "A", (sites.fact("school", "Elm School"), *sites.NOTHING[1:]))
    page = view(sites.site((bare,)), "schools/elm-school/index.html", SchoolPage)
    assert (page.cards, [g.rows[0].title for g in page.editions]) == ((), ["A"])
