"""The hubs."""

from __future__ import annotations

from sitegen.pages.views import HubDrawing, HubPage, IndexPage, LinkView
from sitegen.schema.declared import HubEntry, Registers
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
    assert [s.address for s in page.schools] == ["schools/goldfinch-primary-london/index.html"]
    assert page.people == (LinkView("Emilie Haston", "people/emilie-haston/index.html", "headteacher"),)
    assert [(q.text, q.story.fragment) for q in page.quotes] == [("We talk first.", "quote-1")]
    assert [(s.text, s.page.address) for s in page.stats] == [("6,868", "2022-23/primary/goldfinch/index.html")]
    assert [n.text for n in page.neighbours] == ["London North East"]
    assert page.drawing == HubDrawing(3, "london-south-west")


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
