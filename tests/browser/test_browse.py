"""Filtering on the browse page, in a browser, from disk."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from sitegen.model.likeness import reasons, worth
from sitegen.model.neighbours import _Profiles
from sitegen.model.values import Story
from sitegen.text import slug
from tests.browser.test_axe import AXE, RULES
from tests.browser.waiting import fill, settled
from tests.whole import Whole

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture
def page(opened: Open) -> Page:
    return browse(opened)


def browse(opened: Open, *given: int, state: str = "", **settings: bool) -> Page:
    page = opened("browse/index.html" + state, *given, **settings)
    settled(page)
    return page


def shown(page: Page) -> list[str]:
    settled(page)
    return page.locator("#res > li:visible h3").all_inner_texts()


def tick(page: Page, facet: str, value: str) -> None:
    details = page.locator(f"details[data-facet='{facet}']")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    details.get_by_label(value, exact=True).click()


def counts(page: Page, facet: str) -> dict[str, int]:
    items = page.locator(f"details[data-facet='{facet}'] li").all()
    return {str(i.get_attribute("data-value")): int(i.locator(".n").text_content() or -1) for i in items}


def test_values_of_one_facet_add_up_and_two_facets_narrow(page: Page) -> None:
    every = len(shown(page))
    tick(page, "phase", "Primary")
    primary = len(shown(page))
    tick(page, "phase", "Secondary")
    both = len(shown(page))
    assert primary < both < every
    tick(page, "pupil-premium", "40% and over")
    assert {"A shared language of maths for children learning English"} <= set(shown(page))
    assert len(shown(page)) < primary
    assert page.get_by_role("status").inner_text() == f"{len(shown(page))} of {every} stories"


def test_a_facet_s_own_numbers_leave_its_choices_out_and_others_follow_them(page: Page) -> None:
    before, hubs = counts(page, "phase"), counts(page, "hub")
    tick(page, "phase", "Primary")
    assert counts(page, "phase") == before
    after = counts(page, "hub")
    assert sum(after.values()) < sum(hubs.values())
    assert 0 in after.values()
    assert page.locator("details[data-facet='hub'] li.zero").count() > 0


def test_not_stated_is_a_value_like_any_other(page: Page, shipped: Whole) -> None:
    tick(page, "pupil-premium", "Not stated")
    facet = next(f for f in shipped.made.site.facets if f.id == "pupil-premium")
    assert len(shown(page)) == len(facet.values[-1].stories)


def range_of(page: Page, facet: str) -> list[Locator]:
    details = page.locator(f"details[data-facet='{facet}']")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    return details.locator(".range input").all()


def stated(shipped: Whole, measure: str, low: float, high: float) -> int:
    """How many stories state a figure that may lie between two numbers."""
    figures = {
        story.id: [v.quantity for f in story.facts for v in f.values if v.quantity.measure == measure]
        for story in shipped.made.site.stories.values()
    }
    return sum(
        any((q.low is None or q.low <= high) and (q.high is None or q.high >= low) for q in found)
        for found in figures.values()
    )


def test_figures_can_be_chosen_from_one_number_to_another(page: Page, shipped: Whole) -> None:
    least, most = range_of(page, "pupil-premium")
    least.fill("20")
    most.fill("45")
    most.press("Tab")
    assert len(shown(page)) == stated(shipped, "pupil premium", 20, 45) > 2
    assert page.url.endswith("#pupil-premium=20..45")
    assert page.get_by_role("button", name="Remove filter Pupil Premium: from 20% to 45%").is_visible()
    assert page.locator("details[data-facet=pupil-premium] summary").inner_text() == "Pupil Premium (1 on)"
    most.fill("")
    most.press("Tab")
    assert len(shown(page)) == stated(shipped, "pupil premium", 20, 1000)
    assert "A safe place to be unsure" in shown(page), "over 40% may be any number above it"


def test_a_range_and_a_band_of_one_facet_add_up(page: Page, shipped: Whole) -> None:
    tick(page, "pupil-premium", "Under 10%")
    band = len(shown(page))
    least, _ = range_of(page, "pupil-premium")
    least.fill("40")
    least.press("Tab")
    assert len(shown(page)) == band + stated(shipped, "pupil premium", 40, 1000)
    page.reload()
    assert len(shown(page)) == band + stated(shipped, "pupil premium", 40, 1000)
    assert range_of(page, "pupil-premium")[0].input_value() == "40"


def test_a_school_that_is_described_is_answered_by_those_closest_to_it(page: Page) -> None:
    page.locator(".yours summary").click()
    page.get_by_label("Pupil Premium %").fill("38")
    assert page.locator("#sort option:checked").inner_text() == "Closest to yours"
    first = page.locator("#res > li").first
    settled(page)
    assert first.locator("h3").inner_text() == "A shared language of maths for children learning English"
    assert first.locator(".passage").inner_text() == "Like yours: Pupil Premium 40%"
    page.get_by_role("button", name="Show the closest").click()
    box = page.locator("#count").bounding_box()
    assert box
    assert 0 <= box["y"] < 400
    page.locator(".wishes").get_by_label("Phase").select_option("secondary")
    assert "Secondary" in first.locator(".passage").inner_text()
    assert len(shown(page)) == page.locator("#res > li").count(), "they are put in order, and none is left out"
    page.wait_for_url("**#my-phase=secondary&my-pupil-premium=38")
    page.reload()
    assert "Secondary" in first.locator(".passage").inner_text()
    page.get_by_role("button", name="Remove filter Like yours: Secondary").click()
    settled(page)
    assert first.locator(".passage").inner_text() == "Like yours: Pupil Premium 40%"


def most_stated(story: Story, measure: str) -> float:
    """The most that a story states for a measure at the least; -1 where it states nothing."""
    found = [v.quantity for f in story.facts for v in f.values if v.quantity.measure == measure]
    return max((q.low or q.high or 0 for q in found), default=-1)


def test_those_closest_are_the_same_as_python_finds(page: Page, shipped: Whole) -> None:
    site = shipped.made.site
    profiles = _Profiles(site.stories, site.schools, site.hubs)
    own = replace(profiles.of_school(site.schools["eastbury"]), schools=frozenset())
    asked = {"eal": 57, "pupil premium": 32}
    assert {m: q.low for m, (q,) in own.figures.items() if m in asked} == asked
    own = replace(own, words={facet: own.words[facet] for facet in ("phase", "region", "hub")})
    scored = [(-worth(reasons(own, profiles.of_story(s))), n, s.title) for n, s in enumerate(site.stories.values())]
    state = "my-phase=post-16&my-region=london&my-hub=london-north-east&my-eal=57&my-pupil-premium=32"
    page.goto(f"{page.url}#{state}")
    assert shown(page) == [title for *_, title in sorted(scored)]


def test_measures_are_compared_with_themselves_alone(page: Page) -> None:
    """Free school meals are not Pupil Premium, and what is not stated is like nothing."""
    page.locator(".yours summary").click()
    page.get_by_label("Free school meals %").fill("40")
    settled(page)
    told = page.locator("#res > li .passage").all_inner_texts()
    assert told
    assert all(text.startswith("Like yours: Free school meals") for text in told)


def test_words_and_a_description_and_filters_work_together(page: Page) -> None:
    fill(page, "mastery")
    words = shown(page)
    tick(page, "phase", "Primary")
    both = shown(page)
    assert set(both) < set(words)
    page.locator(".yours summary").click()
    page.get_by_label("Pupil Premium %").fill("7")
    assert sorted(shown(page)) == sorted(both)
    assert shown(page)[0] == "From 31% to 60%: a Durham primary stays with mastery"
    page.locator("#sort").select_option("reading")
    assert shown(page) == [title for title in words_in_order(page) if title in both]


def words_in_order(page: Page) -> list[str]:
    page.get_by_role("button", name="Clear all").click()
    page.locator("#sort").select_option("")
    return shown(page)


def test_a_word_that_no_story_has_gets_another_one_offered(page: Page) -> None:
    fill(page, "mastrey")
    page.locator("#meant button").click()
    settled(page)
    assert page.get_by_role("searchbox").input_value() == "mastery"
    assert shown(page)


def test_an_index_that_cannot_be_read_leaves_the_plain_list(blank: Open, shipped: Whole, tmp_path: Path) -> None:
    (tmp_path / "browse").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "browse/index.html").write_bytes((shipped.folder / "browse/index.html").read_bytes())
    for file in (shipped.folder / "assets").iterdir():
        (tmp_path / "assets" / file.name).write_bytes(file.read_bytes())
    page = blank(complains=False)
    page.goto((tmp_path / "browse/index.html").as_uri())
    page.wait_for_timeout(300)
    assert page.locator("#res > li:visible").count() > 20
    assert page.locator("input:visible").count() == 0
    assert page.locator("#facets a").count() > 50


def test_choices_are_chips_that_take_them_back(page: Page) -> None:
    every = len(shown(page))
    tick(page, "phase", "Primary")
    fill(page, "goldfinch")
    names = [" ".join(name.split()) for name in page.locator("#chips button").all_inner_texts()]
    assert names == ["Remove filter Phase: Primary", "Remove filter Search: goldfinch", "Clear all"]
    page.get_by_role("button", name="Remove filter Phase: Primary").click()
    assert not page.get_by_label("Primary", exact=True).is_checked()
    page.get_by_role("button", name="Remove filter Search: goldfinch").click()
    assert len(shown(page)) == every
    assert not page.locator("#chips").is_visible()


def test_a_selection_can_be_passed_on_and_back_takes_the_last_choice_back(page: Page, opened: Open) -> None:
    tick(page, "phase", "Primary")
    first = shown(page)
    tick(page, "hub", "Archimedes NE")
    page.locator("#sort").select_option("title")
    assert page.url.endswith("#phase=primary&hub=archimedes-ne&sort=title")
    passed_on = opened("index.html")
    passed_on.goto(page.url)
    settled(passed_on)
    assert shown(passed_on) == shown(page) == ["From 31% to 60%: a Durham primary stays with mastery"]
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile("#phase=primary$"))
    assert shown(page) == first
    assert not page.get_by_label("Archimedes NE", exact=True).is_checked()


def test_a_place_on_the_page_is_no_selection(page: Page) -> None:
    tick(page, "phase", "Primary")
    primary = shown(page)
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    assert shown(page) == primary


def test_a_browser_that_does_not_let_the_address_be_changed_filters_all_the_same(page: Page) -> None:
    page.evaluate("() => { history.pushState = history.replaceState = () => { throw new Error('no') } }")
    fill(page, "goldfinch")
    tick(page, "phase", "Primary")
    assert shown(page) == ["A shared language of maths for children learning English"]


def test_an_address_that_is_no_address_is_put_up_with(opened: Open) -> None:
    page = opened("index.html")
    home = page.url
    for place in ("browse/index.html#phase=%E0%A4%A&q=%", "search/index.html#q=%E0%A4%A"):
        page.goto(home.replace("index.html", place))
        assert page.get_by_role("searchbox").is_visible()


def test_a_chip_that_is_gone_leaves_the_focus_where_one_can_go_on(opened: Open) -> None:
    page = browse(opened, 390)
    tick(page, "phase", "Primary")
    tick(page, "phase", "Secondary")
    page.locator("details[data-facet=phase] summary").click()
    page.get_by_role("button", name="Remove filter Phase: Primary").click()
    assert "Secondary" in str(page.evaluate("document.activeElement.textContent"))
    page.get_by_role("button", name="Remove filter Phase: Secondary").click()
    assert page.evaluate("document.activeElement.id") == "q"


def test_letters_are_folded_as_addresses_fold_them(page: Page) -> None:
    for words in ("Łódź Straße Ø", "Ŵyn’s Æther œuvre þing", "İstanbul ħ đ", "Élève ﬁne", "שלום مدرسة", "naïve—text"):
        folded = str(page.evaluate("words => window.sitegen.folded(words)", words))
        assert slug(folded) == slug(words), words


@pytest.mark.parametrize("key", ["newest", "title", "pupil-premium", "eal", "forms", "pupils", "years"])
def test_the_order_can_be_chosen_and_what_is_not_stated_comes_last(page: Page, key: str, shipped: Whole) -> None:
    reading = shown(page)
    page.locator("#sort").select_option(key)
    assert sorted(shown(page)) == sorted(reading)
    if key == "title":
        assert shown(page) == sorted(reading, key=str.casefold)
    elif key == "newest":
        assert shown(page)[-1] == "What a maths project for disadvantaged pupils taught those who ran it", "undated"
    else:
        measure = key.replace("-", " ")
        most = {s.title: most_stated(s, measure) for s in shipped.made.site.stories.values()}
        assert [most[title] for title in shown(page)] == sorted(most.values(), reverse=True)
        assert max(most.values()) > 0 > min(most.values())
    assert shown(page) != reading or key in ("newest", "forms")
    page.locator("#sort").select_option("")
    assert shown(page) == reading


def test_words_are_looked_for_in_titles_places_people_and_themes(page: Page) -> None:
    fill(page, "STREATHAM")
    assert shown(page) == ["A shared language of maths for children learning English"]
    fill(page, "number sense primary")
    assert shown(page)


def test_a_selection_without_a_story_says_so_and_can_be_cleared(page: Page) -> None:
    fill(page, "zzz")
    assert page.get_by_role("heading", name="No story has all of that").is_visible()
    page.get_by_role("button", name="Clear everything").click()
    assert len(shown(page)) > 20
    assert page.evaluate("document.activeElement.id") == "q"


def test_the_keyboard_alone_filters(page: Page) -> None:
    page.locator("#facets summary").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("#facets input:checked").count() == 1
    assert page.get_by_role("status").inner_text().startswith("1 of")


def test_without_a_script_each_value_leads_to_its_own_page(opened: Open) -> None:
    page = opened("browse/index.html", java_script_enabled=False)
    assert not page.get_by_role("searchbox").is_visible()
    assert page.locator("input:visible, select:visible, button:visible", has_not=page.locator("footer *")).count() == 0
    page.get_by_role("link", name="Primary", exact=True).click()
    assert page.url.endswith("browse/phase/primary/index.html")


def test_on_a_telephone_facets_are_folded_and_big_enough_to_touch(opened: Open) -> None:
    page = browse(opened, 390)
    assert page.locator("#facets details[open]").count() == 0
    tick(page, "phase", "Primary")
    box = page.locator("#facets label").first.bounding_box()
    assert box is not None
    assert box["height"] >= 34
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [390, 1440])
def test_everything_is_big_enough_to_touch(opened: Open, width: int) -> None:
    page = browse(opened, width, state="#my-phase=primary&pupil-premium=20..45")
    tick(page, "phase", "Primary")
    settled(page)
    page.locator("details[data-facet=pupil-premium] summary").click()
    small = {}
    parts = ("input:not([type=checkbox])", "select", "button", "summary")
    for part in page.locator(", ".join(f"{name}:visible" for name in parts)).all():
        box = part.bounding_box()
        assert box
        if box["height"] < 36 or box["width"] < 24:
            small[part.evaluate("e => e.outerHTML.slice(0, 80)")] = box
    assert small == {}


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
@pytest.mark.parametrize("state", [
    "#phase=primary&pupil-premium=40-and-over,not-stated,10..35", "#q=zzz", "#q=mastrey", "#q=mastery",
    "#my-phase=primary&my-pupils=210",
])
def test_axe_finds_nothing_in_any_state(opened: Open, state: str, width: int, scheme: str) -> None:
    page = opened("browse/index.html" + state, width, scheme, bypass_csp=True)
    settled(page)
    page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, preload: false})", RULES)["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
