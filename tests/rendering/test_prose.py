from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.markup.body import Body, Chart, Finding, Implication, PersonBlock, Picture, Quote, Stat
from sitegen.model.values import Text
from sitegen.reading.values import Asset
from sitegen.rendering import prose
from sitegen.rendering.prose import pictured
from tests.rendering.samples import shipped, text

QUOTE = Quote(("<p>Words</p>",), (), "Words", 1)
STAT = Stat("5", 5, "", None, "x", ("<p>teachers</p>",), 1)
CHART = Chart("Title", "bar", (), (), 1, pending=True)
PERSON = PersonBlock("Sam Savory", "teacher", "", (), 1)
FINDING = Finding("Found", ("<p>f</p>",), (Implication("", ("<p>i</p>",), 1),), 1)
FOUR = '<p>0</p><h2 id="a">A</h2><p>1</p><h2 id="b">B</h2><p>2</p><h2 id="c">C</h2><p>3</p><h2 id="d">D</h2><p>4</p>'


def call(function: str, *parts, **settings):
    return getattr(prose, function)(shipped().environment, text(*parts, notes=settings.pop("notes", ())), **settings)


def test_html_stands_in_prose_and_blocks_stand_between():
    made = call("body", "<p>a</p>", QUOTE, "<p>b</p>")
    assert made.startswith('<div class="prose"><p>a</p></div>\n<figure class="pull">')
    assert made.endswith('<div class="prose"><p>b</p></div>')


def test_blocks_can_be_left_out():
    assert "pull" not in call("body", "<p>a</p>", QUOTE, without=("quote",))


def test_findings_in_a_row_share_one_list():
    made = call("body", "<p>a</p>", FINDING, FINDING, "<p>b</p>", FINDING)
    assert made.count('<ol class="pairs">') == 2
    assert made.count('<div class="fnd">') == 3


def test_a_text_is_halved_at_the_heading_in_its_middle():
    first, rest = call("halves", FOUR)
    assert first.count("<h2") == 2
    assert rest.startswith('<div class="prose"><h2 id="c">')


def test_a_short_text_has_no_second_half():
    assert call("halves", "<p>a</p><h2>A</h2><p>b</p>")[1] == ""
    assert call("halves") == ("", "")


def test_each_question_comes_with_its_answer_and_its_blocks():
    before, first, *others = call(
        "questions", '<p>0</p><h2 id="a">A?</h2><p>1</p>', QUOTE, '<p>2</p><h2 id="b">B?</h2>'
    )
    assert before == '<div class="prose"><p>0</p></div>'
    assert "A?" in first
    assert "pull" in first
    assert "<p>2</p>" in first
    assert len(others) == 1


def test_a_text_is_spread_between_its_charts():
    made = call("spreads", "<p>a</p>", CHART, CHART, "<p>b</p>", STAT)
    assert [spread.is_chart for spread in made] == [False, True, True, False]
    assert "teachers" in made[-1].html


def test_a_heading_right_above_a_chart_goes_with_it():
    before, chart, after = call("spreads", '<p>a</p><h2 id="b">B</h2>', CHART, "<h2>C</h2><p>c</p>")
    assert before.html == '<div class="prose"><p>a</p></div>'
    assert chart.html.startswith('<h2 id="b">B</h2><figure')
    assert "C</h2>" in after.html
    assert [s.is_chart for s in call("spreads", "<h2>B</h2>", CHART)] == [True]


def test_blocks_of_one_name_can_stand_by_themselves():
    made = call("blocks", "<p>a</p>", PERSON, STAT, name="person")
    assert "Sam Savory" in made
    assert "teachers" not in made


def test_footnotes_are_written_apart():
    assert call("notes", "<p>a</p>", notes=('<ol><li id="fn">n</li></ol>',)) == '<ol><li id="fn">n</li></ol>'
    assert call("notes", "<p>a</p>") == ""


@pytest.mark.parametrize("name", ["body", "halves", "questions"])
def test_on_a_print_page_ids_and_links_are_the_storys_own_and_headings_lower(name):
    made = "".join(call(name, FOUR, '<p><a href="#a">up</a></p>', prefix="primary--x", shift=1))
    assert '<h3 id="primary--x--a">' in made
    assert 'href="#primary--x--a"' in made
    assert "<h2" not in made


def test_parts_can_be_written_by_themselves():
    assert prose.written(shipped().environment, ("<p>a</p>",), text()) == "<p>a</p>"


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        (Picture("hall.jpg", "A hall", 1, 1), True),
        (Picture("lacking.jpg", "A hall", 1, 1), False),
        (Picture("hall.jpg", "A hall", 1, 1, pending=True), False),
    ],
)
def test_a_text_is_pictured_that_shows_a_picture_anywhere(picture, shown):
    asset = Asset("hall.jpg", Path("hall.jpg"), 1, "abc")
    told = Text(Body(pictures=(picture,)), pictures={"hall.jpg": asset})
    assert pictured(told) is shown
    assert not pictured(Text())
