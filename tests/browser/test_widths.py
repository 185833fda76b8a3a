"""No kind of page scrolls sideways, from the narrowest screen to the widest; 320 px are also 1280 px at 400 %."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize("width", [320, 2560])
def test_nothing_scrolls_sideways(blank, every_kind, width):
    page, wide = blank(width), {}
    for uri in every_kind:
        page.goto(uri)
        wide[uri] = page.evaluate(SPILLS) + page.evaluate(SCROLLS_UNREACHABLY)
    assert {uri: found for uri, found in wide.items() if found} == {}


def test_a_page_that_does_is_noticed(blank, tmp_path):
    page = blank(320)
    for body in ("<p style='width:400px'>A", "<div style='overflow:auto'><p style='width:400px'>A"):
        (tmp_path / "page.html").write_text(f"<!DOCTYPE html><body>{body}")
        page.goto((tmp_path / "page.html").as_uri())
        assert page.evaluate(SPILLS) + page.evaluate(SCROLLS_UNREACHABLY)


def test_text_at_twice_its_size_is_not_cut_off(blank, every_kind):
    """WCAG 1.4.4: at 200 % of 1280 px nothing is lost that an element keeps from flowing out."""
    page, lost = blank(640), {}
    for uri in every_kind:
        page.goto(uri)
        lost[uri] = page.evaluate(
            """() => [...document.querySelectorAll('main :is(p, h1, h2, h3, h4, li, dd, dt, td, th, a, button)')]
              .filter(each => each.checkVisibility() && !each.closest('.vh, [aria-hidden=true], svg'))
              .filter(each => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX))
              .filter(each => each.scrollWidth > each.clientWidth + 2 || each.scrollHeight > each.clientHeight + 2)
              .map(each => each.outerHTML.slice(0, 120))"""
        )
    assert {uri: found for uri, found in lost.items() if found} == {}
