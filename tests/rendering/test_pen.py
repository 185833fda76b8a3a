from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.body import Acronym, Link, LinkEnd, Picture, Quote, Stat
from sitegen.model.values import Text
from sitegen.reading.values import Asset
from sitegen.rendering.marks import Sheet
from sitegen.rendering.pen import Pen
from tests.rendering.samples import HALL, TARGETS, pen, shipped, text

HERE = "2022-23/primary/goldfinch/index.html"


def written(*parts, prefix: str = "") -> str:
    return Sheet(HERE, {}, {}).settle(pen(*parts, prefix=prefix).write(parts)).html


def linked(target: str, title: str = "") -> str:
    return written("<p>", Link(target, 1, 1, title), "words", LinkEnd(), "</p>")


def test_html_of_the_text_stays_as_it_is():
    assert written("<p>Fish &amp; chips</p>") == "<p>Fish &amp; chips</p>"


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("other.md", "../other/index.html"),
        ("other.md#cpd", "../other/index.html#cpd"),
        ("#here", "#here"),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
    ],
)
def test_a_link_leads_where_the_model_says(target, href):
    assert linked(target) == f'<p><a href="{href}">words</a></p>'


@pytest.mark.parametrize("target", ["gone.md", "never-heard-of.md"])
def test_a_link_to_what_is_not_published_leaves_its_words(target):
    assert linked(target) == "<p><span>words</span></p>"


def test_the_title_of_a_link_is_escaped():
    assert linked("other.md", 'a "title"') == '<p><a href="../other/index.html" title="a &#34;title&#34;">words</a></p>'


def test_acronyms_are_expanded_in_prose_and_nowhere_else():
    first = written("<p>", Acronym("LLME", 1), "</p>")
    assert '<abbr title="Local leader of mathematics education">' in first
    assert "glossary/index.html#term-llme" in first
    assert written("<h2>", Acronym("LLME", 1), "</h2>") == "<h2>LLME</h2>"
    assert written("<p>", Link("other.md", 1, 1), Acronym("LLME", 1), LinkEnd(), "</p>").count("<abbr") == 0
    assert written("<p>", Acronym("NASA", 1), "</p>") == "<p>NASA</p>"


def test_an_acronym_in_a_heading_does_not_use_up_the_first_place_in_prose():
    made = written("<h2>", Acronym("LLME", 1), "</h2><p>", Acronym("LLME", 1), " ", Acronym("LLME", 1), "</p>")
    assert made.startswith("<h2>LLME</h2><p><abbr")
    assert made.count("<abbr") == 1


def asset() -> Asset:
    return Asset("content/hall.jpg", Path("hall.jpg"), 1, "d1")


def with_picture(*parts) -> str:
    shown = Pen(shipped().environment, Text(targets=TARGETS, pictures={"hall.jpg": asset()}))
    return Sheet(HERE, {"d1": HALL}, {}).settle(shown.write(parts)).html


def test_a_picture_by_itself_is_a_figure_with_caption_and_credit():
    made = with_picture(
        "<p>", Picture("hall.jpg", "The <hall>", 1, 1, caption=("A <em>hall</em>",), credit="B & C"), "</p>"
    )
    assert made.startswith('<figure class="plate wide">')
    assert 'src="../../../assets/p-960.jpg" width="1200" height="900" alt="The &lt;hall&gt;" loading="lazy"' in made
    assert "A <em>hall</em>" in made
    assert "B &amp; C" in made
    assert "<p>" not in made


def test_a_picture_among_words_stays_among_them():
    made = with_picture("<p>See ", Picture("hall.jpg", "the hall", 1, 1), " here</p>")
    shown = 'alt="the hall" loading="lazy" decoding="async"></picture>'
    assert made.startswith("<p>See <picture><source ")
    assert made.endswith(f"{shown} here</p>")


def test_a_decorative_picture_says_nothing():
    assert 'alt=""' in with_picture(Picture("hall.jpg", "x", 1, 1, decorative=True))


def test_a_picture_that_is_missing_or_pending_leaves_its_place_and_asks_for_nothing():
    for picture in (Picture("none.jpg", "A hall", 1, 1), Picture("hall.jpg", "A hall", 1, 1, pending=True)):
        assert "<img" not in with_picture(picture)
        assert 'class="photo"' in with_picture(picture)
    assert with_picture("<p>See ", Picture("none.jpg", "a <hall>", 1, 1), "</p>") == "<p>See a &lt;hall&gt;</p>"


def test_blocks_and_html_are_pieces_and_what_lies_in_an_element_is_none():
    quote = Quote(("<p>Words</p>",), (), "Words", 1)
    stat = Stat("5", 5, "", None, "x", ("<p>x</p>",), 1)
    names = [p.name for p in pen().pieces(("<p>a</p>", quote, "<ul><li>", stat, "</li></ul>", quote))]
    assert names == ["html", "quote", "html", "quote"]


def test_ids_of_a_text_are_prefixed_and_headings_of_its_blocks_follow_its_own():
    made = pen("x", prefix="s1")
    assert made.id("cpd") == "s1--cpd"
    assert made.id("") == ""
    assert made.write(('<h2 id="cpd">a</h2>',)) == '<h2 id="s1--cpd">a</h2>'


@given(st.lists(st.sampled_from(["<p>", "</p>", "<h2>", "</ul>", "<a href='x'>", "text", '<x "', "\x02"]), max_size=12))
def test_no_sequence_of_parts_makes_the_pen_fail(parts):
    shown = [*parts, Link("other.md", 1, 1), Acronym("LLME", 1), Picture("x", "y", 1, 1), LinkEnd()]
    assert "".join(piece.html for piece in Pen(shipped().environment, text()).pieces(shown))
