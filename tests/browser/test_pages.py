"""Every kind of page of the repository's own site, opened from disk in a browser that has no network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from sitegen.pipeline import Options, build
from tests.sites import ROOT, TODAY

pytestmark = pytest.mark.browser

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = (
    "index.html", "404.html", "2022-23/index.html", "2022-23/primary/index.html",
    "2022-23/primary/goldfinch/index.html",
    "2022-23/llme/lavenham/index.html", "2022-23/post-16/a-level-pedagogy/index.html", "2022-23/riwg/oracy/index.html",
    "2019-05-newsletter-16/index.html", "project-review/print/index.html", "about/index.html", "browse/index.html",
    "browse/phase/secondary/index.html", "hubs/index.html", "hubs/london-south-west/index.html",
    "schools/eastbury/index.html", "numbers/index.html", "quotes/index.html", "glossary/index.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own content, built into a folder whose name holds a space."""
    folder = tmp_path_factory.mktemp("built") / "the site"
    made = build(Options(site=ROOT, output=folder, theme=ROOT / "templates", today=TODAY))
    assert [p for p in made.problems if p.is_error] == []
    return folder


@pytest.fixture
def opened(site: Path, browser: Browser) -> Iterator[object]:
    """A function that opens an address of the site; what a page asks for beside files fails the test."""
    asked: list[str] = []
    said: list[str] = []
    contexts: list[BrowserContext] = []

    def open_(address: str, width: int = 1440, scheme: str = "light", **settings: object) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True, **settings
        )  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto((site / address).as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [url for url in asked if not re.match(r"file:|data:", url)] == []
    assert said == []


def findings(page: Page, site: Path, addresses: Iterable[str]) -> dict[str, list[str]]:
    """What axe finds on these pages, by address; those without findings are left out."""
    found = {}
    for address in addresses:
        page.goto((site / address).as_uri())
        page.evaluate(AXE.read_text())
        violations = page.evaluate("rules => axe.run(document, {runOnly: rules, preload: false})", RULES)["violations"]
        found[address] = [f"{v['id']}: {v['nodes'][0]['html']}" for v in violations]
    return {address: said for address, said in found.items() if said}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_on_any_kind_of_page(opened, site, width, scheme):
    assert findings(opened("index.html", width, scheme, bypass_csp=True), site, KINDS) == {}


@pytest.mark.full
def test_axe_finds_nothing_on_any_page_at_all(opened, site):
    addresses = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    assert findings(opened("index.html", bypass_csp=True), site, addresses) == {}


def test_nothing_scrolls_sideways_on_the_narrowest_screen(opened, site):
    page, wide = opened("index.html", 320), {}
    for address in KINDS:
        page.goto((site / address).as_uri())
        wide[address] = page.evaluate("document.documentElement.scrollWidth")
    assert {address: width for address, width in wide.items() if width > 320} == {}


def test_style_fonts_and_script_come_from_the_folder(opened, site):
    page = opened("index.html")
    for address in set(KINDS) - {"404.html"}:
        page.goto((site / address).as_uri())
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
        assert "Familjen Grotesk" in " ".join(loaded), address
        assert page.evaluate("document.documentElement.classList.contains('js')")
        assert page.locator("[data-theme-set=auto]").get_attribute("aria-pressed") == "true"


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


def test_every_link_of_a_story_leads_to_a_page(opened, site):
    page = opened("2022-23/primary/goldfinch/index.html")
    hrefs = page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)")
    local = {h.partition("#")[0] for h in hrefs if h.startswith("file:")}
    assert local
    for address in local:
        assert page.goto(address).ok or address.startswith("file:")
        assert page.title()


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
