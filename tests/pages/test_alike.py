"""Schools like this one, as pages show them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.likeness import Reason
from sitegen.model.neighbours import neighbours
from sitegen.model.spanning import Site
from sitegen.model.values import Fact, Story
from sitegen.pages.alike import said
from sitegen.pages.views import SchoolPage, ShareDrawing, StoryPage
from sitegen.schema.values import Quantity
from tests.pages import sites
from tests.pages.viewed import view


def figure(measure: str, low: float | None, high: float | None, qualifier: str | None = None) -> Quantity:
    return Quantity(measure, low, high, "%", qualifier)


def near(other: Quantity, own: Quantity | None = None) -> Reason:
    return Reason(other.measure, 1, own or Quantity(other.measure, 40, 40), other)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (near(figure("pupil premium", 38, 38)), "38% Pupil Premium, 2 points below."),
        (near(figure("pupil premium", 41, 41)), "41% Pupil Premium, 1 point above."),
        (near(figure("eal", 40, 40)), "40% EAL, the same."),
        (near(figure("eal", 27.5, 27.5)), "27½% EAL, 12½ points below."),
        (near(figure("send", 40, None, "over")), "Over 40% SEND."),
        (near(figure("fsm", 30, 35)), "30–35% free school meals."),
        (near(figure("fsm6", 40, 40, "about")), "About 40% free school meals in the past six years."),
        (near(figure("fsm", 40, 40), figure("fsm", 40, None, "over")), "40% free school meals."),
        (near(Quantity("pupils", 1035, 1035)), "1,035 pupils."),
        (near(Quantity("forms", 1, 1)), "1 form of entry."),
        (near(Quantity("forms", 2, 2)), "2 forms of entry."),
        (near(Quantity("years", 1, 1)), "1 year engaged."),
        (near(Quantity("years", 5, None, "", "at least")), "At least 5 years engaged."),
        (Reason("phase", 3, shared=("Primary",)), "Primary."),
        (Reason("phase", 3, shared=("Primary", "Secondary")), "Primary and Secondary."),
        (Reason("hub", 1, shared=("Origin",)), "Same hub: Origin."),
        (Reason("region", 1, shared=("London",)), "Same region: London."),
        (Reason("themes", 1, shared=("Talk",)), "Theme in common: Talk."),
        (Reason("themes", 2, shared=("Talk", "Play", "Number")), "Themes in common: Talk, Play and 1 more."),
        (Reason("programme", 1, shared=("SKTM",)), "Same programme: SKTM."),
    ],
)
def test_each_reason_is_said_in_plain_words(reason: Reason, words: str) -> None:
    assert said(reason) == words


def test_how_far_apart_is_said_only_beside_one_figure() -> None:
    assert said(near(figure("pupil premium", 38, 38)), one=False) == "38% Pupil Premium."


def with_alike(site: Site) -> Site:
    return replace(site, alike=neighbours(site.stories, site.schools, site.hubs))


def school(id_: str, name: str, share: Fact, **own: object) -> Story:
    facts = (sites.fact("school", name), share, sites.fact("hub", "London South West"))
    return sites.story(id_, id_.rpartition("/")[2].title(), facts, **own)


def premium(low: float, high: float | None) -> Fact:
    return sites.fact("disadvantage", "x", sites.quantity("pupil premium", low, high))


@pytest.fixture
def site() -> Site:
    return with_alike(sites.site([
        school("2022-23/ash", "Ash School, Kent", premium(40, 40)), school("2022-23/beech", "Beech", premium(38, 38)),
        school("2022-23/cedar", "Cedar", premium(40, None)), school("2022-23/elm", "Elm", sites.fact("disadvantage")),
    ]))  # fmt: skip


def test_a_story_shows_schools_with_what_they_have_in_common(site: Site) -> None:
    group = view(site, "2022-23/ash/index.html", StoryPage).alike
    assert group
    assert group.heading == "Schools like this one"
    assert group.lead == (
        "Closest on phase, Pupil Premium and hub. The line marks 40% Pupil Premium at Ash School."
    )
    cedar, beech, elm = group.entries
    assert (cedar.title, cedar.story, cedar.address) == ("Cedar", "Cedar", "2022-23/cedar/index.html")
    assert beech.why == "Primary. 38% Pupil Premium, 2 points below. Same hub: London South West."
    assert beech.drawing == ShareDrawing(38, 38, 40)
    assert (cedar.figure, cedar.measure, cedar.drawing) == ("over 40%", "Pupil Premium", ShareDrawing(40, None, 40))
    assert (elm.title, elm.drawing, elm.figure) == ("Elm", None, "")
    assert beech.label == "London South West"


def test_a_school_shows_them_too(site: Site) -> None:
    group = view(site, "schools/ash-school-kent/index.html", SchoolPage).alike
    assert group == view(site, "2022-23/ash/index.html", StoryPage).alike


def test_a_figure_that_is_none_marks_no_bar(site: Site) -> None:
    group = view(site, "2022-23/cedar/index.html", StoryPage).alike
    assert group
    assert "The line marks" not in group.lead
    assert [e.drawing for e in group.entries] == [None] * 3


def test_where_nothing_is_like_it_there_is_no_section() -> None:
    site = with_alike(sites.site([school("2022-23/ash", "Ash", premium(40, 40))]))
    assert view(site, "2022-23/ash/index.html", StoryPage).alike is None
    assert view(site, "schools/ash/index.html", SchoolPage).alike is None


def test_a_story_without_a_school_shows_stories() -> None:
    own: dict[str, object] = {"themes": ("Talk", "Play"), "programmes": ("SKTM",)}
    site = with_alike(sites.site([sites.story(f"2022-23/{n}", n.title(), (), **own) for n in ("one", "two")]))
    group = view(site, "2022-23/one/index.html", StoryPage).alike
    assert group
    assert (group.heading, group.lead) == ("Stories like this one", "Closest on phase, themes and programme.")
    assert [(e.title, e.story, e.label) for e in group.entries] == [("Two", "", "")]


def test_a_story_without_a_school_has_stories_beside_it_even_where_those_are_of_schools() -> None:
    own: dict[str, object] = {"themes": ("Talk", "Play"), "programmes": ("SKTM",)}
    told = school("2022-23/ash", "Ash", premium(40, 40), **own)
    site = with_alike(sites.site([sites.story("2022-23/one", "One", (), **own), told]))
    group = view(site, "2022-23/one/index.html", StoryPage).alike
    assert group
    assert [(group.heading, e.title, e.story, e.drawing) for e in group.entries] == [
        ("Stories like this one", "Ash", "", None)
    ]


def test_beside_a_story_of_several_schools_no_figure_is_this_ones() -> None:
    facts = tuple(
        fact
        for name, share in (("Ash", 20), ("Beech", 60))
        for fact in (
            sites.fact("school", name, school=name.lower()), replace(premium(share, share), school=name.lower()),
        )
    )  # fmt: skip
    told = sites.story("2022-23/two", "Two", facts)
    site = with_alike(sites.site([told, school("2022-23/cedar", "Cedar", premium(59, 59))]))
    group = view(site, "2022-23/two/index.html", StoryPage).alike
    assert group
    assert (group.heading, group.lead) == ("Schools like these", "Closest on phase and Pupil Premium.")
    assert [(e.why, e.drawing) for e in group.entries] == [("Primary. 59% Pupil Premium.", None)]


def test_the_bar_shows_the_figure_that_is_said() -> None:
    several = sites.fact(
        "disadvantage", "x", *(sites.quantity("pupil premium", share, share) for share in (10, 42))
    )
    site = with_alike(sites.site([
        school("2022-23/ash", "Ash", premium(40, 40)), school("2022-23/beech", "Beech", several),
    ]))  # fmt: skip
    group = view(site, "2022-23/ash/index.html", StoryPage).alike
    assert group
    (beech,) = group.entries
    assert "42% Pupil Premium, 2 points above." in beech.why
    assert (beech.figure, beech.drawing) == ("42%", ShareDrawing(42, 42, 40))
    back = view(site, "2022-23/beech/index.html", StoryPage).alike
    assert back
    assert "points" not in back.entries[0].why, "of its two figures none is said to be the one compared with"
