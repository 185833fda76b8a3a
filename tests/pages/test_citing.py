"""How to cite a story or an edition."""

from __future__ import annotations

from dataclasses import replace

from sitegen.pages.citing import cite_edition, cite_story
from tests.pages import sites
from tests.pages.test_details import JULY


def test_a_story_is_cited_by_organisation_year_title_and_edition() -> None:
    site = sites.report()
    told = site.stories["2022-23/primary/goldfinch"]
    assert cite_story(site, told, "Annual report 2022/23").line == (
        "Test network (2022/23). Talk first. In: Taught together (Annual report 2022/23)."
    )


def test_an_author_publisher_and_address_are_named_where_known() -> None:
    made = sites.edition(authors=("Suzanne Straw", "Eleanor Bradley"), publisher="NFER")
    site = sites.site((sites.story("2022-23/a", "Why?"),), editions=(made,), base_url="https://example.org")
    assert cite_story(site, site.stories["2022-23/a"], "Taught together").line == (
        "Suzanne Straw and Eleanor Bradley (2022/23). Why? In: Taught together. NFER. https://example.org/2022-23/a/"
    )
    assert cite_edition(site, made, "Taught together").line == (
        "Suzanne Straw and Eleanor Bradley (2022/23). Taught together. NFER. https://example.org/2022-23/"
    )


def test_authors_of_the_story_itself_come_first() -> None:
    site = sites.report()
    told = replace(site.stories["2022-23/primary/goldfinch"], values={"authors": sites.value("Jane Doe")})
    assert cite_story(site, told, "R").line.startswith("Jane Doe (2022/23). Talk first.")


def test_an_edition_without_a_date_has_no_year() -> None:
    bare = sites.edition(type="collection", academic_year=None)
    assert cite_edition(sites.site(editions=(bare,)), bare, "Taught together").line == "Test network. Taught together."


def test_a_report_is_cited_by_the_year_in_which_it_was_published() -> None:
    site = sites.report()
    told = replace(site.stories["2022-23/primary/goldfinch"], values={"published": sites.value(JULY)})
    assert cite_story(site, told, "R").line.startswith("Test network (2022). Talk first.")


def test_a_name_that_begins_with_the_title_stands_for_both() -> None:
    made = sites.edition(title="Annual report")
    assert "(2022/23). Annual report 2022/23." in cite_edition(sites.site(), made, "Annual report 2022/23").line
