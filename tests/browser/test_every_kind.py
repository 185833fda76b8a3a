"""One page of every kind, opened once and then looked at in many ways: opening it takes as long as most of them.

Each way has a file of its own, where what it would find is shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser import test_axe, test_keyboard, test_preferences, test_widths
from tests.browser.kept import Kept, Open, watching

pytestmark = pytest.mark.browser

LOADED = """document.fonts.ready.then(() =>
  [...document.fonts].filter(each => each.status === 'loaded').map(each => each.family).join())"""

By = dict[str, list[str]]
"""By address, what is wrong."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found on pages, by address."""

    axe: By
    widths: dict[str, dict[int, list[str]]]
    moving: dict[str, int]


@pytest.fixture(
    scope="module",
    params=[
        (390, "light", 0), (1440, "dark", 1),
        *(pytest.param(look, marks=pytest.mark.full) for look in ((1440, "light", 1), (390, "dark", 0))),
    ],
    ids=str,
)  # fmt: skip
def seen(request: pytest.FixtureRequest, kept: Kept, kinds: list[str], stretched: list[str]) -> Seen:
    """Every other page is seen on a phone, the others on a desk in the dark; with `--full` the other way round too."""
    width, scheme, half = request.param
    found = Seen({}, {}, {})
    with watching(kept) as blank:
        page = blank(width, scheme, bypass_csp=True, reduced_motion="reduce")
        for uri in (kinds + stretched)[half::2]:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(uri)
            found.axe[uri] = test_axe.told(page)
            found.moving[uri] = page.evaluate(test_preferences.MOVES)
            found.widths[uri] = test_widths.too_wide(page)
    return found


def test_axe_finds_nothing(seen: Seen) -> None:
    assert {uri: said for uri, said in seen.axe.items() if said} == {}


def test_nothing_scrolls_sideways_and_nothing_is_cut_off(seen: Seen) -> None:
    assert {uri: said for uri, said in seen.widths.items() if said} == {}


def test_nothing_moves_for_those_who_want_no_motion(seen: Seen) -> None:
    assert {uri: count for uri, count in seen.moving.items() if count} == {}


@dataclass(frozen=True, slots=True)
class Used:
    """What was found on pages that were used with a keyboard, and on the same ones without a script, by address."""

    fonts: dict[str, str]
    scripts: dict[str, tuple[bool, str | None]]
    keyboard: By
    dead: By
    missing: dict[str, dict[str, int]]


@pytest.fixture(scope="module")
def used(kept: Kept, kinds: list[str]) -> Used:
    with watching(kept) as blank:
        return _used(blank, kinds)


def _used(blank: Open, kinds: list[str]) -> Used:
    page, plain, found = blank(1280), blank(1280, java_script_enabled=False), Used({}, {}, {}, {}, {})
    for uri in kinds:
        plain.goto(uri)
        page.goto(uri)
        found.fonts[uri] = page.evaluate(LOADED)
        found.scripts[uri] = _scripted(page)
        found.keyboard[uri] = test_keyboard.on_the_way(page)
        found.dead[uri] = plain.evaluate(test_preferences.CONTROLS)
        words, of_plain = (Counter(each.evaluate(test_preferences.WORDS)) for each in (page, plain))
        found.missing[uri] = dict(words - of_plain)
    return found


def _scripted(page: Page) -> tuple[bool, str | None]:
    chosen = page.locator("[data-theme-set=auto]")
    runs: bool = page.evaluate("document.documentElement.classList.contains('js')")
    return runs, chosen.get_attribute("aria-pressed") if chosen.count() else None


def test_style_fonts_and_script_come_from_the_folder(used: Used) -> None:
    ours = [uri for uri in used.fonts if not uri.endswith("/404.html")]
    assert [uri for uri in ours if "Familjen Grotesk" not in used.fonts[uri]] == []
    assert [uri for uri in ours if used.scripts[uri] != (True, "true")] == []


def test_every_control_is_reached_in_order_and_seen_with_its_ring(used: Used) -> None:
    assert {uri: said for uri, said in used.keyboard.items() if said} == {}


def test_without_scripts_every_page_says_the_same_and_offers_nothing_dead(used: Used) -> None:
    assert {uri: names for uri, names in used.dead.items() if names} == {}
    assert {uri: words for uri, words in used.missing.items() if words} == {}
