"""The repository's own site, opened from disk in a browser that has no network."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = pytest.mark.browser


def test_page_colours_are_kept_from_page_to_page(opened):
    page = opened("index.html")
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(page.url.replace("/index.html", "/2022-23/index.html"))
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Auto").click()
    assert page.evaluate("document.documentElement.dataset.theme ?? null") is None


def test_a_page_is_complete_without_a_script(opened):
    page = opened("2022-23/primary/goldfinch/index.html", java_script_enabled=False)
    assert page.locator("[data-fact=disadvantage]").inner_text().split() == ["40%", "Pupil", "Premium"]
    assert not page.get_by_role("button", name="Print").is_visible()
    assert page.get_by_role("navigation", name="In this story").is_visible()


def test_every_link_of_a_story_leads_to_a_page(opened):
    page = opened("2022-23/primary/goldfinch/index.html")
    hrefs = page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)")
    local = {h.partition("#")[0] for h in hrefs if h.startswith("file:")}
    assert local
    for address in local:
        assert "<title>" in Path(unquote(urlsplit(address).path)).read_text("utf-8"), address


def test_the_keyboard_reaches_the_content_first(opened):
    page = opened("2022-23/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_in_print_navigation_goes_and_every_acronym_is_spelt_out(opened):
    page = opened("2022-23/primary/goldfinch/index.html", scheme="dark")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="Main").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    spelt = page.evaluate("getComputedStyle(document.querySelector('abbr[title]'), '::after').content")
    assert "English as an additional language" in spelt
