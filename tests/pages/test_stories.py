"""One page for each story."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sitegen.pages.views import LinkView, StoryPage
from tests.pages import sites
from tests.pages.viewed import view

GOLDFINCH = "2022-23/primary/goldfinch/index.html"


def test_a_story_s_page_says_where_it_stands() -> None:
    page = view(sites.report(), GOLDFINCH, StoryPage)
    assert page.head.title == "Talk first – Primary – Annual report 2022/23 – Test stories"
    assert [c.text for c in page.head.crumbs] == ["Home", "Annual report 2022/23", "Primary", "Story 01"]
    assert (page.kicker, page.numeral, page.rod, page.rods) == ("Primary, case study", "01", 1, 2)
    assert (page.head.section_class, page.head.current) == ("sec-1", "2022-23/index.html")


def test_second_level_headings_are_the_way_through_it() -> None:
    page = view(sites.report(), GOLDFINCH, StoryPage)
    assert page.headings == (LinkView("Say it", GOLDFINCH, fragment="s-say-it"),)


def test_people_and_themes_lead_to_their_pages() -> None:
    page = view(sites.report(), GOLDFINCH, StoryPage)
    assert page.people == (LinkView("Emilie Haston", "people/emilie-haston/index.html", "headteacher"),)
    assert [(t.text, t.address) for t in dict(page.terms)["Themes"]] == [
        ("Talk", "themes/talk/index.html"), ("EAL", "themes/eal/index.html"),
    ]  # fmt: skip


def test_what_a_story_is_found_by_leads_to_the_stories_that_share_it() -> None:
    kind = sites.kind(card=("programme", "hub"), fields=("hub",))
    own: dict[str, Any] = {"phase": ("Primary", "Secondary"), "programmes": ("SKTM",), "evidence": ("school data",)}
    told = sites.story("2022-23/a", "A", **own)
    carded = sites.story("2022-23/b", "B", (replace(sites.fact("theme", "SKTM"), field="programme"),), kind=kind, **own)
    site = sites.site((told, carded))
    page = view(site, "2022-23/a/index.html", StoryPage)
    assert [(label, [(w.text, w.address) for w in words]) for label, words in page.terms] == [
        ("Phase", [("Primary", "browse/phase/primary/index.html"), ("Secondary", "browse/phase/secondary/index.html")]),
        ("Programme", [("SKTM", "browse/programme/sktm/index.html")]),
        ("Evidence", [("school data", "browse/evidence/school-data/index.html")]),
    ]
    assert [label for label, _ in view(site, "2022-23/b/index.html", StoryPage).terms] == ["Phase", "Evidence"]


def test_related_stories_are_rows() -> None:
    page = view(sites.report(), "2022-23/primary/third/index.html", StoryPage)
    assert [row.title for row in page.related] == ["Talk first"]


def test_an_interview_has_its_kind_for_a_number() -> None:
    page = view(sites.report(), "2022-23/primary/talk/index.html", StoryPage)
    assert (page.numeral, page.kicker, page.questions) == ("", "Primary, Q&A", True)
    assert page.head.crumbs[-1] == LinkView("Q&A")


def test_a_story_in_no_section_is_named_by_its_kind() -> None:
    page = view(sites.report(), "newsletter-16/hubs/index.html", StoryPage)
    assert (page.kicker, page.rods, page.head.section_class) == ("News item", 0, "")


def test_without_a_summary_the_first_sentence_describes_it() -> None:
    told = sites.story("2022-23/a", "A", summary="", text=sites.text(plain="We talk first. Then we write."))
    assert view(sites.site((told,)), "2022-23/a/index.html", StoryPage).head.description == "We talk first."
