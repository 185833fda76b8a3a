"""What an author sees in the browser while `serve` is at work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_axe import AXE, RULES, RUN
from tests.commands.test_serve import Serving
from tests.sites import folder, story
from tests.word.documents import photo

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


SCHEMES = [("light", "dark"), ("dark", "light"), ("light", None), ("dark", None)]


@pytest.mark.parametrize(("system", "switch"), SCHEMES)
def test_the_report_is_light_or_dark_as_the_page_is(serving, look, system, switch):
    serving.write(BROKEN)
    page = look(1440, system)
    expect(page.locator("#sitegen-problems")).to_be_visible(timeout=20_000)
    if switch:
        page.evaluate("mode => localStorage.setItem('theme', mode)", switch)
        page.reload()
    shown = switch or system
    back = page.evaluate("getComputedStyle(document.getElementById('sitegen-problems')).backgroundColor")
    assert back == {"light": "rgb(255, 247, 237)", "dark": "rgb(41, 37, 36)"}[shown]
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN, RULES) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_while_no_site_could_be_built_the_page_is_the_whole_report_and_then_the_site(browser, tmp_path, scheme):
    files = {f"content/2022-23/{name}.md": story("Broken", kind="case-studdy") for name in ("one", "two")}
    running = Serving(folder(tmp_path / "site", files))
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=scheme, bypass_csp=True)
    try:
        page = context.new_page()
        page.goto(running.address)
        expect(page.get_by_role("heading", level=1)).to_have_text("The site cannot be shown yet")
        for told in ("2 errors. Mend the errors", "content/2022-23/two.md, line 2:", 'Did you mean "case-study"'):
            expect(page.locator("body")).to_contain_text(told)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.evaluate(AXE.read_text("utf-8"))
        assert page.evaluate(RUN, RULES) == []
        running.write(story("Mended"))
        expect(page.locator("body")).to_contain_text("1 error. Mend", timeout=20_000)
        (running.site / "content/2022-23/two.md").write_text(story("Mended too"))
        expect(page).to_have_title("Test stories", timeout=20_000)
        expect(page.locator("#sitegen-problems")).to_have_count(0)
    finally:
        context.close()
        running.end()


def test_a_draft_whose_picture_lacks_its_words_is_shown_with_a_mark_and_a_folded_warning(serving, look):
    (serving.site / "content/2022-23/hall.png").write_bytes(photo())
    serving.write(story("Draft", '![](hall.png){shows="no people"}', draft="yes"))
    page = look()
    expect(page.locator("figure .no-alt")).to_have_text("Alternative text missing", timeout=20_000)
    expect(page.locator("figure img")).to_be_visible()
    expect(page.locator("#sitegen-problems")).to_have_text(re.compile("1 warning"))
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN, RULES) == []
