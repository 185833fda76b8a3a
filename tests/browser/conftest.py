"""Pages opened from disk in a browser that has no network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests import firefox
from tests.browser.firefox import Firefox, Tab
from tests.browser.kept import Kept, Open, watching
from tests.whole import Whole


@pytest.fixture(scope="session")
def kept(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Pages that are used again."""
    nowhere = tmp_path_factory.mktemp("nowhere") / "page.html"
    nowhere.write_text("<!DOCTYPE html><title>A</title>")
    return Kept(browser, nowhere)


@pytest.fixture
def blank(kept: Kept) -> Iterator[Open]:
    """A function that makes an empty page."""
    with watching(kept) as blank_:
        yield blank_


@pytest.fixture
def opened(shipped: Whole, blank: Open) -> Open:
    """A function that opens an address of the repository's own site."""

    def open_(address: str, width: int = 1440, scheme: str = "light", **settings: Any) -> Page:
        page = blank(width, scheme, **settings)
        place, hash_, state = address.partition("#")
        page.goto((shipped.folder / place).as_uri() + hash_ + state)
        return page

    return open_


@pytest.fixture(scope="session")
def kinds(shipped: Whole) -> list[str]:
    """Where one page of every kind is found."""
    return shipped.uris(shipped.one_of_each())


@pytest.fixture(scope="session")
def stretched(extremes: Whole) -> list[str]:
    """Where the invented site has one page of every kind, and every story."""
    return extremes.uris(sorted({*extremes.one_of_each(), *extremes.stories()}))


@pytest.fixture(scope="session")
def every_kind(kinds: list[str], stretched: list[str]) -> list[str]:
    """Both."""
    return kinds + stretched


@pytest.fixture(scope="session")
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
