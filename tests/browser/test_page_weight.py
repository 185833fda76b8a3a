"""What a first visit costs: the page and all that Chromium then asks for."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page

from tests.weights import weight
from tests.whole import Whole

pytestmark = pytest.mark.browser

PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"))


def is_italic(file: Path) -> bool:
    return "-italic." in file.name and file.suffix == ".woff2"


def test_a_first_story_is_under_120_kb_and_its_italic_60_kb_more(shipped, blank, record_property):
    loaded = files_by_story(shipped, blank())
    upright = {address: files for address, files in loaded.items() if not any(map(is_italic, files))}
    slanted = {address: files for address, files in loaded.items() if address not in upright}
    assert len(upright) > 3
    assert len(slanted) > 3
    heaviest = max(sum(map(weight, files)) for files in upright.values())
    record_property("measured", f"{heaviest / 1000:.0f} KB without the italic")
    assert heaviest < 120_000
    assert max(weight(file) for files in slanted.values() for file in filter(is_italic, files)) < 60_000
    over = {address: sum(map(weight, files)) for address, files in slanted.items()}
    assert {address: size for address, size in over.items() if size > 180_000} == {}


def files_by_story(site: Whole, page: Page) -> dict[str, set[Path]]:
    """The files that a first visit to each story loads, pictures apart."""
    asked: list[str] = []
    found = {}
    page.on("request", lambda request: asked.append(request.url))
    for address in site.stories():
        asked.clear()
        page.goto((site.folder / address).as_uri())
        page.evaluate("document.fonts.ready")
        files = {Path(unquote(urlsplit(url).path)) for url in asked if url.startswith("file:")}
        found[address] = {file for file in files if file.suffix not in PICTURES}
        assert {".html", ".css", ".js", ".woff2"} <= {file.suffix for file in files}, address
    return found
