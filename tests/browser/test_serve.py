"""What an author sees in the browser while `serve` is at work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_axe import AXE, RULES, RUN
from tests.commands.test_serve import Serving
from tests.sites import folder, story

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"Paragraph {number} of a story that fills more than one window." for number in range(80))
BROKEN = story("Broken", LONG, kind="case-studdy")


@pytest.fixture
def serving(tmp_path) -> Iterator[Serving]:
    running = Serving(folder(tmp_path / "site", {"content/2022-23/one.md": story("First", LONG, draft="yes")}))
    yield running
    running.end()


@pytest.fixture
def look(browser: Browser, serving: Serving) -> Iterator[Any]:
    """A function that opens the story in a window of some width, in light or dark."""
    contexts = []

    def open_(width: int = 1440, scheme: Any = "light") -> Page:
        contexts.append(browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True,
        ))  # fmt: skip
        page = contexts[-1].new_page()
        page.goto(f"{serving.address}2022-23/one/")
        return page

    yield open_
    for context in contexts:
        context.close()


def test_every_open_page_shows_what_was_saved(serving, look):
    pages = [look(), look(390)]
    expect(pages[0].locator(".draft")).to_have_count(1)
    serving.write(story("Second", LONG))
    for page in pages:
        expect(page).to_have_title("Second – Annual report 2022/23 – Test stories", timeout=20_000)
        expect(page.locator(".draft")).to_have_count(0)


def test_what_is_wrong_lies_over_the_last_good_page_until_it_is_mended(serving, look):
    page = look()
    page.evaluate("scrollTo(0, 1500)")
    serving.write(BROKEN)
    problems = page.locator("#sitegen-problems")
    expect(problems).to_contain_text("content/2022-23/one.md, line ", timeout=20_000)
    expect(problems).to_contain_text("Did you mean")
    expect(problems).to_be_in_viewport(ratio=0.99)
    expect(page).to_have_title("First – Annual report 2022/23 – Test stories")
    problems.locator("summary").click()
    expect(problems.locator("ol")).to_be_hidden()
    serving.write(story("Mended", LONG))
    expect(page).to_have_title("Mended – Annual report 2022/23 – Test stories", timeout=20_000)
    expect(problems).to_have_count(0)


def test_the_report_is_well_made(serving, look):
    serving.write(BROKEN)
    for width, scheme in ((390, "light"), (1440, "dark")):
        page = look(width, scheme)
        expect(page.locator("#sitegen-problems")).to_be_visible(timeout=20_000)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate(AXE.read_text("utf-8"))
        assert page.evaluate(RUN, RULES) == []
