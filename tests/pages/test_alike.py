"""Schools like this one, as pages show them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.likeness import Reason
from sitegen.model.neighbours import neighbours
from sitegen.model.spanning import Site
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


def with_alike(site: Site) -> Site:
    return replace(site, alike=neighbours(site.stories, site.schools, site.hubs))


def school(id_: str, name: str, share: sites.Fact, **own: object) -> sites.Story:
    facts = (sites.fact("school", name), share, sites.fact("hub", "London South West"))
    return sites.story(id_, id_.rpartition("/")[2].title(), facts, **own)


def premium(low: float, high: float | None) -> sites.Fact:
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
        "Closest on phase, Pupil Premium, hub and region. The line marks Ash School’s 40% Pupil Premium."
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
