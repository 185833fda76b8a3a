"""A preview with drafts, seen and printed: no page of it passes for a page of the site."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from tests.browser.test_axe import findings
from tests.sites import built, story
from tests.whole import Whole

pytestmark = pytest.mark.browser

DRAFT = "2022-23/secret/index.html"
ADDRESSES = ["index.html", "2022-23/index.html", "2022-23/print/index.html", "browse/index.html", "404.html", DRAFT]
MARK = "Preview with drafts: not for publication"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    long = "\n\n".join(["Words that fill a sheet of paper, and another one after it. " * 9] * 12)
    files = {"content/2022-23/01-one.md": story("One", long), "content/2022-23/secret.md": story("Secret", draft="yes")}
    site = tmp_path_factory.mktemp("preview")
    return Whole(site / "output", built(site, files, write=True, drafts=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_the_mark_is_seen_at_once_and_is_well_made(blank, preview, width, scheme):
    page = blank(width, scheme, bypass_csp=True)
    assert findings(page, preview.uris(ADDRESSES)) == {}
    for uri in preview.uris(ADDRESSES):
        page.goto(uri)
        mark = page.locator(".preview")
        box = mark.bounding_box()
        assert (mark.inner_text(), box["x"], box["y"], box["width"]) == (MARK, 0, 0, width)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.locator(".draft").count() == (uri.endswith(DRAFT))


@pytest.mark.parametrize("address", ["2022-23/print/index.html", DRAFT, "index.html"])
def test_every_sheet_of_paper_says_so(blank, preview, address):
    page = blank()
    page.goto(preview.uris([address])[0])
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) > (2 if "print" in address else 0)
    assert [MARK in " ".join(sheet.extract_text().split()) for sheet in sheets] == [True] * len(sheets)


def test_no_sheet_is_spent_on_the_mark(blank, preview):
    """The cover stands on the first sheet, beside masthead and mark."""
    page = blank()
    page.goto(preview.uris(["2022-23/print/index.html"])[0])
    first = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()
    assert "Annual report" in first
