"""Pages as Chromium prints them, read from the PDF: sheets, feet, what stays whole, what goes and what is spelt out."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader

from tests.whole import Whole

pytestmark = pytest.mark.browser

EDITION = "2022-23/print/index.html"
STORY = "2022-23/primary/goldfinch/index.html"
A4 = (595, 842)
MASTHEAD = 20
UNSHRUNK = 0.75
"""Points to a pixel: a page on which something is too wide is printed smaller as a whole."""

WHOLE = ".card, .chart, .pull, .bignote, .plate, .who, .pairs > li, .time > li, .keys, .boxed"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
WORDS_OF = """selector => [...document.querySelectorAll(selector)].map(element => {
  const words = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.parentElement.checkVisibility() && !node.parentElement.closest('.vh, svg, math')) words.push(node.data);
  return words;
})"""

USABLE = """[...document.querySelectorAll('nav, button, input, select, .skip, .actions, .theme, .like, [download]')]
  .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))"""


@dataclass(frozen=True, eq=False)
class Paper:
    """A printed page: its sheets as a reader gives them, and what stood on the page as it was for print."""

    sheets: list[PageObject]
    foot: int
    usable: list[str]
    address: str
    tab: Page

    @property
    def page(self) -> Page:
        """The page in the browser as it is for print; it shows one at a time, which is opened again if need be."""
        if self.tab.url != self.address:
            opened_for_print(self.tab, self.address)
        return self.tab

    def texts(self) -> list[str]:
        return self._read()[0]

    def runs(self) -> list[tuple[int, float, float, str]]:
        """Every run of text: the sheet it is on, how far down from 0 to 1, its scale, its words."""
        return self._read()[1]

    @cache  # noqa: B019
    def _read(self) -> tuple[list[str], list[tuple[int, float, float, str]]]:
        texts: list[str] = []
        found: list[tuple[int, float, float, str]] = []

        def add(number: int, height: float, text: str, at: Any, line: Any) -> None:
            if text.strip():
                down = 1 - (at[1] * line[4] + at[3] * line[5] + at[5]) / height
                found.append((number, down, round(at[0], 3), close(text)))

        for number, sheet in enumerate(self.sheets):
            height = float(sheet.mediabox.height)
            text = sheet.extract_text(visitor_text=lambda t, at, line, *_, n=number, h=height: add(n, h, t, at, line))
            texts.append(close(text))
        return texts, found


Print = Callable[[str], Paper]


def close(words: str) -> str:
    """Words without the spaces, ligatures and first capitals that setting them brings and takes."""
    return re.sub(r"\s|\u00ad", "", unicodedata.normalize("NFKC", words)).casefold()


def opened_for_print(page: Page, address: str) -> None:
    """Shows what is at an address as it is printed, once all of it is there."""
    page.emulate_media(media="screen")
    page.goto(address)
    page.evaluate("document.fonts.ready")
    page.emulate_media(media="print")


def on_paper(page: Page, address: str) -> Paper:
    """What is at an address, printed with all that is meant to be coloured."""
    opened_for_print(page, address)
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    foot = page.evaluate("document.querySelector('style')?.textContent.length ?? 0")
    return Paper(list(PdfReader(io.BytesIO(pdf)).pages), foot, page.evaluate(USABLE), address, page)


@pytest.fixture(scope="module")
def printed(browser: Browser) -> Iterator[Print]:
    """A function that prints what is at an address, once."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    yield cache(lambda address: on_paper(page, address))
    context.close()


def uri(site: Whole, address: str) -> str:
    return (site.folder / address).as_uri()


@pytest.fixture(scope="module")
def of_each_kind(printed: Print, shipped: Whole, extremes: Whole) -> dict[str, Paper]:
    """By address, one page of every kind that has our style sheet, and of every kind in the stretched edition."""
    ours = [address for address in shipped.one_of_each() if address != "404.html"]
    stretched = [address for address in extremes.one_of_each() if address.startswith("2030-31/")]
    return {address: printed(address) for address in shipped.uris(ours) + extremes.uris(stretched)}


def test_every_sheet_of_every_kind_of_page_is_a4_unshrunk_and_not_blank(of_each_kind: dict[str, Paper]) -> None:
    wrong = {}
    for address, paper in of_each_kind.items():
        sizes = {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in paper.sheets}
        runs = paper.runs()
        scales = {scale for _, _, scale, _ in runs}
        written = [sum(len(text) for n, *_, text in runs if n == number) for number in range(len(paper.sheets))]
        full = written[0] >= MASTHEAD and min(written[1:], default=paper.foot) >= paper.foot
        if sizes != {A4} or scales != {UNSHRUNK} or not full:
            wrong[address] = (sizes, scales, written)
    assert wrong == {}


def test_every_sheet_but_a_cover_names_the_site_and_its_number(printed: Print, shipped: Whole) -> None:
    for address, covers in ((STORY, 0), (EDITION, 1), ("2022-23/index.html", 1), ("browse/index.html", 0)):
        texts = printed(uri(shipped, address)).texts()
        feet = [f"{number}of{len(texts)}" in text for number, text in enumerate(texts, 1)]
        assert feet == [False] * covers + [True] * (len(texts) - covers), address
        named = [text.count(close("Maths Hubs school stories")) for text in texts]
        assert named[0] == 2 - covers  # the masthead, and the foot where there is one
        assert set(named[1:]) <= {1}


def test_the_foot_of_a_story_names_its_edition_and_itself(printed: Print, shipped: Whole) -> None:
    foot = (
        "Maths Hubs school stories · Annual report 2022/23 · A shared language of maths for children learning English"
    )
    assert close(foot) in printed(uri(shipped, STORY)).texts()[0]


def test_a_short_story_fits_one_sheet_and_none_of_the_year_needs_three(printed: Print, shipped: Whole) -> None:
    stories = [address for address in shipped.stories() if address.startswith("2022-23/")]
    counts = {address: len(printed(uri(shipped, address)).sheets) for address in stories}
    assert counts[STORY] == 1
    assert [address for address, count in counts.items() if count > 2] == []
    assert sum(count == 1 for count in counts.values()) > len(stories) / 2


def split(paper: Paper) -> list[str]:
    """What is on no sheet as a whole, of all that must not be split."""
    texts, out = paper.texts(), []
    for words in paper.page.evaluate(WORDS_OF, WHOLE):
        wanted = [close(word) for word in words if len(close(word)) > 5 and not RIGHT_TO_LEFT.search(word)]
        if not any(all(word in text for word in wanted) for text in texts):
            out.append(" ".join(" ".join(words).split())[:80])
    return out


@pytest.mark.parametrize("address", [EDITION, "2022-23-bbo-evidence-summary/print/index.html", "quotes/index.html"])
def test_cards_charts_quotes_numbers_and_pairs_stay_whole(printed: Print, shipped: Whole, address: str) -> None:
    paper = printed(uri(shipped, address))
    assert len(paper.page.evaluate(WORDS_OF, WHOLE)) > 5
    assert split(paper) == []


def test_they_stay_whole_where_everything_is_stretched(printed: Print, extremes: Whole) -> None:
    paper = printed(uri(extremes, "2030-31/print/index.html"))
    assert len(paper.page.evaluate(WORDS_OF, ".card, .chart")) > 10
    assert split(paper) == []


def test_the_contents_lead_to_every_section_and_story_in_order(printed: Print, shipped: Whole) -> None:
    paper = printed(uri(shipped, EDITION))
    titles = paper.page.locator(".chapter .o-h, article .st-t").all_text_contents()
    contents = paper.texts()[1]
    places = [contents.find(close(title)) for title in titles]
    assert len(titles) == 7 + 19
    assert -1 not in places
    assert places == sorted(places)
    led = paper.page.eval_on_selector_all(".toc a", "links => links.map(a => a.getAttribute('href').slice(1))")
    assert led == paper.page.eval_on_selector_all(".chapter, article", "parts => parts.map(part => part.id)")


def test_a_section_opens_a_sheet_and_no_story_begins_in_the_last_fifth_of_one(printed: Print, shipped: Whole) -> None:
    paper = printed(uri(shipped, EDITION))
    runs = paper.runs()
    for title in paper.page.locator(".chapter .o-h").all_text_contents():
        first = close(title)[:8]
        assert any(text.startswith(first) and down < 0.2 for number, down, _, text in runs if number > 2), title
    for title in paper.page.locator("article .st-t").all_text_contents():
        first = close(title)[:16]
        begins = [down for number, down, _, text in runs if number > 2 and text.startswith(first)]
        assert begins, title
        assert min(begins) < 0.8, title


def test_a_link_that_leads_elsewhere_says_where_and_one_within_the_site_is_text(printed: Print, shipped: Whole) -> None:
    for address in ("2022-23/index.html", "accessibility/index.html", "2019-05-newsletter-16/print/index.html"):
        paper = printed(uri(shipped, address))
        outside = paper.page.eval_on_selector_all(
            "main a[href^=http]", "links => links.map(a => a.getAttribute('href'))"
        )
        text = "".join(paper.texts())
        assert outside
        assert [href for href in outside if f"({close(href)})" not in text] == []
        assert "index.html" not in text
        lines = paper.page.eval_on_selector_all(
            "main a:not([href^=http])", "links => links.map(a => getComputedStyle(a).textDecorationLine)"
        )
        assert set(lines) <= {"none"}


def test_nothing_that_can_be_used_is_left(of_each_kind: dict[str, Paper]) -> None:
    for address, paper in of_each_kind.items():
        assert paper.usable == [], address
        text = "".join(paper.texts())
        words = ("Skip to main content", "Copy link", "Page colours", "In this story", "(CSV)")
        assert [each for each in words if close(each) in text] == [], address


def test_what_is_folded_on_screen_is_open_on_paper(printed: Print, shipped: Whole, blank: Callable[..., Page]) -> None:
    page = blank()
    page.goto(uri(shipped, STORY))
    folded = "<details><summary>More</summary><p>What was folded away</p></details>"
    page.evaluate("folded => document.querySelector('.prose').insertAdjacentHTML('beforeend', folded)", folded)
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    assert close("What was folded away") in close(text)


def test_paper_is_the_same_from_a_dark_screen_and_without_backgrounds(
    shipped: Whole, blank: Callable[..., Page]
) -> None:
    drawn = []
    for scheme, background in (("light", True), ("dark", True), ("light", False)):
        page = blank(scheme=scheme)
        page.goto(uri(shipped, STORY))
        page.evaluate("document.fonts.ready")
        pdf = page.pdf(prefer_css_page_size=True, print_background=background)
        drawn.append([sheet.get_contents().get_data() for sheet in PdfReader(io.BytesIO(pdf)).pages])
    assert drawn[0] == drawn[1]
    assert drawn[0] == drawn[2]
