"""Which pages have a share card, and what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.pages.elements import FactView, LinkView
from sitegen.pages.page import Page
from sitegen.pages.plan import plan
from sitegen.pages.sharing.cards import _words
from tests.pages import sites


def cards(setting: str) -> dict[str, object]:
    site = sites.report()
    wanted = replace(site, settings=replace(site.settings, share_cards=setting))
    pages = [o for o in plan(wanted).value if isinstance(o, Page)]
    found = {p.address: getattr(p.view, "share_card", None) for p in pages}
    return {address: card for address, card in found.items() if card}


@pytest.mark.parametrize(("setting", "sorts"), [
    ("none", set()), ("editions and hubs", {"edition", "newsletter", "hub"}),
    ("all", {"edition", "newsletter", "hub", "story"}),
])  # fmt: skip
def test_the_setting_says_which_pages_have_a_card(setting, sorts):
    assert {card.layout for card in cards(setting).values()} == sorts


def test_a_story_s_card_has_its_figures_with_their_words():
    card = cards("all")["2022-23/primary/goldfinch/index.html"]
    assert card.title == "Talk first"
    assert ("40%", "Pupil Premium") in card.figures
    assert all(number and words for number, words in card.figures)
    assert "40% Pupil Premium" in card.alt


@pytest.mark.parametrize(("wording", "figure", "words"), [
    (("", "40%", " Pupil Premium"), "40%", "Pupil Premium"),
    (("Over ", "40%", " Pupil Premium, 60% EAL"), "40%", "Over 40% Pupil Premium, 60% EAL"),
    (("EAL ", "27%", ", SEND 14%"), "27%", "EAL 27%, SEND 14%"),
    (("Over ", "40%", " Pupil Premium, 60% EAL, 22% SEND"), "40%", "Over 40% Pupil Premium"),
    (("An 11-18 school with ", "1,035", " students"), "1,035", "An 11-18 school with 1,035 students"),
    (("", "3", ""), "3", "years so far"),
])  # fmt: skip
def test_words_in_front_of_a_figure_stay_in_front_of_it(wording, figure, words):
    pieces = tuple(LinkView(piece) for piece in wording if piece)
    assert _words(FactView("f", "Label", pieces, True, figure, True, unit="years so far")) == words


def test_what_is_spelt_out_says_itself_and_a_year_is_no_count():
    assert _words(FactView("size", "Size", (LinkView("Two-form entry"),), True, "2")) == "Two-form entry"
    assert _words(FactView("years", "Years engaging", (LinkView("since 2016/17"),), True, "9")) == "Years engaging"


def test_an_address_changes_with_what_is_shown_and_with_nothing_else():
    card = cards("all")["2022-23/primary/goldfinch/index.html"]
    assert cards("all")["2022-23/primary/goldfinch/index.html"].address == card.address
    changed = [replace(card, title="B"), replace(card, figures=()), replace(card, section=3), replace(card, site="B")]
    assert len({c.address for c in (card, *changed)}) == 5


def test_the_card_of_an_edition_has_its_colour_and_its_year():
    site = sites.report()
    edition = next(iter(site.editions.values()))
    card = cards("editions and hubs")[edition.address]
    assert (card.colour, card.label) == (edition.cover_colour, edition.label)
