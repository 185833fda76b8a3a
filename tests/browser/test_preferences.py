"""What readers ask of their browsers: fewer colours, more contrast, no motion.

Whether nothing moves, and what is left without scripts, is seen in tests/browser/test_every_kind.py.
"""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DRAWN = (
    "index.html",
    "2022-23/index.html",
    "2022-23/primary/index.html",
    "2022-23/primary/goldfinch/index.html",
    "hubs/london-south-west/index.html",
)
DRAWINGS = """() => [...document.querySelectorAll('main svg')].filter(each => each.checkVisibility())
  .map(each => [each.getBoundingClientRect(), each]).filter(([box]) => box.width >= 40 && box.height >= 8)
  .map(([box, each]) => [each.outerHTML.slice(0, 90), box.left, box.top + scrollY, box.right, box.bottom + scrollY])"""
CONTROLS = """() => [...document.querySelectorAll('button, input, select, textarea')]
  .filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 90))"""
WORDS = """() => {
  const controls = 'main :is(button, label, [role=status], .js-only, [data-script])';
  for (const each of document.querySelectorAll(controls)) each.remove();
  return document.querySelector('main').innerText.split(/\\s+/).filter(word => word);
}"""
AROUND = 8
"""Pixels of the ground around a drawing: a full bar has none within."""
MOVES = """() => [...document.querySelectorAll('*')].filter(each => {
  const style = getComputedStyle(each);
  return style.animationName !== 'none' || style.scrollBehavior === 'smooth'
    || style.transitionDuration.split(', ').some(time => parseFloat(time) > 0);
}).length"""


def faint(page: Page) -> list[str]:
    """The drawings of a page that cannot be told from the ground on which they stand."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L")
    found = []
    for name, left, top, right, bottom in page.evaluate(DRAWINGS):
        box = (int(left) - AROUND, int(top) - AROUND, int(right) + AROUND, int(bottom) + AROUND)
        shades = dict(enumerate(picture.crop(box).histogram()))
        ground = max(shades, key=shades.__getitem__)
        if sum(count for shade, count in shades.items() if abs(shade - ground) > 100) < 0.01 * sum(shades.values()):
            found.append(name)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_keep_their_data_in_forced_colours(opened, shipped, scheme):
    page = opened(DRAWN[0], scheme=scheme, forced_colors="active")
    lost, count = {}, 0
    for uri in shipped.uris(list(DRAWN)):
        page.goto(uri)
        count += len(page.evaluate(DRAWINGS))
        lost[uri] = faint(page)
    assert {uri: names for uri, names in lost.items() if names} == {}
    assert count > 20


def test_a_drawing_in_the_colour_of_its_ground_is_noticed(opened):
    page = opened(DRAWN[3], forced_colors="active")
    page.add_style_tag(content="main svg * { fill: Canvas !important; stroke: Canvas !important }")
    assert len(faint(page)) > 3


def test_the_bar_that_matters_stands_out_in_forced_colours(opened):
    page = opened("2022-23/primary/index.html", forced_colors="active")
    shown = "bar => getComputedStyle(bar.matches('svg *') ? bar : bar.querySelector('rect')).fill"
    marked = page.locator("main .bars .hl .bar").first.evaluate(shown)
    plain = page.locator("main .bars tr:not(.hl) .bar").first.evaluate(shown)
    assert marked != plain


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_more_contrast_no_words_are_paler_than_the_text(opened, scheme):
    secondary = "[...document.querySelectorAll('.crumb, .lab, .note, figcaption')].map(e => getComputedStyle(e).color)"
    ink = "getComputedStyle(document.body).color"
    address = "2022-23/primary/goldfinch/index.html"
    usual, strong = opened(address, scheme=scheme), opened(address, scheme=scheme, contrast="more")
    assert set(usual.evaluate(secondary)) - {usual.evaluate(ink)}
    assert set(strong.evaluate(secondary)) == {strong.evaluate(ink)}


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_more_contrast_holds_for_colours_that_were_chosen_on_the_page(opened, chosen):
    page = opened("2022-23/primary/goldfinch/index.html", contrast="more")
    page.evaluate("chosen => { document.documentElement.dataset.theme = chosen }", chosen)
    tokens = "['--ink', '--ink-2', '--rule'].map(name => getComputedStyle(document.body).getPropertyValue(name))"
    assert len(set(page.evaluate(tokens))) == 1


def test_those_who_want_motion_have_some(blank, shipped):
    usual = blank(reduced_motion="no-preference")
    usual.goto((shipped.folder / "2022-23/primary/goldfinch/index.html").as_uri())
    assert usual.evaluate(MOVES) > 0
