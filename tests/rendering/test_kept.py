"""Fragments that several pages share are made once, and are right on each of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

import pytest
from jinja2.exceptions import FilterArgumentError
from jinja2.runtime import Macro

from sitegen.pages.views import CardView, FactView, LinkView, ListPage, RowView, ShareView, SpecView
from sitegen.rendering.kept import Kept
from sitegen.rendering.marks import Sheet
from tests.rendering.samples import head, html, shipped, story_page, text

SEEN: list[str] = []


@dataclass(frozen=True)
class Told:
    """A view that tells when it is looked at."""

    words: str

    @property
    def shown(self) -> str:
        SEEN.append(self.words)
        return self.words


@dataclass(frozen=True)
class Changing(Told):
    """One that cannot be compared for good: it holds what may change."""

    notes: dict[str, str] = field(default_factory=dict)


@pytest.fixture
def macros():
    SEEN.clear()
    source = "{% macro a(v, n=2) %}{{ n }}{{ v.shown }}{% endmacro %}{% macro b(v) %}b{{ v.shown }}{% endmacro %}"
    return shipped().environment.from_string(source).module


@pytest.mark.parametrize("kind", [Told, Changing])
def test_what_a_macro_makes_of_a_view_is_made_once(kind, macros):
    kept, view = Kept(), kind("x")
    assert [kept.once(view, macros.a) for _ in range(3)] == ["2x"] * 3
    assert SEEN == ["x"]


def test_it_is_made_once_of_views_that_are_equal(macros):
    kept = Kept()
    assert [kept.once(Told(words), macros.a) for words in "xyxyx"] == ["2x", "2y", "2x", "2y", "2x"]
    assert SEEN == ["x", "y"]


def test_views_that_may_change_are_told_apart_though_they_look_alike(macros):
    kept = Kept()
    assert [kept.once(Changing(words), macros.a) for words in "xyx"] == ["2x", "2y", "2x"]
    assert SEEN == ["x", "y", "x"]


def test_another_macro_or_another_setting_makes_another_fragment(macros):
    kept, view = Kept(), Told("x")
    assert [kept.once(view, macros.a), kept.once(view, macros.a, 3), kept.once(view, macros.b)] == ["2x", "3x", "bx"]


def test_what_is_no_macro_is_refused_with_a_word_on_it():
    with pytest.raises(FilterArgumentError, match="once takes a macro, and was given str"):
        Kept().once(Told("x"), "a")  # type: ignore[arg-type]


def test_a_fragment_that_is_kept_leads_to_the_right_place_from_every_page():
    source = '{% macro to(address) %}<a href="{{ address | href }}">x</a>{% endmacro %}{{ "b/c.html" | once(to) }}'
    marked = [shipped().environment.from_string(source).render() for _ in range(2)]
    ways = [Sheet(page, {}, {}).settle(html).html for page, html in zip(("a.html", "b/d.html"), marked, strict=True)]
    assert ways == ['<a href="b/c.html">x</a>', '<a href="c.html">x</a>']


@pytest.fixture
def calls(monkeypatch):
    """How often each macro is called, by its name."""
    counted, called = Counter[str](), Macro._invoke

    def count(macro, *given):
        counted[macro.name] += 1
        return called(macro, *given)

    monkeypatch.setattr(Macro, "_invoke", count)
    return counted


def test_a_story_that_stands_in_many_lists_is_written_once(calls):
    row = RowView("a/index.html", "Many lists", "01", "A, B", "A", "", "", (SpecView("Size", "Small", True),), "", "a")
    one = ListPage(head("x/index.html"), "Theme", "One", "", (), (row,), (), "")
    two = replace(one, head=head("y/z/index.html"), title="Two")
    made = [html(page, "list.html") for page in (one, two, replace(one, rows=(row, replace(row))))]
    assert (calls["results"], calls["result"], calls["spec"]) == (3, 1, 1)
    assert [page.count("Many lists") for page in made] == [1, 1, 2]
    assert 'href="../../a/index.html"' in made[1]


def test_the_card_of_a_story_and_where_it_comes_from_are_written_once_for_its_page_and_for_paper(calls):
    card = CardView("Profile", FactView("school", "School", (LinkView("Once Primary"),), stated=True), (), "rows")
    story = story_page(text("<p>Words.</p>"), card=card, share=ShareView("Cited so."))
    screen = html(story, "story.html")
    paper = shipped().environment.get_template("components/print.html").module.whole(story)
    for written in (screen, paper):
        assert "Once Primary" in written
        assert "Cited so." in written
    assert (calls["article_body"], calls["card"], calls["origin"], calls["plate"]) == (2, 1, 1, 1)
