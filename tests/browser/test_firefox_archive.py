"""An archive, unpacked and opened from disk in Firefox, where every file is an origin of its own."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from tests.browser.firefox import Tab
from tests.browser.test_firefox_finding import DRAWN, TITLES, opened
from tests.browser.unpacked import unpacked

pytestmark = [pytest.mark.full, pytest.mark.firefox]

GOLDFINCH = "A shared language of maths for children learning English"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(tmp_path_factory.mktemp("whole")) / "data"


def test_search_browse_and_the_dark_scheme_work(tab: Tab, site: Path) -> None:
    opened(tab, site, "search/index.html#q=goldfinch")
    assert GOLDFINCH in tab.evaluate(TITLES)
    opened(tab, site, "browse/index.html#phase=secondary")
    tab.until(DRAWN)
    found = tab.evaluate(TITLES)
    assert found
    assert GOLDFINCH not in found
    light = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.evaluate("document.querySelector('[data-theme-set=dark]').click()")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_an_edition_is_whole_on_its_print_page(tab: Tab, site: Path) -> None:
    tab.go((site / "2022-23/print/index.html").as_uri())
    headings = tab.evaluate("[...document.querySelectorAll('h1, h2, h3')].map(h => h.textContent.trim())")
    assert GOLDFINCH in headings


def test_an_edition_printed_by_firefox_has_no_blank_sheet(tab: Tab, site: Path) -> None:
    tab.go((site / "2022-23/print/index.html").as_uri())
    told = tab.firefox.command("browsingContext.print", context=tab.context, background=True)
    reader = PdfReader(io.BytesIO(base64.b64decode(told["data"])))
    assert len(reader.pages) > 20
    assert [n for n, page in enumerate(reader.pages, 1) if len(content(page)) < 1000] == []


def content(page: PageObject) -> bytes:
    found = page.get_contents()
    return b"" if found is None else found.get_data()
