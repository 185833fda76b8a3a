"""What consents allow on social media: pictures and names on share cards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.model.test_consents import LIVE, PUPILS, site
from tests.sites import story

ALL = "share_cards: all\n"
WEB = "- {id: C-1, covers: [picture, name, quote, story], scope: [web, print]}\n"


def image(consent: str = "", shows: str = "") -> str:
    said = f", shows: {shows}" if shows else ""
    return story(image=f"{{file: hall.jpg, alt: The hall{said}{consent}}}")


def card(tmp_path, text: str, register: str):
    made = site(tmp_path, text, register, ALL)
    page = next(o for o in made.planned if o.address == "2022-23/talk/index.html")
    return page.view.share_card


@pytest.mark.parametrize(("text", "register", "is_shown"), [
    (PUPILS, LIVE, True),
    (PUPILS, WEB, False),
    (image(shows="no people"), "", True),
    (image(", consent: C-1", "no people"), WEB, False),
    (image(shows="adults"), "", False),
    (image(", consent: C-1", "adults"), "- {id: C-1, covers: picture, scope: [web, social]}\n", True),
    (image(", consent: C-1", "adults"), "- {id: C-1, covers: name, scope: [web, social]}\n", False),
])  # fmt: skip
def test_a_card_shows_a_picture_of_people_only_with_a_consent_for_social_media(tmp_path, text, register, is_shown):
    made = card(tmp_path, text, register)
    assert bool(made.picture) is is_shown
    assert made.address.endswith(".jpg" if is_shown else ".png")


@pytest.mark.parametrize(("scope", "is_drawn"), [("[web, social]", True), ("[web, print, archive]", False)])
@pytest.mark.parametrize("covers", ["story", "name"])
def test_a_story_whose_consent_lacks_social_media_has_no_card(tmp_path, covers, scope, is_drawn):
    fields = {"consent": "C-1"} if covers == "story" else {"people": "[{name: Jo Dale, role: head, consent: C-1}]"}
    register = f"- {{id: C-1, covers: {covers}, scope: {scope}}}\n"
    assert bool(card(tmp_path, story(**fields), register)) is is_drawn


def test_a_card_with_a_picture_has_that_in_its_address(tmp_path):
    made = card(tmp_path, PUPILS, LIVE)
    other = replace(made, picture=replace(made.picture, digest="0" * 64))
    elsewhere = replace(made, picture=replace(made.picture, location=tmp_path / "elsewhere.jpg"))
    assert made.address != other.address
    assert made.address == elsewhere.address
