"""Numbers, quotes, the glossary, the print edition and the page for lost addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.markup.body import Speaker
from sitegen.pages.records import stat_on_page
from sitegen.pages.views import GlossaryPage, LinkView, NotFoundPage, NumbersPage, PrintPage, QuotesPage, TextPage
from sitegen.schema.declared import Registers, Term
from tests.pages import sites
from tests.pages.viewed import view


def test_what_editions_counted_more_than_once_stands_side_by_side_the_oldest_first() -> None:
    newsletter = replace(sites.NEWSLETTER, text=sites.text(sites.stat("c. 7,000")))
    report = sites.edition(text=sites.text(sites.stat(), sites.stat()))
    page = view(sites.site((), editions=(report, newsletter)), "numbers/index.html", NumbersPage)
    (compared,) = page.comparisons
    assert compared.label == "schools took part"
    assert [(edition.text, s.text, s.page.address) for edition, s in compared.stats] == [
        ("Newsletter 16, May 2019", "c. 7,000", "newsletter-16/index.html"),
        ("Annual report 2022/23", "6,868", "2022-23/index.html"),
    ]


def test_what_stories_count_is_of_their_schools_and_not_compared() -> None:
    told = [sites.story(f"{e}/a", "A", text=sites.text(sites.stat("40%"))) for e in ("2022-23", "newsletter-16")]
    site = sites.site(told, editions=(sites.edition(), sites.NEWSLETTER))
    assert view(site, "numbers/index.html", NumbersPage).comparisons == ()


def test_numbers_of_two_populations_are_not_compared() -> None:
    text = sites.text(*(sites.stat("7", period=p, population=p) for p in ("2021", "2022")))
    page = view(sites.site((), editions=(sites.edition(text=text),)), "numbers/index.html", NumbersPage)
    assert page.comparisons == ()


def test_more_than_two_hundred_numbers_are_on_several_pages() -> None:
    text = sites.text(*(sites.stat(str(n)) for n in range(201)))
    site = sites.site((sites.story("2022-23/a", "A", text=text),))
    page = view(site, "numbers/3/index.html", NumbersPage)
    assert [len(stats) for group in page.groups for _, stats in group.pages] == [1]
    assert page.paging.number == 3


def test_one_edition_can_count_a_thing_at_two_times() -> None:
    text = sites.text(sites.stat("35", "hubs", period="May"), sites.stat("37", "hubs", period="September"))
    page = view(sites.site((), editions=(sites.edition(text=text),)), "numbers/index.html", NumbersPage)
    assert [s.period for _, s in page.comparisons[0].stats] == ["May", "September"]


def test_numbers_in_different_units_are_never_compared() -> None:
    text = sites.text(sites.stat("7%", "pupils", period="2021", unit="%"), sites.stat("7", "pupils", period="2022"))
    page = view(sites.site((), editions=(sites.edition(text=text),)), "numbers/index.html", NumbersPage)
    assert page.comparisons == ()


def test_then_every_edition_has_its_numbers_page_by_page() -> None:
    groups = view(sites.report(), "numbers/index.html", NumbersPage).groups
    assert [(g.edition.text, [(p.text, len(s)) for p, s in g.pages]) for g in groups] == [
        ("Annual report 2022/23", [("Taught together, 2022/23", 2), ("Primary", 1), ("Talk first", 1)]),
        ("Newsletter 16, May 2019", [("Two new hubs", 1)]),
    ]
    assert groups[1].pages[0][1][0].page == LinkView("Two new hubs", "newsletter-16/hubs/index.html", "", "stat-1")


@pytest.mark.parametrize(
    ("stat", "count"),
    [
        (sites.stat("35", value=35.0), 35), (sites.stat("c. 35", value=35.0, qualifier="about"), 0),
        (sites.stat("35%", value=35.0, unit="%"), 0), (sites.stat("101", value=101.0), 0),
        (sites.stat("0", value=0.0), 0),
        (sites.stat("3.5", value=3.5), 0), (sites.stat("many"), 0),
    ],
)  # fmt: skip
def test_a_number_has_a_dot_for_each_thing_where_it_is_exact_and_small(stat, count) -> None:
    assert stat_on_page(stat, LinkView("Here")).count == count


def test_quotes_stand_by_edition_with_who_said_them() -> None:
    page = view(sites.report(), "quotes/index.html", QuotesPage)
    ((edition, quotes),) = page.groups
    assert (edition.text, quotes[0].speakers) == ("Annual report 2022/23", (Speaker("Emilie Haston", "Headteacher"),))
    assert quotes[0].section_class == "sec-1"
    assert page.lead == "1 voice from these editions, each with who it is and where it stands."


def test_quotes_of_an_edition_and_of_a_section_lead_to_their_page() -> None:
    sections = (sites.section("2022-23/primary", "Primary", 1, text=sites.text(sites.quote("Of the section."))),)
    editions = (sites.edition(text=sites.text(sites.quote("Of the edition."))),)
    page = view(sites.site((), sections, editions), "quotes/index.html", QuotesPage)
    ((_, quotes),) = page.groups
    assert [(q.text, q.story.text, q.story.address, q.story.fragment) for q in quotes] == [
        ("Of the edition.", "Taught together, 2022/23", "2022-23/index.html", "quote-1"),
        ("Of the section.", "Primary", "2022-23/primary/index.html", "quote-1"),
    ]


def test_quotes_that_are_reported_are_called_so() -> None:
    text = sites.text(sites.quote(paraphrase=True), sites.quote())
    page = view(sites.site((sites.story("2022-23/a", "A", text=text),)), "quotes/index.html", QuotesPage)
    assert page.lead.endswith("1 of them is reported and not quoted.")


def test_more_than_two_hundred_quotes_are_on_several_pages() -> None:
    text = sites.text(*(sites.quote(f"Words {n}.") for n in range(201)))
    site = sites.site((sites.story("2022-23/a", "A", text=text),))
    page = view(site, "quotes/3/index.html", QuotesPage)
    assert [q.text for _, quotes in page.groups for q in quotes] == ["Words 200."]


def test_terms_are_sorted_and_have_ids_of_their_own() -> None:
    terms = (Term("ONS", "Office."), Term("éa", "Accent."), Term("Ons", "Again."), Term("?", "Odd."))
    page = view(sites.site(registers=Registers((), (), terms)), "glossary/index.html", GlossaryPage)
    assert [(term, id_) for term, _, id_ in page.terms] == [
        ("?", "term-other"), ("éa", "term-ea"), ("ONS", "term-ons"), ("Ons", "term-ons--2"),
    ]  # fmt: skip


def test_the_print_edition_holds_every_section_and_story_whole() -> None:
    site = sites.report()
    page = view(site, "2022-23/print/index.html", PrintPage)
    assert [(s.section and s.section.title, [p.title for p in s.stories]) for s in page.sections] == [
        ("Primary", ["Small steps", "Talk first", "Depth"]), ("Secondary", ["Argue", "Oracy"]),
    ]  # fmt: skip
    assert page.edition.letter == sites.LETTER
    assert page.sections[0].stories[1].text is site.stories["2022-23/primary/goldfinch"].text


def test_stories_in_no_section_are_printed_first() -> None:
    page = view(sites.report(), "newsletter-16/print/index.html", PrintPage)
    assert [(s.section, [p.title for p in s.stories]) for s in page.sections] == [(None, ["Two new hubs"])]


def test_lost_readers_are_led_from_the_root_of_the_server_or_not_at_all() -> None:
    plain = view(sites.report(), "404.html", NotFoundPage)
    assert plain.links == ()
    site = sites.report()
    based = replace(site, settings=replace(site.settings, base_url="https://example.org/report/"))
    links = view(based, "404.html", NotFoundPage).links
    assert [link.address for link in links[:2]] == ["/report/index.html", "/report/browse/index.html"]


def test_a_standing_page_is_described_by_its_first_sentence() -> None:
    page = view(sites.report(), "about/index.html", TextPage)
    assert (page.title, page.head.description, page.head.title) == ("About", "A page.", "About – Test stories")
