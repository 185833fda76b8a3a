"""What pages say to machines is data to every browser: nothing of it runs, is refused or is complained of."""

from __future__ import annotations

import pytest

PAGES = ("index.html", "2022-23/index.html", "2022-23/primary/goldfinch/index.html", "data/index.html",
         "hubs/archimedes-ne/index.html", "schools/goldfinch/index.html")  # fmt: skip
_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", event => console.log(`refused: ${event.violatedDirective}`))
"""
_DATA = "[...document.querySelectorAll('script[type$=json]')].map(e => JSON.parse(e.text)['@context']).join()"


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
def test_chromium_takes_it_for_data_and_refuses_nothing(shipped_on_the_web, blank, address):
    page = blank()
    page.add_init_script(_VIOLATIONS)
    page.goto((shipped_on_the_web.folder / address).as_uri())
    assert page.evaluate(_DATA) == "https://schema.org"
    assert page.evaluate("document.documentElement.className") == " js"  # our own script runs


@pytest.mark.browser
def test_a_refusal_would_be_seen(shipped_on_the_web, blank):
    page = blank(complains=False)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(_VIOLATIONS)
    page.goto((shipped_on_the_web.folder / "index.html").as_uri())
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'pwned = 1'}))")
    page.wait_for_timeout(50)
    assert any("refused" in words for words in said)


@pytest.mark.full
@pytest.mark.firefox
def test_firefox_takes_it_for_data_and_complains_of_nothing(shipped_on_the_web, tab):
    for address in PAGES:
        tab.go((shipped_on_the_web.folder / address).as_uri())
        assert tab.evaluate(_DATA) == "https://schema.org"
