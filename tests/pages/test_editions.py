"""The cover and contents of each edition."""

from __future__ import annotations

from sitegen.pages.views import EditionPage, HomePage, SectionPage
from tests.pages import sites
from tests.pages.viewed import view


def cover(address: str = "2022-23/index.html") -> EditionPage:
    return view(sites.report(), address, EditionPage)


def test_the_letter_and_the_numbers_are_shown_once() -> None:
    page = cover()
    assert page.letter is sites.LETTER
    assert page.text.body.parts == ("<p>Hello.</p>", "<p>Bye.</p>")
    assert page.lead_stat is not None
    assert (page.lead_stat.text, page.lead_stat.share, page.lead_stat.id) == ("56%", 56, "stat-2")
    assert [s.text for s in page.stats] == ["6,868"]


def test_the_facts_count_sections_stories_and_hubs() -> None:
    assert cover().facts == (
        "2 sections", "5 stories", "3 hubs, one of them in white: London South West, home of our lead story",
    )  # fmt: skip


def test_hubs_without_a_story_in_the_edition_are_told_from_those_with_one() -> None:
    told = [sites.story(f"2022-23/{n}", n, (sites.fact("hub", n),)) for n in ("London South West", "Archimedes NE")]
    page = view(sites.site(told), "2022-23/index.html", EditionPage)
    assert page.facts[-1] == (
        "3 hubs, 2 with stories, one of them in white: London South West, home of our lead story"
    )


def newsletter_of_sections() -> EditionPage:
    sections = (sites.section("newsletter-16/hubs", "Hubs", 1), sites.section("newsletter-16/maths", "Maths", 2))
    told = [sites.story(f"newsletter-16/{i}", i) for i in ("hubs/two", "hubs/more", "maths/depth", "letter")]
    return view(sites.site(told, sections, (sites.NEWSLETTER,)), "newsletter-16/index.html", EditionPage)


def test_a_newsletter_lists_the_stories_of_its_sections_too() -> None:
    page = newsletter_of_sections()
    assert sorted(row.title for row in page.issue) == ["hubs/more", "hubs/two", "letter", "maths/depth"]
    inside = [[link.text for _, link in row.stories] for row in page.contents]
    assert inside == [["hubs/two", "hubs/more"], ["maths/depth"]]
    assert [row.title for row in page.rows] == ["letter"]
    assert page.featured == ()


def test_only_a_newsletter_is_an_issue() -> None:
    assert cover().issue == ()
    assert [row.title for row in cover("newsletter-16/index.html").issue] == ["Two new hubs"]


def test_the_network_has_every_hub_of_the_register_and_counts_stories() -> None:
    network = cover().network
    assert network is not None
    assert (network.total, network.lead, network.seed) == (3, "London South West", "2022-23")
    assert dict(network.hubs) == {"London South West": 3, "London North East": 1, "Archimedes NE": 1}


def test_a_newsletter_has_no_network_and_lists_its_stories() -> None:
    page = cover("newsletter-16/index.html")
    assert (page.network, page.facts, page.kicker, page.label) == (None, ("1 story",), "Newsletter", "No. 16")
    assert [row.title for row in page.rows] == ["Two new hubs"]


def test_the_contents_list_every_section_with_its_stories() -> None:
    rows = cover().contents
    assert [(row.numeral, row.title, row.rod, row.section_class) for row in rows] == [
        ("01", "Primary", 1, "sec-1"), ("02", "Secondary", 2, "sec-2"),
    ]  # fmt: skip
    assert [numeral for numeral, _ in rows[0].stories] == ["Q&A", "01", "02"]


def test_the_first_numbered_story_of_each_section_is_featured() -> None:
    assert [row.title for row in cover().featured] == ["Talk first", "Argue"]


def test_of_many_sections_three_are_featured() -> None:
    sections = [sites.section(f"2022-23/{n}", str(n), n) for n in range(1, 6)]
    told = [sites.story(f"2022-23/{n}/a", f"A{n}") for n in range(1, 6)]
    page = view(sites.site(told, sections), "2022-23/index.html", EditionPage)
    assert [row.title for row in page.featured] == ["A1", "A2", "A3"]


def test_the_imprint_leaves_out_what_nobody_knows() -> None:
    made = sites.edition(isbn="978", publisher="NCETM", authors=("A", "B"))
    page = view(sites.site(editions=(made,)), "2022-23/index.html", EditionPage)
    assert [label for label, _ in page.imprint] == ["Authors", "Publisher", "ISBN", "Cite as"]


def test_an_edition_s_own_disclaimer_and_licence_go_before_the_site_s() -> None:
    plain = view(sites.site(disclaimer="Site's.", licence="CC"), "2022-23/index.html", EditionPage)
    own = sites.edition(disclaimer="Ours.", licence="OGL")
    page = view(sites.site(editions=(own,), disclaimer="Site's.", licence="CC"), "2022-23/index.html", EditionPage)
    assert [(p.disclaimer, p.licence) for p in (plain, page)] == [("Site's.", "CC"), ("Ours.", "OGL")]


def test_the_library_has_every_edition_and_says_what_else_there_is() -> None:
    page = view(sites.report(), "index.html", HomePage)
    assert [(e.title, e.kicker) for e in page.editions] == [
        ("Taught together", "Annual report"), ("Bespoke", "Newsletter"),
    ]  # fmt: skip
    assert [row.title for row in page.editions[1].featured] == ["Two new hubs"]
    ways = {link.text: link.note for link in page.ways}
    assert ways["All stories"] == "6 stories"
    assert ways["Hubs"] == "3 hubs, 3 with stories"
    assert page.facts == ("6 stories", "2 editions")


def test_a_list_without_entries_is_no_way_in() -> None:
    page = view(sites.site(), "index.html", HomePage)
    assert [link.text for link in page.ways] == ["Hubs", "Glossary"]


def test_a_section_has_its_stories_and_neighbours() -> None:
    page = view(sites.report(), "2022-23/secondary/index.html", SectionPage)
    assert ([r.title for r in page.rows], page.numeral, page.rod) == (["Argue", "Oracy"], "02", 2)
    assert page.head.title == "Secondary – Annual report 2022/23 – Test stories"
