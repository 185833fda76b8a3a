"""Search, in a browser, from disk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served
from tests.browser.test_axe import AXE, RULES
from tests.browser.waiting import fill, settled
from tests.elements import read
from tests.whole import Whole

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

GOLDFINCH = "A shared language of maths for children learning English"


@pytest.fixture
def page(opened: Open) -> Page:
    return search(opened)


def search(opened: Open, words: str = "", *given: int, **settings: object) -> Page:
    page = opened(f"search/index.html{words and '#q='}{words}", *given, **settings)
    settled(page, "#hits")
    return page


def type_(page: Page, words: str) -> None:
    fill(page, words, "#hits")


def titles(page: Page) -> list[str]:
    return page.locator("#hits h2:visible").all_inner_texts()


def marks(page: Page, where: str) -> list[str]:
    return page.locator(f"#hits > li:first-child {where} mark").all_inner_texts()


def test_a_word_of_the_text_is_found_with_its_passage_and_leads_to_the_heading_above_it(page: Page) -> None:
    type_(page, "lasting improvement approach")
    assert titles(page)[0] == "From 31% to 60%: a Durham primary stays with mastery", "not the longest text"
    first = page.locator("#hits > li").first
    assert {m.lower() for m in marks(page, ".passage")} == {"lasting", "improvement", "approach"}
    assert 10 <= len(first.locator(".passage").inner_text().split()) <= 40
    link = page.locator("#hits .under a").first
    heading = link.inner_text()
    link.click()
    expect(page).to_have_url(re.compile("#s-"))
    place = page.locator(f"[id='{page.url.partition('#')[2]}']")
    assert place.inner_text() == heading
    assert place.bounding_box() is not None


def test_names_and_titles_come_before_texts(page: Page) -> None:
    type_(page, "goldfinch")
    assert titles(page) == ["Goldfinch Primary, Streatham, London", GOLDFINCH]
    assert marks(page, "h2") == ["Goldfinch"]
    type_(page, "mastery")
    assert "mastery" in titles(page)[0].lower()


def test_all_words_must_match_and_the_last_may_be_the_beginning_of_one(page: Page) -> None:
    type_(page, "goldfinch streath")
    assert titles(page) == ["Goldfinch Primary, Streatham, London", GOLDFINCH]
    type_(page, "goldfinch durham")
    assert titles(page) == []
    assert "Nothing here has all of these words" in page.get_by_role("status").inner_text()


def test_a_word_that_nothing_has_is_the_beginning_of_one_wherever_it_stands(page: Page) -> None:
    type_(page, "streath goldfinch")
    assert GOLDFINCH in titles(page)


@pytest.mark.parametrize("words", ["st margarets", "St Margaret’s", "ST MARGARET'S", "ST. MARGARÉTS"])
def test_apostrophes_accents_and_capitals_need_not_be_typed(page: Page, words: str) -> None:
    type_(page, words)
    assert "St Margaret's C of E Primary, Durham" in titles(page)


def test_people_hubs_themes_terms_and_places_are_found(page: Page) -> None:
    for words, kind, title in (
        ("pringle emi", "Person", "Emily Pringle"),
        ("archimedes", "Hub", "Archimedes NE"),
        ("carlisle", "School", "Newlaithes, Carlisle"),
        ("number sense", "Theme", "Number sense"),
        ("LLME", "Term", "LLME"),
    ):
        type_(page, words)
        kicks = page.locator("#hits .kick").all_inner_texts()
        assert (kind, title) in list(zip(kicks, titles(page), strict=True)), words


def test_a_term_leads_to_its_place_in_the_glossary(page: Page) -> None:
    type_(page, "LLME")
    page.locator("#hits a", has_text=re.compile("^LLME$")).click()
    expect(page).to_have_url(re.compile(r"glossary/index\.html#term-llme$"))


def test_a_word_that_no_story_has_gets_another_one_offered(page: Page) -> None:
    type_(page, "goldfich primray")
    assert titles(page) == []
    assert "Nothing here has “goldfich”" in page.get_by_role("status").inner_text()
    page.locator("#meant button").click()
    settled(page, "#hits")
    assert page.get_by_role("searchbox").input_value() == "goldfinch primary"
    assert GOLDFINCH in titles(page)
    assert not page.locator("#meant").is_visible()
    page.go_back()
    settled(page, "#hits")
    assert page.get_by_role("searchbox").input_value() == "goldfich primray"


def test_nothing_is_offered_for_what_is_like_no_word(page: Page) -> None:
    type_(page, "zzqx")
    assert page.get_by_role("status").inner_text() == "Nothing here has “zzqx”."
    assert not page.locator("#meant").is_visible()


def test_many_results_come_ten_at_a_time_and_the_focus_goes_on(page: Page) -> None:
    type_(page, "maths")
    assert len(titles(page)) == 10
    page.get_by_role("button", name="Show more results").click()
    expect(page.locator("#hits h2:visible")).to_have_count(20)
    assert page.evaluate("document.activeElement.textContent") == titles(page)[10]
    assert len(set(titles(page))) == 20


def test_stories_that_were_found_can_be_narrowed_by_facets(page: Page) -> None:
    type_(page, "mastery")
    said = page.get_by_role("status").inner_text()
    page.locator("#narrow a").click()
    settled(page)
    assert page.get_by_role("searchbox").input_value() == "mastery"
    stories = page.locator("#res > li").count()
    assert said.endswith(f"stories: {stories}")
    assert page.locator("#res .passage mark").count() >= 1


def test_what_was_typed_is_kept_in_the_address(page: Page) -> None:
    type_(page, "goldfinch")
    expect(page).to_have_url(re.compile("#q=goldfinch$"))
    found = titles(page)
    page.reload()
    settled(page, "#hits")
    assert page.get_by_role("searchbox").input_value() == "goldfinch"
    assert titles(page) == found


def test_the_names_from_a_to_z_are_there_until_something_is_typed(page: Page) -> None:
    assert page.locator("#names li:visible").count() > 200
    type_(page, "goldfinch")
    assert page.locator("#names li:visible").count() == 0
    type_(page, "")
    assert page.locator("#names li:visible").count() > 200
    assert page.get_by_role("status").inner_text() == ""


def test_without_a_script_the_whole_index_is_there(opened: Open) -> None:
    page = opened("search/index.html", java_script_enabled=False)
    assert not page.get_by_role("searchbox").is_visible()
    assert page.locator("#names li:visible a").count() > 200


def test_every_page_has_a_search_box(shipped: Whole) -> None:
    lacking = []
    for page in shipped.pages():
        inputs = read((shipped.folder / page.address).read_text("utf-8")).all("input")
        if sum(each.attributes.get("type") == "search" for each in inputs) != 1:
            lacking.append(page.address)
    assert lacking == ["404.html"], "which stands for any address, and so knows none of its own"


def test_the_keyboard_reaches_it_from_any_page(opened: Open) -> None:
    page = opened("2022-23/primary/goldfinch/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "find", "after the way past it and the site's name"
    page.keyboard.type("lavenham")
    page.keyboard.press("Enter")
    settled(page, "#hits")
    assert "search/index.html#q=lavenham" in page.url
    assert titles(page)


def test_without_a_script_every_page_leads_to_the_search_page(opened: Open) -> None:
    page = opened("2022-23/primary/goldfinch/index.html", java_script_enabled=False)
    assert page.locator("input:visible").count() == 0
    page.locator(".find-link").click()
    expect(page).to_have_url(re.compile(r"search/index\.html$"))


def test_an_index_that_is_not_there_leaves_the_list_of_names(blank: Open, shipped: Whole, tmp_path: Path) -> None:
    """As in the viewer of a zip, which unpacks the one page that is looked at."""
    page_, assets = shipped.folder / "search/index.html", tmp_path / "assets"
    assets.mkdir()
    (tmp_path / "search").mkdir()
    (tmp_path / "search/index.html").write_bytes(page_.read_bytes())
    for file in (shipped.folder / "assets").iterdir():
        (assets / file.name).write_bytes(file.read_bytes())
    page = blank(complains=False)
    page.goto((tmp_path / "search/index.html").as_uri())
    page.wait_for_timeout(300)
    assert not page.get_by_role("searchbox").is_visible()
    assert page.locator("#names li:visible").count() > 200


def test_the_box_and_the_button_are_big_enough_to_touch(opened: Open) -> None:
    page = opened("2022-23/index.html", 390)
    box = page.locator(".find").bounding_box()
    button = page.locator(".find button").bounding_box()
    assert box
    assert button
    assert box["width"] >= 120
    assert button["width"] >= 44
    assert button["height"] >= 40
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
@pytest.mark.parametrize("words", ["mastery", "goldfich", "zzqx"])
def test_axe_finds_nothing_in_any_state(opened: Open, words: str, width: int, scheme: str) -> None:
    page = search(opened, words, width, scheme, bypass_csp=True)
    page.wait_for_timeout(50)
    page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, preload: false})", RULES)["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_the_web_the_files_of_the_index_are_asked_for_in_their_version(browser: Browser, shipped: Whole) -> None:
    """A file that has changed has another address, so that no reader keeps an old one."""
    asked: list[str] = []
    with served(shipped.folder) as address:
        context = browser.new_context()
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.goto(f"{address}search/index.html#q=goldfinch")
        settled(page, "#hits")
        assert GOLDFINCH in titles(page)
        context.close()
    assert [url for url in asked if url.startswith("http")] == []
    shards = [url for url in asked if url.startswith("search/s-")]
    assert shards
    assert all(re.fullmatch(r"search/s-[0-9a-z]+\.js\?[0-9a-f]{8}", url) for url in shards)
    assert "2022-23/primary/goldfinch/passages.js" in asked


def test_a_site_in_a_folder_with_odd_letters_is_searched(blank: Open, shipped: Whole, tmp_path: Path) -> None:
    whole = tmp_path / "a # odd? 100% ünï folder"
    shutil.copytree(shipped.folder, whole)
    page = blank()
    page.goto((whole / "search/index.html").as_uri() + "#q=goldfinch")
    settled(page, "#hits")
    assert GOLDFINCH in titles(page)
    assert page.locator("#hits mark").count() > 1
