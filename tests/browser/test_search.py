"""Search by name, in a browser, from disk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def shown(page: Page) -> list[str]:
    return page.locator("#names li:visible a").all_inner_texts()


def test_typing_leaves_the_entries_that_hold_every_word_and_says_how_many(opened: Open) -> None:
    page = opened("search/index.html")
    every = len(shown(page))
    page.get_by_role("searchbox").fill("PRINGLE emi")
    assert shown(page) == ["Emily Pringle"]
    assert page.get_by_role("status").inner_text() == "One entry"
    assert page.locator("#names h2:visible").all_inner_texts() == ["P"]
    page.get_by_role("searchbox").fill("")
    assert len(shown(page)) == every
    assert page.get_by_role("status").inner_text() == ""


def test_apostrophes_and_accents_need_not_be_typed(opened: Open) -> None:
    page = opened("search/index.html")
    page.get_by_role("searchbox").fill("st margarets")
    assert "St Margaret's C of E Primary, Durham" in shown(page)
    page.get_by_role("searchbox").fill("Möbius")
    assert shown(page) == ["Mobius"]


def test_what_nothing_fits_is_said(opened: Open) -> None:
    page = opened("search/index.html")
    page.get_by_role("searchbox").fill("zzz")
    assert shown(page) == []
    assert "Nothing here has all of these words" in page.get_by_role("status").inner_text()


def test_what_was_typed_is_kept_in_the_address(opened: Open) -> None:
    page = opened("search/index.html")
    page.get_by_role("searchbox").fill("goldfinch")
    page.wait_for_url("**#q=goldfinch")
    page.reload()
    assert page.get_by_role("searchbox").input_value() == "goldfinch"
    assert all("Goldfinch" in words for words in shown(page))


def test_without_a_script_the_whole_index_is_there(opened: Open) -> None:
    page = opened("search/index.html", java_script_enabled=False)
    assert not page.get_by_role("searchbox").is_visible()
    assert len(shown(page)) > 200
