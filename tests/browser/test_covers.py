"""Covers in a browser: nothing of the network lies on the title, the year or the line below them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests import many
from tests.whole import Whole, write

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

WIDTHS = (900, 1080, 1440, 1920, 2560)
OVERLAPS = r"""
() => {
  const pen = document.createElement('canvas').getContext('2d');
  // A line of words reaches from the top of its letters to their foot, and not as high as the box around it.
  const lines = selector => [...document.querySelectorAll(selector)].flatMap(e => {
    const style = getComputedStyle(e), range = document.createRange();
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const size = pen.measureText(e.textContent);
    range.selectNodeContents(e);
    return [...range.getClientRects()].map(r => {
      const foot = r.top + size.fontBoundingBoxAscent;
      const [top, bottom] = [foot - size.actualBoundingBoxAscent, foot + size.actualBoundingBoxDescent];
      return {left: r.left, right: r.right, top, bottom};
    });
  });
  const words = [...lines('.cover-t'), ...lines('.cover-y'), ...lines('.cover-foot > *')];
  const seen = document.querySelector('.cover-net')?.getBoundingClientRect();
  // The dots of a path have no boxes of their own: they stand where its strokes begin, as wide as it is drawn.
  const dots = [...document.querySelectorAll('.cover .net .st')].flatMap(path => {
    const place = path.getScreenCTM(), half = parseFloat(getComputedStyle(path).strokeWidth) / 2 * place.a;
    return [...path.getAttribute('d').matchAll(/M([\d.-]+) ([\d.-]+)h0/g)].map(dot => {
      const {x, y} = new DOMPoint(+dot[1], +dot[2]).matrixTransform(place);
      return {left: x - half, right: x + half, top: y - half, bottom: y + half};
    });
  });
  const circles = [...document.querySelectorAll('.cover .net circle')].map(c => c.getBoundingClientRect());
  const drawn = [...dots, ...circles].filter(c => c.top < seen.bottom && c.bottom > seen.top);
  const meet = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
  return drawn.filter(c => words.some(w => meet(c, w)))
    .map(c => [Math.round(c.left), Math.round(c.top)]);
}
"""
CLASH = """
() => {
  const [title, year] = ['.cover-t', '.cover-y'].map(s => document.querySelector(s).getBoundingClientRect());
  return title.bottom - year.top;
}
"""


def covers(whole: Whole) -> list[str]:
    """The addresses of all covers of annual reports and collections."""
    return [e.address for e in whole.made.site.editions.values() if e.type != "newsletter"]


def test_no_circle_of_the_network_lies_on_words(blank: Open, shipped: Whole, extremes: Whole) -> None:
    found = {}
    for width in WIDTHS:
        page = blank(width)
        for whole in (shipped, extremes):
            for address in covers(whole):
                page.goto(whole.uris([address])[0])
                found[address, width] = page.evaluate(OVERLAPS)
    assert {place: circles for place, circles in found.items() if circles} == {}


@pytest.mark.parametrize("width", [320, 390, 700, 900, 1440, 2560])
def test_a_title_of_many_lines_ends_above_the_year(blank: Open, extremes: Whole, width: int) -> None:
    page = blank(width)
    page.goto(extremes.uris(["2031-one/index.html"])[0])
    assert page.evaluate(CLASH) <= 0


def test_an_edition_of_four_hundred_stories_lists_them_all_and_scrolls_no_way_but_down(
    blank: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = write(many.site(tmp_path_factory.mktemp("many")), tmp_path_factory.mktemp("many-built") / "site")
    for width in (320, 1440):
        page = blank(width)
        page.goto(whole.uris(["2032-33/index.html"])[0])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".toc .lines a").count() == 400
        assert page.evaluate(OVERLAPS) == []
