"""Charts as a browser sets them: words that cover nothing, bars as long as their figures, files that open from disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page

from tests.whole import Whole

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 820, 1440)

WORDS = """() => [...document.querySelectorAll('.plot svg')].map(svg => {
  const sheet = svg.getBoundingClientRect();
  const of = t => { const b = t.getBoundingClientRect(); return [t.textContent, b.left, b.right, b.top, b.bottom]; };
  const words = [...svg.querySelectorAll('text')].map(of).filter(w => w[0]);
  return [[sheet.left, sheet.right, sheet.top, sheet.bottom], words];
})"""

BARS = """() => [...document.querySelectorAll('.bars')].map(table => [...table.querySelectorAll('.bar')].map(bar => {
  const edges = e => { if (!e) return null; const b = e.getBoundingClientRect(); return [b.left, b.right]; };
  const words = document.createRange(); words.selectNodeContents(bar.querySelector('.tn'));
  const cell = bar.getBoundingClientRect();
  return {cell: [cell.left, cell.right], svg: edges(bar.querySelector('svg')), words: edges(words),
          share: +bar.style.getPropertyValue('--v'), below: bar.classList.contains('below'),
          name: edges(bar.querySelector('.series'))};
}))"""


@pytest.fixture(scope="module")
def pages(extremes: Whole) -> list[str]:
    """Every page of the invented site that shows charts."""
    found = [uri for uri in extremes.uris([*extremes.stories(), "2030-31/charts/index.html"]) if "/charts/" in uri]
    assert len(found) > 5
    return found


def everywhere(blank: Callable[..., Page], pages: list[str], script: str, width: int) -> list[Any]:
    """What a script finds on each page at a width."""
    page = blank(width)
    found = []
    for uri in pages:
        page.goto(uri)
        page.evaluate("document.fonts.ready")
        found += page.evaluate(script)
    return found


def covers(one: list[float], other: list[float]) -> bool:
    """True where two areas share more than a hair."""
    (_, a_left, a_right, a_top, a_bottom), (_, b_left, b_right, b_top, b_bottom) = one, other
    return min(a_right, b_right) - max(a_left, b_left) > 0.5 and min(a_bottom, b_bottom) - max(a_top, b_top) > 3


@pytest.mark.parametrize("width", WIDTHS)
def test_words_of_columns_and_lines_lie_on_their_sheet_and_on_no_other_words(blank, pages, width):
    plots = everywhere(blank, pages, WORDS, width)
    assert len(plots) > 10
    for (left, right, top, bottom), words in plots:
        assert all(w[1] > left - 1 and w[2] < right + 1 and w[3] > top - 3 and w[4] < bottom + 1 for w in words), words
        assert [(a[0], b[0]) for i, a in enumerate(words) for b in words[i + 1 :] if covers(a, b)] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_have_one_scale_and_their_figures_stand_beside_them_in_the_cell(blank, pages, width):
    tables = everywhere(blank, pages, BARS, width)
    assert len(tables) > 10
    for bars in tables:
        drawn = [bar for bar in bars if bar["svg"] and bar["share"] > 0.05]
        scales = [(bar["svg"][1] - bar["svg"][0]) / bar["share"] for bar in drawn]
        assert all(abs(scale - scales[0]) < 0.02 * scales[0] + 1 for scale in scales), scales
        for bar in bars:
            assert bar["words"][0] >= bar["cell"][0] - 0.5, bar
            assert bar["words"][1] <= bar["cell"][1] + 0.5, bar
            left, right = bar["svg"] or (bar["words"][0], bar["words"][0])
            assert bar["words"][0] >= right or bar["words"][1] <= left, bar
            assert left >= bar["cell"][0] - 0.5, bar
            assert not bar["name"] or bar["name"][1] <= min(left, bar["words"][0]) + 0.5, bar


def test_the_figures_of_every_chart_open_from_disk(blank, pages, extremes):
    page, files = blank(), set()
    for uri in pages:
        page.goto(uri)
        links = page.evaluate(
            "[...document.querySelectorAll('.chart a[href$=\".csv\"]')].map(a => [a.href, a.innerText])"
        )
        assert len({text for _, text in links}) == len(links)
        files |= {unquote(urlsplit(href).path) for href, _ in links}
    assert len(files) > 30
    for file in files:
        assert file.startswith(str(extremes.folder))
        with open(file, "rb") as opened:
            assert opened.read(3) == b"\xef\xbb\xbf"
