"""Every control of a page, reached with the Tab key alone, seen where it is.

Every kind of page is held to it in tests/browser/test_every_kind.py.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WATCH = """() => {
  const sheet = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  const pixel = sheet.getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    pixel.clearRect(0, 0, 1, 1); pixel.fillStyle = colour; pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data];
  };
  const light = colour => rgba(colour).slice(0, 3).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [.2126, .7152, .0722][i], 0);
  const ground = (x, y) => document.elementsFromPoint(x, y).map(each => getComputedStyle(each).backgroundColor)
    .find(colour => rgba(colour)[3] === 255) ?? 'Canvas';
  const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
  const name = each => each.outerHTML.slice(0, 100);
  const reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({visibilityProperty: true}));
  const seen = window.seen = {stops: [], faults: [], wanted: reachable.length};
  const inSight = box =>
    box.width && box.height && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const boxOf = each => each.getClientRects()[0] ?? each.getBoundingClientRect();
  let ring = null;
  addEventListener('focusin', event => {
    if (seen.stops.length >= reachable.length) return;   // once round
    const style = getComputedStyle(event.target);
    ring = {width: parseFloat(style.outlineWidth), style: style.outlineStyle, colour: style.outlineColor,
            shown: inSight(boxOf(event.target)),
            offset: parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) / 2};
    const before = seen.stops.at(-1);
    if (before && !(before.compareDocumentPosition(event.target) & Node.DOCUMENT_POSITION_FOLLOWING))
      seen.faults.push(`${name(event.target)} comes after ${name(before)}`);
    if (!reachable.includes(event.target)) seen.faults.push(`${name(event.target)} is no control`);
    seen.stops.push(event.target);
  }, true);
  addEventListener('focusout', event => {
    // By now it has scrolled to where it is read; the way past the navigation goes out of sight as it is left.
    const each = event.target, box = boxOf(each);
    if (!ring.shown && !inSight(box)) seen.faults.push(`${name(each)} is out of sight`);
    if (ring.style === 'none' || ring.width < 2) seen.faults.push(`${name(each)} has no ring`);
    const beside = ground(Math.max(box.left - ring.offset - 1, 0), (box.top + box.bottom) / 2);
    const contrast = ratio(ring.colour, beside).toFixed(1);
    if (inSight(box) && contrast < 3) seen.faults.push(`${name(each)} has a ring of ${contrast}:1 on ${beside}`);
  }, true);
}"""
TOLD = "() => ({faults: seen.faults, stops: new Set(seen.stops).size, wanted: seen.wanted})"
MOST = 30
"""Stops on one page: a list of four hundred stories says nothing new with its last three hundred."""


def on_the_way(page: Page) -> list[str]:
    """What is wrong on the way through a page."""
    page.evaluate(WATCH)
    stops = min(page.evaluate("seen.wanted"), MOST)
    for _ in range(stops + 1):
        page.keyboard.press("Tab")
    told = page.evaluate(TOLD)
    missed = [] if told["stops"] >= stops else [f"{told['stops']} of {told['wanted']} controls were reached"]
    said: list[str] = told["faults"]
    return said + missed


def faults(page: Page, uri: str) -> list[str]:
    page.goto(uri)
    return on_the_way(page)


@pytest.mark.full
def test_every_control_is_reached_and_seen_on_a_phone_in_the_dark_too(blank, kinds):
    page = blank(390, "dark")
    found = {uri: faults(page, uri) for uri in kinds}
    assert {uri: said for uri, said in found.items() if said} == {}


def test_what_is_wrong_on_the_way_is_noticed(blank, tmp_path):
    body = (
        "<button style='outline:none'>A</button><button style='outline:3px solid #ccc;outline-offset:3px'>B</button>"
        "<button tabindex=1>C</button><a href=x style='position:fixed;left:-999px'>D</a><button>E</button>"
    )
    (tmp_path / "page.html").write_text(f"<!DOCTYPE html><body style='background:#fff'>{body}")
    said = "\n".join(faults(blank(), (tmp_path / "page.html").as_uri()))
    assert all(words in said for words in (">A</button> has no ring", ">B</button> has a ring of 1."))
    assert all(words in said for words in (">A</button> comes after", ">D</a> is out of sight"))
