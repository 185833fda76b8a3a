"""The repository's own site in Firefox, opened from disk with every file an origin of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.pipeline import Options, build
from tests import firefox
from tests.browser.firefox import Firefox, Tab
from tests.browser.test_pages import KINDS
from tests.sites import ROOT, TODAY

pytestmark = [pytest.mark.full, pytest.mark.firefox]

PAGES = [address for address in KINDS if address != "404.html"]
FONTS = "document.fonts.ready.then(() => [...document.fonts].map(f => [f.family.replaceAll('\"', ''), f.status]))"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own content, built into a folder whose name holds a space."""
    folder = tmp_path_factory.mktemp("built") / "the site"
    made = build(Options(site=ROOT, output=folder, theme=ROOT / "templates", today=TODAY))
    assert [p for p in made.problems if p.is_error] == []
    return folder


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    found = firefox.find()
    assert found, "Firefox is not installed"
    running = Firefox(found, tmp_path_factory.mktemp("firefox"))
    yield running
    running.close()


@pytest.fixture
def tab(program: Firefox) -> Iterator[Tab]:
    """A new tab. What a page asks for beside files, and what it complains of, fails the test."""
    opened = program.tab()
    opened.resize(1440)
    yield opened
    opened.evaluate("new Promise(done => setTimeout(done, 50))")
    said = [event["text"] for event in opened.told("log.entryAdded")]
    opened.close()
    assert asked(opened) == []
    assert said == []


def asked(tab: Tab) -> list[str]:
    urls = [event["request"]["url"] for event in tab.told("network.beforeRequestSent")]
    return [url for url in urls if not url.startswith(("file:", "data:"))]


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


@pytest.mark.parametrize("address", PAGES)
def test_style_fonts_and_script_come_from_the_folder(tab, site, address):
    tab.go((site / address).as_uri())
    assert ["Familjen Grotesk", "loaded"] in tab.evaluate(FONTS)
    assert "error" not in {status for _, status in tab.evaluate(FONTS)}
    assert tab.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Literata"')
    assert tab.evaluate("[...document.styleSheets].every(sheet => sheet.href === null || sheet.disabled === false)")
    assert tab.evaluate("document.documentElement.classList.contains('js')")


@pytest.mark.parametrize("address", KINDS)
def test_nothing_scrolls_sideways_on_the_narrowest_screen(tab, site, address):
    tab.resize(320)
    tab.go((site / address).as_uri())
    assert tab.evaluate("innerWidth") == 320
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


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
