"""Browse, facets, themes and people: lists of stories."""

from __future__ import annotations

from dataclasses import replace

from sitegen.pages.views import BrowsePage, IndexPage, LinkView, ListPage
from tests.pages import sites
from tests.pages.sites import fact, quantity
from tests.pages.viewed import view


def test_browse_lists_every_story_in_reading_order_with_counted_facets() -> None:
    page = view(sites.report(), "browse/index.html", BrowsePage)
    assert [row.title for row in page.rows] == ["Small steps", "Talk first", "Depth", "Argue", "Oracy", "Two new hubs"]
    facet = next(f for f in page.facets if f.id == "pupil-premium")
    assert [(o.id, o.link.text, o.link.address, o.count, o.share) for o in facet.values] == [
        ("40-and-over", "40% and over", "browse/pupil-premium/40-and-over/index.html", 3, 0.5),
        ("not-stated", "Not stated", "browse/pupil-premium/not-stated/index.html", 3, 0.5),
    ]


def test_a_reader_s_school_is_compared_by_what_the_stories_state() -> None:
    page = view(sites.report(), "browse/index.html", BrowsePage)
    wishes = {wish.id: wish for wish in page.wishes}
    assert {"pupil-premium", "fsm", "hub", "region"} <= set(wishes)
    assert (wishes["pupil-premium"].unit, wishes["pupil-premium"].options) == ("%", ())
    assert ("london-south-west", "London South West") in wishes["hub"].options
    assert "not-stated" not in dict(wishes["hub"].options)
    assert "eal" not in wishes, "no story states it"


def test_stories_can_be_put_in_order_by_every_measure_that_they_state() -> None:
    page = view(sites.report(), "browse/index.html", BrowsePage)
    assert page.sorts == (
        ("pupil-premium", "Pupil Premium, highest first"), ("fsm", "Free school meals, highest first"),
    )  # fmt: skip


def test_facets_of_figures_can_be_chosen_by_a_range() -> None:
    page = view(sites.report(), "browse/index.html", BrowsePage)
    assert {f.id: f.unit for f in page.facets if f.ranged} == {"pupil-premium": "%", "fsm": "%"}


def test_facets_stand_on_the_first_page_of_a_long_list() -> None:
    site = sites.site([sites.story(f"2022-23/s{n}", f"S{n}") for n in range(201)])
    pages = [view(site, a, BrowsePage) for a in ("browse/index.html", "browse/2/index.html")]
    assert [bool(p.facets) for p in pages] == [True, False]
    assert [bool(p.wishes) for p in pages] == [True, False]
    assert pages[1].head.title == "Page 2: Stories – Test stories"
    assert (pages[1].rows[0].title, pages[1].total) == ("S100", "201 stories")


def test_a_facet_value_names_itself_and_the_others() -> None:
    page = view(sites.report(), "browse/pupil-premium/40-and-over/index.html", ListPage)
    assert (page.kicker, page.title) == ("Pupil Premium", "40% and over")
    assert page.lead == "Pupil Premium: 40% and over. 3 stories, in reading order."
    assert page.others == (LinkView("Not stated", "browse/pupil-premium/not-stated/index.html", "3 stories"),)


def test_not_stated_has_a_page_of_its_own() -> None:
    page = view(sites.report(), "browse/hub/not-stated/index.html", ListPage)
    assert [r.title for r in page.rows] == ["Two new hubs"]
    assert page.lead == "Hub: not stated in 1 story. What is not stated is not zero."


def test_a_story_that_may_lie_in_several_bands_says_so() -> None:
    range_ = fact("disadvantage", "30–50%", quantity("pupil premium", 30, 50))
    site = sites.site((sites.story("2022-23/a", "A", (range_,)), sites.story("2022-23/b", "B")))
    page = view(site, "browse/pupil-premium/40-and-over/index.html", ListPage)
    assert [bool(row.note) for row in page.rows] == [True, False]


def test_a_facet_with_very_many_values_does_not_list_them_on_each() -> None:
    told = [sites.story(f"2022-23/s{n}", f"S{n}", themes=(f"Theme {n}",)) for n in range(40)]
    page = view(sites.site(told), "browse/themes/theme-7/index.html", ListPage)
    assert (page.others, page.others_title) == ((), "")


def test_a_theme_stands_with_those_that_share_its_stories() -> None:
    page = view(sites.report(), "themes/talk/index.html", ListPage)
    assert ([row.title for row in page.rows], page.lead) == (
        ["Talk first", "Argue"], "Two stories on this theme, in one edition.",
    )  # fmt: skip
    assert page.others == (LinkView("EAL", "themes/eal/index.html", "1 story"),)


def test_a_person_has_every_wording_of_their_role() -> None:
    first = sites.story("2022-23/a", "A", people=(sites.PERSON,))
    second = sites.story("2022-23/b", "B", people=(replace(sites.PERSON, role="head of school"),))
    page = view(sites.site((first, second)), "people/emilie-haston/index.html", ListPage)
    assert dict(page.facts)["Role as stated"] == (LinkView("headteacher"), LinkView("head of school"))
    assert dict(page.facts)["Hubs in these stories"][0].address == "hubs/london-south-west/index.html"
    assert page.lead == "Two stories with Emilie Haston."


def test_a_short_index_has_no_letters() -> None:
    page = view(sites.report(), "themes/index.html", IndexPage)
    assert [(g.heading, [e.text for e in g.entries]) for g in page.groups] == [("", ["EAL", "Talk"])]


def test_a_long_index_stands_under_letters() -> None:
    names = (*(f"Theme {n:02d}" for n in range(25)), "Équité", "11 plus")
    told = [sites.story(f"2022-23/s{n}", f"S{n}", themes=(name,)) for n, name in enumerate(names)]
    page = view(sites.site(told), "themes/index.html", IndexPage)
    assert [g.heading for g in page.groups] == ["0–9", "E", "T"]


def test_people_are_sorted_by_their_last_names() -> None:
    people = tuple(replace(sites.PERSON, id=i, name=n) for i, n in (("a-young", "Ann Young"), ("z-adams", "Zoe Adams")))
    page = view(sites.site((sites.story("2022-23/a", "A", people=people),)), "people/index.html", IndexPage)
    assert [e.text for g in page.groups for e in g.entries] == ["Zoe Adams", "Ann Young"]


def test_a_theme_goes_through_the_editions_the_newest_first_and_says_who_tells_of_it() -> None:
    told = (
        sites.story("2022-23/a", "A", themes=("Talk",)),
        sites.story("2022-23/b", "B", (sites.fact("school", "Oak School, Kent"),), themes=("talk",)),
        sites.story("newsletter-16/c", "C", (), themes=("Talk",)),
    )
    site = sites.site(told, editions=(sites.edition(), sites.NEWSLETTER))
    page = view(site, "themes/talk/index.html", ListPage)
    assert [(g.edition.text, g.edition.address, g.note, [r.title for r in g.rows]) for g in page.groups] == [
        ("Annual report 2022/23", "2022-23/index.html", "2 stories, from Goldfinch Primary and Oak School", ["A", "B"]),
        ("Newsletter 16, May 2019", "newsletter-16/index.html", "1 story", ["C"]),
    ]


def test_a_person_has_the_role_that_each_edition_gives() -> None:
    roles = (("2022-23", "head"), ("newsletter-16", "maths lead"))
    told = [
        sites.story(f"{edition}/a", "A", people=(replace(sites.PERSON, role=role, place="Kent"),))
        for edition, role in roles
    ]
    site = sites.site(told, editions=(sites.edition(), sites.NEWSLETTER))
    page = view(site, "people/emilie-haston/index.html", ListPage)
    assert [g.note for g in page.groups] == ["head, Kent", "maths lead, Kent"]


def test_groups_go_on_from_page_to_page_of_a_long_list() -> None:
    told = [sites.story(f"2022-23/s{n}", f"S{n}", themes=("Talk",)) for n in range(150)]
    told += [sites.story(f"newsletter-16/n{n}", f"N{n}", themes=("Talk",)) for n in range(60)]
    site = sites.site(told, editions=(sites.edition(), sites.NEWSLETTER))
    pages = [view(site, f"themes/talk/{n}index.html", ListPage) for n in ("", "2/", "3/")]
    assert [[len(g.rows) for g in p.groups] for p in pages] == [[100], [50, 50], [10]]
    assert pages[2].groups[0].note.startswith("60 stories")
