"""An archive, unpacked and opened from disk in a browser that has no network: everything works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.unpacked import unpacked
from tests.browser.waiting import fill, settled

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
GOLDFINCH = "A shared language of maths for children learning English"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(tmp_path_factory.mktemp("hub"), "--hub", "London South West")


def at(blank: Open, folder: Path, address: str, **settings: object) -> Page:
    page = blank(**settings)
    page.goto((folder / address).as_uri())
    return page


def test_the_note_leads_to_the_site(blank: Open, whole: Path) -> None:
    page = at(blank, whole, "READ-ME-FIRST.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maths Hubs school stories")
    page.get_by_role("link", name="Open the site").click()
    expect(page.locator("body")).to_contain_text("All stories")
    assert page.url == (whole / "data/index.html").as_uri()


def test_stories_are_filtered(blank: Open, whole: Path) -> None:
    page = at(blank, whole, "data/browse/index.html")
    settled(page)
    before = page.locator("#res > li:visible").count()
    page.locator("details[data-facet='phase']").get_by_label("Secondary", exact=True).click()
    settled(page)
    assert 0 < page.locator("#res > li:visible").count() < before


def test_words_are_found_and_lead_to_their_story(blank: Open, whole: Path) -> None:
    page = at(blank, whole, "data/search/index.html")
    settled(page, "#hits")
    fill(page, "goldfinch", "#hits")
    page.get_by_role("link", name=GOLDFINCH).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(GOLDFINCH)


def test_a_dark_scheme_is_chosen_and_kept_on_the_next_page(blank: Open, whole: Path) -> None:
    page = at(blank, whole, "data/index.html")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.goto((whole / "data/about/index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_an_edition_is_printed(blank: Open, whole: Path) -> None:
    page = at(blank, whole, "data/2022-23/print/index.html")
    page.evaluate("document.fonts.ready")
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    assert page.get_by_role("heading", name=GOLDFINCH).count() == 1


def test_figures_are_taken_for_a_spreadsheet(blank: Open, whole: Path) -> None:
    page = at(blank, whole, "data/hubs/london-south-west/index.html", accept_downloads=True)
    link = page.locator("a[href$='stories.csv']")
    file = Path(whole / "data/hubs/london-south-west" / str(link.get_attribute("href")))
    assert "Goldfinch" in file.read_text("utf-8-sig")


def test_every_link_of_a_hubs_own_archive_leads_to_a_file_in_it(blank: Open, hub: Path) -> None:
    page = blank()
    pages = sorted((hub / "data").rglob("*.html"))
    assert len(pages) > 10
    for each in pages:
        page.goto(each.as_uri())
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href.split('#')[0])")
        files = [link for link in links if link.startswith("file:")]
        assert [f for f in files if not f.startswith(hub.as_uri())] == []
        assert [f for f in dict.fromkeys(files) if not Path(unquote(urlsplit(f).path)).is_file()] == []


def test_search_and_browse_of_a_hubs_own_archive_know_its_stories_alone(blank: Open, hub: Path) -> None:
    page = at(blank, hub, "data/browse/index.html")
    settled(page)
    own = [GOLDFINCH, "Looking for mastery in what Year 1 pupils say"]
    expect(page.locator("#res > li:visible h3")).to_have_text(own)
    page.goto((hub / "data/search/index.html").as_uri())
    settled(page, "#hits")
    fill(page, "maths", "#hits")
    assert page.locator("#hits > li").count() >= 1
    assert page.get_by_text("St Margaret").count() == 0
