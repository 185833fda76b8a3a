"""axe, as tests/browser/test_every_kind.py asks it: WCAG 2.0 to 2.2 at levels A and AA, and best practice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """rules => axe.run(document, {runOnly: rules, preload: false, resultTypes: ['violations'], elementRef: false})
  .then(told => told.violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.html}`)))"""


def told(page: Page) -> list[str]:
    """What axe finds on the page as it is."""
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(RUN, RULES)
    return found


def findings(page: Page, uris: Iterable[str]) -> dict[str, list[str]]:
    """What axe finds on these pages; those without findings are left out."""
    found = {}
    for uri in uris:
        page.goto(uri)
        found[uri] = told(page)
    return {uri: said for uri, said in found.items() if said}


def test_axe_would_find_what_is_wrong(blank, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<!DOCTYPE html><html lang=en><title>A</title><body style='background:#fff'>"
        "<main><h1>A</h1><p style='color:#bbb'>Pale words</p><img src='data:,'></main>"
    )
    (said,) = findings(blank(bypass_csp=True), [page.as_uri()]).values()
    assert {line.partition(":")[0] for line in said} == {"color-contrast", "image-alt"}


@pytest.mark.full
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_on_any_page_at_all(blank, shipped, extremes, width, scheme):
    uris = [uri for site in (shipped, extremes) for uri in site.uris([page.address for page in site.pages()])]
    assert findings(blank(width, scheme, bypass_csp=True), uris) == {}
