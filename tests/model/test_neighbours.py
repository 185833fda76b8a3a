"""Schools like this one: what makes two alike, who is found, and how the work grows."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from sitegen.model import nearest as module
from sitegen.model.likeness import ENOUGH, SCALES, Profile, Reason, closeness, reasons, worth
from sitegen.model.nearest import Nearest
from sitegen.model.neighbours import SHOWN, _Profiles, neighbours
from sitegen.model.spanning import Site
from sitegen.model.values import Fact, Story
from sitegen.schema.values import Quantity
from tests.pages import sites
from tests.whole import Whole


def figure(measure: str, low: float | None, high: float | None = None, **own: object) -> Quantity:
    return Quantity(measure, low, low if high is None else high, **own)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        (figure("eal", 40), figure("eal", 40), 3),
        (figure("eal", 40), figure("eal", 50), 1.8),
        (figure("eal", 40), figure("eal", 65), 0),
        (figure("eal", 40), figure("eal", 90), -3),
        (figure("eal", 40), Quantity("eal", 35, 45), 3),
        (figure("eal", 40), Quantity("eal", 45, 55), 2.4),
        (figure("eal", 50), Quantity("eal", 40, None, qualifier="over"), 3),
        (figure("eal", 30), Quantity("eal", 40, None, qualifier="over"), 1.8),
        (Quantity("eal", None, 10), Quantity("eal", 20, None), 1.8),
        (figure("pupils", 200), figure("pupils", 200), 2),
        (figure("pupils", 0), figure("pupils", 1), 2),
        (figure("forms", 2), figure("forms", 3.5), 1),
        (figure("years", 1), figure("years", 6), 0),
    ],
)
def test_figures_of_one_measure_are_near_by_its_own_scale(one: Quantity, other: Quantity, counts: float) -> None:
    assert closeness(SCALES[one.measure], one, other) == pytest.approx(counts)
    assert closeness(SCALES[one.measure], other, one) == pytest.approx(counts)


def test_pupils_are_near_by_ratio() -> None:
    small, large = (
        closeness(SCALES["pupils"], figure("pupils", n), figure("pupils", 2 * n)) for n in (100, 700)
    )
    assert small == pytest.approx(large)
    assert 0 < small < 1


def profile(story: str, school: str = "", *, figures: tuple[Quantity, ...] = (), **words: str) -> Profile:
    by_measure: dict[str, tuple[Quantity, ...]] = {}
    for each in figures:
        by_measure[each.measure] = (*by_measure.get(each.measure, ()), each)
    named = {facet: {w: w for w in said.split(",")} for facet, said in words.items()}
    return Profile(story, frozenset({school} if school else ()), by_measure, named)


def test_measures_are_never_compared_with_each_other() -> None:
    one = profile("a", figures=(figure("pupil premium", 40),))
    assert reasons(one, profile("b", figures=(figure("fsm", 40),))) == ()


def test_what_is_not_stated_is_like_nothing() -> None:
    assert reasons(profile("a", phase="Primary"), profile("b", figures=(figure("eal", 0),))) == ()
    assert reasons(profile("a", figures=(figure("eal", 0),)), profile("b", phase="Primary")) == ()


def test_of_several_figures_the_nearest_are_compared() -> None:
    one = profile("a", figures=(figure("eal", 10), figure("eal", 70)))
    (found,) = reasons(one, profile("b", figures=(figure("eal", 72),)))
    assert (found.own, found.other) == (figure("eal", 70), figure("eal", 72))


def test_reasons_come_by_their_weight_and_themes_count_twice_at_most() -> None:
    one = profile("a", figures=(figure("eal", 40),), phase="Primary", themes="Talk,Play,Number", hub="Origin")
    other = profile("b", figures=(figure("eal", 60),), phase="Primary", themes="Talk,Play,Number", hub="Origin")
    found = reasons(one, other)
    assert [(r.about, round(r.worth, 2)) for r in found] == [("phase", 3), ("themes", 2), ("hub", 1.5), ("eal", 0.6)]
    assert found[1].shared == ("Talk", "Play", "Number")


def of(site: Site) -> dict[str, list[str]]:
    found = neighbours(site.stories, site.schools, site.hubs)
    return {key: [n.school or n.story for n in of_] for key, of_ in found.items()}


def school(id_: str, name: str, *facts: Fact, **own: object) -> Story:
    return sites.story(id_, id_.rpartition("/")[2], (sites.fact("school", name), *facts), **own)


def premium(share: float) -> Fact:
    return sites.fact("disadvantage", f"{share:g}% Pupil Premium", sites.quantity("pupil premium", share, share))


def test_the_closest_are_found_for_a_story_and_its_school_and_never_itself() -> None:
    site = sites.site([
        school("2022-23/a", "Ash", premium(40)), school("2022-23/b", "Beech", premium(42)),
        school("2022-23/c", "Cedar", premium(60)), school("2022-23/d", "Date", premium(41), phase=("Secondary",)),
        school("2022-23/e", "Elm", premium(9)),
    ])  # fmt: skip
    found = of(site)
    assert found["2022-23/a"] == found["schools/ash/index.html"] == ["beech", "cedar"]
    assert "elm" not in found["2022-23/a"], "the phase alone is no likeness"


def test_a_school_has_the_figures_of_its_newest_story_and_that_story_tells_of_it() -> None:
    site = sites.site([
        school("2022-23/a", "Ash", premium(40)), school("2022-23/b", "Beech", premium(40)),
        school("2022-23/old", "Beech", premium(10)), school("2022-23/c", "Cedar", premium(10)),
    ])  # fmt: skip
    found = neighbours(site.stories, site.schools, site.hubs)
    assert [(n.school, n.story) for n in found["2022-23/a"]] == [("beech", "2022-23/b")]
    assert [n.school for n in found["2022-23/c"]] == []
    assert [n.school for n in found["2022-23/old"]] == ["cedar"], "a story is compared by what it states itself"


def test_a_story_of_several_schools_is_compared_by_all_and_shows_none_of_them() -> None:
    two = (
        sites.fact("school", "Ash", school="ash"), sites.fact("school", "Beech", school="beech"),
        replace(premium(20), school="ash"), replace(premium(60), school="beech"),
    )  # fmt: skip
    site = sites.site([
        sites.story("2022-23/two", "Two", two), school("2022-23/c", "Cedar", premium(61)),
        school("2022-23/d", "Date", premium(19)),
    ])  # fmt: skip
    found = of(site)
    assert found["2022-23/two"] == ["cedar", "date"]
    assert found["schools/ash/index.html"] == ["date"]
    assert found["schools/beech/index.html"] == ["cedar"]


def test_a_story_without_a_school_has_stories_beside_it() -> None:
    own: dict[str, tuple[str, ...]] = {"themes": ("Talk", "Play"), "programmes": ("SKTM",), "phase": ("Primary",)}
    site = sites.site([
        sites.story("2022-23/one", "One", (), **own), sites.story("2022-23/two", "Two", (), **own),
        school("2022-23/c", "Cedar", **own),
    ])  # fmt: skip
    assert of(site)["2022-23/one"] == ["2022-23/two", "2022-23/c"]


def test_what_is_equally_near_comes_in_reading_order_whatever_the_order_of_the_schools() -> None:
    stories = [school(f"2022-23/s{n}", name, premium(40)) for n, name in enumerate("DCBAE")]
    site = sites.site(stories)
    assert of(site)["2022-23/s4"] == ["d", "c", "b"]
    turned = replace(site, schools=dict(reversed(list(site.schools.items()))))
    assert of(turned) == of(site)


def best(own: Profile, others: list[Profile]) -> list[tuple[str, float]]:
    """The three closest and what they count, when every one is looked at; equals in their order."""
    found = [(o.story, worth(reasons(own, o))) for o in others if not own.schools & o.schools]
    return sorted((each for each in found if each[1] >= ENOUGH), key=lambda each: -each[1])[:SHOWN]


def test_nothing_closer_is_overlooked_among_the_shipped_stories(shipped: Whole) -> None:
    site = shipped.made.site
    made = _Profiles(site.stories, site.schools, site.hubs)
    profiles = {s.address: made.of_school(s) for s in site.schools.values() if s.stories}
    assert len(profiles) > 15
    order = list(site.stories)
    others = sorted(profiles.values(), key=lambda p: (order.index(p.story), sorted(p.schools)))
    for address, own in profiles.items():
        assert [(n.story, worth(n.why)) for n in site.alike[address]] == best(own, others), address


def invented(count: int, seed: int = 7) -> list[Profile]:
    """Schools of any figures, words and regions."""
    chance = random.Random(seed)
    most = {"pupil premium": 60, "eal": 70, "fsm": 50, "pupils": 1200, "forms": 5, "years": 9}
    places = {"phase": 5, "hub": 90, "region": 9, "themes": 60, "programme": 8}
    return [
        profile(
            f"s{n}", f"k{n}",
            figures=tuple(figure(m, chance.randrange(1, top)) for m, top in most.items() if chance.random() < 0.45),
            **{f: ",".join(map(str, chance.sample(range(top), 1 + 2 * (f == "themes")))) for f, top in places.items()},
        )
        for n in range(count)
    ]  # fmt: skip


def test_nothing_closer_is_overlooked_among_many() -> None:
    profiles = invented(1500)
    every = Nearest(profiles)
    for own in random.Random(1).sample(profiles, 40):
        assert [(p.story, worth(why)) for p, why in every.to(own, SHOWN)] == best(own, profiles)


def test_nothing_closer_is_overlooked_among_ranges_open_ends_and_several_figures() -> None:
    chance = random.Random(3)
    ends = [(None, 10), (40, None), (20, 30), (25, 25), (26.5, 26.5), (55, 60), (0, 0)]
    profiles = [
        profile(
            f"s{n}", f"k{n}", phase="Primary",
            figures=tuple(Quantity(m, *e) for m in ("eal", "pupils") for e in chance.sample(ends, chance.randrange(3))),
        )
        for n in range(120)
    ]  # fmt: skip
    every = Nearest(profiles)
    for own in profiles:
        assert [(p.story, worth(why)) for p, why in every.to(own, SHOWN)] == best(own, profiles)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[Profile]], float]:
    """A function that says how many are compared fact by fact with each of some profiles, on average."""
    count = [0]

    def counted(own: Profile, other: Profile) -> tuple[Reason, ...]:
        count[0] += 1
        return reasons(own, other)

    monkeypatch.setattr(module, "reasons", counted)

    def compared_(profiles: list[Profile]) -> float:
        every, count[0] = Nearest(profiles), 0
        for own in profiles[::20]:
            every.to(own, SHOWN)
        return count[0] / len(profiles[::20])

    return compared_


def test_twice_the_schools_are_not_compared_with_more_each(compared: Callable[[list[Profile]], float]) -> None:
    few, many = compared(invented(2000)), compared(invented(4000))
    assert SHOWN <= few < 60
    assert many < few * 1.2


def test_schools_that_are_all_but_the_same_are_not_all_compared(compared: Callable[[list[Profile]], float]) -> None:
    same = [profile(f"s{n}", f"k{n}", phase="Primary", figures=(figure("eal", 40 + n % 2),)) for n in range(1000)]
    assert compared(same) <= 200
