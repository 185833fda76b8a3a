"""Share cards as pictures."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from sitegen.pages.sharing.values import ShareCard
from sitegen.pages.views import NetworkView
from sitegen.reading.values import Asset
from sitegen.rendering.cards.colours import SECTIONS, mixed, of
from sitegen.rendering.cards.draw import LARGEST, draw

NET = NetworkView(tuple((f"Hub {i}", i % 7) for i in range(40)), "Hub 1", "2022-23", 44)
FIGURES = (("40%", "Pupil Premium"), ("1", "One-form entry"), ("3", "Years"))
STORY = ShareCard("story", "Talk first", "Test stories", "Primary, case study", "Goldfinch Primary", "", FIGURES,
                  section=1, rod=1, rods=7, wall="2022-23/a")  # fmt: skip
CARDS = {
    "story": STORY,
    "edition": ShareCard("edition", "Taught together", "S", "Annual report", "7 sections", "2022/23", network=NET),
    "newsletter": ShareCard("newsletter", "Bespoke", "S", "Newsletter", "8 stories", "No. 16", wall="n"),
    "collection": ShareCard("collection", "Reviews", "S", "Collection", colour="#ffeedd", wall="c"),
    "hub": ShareCard("hub", "GLOW", "S", "Maths Hub", "One story.", network=replace(NET, hubs=(("g", 3),), lead="g")),
}
NASTY = ["", "A" * 400, "word " * 120, "数学", "😀", "a\u202eb", "Ω" * 50]


def noise(size: tuple[int, int]) -> Image.Image:
    return Image.effect_noise(size, 120).convert("RGB")


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("layout", CARDS)
def test_a_card_has_the_size_that_networks_ask_for_and_is_light(layout):
    content = draw(CARDS[layout])
    assert opened(content).size == (1200, 630)
    assert (opened(content).format, len(content) < LARGEST) == ("PNG", True)


@pytest.mark.parametrize("layout", CARDS)
def test_the_same_card_is_the_same_picture_and_another_is_another(layout):
    card = CARDS[layout]
    assert draw(card) == draw(replace(card))
    assert draw(card) != draw(replace(card, title="Other words"))


@pytest.mark.parametrize("layout", CARDS)
@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
def test_any_words_can_be_drawn(layout, words):
    figures = ((words, words),) * 3 if layout == "story" else ()
    card = replace(CARDS[layout], title=words, kicker=words, place=words, label=words, site=words, figures=figures)
    assert len(draw(card)) < LARGEST


def test_a_photograph_however_restless_stays_light():
    card = replace(STORY, picture=Asset("a.jpg", None, 1, "d"))
    content = draw(card, noise((960, 1400)))
    assert (opened(content).format, opened(content).size) == ("JPEG", (1200, 630))
    assert len(content) < LARGEST


def test_the_colour_is_that_of_the_section_or_the_edition():
    one = opened(draw(replace(STORY, section=2))).convert("RGB")
    assert any(_is_alike(SECTIONS[1], colour) for _, colour in one.getcolors(1 << 20))
    cover = opened(draw(replace(CARDS["edition"], colour="#a8dcc4"))).convert("RGB")
    assert _is_alike(cover.getpixel((5, 5)), of("#a8dcc4"))


def _is_alike(one, other):
    """True for colours that no eye tells apart: a picture of 128 colours is as near as that."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 3


def test_what_a_hub_is_called_is_written_once():
    """Where no font has the letters of its name, "Maths Hub" stands in its place, and not above it too."""
    foreign, other = (replace(CARDS["hub"], title="\u6570\u5b66", kicker=kicker) for kicker in ("Maths Hub", ""))
    strip = (0, 0, 700, 90)
    one, two = (opened(draw(card)).convert("L").crop(strip).getextrema() for card in (foreign, other))
    assert one == two


def test_nothing_is_written_where_the_wall_stands():
    """However long the words, what is right of the text is the same."""
    panel = (782, 0, 1200, 630)
    short, long = (opened(draw(replace(STORY, title=t))).convert("RGB").crop(panel) for t in ("A", "word " * 120))
    assert short.tobytes() == long.tobytes()


def test_colours_mix_as_browsers_mix_them():
    """`color-mix(in oklab, #b3291c 42%, #fcfcf8)` in Chromium."""
    assert mixed(of("#b3291c"), of("#fcfcf8"), 0.42) == (229, 168, 155)
    assert mixed(of("#b3291c"), of("#fcfcf8"), 1.0) == of("#b3291c")
