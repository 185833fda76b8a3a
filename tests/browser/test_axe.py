"""axe, on one page of every kind: WCAG 2.0 to 2.2 at levels A and AA, and best practice."""

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


def findings(page: Page, uris: Iterable[str]) -> dict[str, list[str]]:
    """What axe finds on these pages; those without findings are left out."""
    axe, found = AXE.read_text("utf-8"), {}
    for uri in uris:
        page.goto(uri)
        page.evaluate(axe)
        found[uri] = page.evaluate(RUN, RULES)
    return {uri: said for uri, said in found.items() if said}


@pytest.mark.parametrize(("width", "half"), [(390, 0), pytest.param(1440, 1, marks=pytest.mark.full)])
def test_axe_finds_nothing_on_any_kind_of_page(blank, kinds, stretched, width, half):
    """Every other page is seen on a phone, the others on a desk in the dark; with `--full` the other way round too."""
    assert findings(blank(width, bypass_csp=True), (kinds + stretched)[half::2]) == {}


@pytest.mark.parametrize(("width", "half"), [(1440, 1), pytest.param(390, 0, marks=pytest.mark.full)])
def test_nor_does_it_in_the_dark(blank, kinds, stretched, width, half):
    assert findings(blank(width, "dark", bypass_csp=True), (kinds + stretched)[half::2]) == {}


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
