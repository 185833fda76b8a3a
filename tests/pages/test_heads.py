"""The head of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.pages.heads import current, head, with_unique_titles
from sitegen.pages.page import Page
from sitegen.pages.views import LinkView, NotFoundPage
from sitegen.problems.problem import Where
from tests.pages import sites


def page(title: str, address: str) -> Page:
    made = head(sites.site(), address, (), "", title=(title,))
    return Page(address, "x.html", NotFoundPage(made, title, "", ()), Where(address))


def test_the_title_goes_from_the_page_to_the_site_and_the_crumbs_the_other_way() -> None:
    way = (LinkView("Report", "r/index.html"), LinkView("Primary", "r/p/index.html"))
    made = head(sites.site(), "r/p/index.html", way, "Words.")
    assert made.title == "Primary – Report – Test stories"
    assert [(c.text, c.address) for c in made.crumbs] == [
        ("Home", "index.html"), ("Report", "r/index.html"), ("Primary", ""),
    ]  # fmt: skip


def test_the_foot_of_a_sheet_names_the_site_the_edition_and_the_story() -> None:
    way = tuple(LinkView(words, "r/index.html") for words in ("Report", "Primary", "Number lines"))
    feet = [head(sites.site(), "r/index.html", way[:count], "").running for count in (3, 1, 0)]
    assert feet == ["Test stories · Report · Number lines", "Test stories · Report", "Test stories"]


def test_titles_that_would_be_alike_name_their_folders() -> None:
    found = with_unique_titles([page("A", "x/a/index.html"), page("A", "x/b/index.html"), page("A", "x/c/index.html")])
    titles = [p.view.head.title for p in found]
    assert titles == ["A – Test stories", "A – Test stories (x/b)", "A – Test stories (x/c)"]


@pytest.mark.parametrize(
    ("address", "entry"),
    [
        ("2022-23/primary/a/index.html", "2022-23/index.html"),
        ("browse/index.html", "browse/index.html"),
        ("browse/phase/primary/index.html", "browse/index.html"),
        ("about/index.html", ""),
        ("index.html", ""),
    ],
)
def test_a_page_belongs_to_the_entry_whose_folder_it_lies_in(address: str, entry: str) -> None:
    assert current(sites.report(), address) == entry


def test_the_longer_folder_wins_and_home_holds_nothing_but_itself() -> None:
    entries = (("Home", "index.html"), ("All", "a/index.html"), ("Part", "a/b/index.html"))
    site = replace(sites.site(), navigation=entries)
    found = [current(site, a) for a in ("a/b/c/index.html", "a/x/index.html", "x/index.html", "index.html")]
    assert found == ["a/b/index.html", "a/index.html", "", "index.html"]
