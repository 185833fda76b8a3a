"""The authors' guide in a browser: fit for everybody, and nothing wider than the screen."""

from __future__ import annotations

import pytest

from tests.browser.test_axe import findings

pytestmark = pytest.mark.browser

PAGES = ["docs/index.html", "docs/kinds/case-study/index.html", "docs/blocks/index.html", "docs/problems/index.html",
         "docs/fields/index.html"]  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_axe_finds_nothing_on_any_sort_of_its_pages(blank, guided, width, scheme):
    assert findings(blank(width, scheme, bypass_csp=True), guided.uris(PAGES)) == {}


def test_nothing_of_it_is_wider_than_a_small_screen(blank, guided):
    page = blank(320)
    for uri in guided.uris(PAGES):
        page.goto(uri)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, uri


def test_an_example_stands_beside_what_it_becomes_where_there_is_room(blank, guided):
    page = blank(1440)
    page.goto(guided.uris(["docs/blocks/index.html"])[0])
    boxes = page.evaluate(
        "[...document.querySelectorAll('.ex.both')].map(e => [...e.children].map(c => c.getBoundingClientRect().top))"
    )
    assert len(boxes) > 20
    assert all(abs(one - other) < 1 for one, other in boxes)
