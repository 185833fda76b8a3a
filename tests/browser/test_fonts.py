"""The page stands as it will stand before its fonts are there, and letters that they lack are shown all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import holding_fonts
from tests.whole import Whole

pytestmark = pytest.mark.browser

WIDTHS = (390, 1440)
PAGES = (
    "index.html",
    "2022-23/index.html",
    "2022-23/primary/index.html",
    "2022-23/primary/goldfinch/index.html",
    "2022-west-yorkshire-evaluation/ten-schools-and-their-work-groups/index.html",
)
FONTS = """document.fonts.ready.then(() =>
  [...document.fonts].map(font => [font.family.replaceAll('"', ''), font.style, font.status]))"""
HEIGHTS = """() => [...document.querySelectorAll('main :is(p, h1, h2, h3, li, dd, dt, th, td, blockquote, figcaption)')]
  .filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect().height)"""
PLAIN = ":root { --grotesk: 'Familjen Grotesk', sans-serif; --serif: Literata, serif }"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
ARRIVED = """() => ['16px "Familjen Grotesk"', '16px Literata'].every(font => document.fonts.check(font))"""
SHIFTS = """new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value })
    .observe({type: 'layout-shift', buffered: true})
  const fonts = performance.getEntriesByType('resource').filter(each => each.name.endsWith('.woff2'))
  setTimeout(() => done([
    performance.getEntriesByName('first-contentful-paint')[0].startTime,
    Math.max(...fonts.map(each => each.responseEnd)),
    sum,
  ]), 200)
})"""


def blocks(page: Page, address: str, style: str = "") -> list[float]:
    """The heights of everything that holds text, when no more fonts are awaited."""
    page.goto(address)
    if style:
        page.add_style_tag(content=style)
    page.evaluate("document.fonts.ready")
    heights: list[float] = page.evaluate(HEIGHTS)
    return heights


def stand_ins(page: Page) -> set[str]:
    """The families that a font of this machine stands in for."""
    loaded = (family for family, _, status in page.evaluate(FONTS) if status == "loaded" and " as " in family)
    return {family.partition(" as ")[2] for family in loaded}


def moved(before: list[float], after: list[float]) -> float:
    """The share of the blocks whose height changes by more than a rounding of their lines."""
    assert len(before) == len(after) > 50
    return sum(abs(a - b) > 4 for a, b in zip(before, after, strict=True)) / len(before)


@pytest.fixture(scope="module", params=WIDTHS)
def pages(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, Page]]:
    """A page with the site's fonts and one that never gets them."""
    contexts = [browser.new_context(viewport={"width": request.param, "height": 900}) for _ in "12"]
    contexts[1].route("**/*.woff2", lambda route: route.abort())
    yield contexts[0].new_page(), contexts[1].new_page()
    for context in contexts:
        context.close()


@pytest.mark.parametrize("address", PAGES)
def test_text_takes_as_much_room_without_the_fonts(pages, shipped, address):
    with_fonts, without = pages
    uri = (shipped.folder / address).as_uri()
    assert moved(blocks(with_fonts, uri), blocks(without, uri)) < 0.05
    assert stand_ins(without) >= {"Familjen", "Literata"}, "This machine lacks Arial and Georgia, and fonts-liberation."
    tall, stands_in = (page.evaluate("document.documentElement.scrollHeight") for page in pages)
    assert abs(tall - stands_in) / tall < 0.02


def test_a_font_that_is_not_matched_would_be_noticed(pages, shipped):
    with_fonts, without = pages
    uri = (shipped.folder / PAGES[-1]).as_uri()
    matched = moved(blocks(with_fonts, uri), blocks(without, uri))
    assert moved(blocks(with_fonts, uri), blocks(without, uri, PLAIN)) > max(4 * matched, 0.05)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_shifts_when_the_fonts_arrive(browser: Browser, shipped: Whole, width: int):
    shifts = {}
    with holding_fonts(shipped.folder) as (server, gate):
        for address in PAGES:
            gate.clear()
            # A new context has nothing in its cache.
            context = browser.new_context(viewport={"width": width, "height": 900})
            page = context.new_page()
            page.goto(f"{server}{address}", wait_until="domcontentloaded")
            page.wait_for_function(PAINTED)
            gate.set()
            page.wait_for_function(ARRIVED)
            first_paint, last_font, shifts[address] = page.evaluate(SHIFTS)
            assert first_paint < last_font, "the fonts were there before anything was painted"
            context.close()
    assert {address: shift for address, shift in shifts.items() if shift > 0.02} == {}


def test_both_families_and_the_italic_come_from_the_folder(opened):
    page = opened("2022-23/primary/goldfinch/index.html")
    loaded = {(family, style) for family, style, status in page.evaluate(FONTS) if status == "loaded"}
    ours = {(family, style) for family, style in loaded if " as " not in family}
    assert ours == {("Familjen Grotesk", "normal"), ("Literata", "normal"), ("Literata", "italic")}


def test_names_in_other_letters_and_scripts_are_shown_by_a_font_that_has_them(opened):
    page = opened("2022-23/primary/goldfinch/index.html")
    session = page.context.new_cdp_session(page)
    for name, is_same in (("Siân", True), ("ŵŷ", False), ("Łł", False), ("ễ", False), ("محمد", False), ("שרה", False)):
        page.evaluate("name => { document.querySelector('main p').textContent = name }", name)
        page.evaluate("document.fonts.ready")
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": "main p"})["nodeId"]
        used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert sum(font["glyphCount"] for font in used) > 0
        assert all(font["isCustomFont"] is is_same for font in used), (name, used)
