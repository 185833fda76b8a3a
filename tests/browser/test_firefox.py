"""The repository's own site in Firefox, opened from disk with every file an origin of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import asked
from tests.whole import Whole

pytestmark = [pytest.mark.full, pytest.mark.firefox]

FONTS = """document.fonts.ready.then(() => [...document.fonts]
  .map(font => [font.family.replaceAll('"', ''), font.style, font.status])
  .filter(([family]) => !family.includes(' as ')))"""


@pytest.fixture(scope="module")
def site(shipped: Whole) -> Path:
    return shipped.folder


def test_what_a_page_asks_for_and_complains_of_is_seen(program, tmp_path):
    (tmp_path / "page.html").write_text(
        "<!DOCTYPE html><title>A</title><img src='https://example.org/a.png'><script>nothing()</script>"
        "<script>fetch('other.txt').then(() => document.title = 'read', () => document.title = 'refused')</script>"
    )
    (tmp_path / "other.txt").write_text("text")
    tab = program.tab()
    tab.go((tmp_path / "page.html").as_uri())
    tab.evaluate("new Promise(done => setTimeout(done, 200))")
    assert asked(tab) == ["https://example.org/a.png"]
    assert "ReferenceError: nothing is not defined" in [event["text"] for event in tab.told("log.entryAdded")]
    assert tab.evaluate("document.title") == "refused"
    tab.close()


def test_style_fonts_and_script_come_from_the_folder(tab, shipped, site):
    for address in set(shipped.one_of_each()) - {"404.html"}:
        tab.go((site / address).as_uri())
        fonts = tab.evaluate(FONTS)
        assert ["Familjen Grotesk", "normal", "loaded"] in fonts, address
        assert "error" not in {status for _, _, status in fonts}, address
        assert tab.evaluate("getComputedStyle(document.body).fontFamily").startswith(("Literata", '"Literata"')), (
            address
        )
        sheets = "[...document.styleSheets].every(sheet => sheet.href === null || sheet.disabled === false)"
        assert tab.evaluate(sheets), address
        assert tab.evaluate("document.documentElement.classList.contains('js')"), address


def test_both_families_and_the_italic_are_loaded_where_a_story_has_them(tab, site):
    tab.go((site / "2022-23/primary/goldfinch/index.html").as_uri())
    loaded = [[family, style] for family, style, status in tab.evaluate(FONTS) if status == "loaded"]
    assert sorted(loaded) == [["Familjen Grotesk", "normal"], ["Literata", "italic"], ["Literata", "normal"]]


def test_nothing_scrolls_sideways_on_the_narrowest_screen(tab, every_kind):
    tab.resize(320)
    wide = {}
    for uri in every_kind:
        tab.go(uri)
        assert tab.evaluate("innerWidth") == 320
        wide[uri] = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert {uri: more for uri, more in wide.items() if more > 0} == {}


def test_page_colours_are_kept_from_page_to_page(tab, site):
    tab.go((site / "index.html").as_uri())
    light = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.evaluate("document.querySelector('[data-theme-set=dark]').click()")
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != light
    tab.go((site / "index.html").as_uri())
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    tab.evaluate("document.querySelector('[data-theme-set=auto]').click()")
    assert tab.evaluate("document.documentElement.dataset.theme ?? null") is None


@pytest.mark.parametrize("address", ["index.html", "2022-23/index.html", "2022-23/primary/goldfinch/index.html"])
def test_every_link_leads_to_a_page(tab, site, address):
    tab.go((site / address).as_uri())
    hrefs = tab.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
    local = sorted({href.partition("#")[0] for href in hrefs if href.startswith("file:")})
    assert len(local) > 10
    for link in local:
        tab.go(link)
        assert tab.evaluate("document.querySelector('main h1') !== null"), link
