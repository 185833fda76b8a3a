"""Search, browse and schools like this one in Firefox, opened from disk with every file an origin of its own."""

from __future__ import annotations

import json
import statistics
import sys
import unicodedata
from pathlib import Path

import pytest

from sitegen.pages.finding.words import words
from tests.browser.firefox import Tab
from tests.browser.test_large import ANSWERED, TICKED
from tests.full import generated
from tests.pages.finding.word_list import WORDS
from tests.whole import Whole, write

pytestmark = [pytest.mark.full, pytest.mark.firefox]

DRAWN = "document.querySelector('[aria-busy]')?.ariaBusy === 'false'"
TITLES = "[...document.querySelectorAll('#hits h2, #res h3')].filter(h => h.checkVisibility()).map(h => h.textContent)"
GOLDFINCH = "A shared language of maths for children learning English"


@pytest.fixture
def site(shipped: Whole) -> Path:
    return shipped.folder


def opened(tab: Tab, site: Path, address: str) -> None:
    place, mark, state = address.partition("#")
    tab.go("about:blank")
    tab.go((site / place).as_uri() + mark + state)
    tab.until(DRAWN)


def test_the_same_words_are_made_of_every_letter_that_both_know(tab, site):
    opened(tab, site, "search/index.html")
    listed = tab.evaluate(f"{json.dumps(list(WORDS))}.map(sitegen.words)")
    assert listed == list(WORDS.values())
    known = [chr(n) for n in range(1, sys.maxunicode) if unicodedata.category(chr(n)) not in ("Cn", "Cs", "Co")]
    made = tab.evaluate(
        f"{[ord(sign) for sign in known]}.map(n => String.fromCodePoint(n))"
        ".map(sign => sitegen.words('a' + sign + 'b ' + sign).join(' '))"
    )
    assert [sign for sign, m in zip(known, made, strict=True) if m != " ".join(words(f"a{sign}b {sign}"))] == []


def test_search_finds_passages_and_leads_to_their_heading(tab, site):
    opened(tab, site, "search/index.html#q=lasting%20improvement%20approach")
    marked = tab.evaluate("[...document.querySelectorAll('#hits li:first-child mark')].map(m => m.textContent)")
    assert {"lasting", "improvement", "approach"} <= {m.lower() for m in marked}
    tab.evaluate("document.querySelector('#hits .under a').click()")
    tab.until("location.hash.startsWith('#s-') && document.readyState === 'complete'")
    assert tab.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null")


def test_the_keyboard_alone_goes_from_any_page_to_a_story(tab, site):
    tab.go((site / "2022-23/index.html").as_uri())
    tab.evaluate("document.querySelector('.find input').focus()")
    tab.type(*"goldfinch strea", "Enter")
    tab.until(f"location.href.includes('search/index.html') && {DRAWN}")
    assert GOLDFINCH in tab.evaluate(TITLES)
    tab.evaluate("document.getElementById('q').focus()")
    for _ in range(5):
        tab.type("Tab")
        if tab.evaluate("document.activeElement.textContent") == GOLDFINCH:
            break
    tab.type("Enter")
    tab.until("location.href.endsWith('2022-23/primary/goldfinch/index.html')")


def test_filters_are_kept_in_the_address_and_taken_back(tab, site):
    opened(tab, site, "browse/index.html")
    every = tab.evaluate(TITLES)
    tab.evaluate("document.querySelector('[data-facet=phase] [data-value=primary] input').click()")
    tab.until(DRAWN)
    primary = tab.evaluate(TITLES)
    assert 0 < len(primary) < len(every)
    tab.evaluate("document.querySelector('[data-facet=hub] [data-value=archimedes-ne] input').click()")
    tab.until(DRAWN)
    assert tab.evaluate("location.hash") == "#phase=primary&hub=archimedes-ne"
    tab.evaluate("history.back()")
    tab.until("location.hash === '#phase=primary'")
    tab.until(DRAWN)
    assert tab.evaluate(TITLES) == primary


def test_a_described_school_is_answered_by_those_closest_to_it(tab, site):
    opened(tab, site, "browse/index.html#my-pupil-premium=38&pupil-premium=20..45")
    assert tab.evaluate(TITLES)[0] == GOLDFINCH
    said = tab.evaluate("document.querySelector('#res .passage').textContent")
    assert said == "Like yours: Pupil Premium 40%"


def test_a_slip_is_answered_by_a_word_that_is_there(tab, site):
    opened(tab, site, "search/index.html#q=goldfich")
    tab.until("!document.getElementById('meant').hidden")
    assert tab.evaluate("document.querySelector('#meant button').textContent") == "goldfinch"


def test_schools_like_this_one_are_links_that_lead_on(tab, site):
    tab.go((site / "2022-23/primary/goldfinch/index.html").as_uri())
    links = tab.evaluate("[...document.querySelectorAll('[aria-labelledby=alike-h] h3 a')].map(a => a.href)")
    assert len(links) == 3
    for link in links:
        tab.go(link)
        assert tab.evaluate("document.querySelector('main h1') !== null"), link


def test_hundreds_of_stories_answer_fast(tab, tmp_path_factory, record_property):
    folder = tmp_path_factory.mktemp("large-firefox")
    large = write(generated.site(folder / "source", 500), folder / "site").folder
    cold, warm = [], []
    for query in generated.searched():
        opened(tab, large, "search/index.html")
        hits, first, again = tab.evaluate(f"({ANSWERED})({json.dumps(query.words)})")
        assert (hits > 0) == query.found, query.words
        cold.append(first)
        warm.append(again)
    opened(tab, large, "browse/index.html")
    times = tab.evaluate(f"""(async () => {{
      const times = [], boxes = [...document.querySelectorAll('#facets .opt input')].slice(0, 30);
      for (const box of boxes) times.push(await ({TICKED})(box));
      return times;
    }})()""")
    said = f"cold {statistics.median(cold):.1f} ms, warm {statistics.median(warm):.1f} ms"
    record_property("measured", f"Firefox, 500 stories: {said}, a choice {statistics.median(times):.0f} ms")
    assert statistics.median(cold) <= 50
    assert statistics.median(warm) <= 10
    assert statistics.median(times) <= 100
