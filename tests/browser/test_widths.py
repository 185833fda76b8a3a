"""What scrolls sideways or is cut off, from the narrowest screen to the widest; 320 px are also 1280 px at 400 %.

Every kind of page is held to it in tests/browser/test_every_kind.py.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SPILLS = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.body.querySelectorAll('*')].filter(each => each.getBoundingClientRect().right > room + 1);
  return [`${document.documentElement.scrollWidth} px`, ...wide.slice(0, 3).map(each => each.outerHTML.slice(0, 120))];
}"""
SCROLLS_UNREACHABLY = """() => [...document.body.querySelectorAll('*')].filter(each =>
  each.clientWidth && each.scrollWidth > each.clientWidth + 1 && each.tabIndex !== 0
  && ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)).map(each => each.outerHTML.slice(0, 120))"""


CUT_OFF = """() => [...document.querySelectorAll('main :is(p, h1, h2, h3, h4, li, dd, dt, td, th, a, button)')]
  .filter(each => each.checkVisibility() && !each.closest('.vh, [aria-hidden=true], svg'))
  .filter(each => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX))
  .filter(each => each.scrollWidth > each.clientWidth + 2 || each.scrollHeight > each.clientHeight + 2)
  .map(each => each.outerHTML.slice(0, 120))"""
NARROW, TWICE, WIDE = 320, 640, 2560


def too_wide(page: Page) -> dict[int, list[str]]:
    """By width, what scrolls or is cut off. 640 px are 1280 px at 200 %, at which no text may be lost (WCAG 1.4.4)."""
    found = {}
    for width in (NARROW, TWICE, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = [said for script in (SPILLS, SCROLLS_UNREACHABLY, CUT_OFF) for said in page.evaluate(script)]
    return {width: said for width, said in found.items() if said}


def faults(page: Page, uri: str) -> dict[int, list[str]]:
    """By width, what is wrong with a page."""
    page.set_viewport_size({"width": NARROW, "height": 900})
    page.goto(uri)
    return too_wide(page)


@pytest.mark.parametrize(
    "body",
    [
        "<p style='width:400px'>A</p>",
        "<div style='overflow:auto'><p style='width:400px'>A</p></div>",
        "<main><p style='overflow:hidden;height:1px'>A</p></main>",
    ],
)
def test_a_page_that_does_is_noticed(blank, tmp_path, body):
    (tmp_path / "page.html").write_text(f"<!DOCTYPE html><body>{body}")
    assert NARROW in faults(blank(), (tmp_path / "page.html").as_uri())
