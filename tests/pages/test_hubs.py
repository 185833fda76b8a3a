"""The hubs."""

from __future__ import annotations

import pytest

from sitegen.model.values import Fact, Story
from sitegen.pages import hubs
from sitegen.pages.views import HubDrawing, HubPage, IndexPage, LinkView
from sitegen.schema.declared import HubEntry, Registers
from sitegen.text import slug
from tests.pages import sites
from tests.pages.viewed import view


def test_the_index_groups_hubs_by_region() -> None:
    page = view(sites.report(), "hubs/index.html", IndexPage)
    assert [(g.heading, [(e.text, e.note) for e in g.entries]) for g in page.groups] == [
        ("London", [("London North East", "1 story"), ("London South West", "3 stories")]),
        ("North East", [("Archimedes NE", "1 story")]),
    ]


def test_hubs_without_regions_are_one_group() -> None:
    registers = Registers((HubEntry("a", "A"), HubEntry("b", "B")))
    page = view(sites.site(registers=registers), "hubs/index.html", IndexPage)
    assert [(g.heading, [e.note for e in g.entries]) for g in page.groups] == [("", ["no story yet"] * 2)]


def test_a_hub_s_page_holds_all_that_the_stories_say_of_it() -> None:
    page = view(sites.report(), "hubs/london-south-west/index.html", HubPage)
    assert page.lead == "Three stories and one school, in one edition."
    assert page.confidence == "Partly sourced"
    assert [(g.edition.text, len(g.rows)) for g in page.editions] == [("Annual report 2022/23", 3)]
    assert page.schools is not None
    (line,) = page.schools.lines
    assert (line.name.address, line.note) == ("schools/goldfinch-primary-london/index.html", "3 stories")
    assert page.schools.labels == ("Size", "Disadvantage", "Years with hub")
    assert page.people == (LinkView("Emilie Haston", "people/emilie-haston/index.html", "headteacher"),)
    assert [(q.text, q.story.fragment) for q in page.quotes] == [("We talk first.", "quote-1")]
    assert [(s.text, s.page.address) for s in page.stats] == [("6,868", "2022-23/primary/goldfinch/index.html")]
    assert [n.text for n in page.nearby] == ["London North East"]
    assert [(n.label, n.title) for n in page.neighbours] == [("Previous hub", "London North East")]
    assert page.drawing == HubDrawing(3, "london-south-west")


def test_a_table_of_schools_has_what_was_stated_last_and_of_each_school_alone() -> None:
    named = [sites.fact("school", n, school=slug(n)) for n in ("Oak School", "Elm School")]
    share = sites.fact("disadvantage", "7% Pupil Premium", sites.quantity("pupil premium", 7, 7), school="elm-school")
    hub = sites.fact("hub", "Archimedes NE")
    old = (sites.fact("school", "Oak School"), sites.fact("size", "Two-form entry", sites.quantity("forms", 2, 2)))
    told = (sites.story("2022-23/a", "A", (*named, share, hub)), sites.story("2022-23/b", "B", old))
    page = view(sites.site(told), "schools/index.html", IndexPage)
    assert page.table is not None
    assert page.table.labels == ("Size", "Disadvantage", "Local Maths Hub")
    assert {line.name.text: [c.text for c in line.cells] for line in page.table.lines} == {
        "Elm School": ["Not stated", "7% Pupil Premium", "Archimedes NE"],
        "Oak School": ["Two-form entry", "Not stated", "Archimedes NE"],
    }  # fmt: skip


def test_all_figures_of_a_line_are_of_one_edition_which_is_named() -> None:
    def told(edition: str, *facts: Fact) -> Story:
        return sites.story(f"{edition}/a", "A", (sites.fact("school", "Oak School"), *facts))

    new = told("2022-23", sites.fact("size", "One-form entry", sites.quantity("forms", 1, 1)))
    old = told("newsletter-16", sites.fact("years_engaged", "3", sites.quantity("years", 3, 3)))
    site = sites.site((new, old), editions=(sites.edition(), sites.NEWSLETTER))
    table = view(site, "schools/index.html", IndexPage).table
    assert table is not None
    line = next(found for found in table.lines if found.name.text == "Oak School")
    assert table.labels == ("Size",)
    assert ([c.text for c in line.cells], line.stated_in) == (["One-form entry"], "Annual report 2022/23")


def test_very_many_schools_of_a_hub_are_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hubs, "MOST", 0)
    page = view(sites.report(), "hubs/london-south-west/index.html", HubPage)
    assert (page.schools, [link.text for link in page.school_names]) == (None, ["Goldfinch Primary, London"])


def test_of_many_quotes_the_first_are_shown_and_the_others_one_step_away() -> None:
    text = sites.text(*(sites.quote(f"Words {n}.") for n in range(9)))
    told = sites.story("2022-23/a", "A", (sites.fact("hub", "Archimedes NE"),), text=text)
    page = view(sites.site((told,)), "hubs/archimedes-ne/index.html", HubPage)
    assert [q.text for q in page.quotes] == [f"Words {n}." for n in range(6)]
    assert [q.text for q in page.further_quotes] == ["Words 6.", "Words 7.", "Words 8."]


def test_all_hubs_are_drawn_above_their_index_where_several_have_stories() -> None:
    network = view(sites.report(), "hubs/index.html", IndexPage).network
    assert network is not None
    assert (dict(network.hubs), network.lead, network.total) == (
        {"London South West": 3, "London North East": 1, "Archimedes NE": 1}, "", 3,
    )  # fmt: skip
    alone = sites.site((sites.story("2022-23/a", "A", (sites.fact("hub", "Archimedes NE"),)),))
    assert view(alone, "hubs/index.html", IndexPage).network is None


def test_the_register_s_facts_keep_their_dates_and_sources() -> None:
    carmel = {"name": "Carmel", "from": "2014", "to": "2020", "source": "S1"}
    leads = (carmel, {"name": "Oak", "from": "2020"}, {"name": "Elm", "to": "2013"})
    entry = HubEntry("a", "A", ("Alias",), "South", "Kent", leads, ({"name": "Old A", "until": "2019-05"},), "sourced")
    page = view(sites.site(registers=Registers((entry,))), "hubs/a/index.html", HubPage)
    assert page.facts == (
        ("Region", (LinkView("South"),)),
        ("Area", (LinkView("Kent"),)),
        ("Lead schools", (LinkView("Carmel", note="2014 to 2020; source: S1"), LinkView("Oak", note="from 2020"),
                          LinkView("Elm", note="until 2013"))),
        ("Former names", (LinkView("Old A", note="until 2019-05"),)),
        ("Also written", (LinkView("Alias"),)),
    )  # fmt: skip
    assert page.lead == "No story from this hub has been published here yet."


def test_stories_of_several_editions_stand_newest_first() -> None:
    hub = (sites.fact("hub", "London South West"),)
    told = [sites.story(i, i, hub) for i in ("2022-23/a", "newsletter-16/b")]
    site = sites.site(told, editions=(sites.edition(), sites.NEWSLETTER))
    page = view(site, "hubs/london-south-west/index.html", HubPage)
    assert [g.edition.text for g in page.editions] == ["Annual report 2022/23", "Newsletter 16, May 2019"]
    assert page.lead == "Two stories, in two editions."
