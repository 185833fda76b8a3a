"""Schools like this one: for every school and story those closest to it, found without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.likeness import SCALES, WEIGHTS, Profile
from sitegen.model.nearest import Nearest
from sitegen.model.spanning import Hub, Neighbour, School
from sitegen.model.values import Fact, Story
from sitegen.schema.values import Quantity
from sitegen.text import fold_name

SHOWN = 3


def neighbours(
    stories: Mapping[str, Story], schools: Mapping[str, School], hubs: Mapping[str, Hub]
) -> dict[str, tuple[Neighbour, ...]]:
    """By the id of a story, and by the address of a school: the three that are most like it, the closest first.

    A story of schools has schools beside it, never its own; a story without any has stories.
    """
    made = _Profiles(stories, schools, hubs)
    by_school = {s.id: made.of_school(s) for s in schools.values() if s.stories}
    by_story = {s.id: made.of_story(s) for s in stories.values()}
    among_schools, among_stories = (_among(every.values(), stories) for every in (by_school, by_story))
    found = {schools[id_].address: _beside(among_schools, profile) for id_, profile in by_school.items()}
    for id_, profile in by_story.items():
        (school,) = profile.schools if len(profile.schools) == 1 else ("",)
        if school in by_school and _facts(by_school[school]) == _facts(profile):
            found[id_] = found[schools[school].address]
        else:
            found[id_] = _beside(among_schools if profile.schools else among_stories, profile)
    return found


def _among(profiles: Iterable[Profile], stories: Iterable[str]) -> Nearest:
    """To look among profiles, in reading order whatever their own."""
    order = {id_: number for number, id_ in enumerate(stories)}
    return Nearest(sorted(profiles, key=lambda p: (order[p.story], sorted(p.schools))))


def _beside(among: Nearest, own: Profile) -> tuple[Neighbour, ...]:
    """Its neighbours: schools beside a school or several, stories beside a story of none."""
    return tuple(Neighbour(p.story, min(p.schools) if own.schools else "", why) for p, why in among.to(own, SHOWN))


def _facts(profile: Profile) -> tuple[object, ...]:
    """What the answer depends on: a school of one story has the same beside it as that story, and it is found once."""
    words = tuple((facet, tuple(of)) for facet, of in profile.words.items())
    return profile.story, profile.schools, tuple(profile.figures.items()), words


@dataclass(frozen=True, slots=True)
class _Profiles:
    stories: Mapping[str, Story]
    schools: Mapping[str, School]
    hubs: Mapping[str, Hub]

    def of_story(self, story: Story) -> Profile:
        schools = frozenset(m.id for m in story.schools)
        return Profile(story.id, schools, _figures(story.facts), self._words([story]))

    def of_school(self, school: School) -> Profile:
        """Each of its figures as the newest edition states it; its newest story tells of it."""
        told = [self.stories[id_] for id_ in school.stories]
        figures: dict[str, tuple[Quantity, ...]] = {}
        for story in told:
            several = len(story.schools) > 1
            facts = (f for f in story.facts if f.school == school.id or not (f.school or several))
            figures = {**_figures(facts), **figures}
        return Profile(told[0].id, frozenset({school.id}), figures, self._words(told))

    def _words(self, told: Sequence[Story]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {facet: {} for facet in WEIGHTS}
        for story in told:
            hubs = [self.hubs[h] for h in story.hubs if h in self.hubs]
            for facet, words in (
                ("phase", story.phase),
                ("hub", [h.name for h in hubs]),
                ("region", [h.entry.region for h in hubs if h.entry.region]),
                ("themes", story.themes),
                ("programme", story.programmes),
            ):
                for word in words:
                    found[facet].setdefault(fold_name(word), word)
        return found


def _figures(facts: Iterable[Fact]) -> dict[str, tuple[Quantity, ...]]:
    found: dict[str, dict[Quantity, None]] = defaultdict(dict)
    for fact in facts:
        for value in fact.values:
            if value.quantity.measure in SCALES:
                found[value.quantity.measure][value.quantity] = None
    return {measure: tuple(quantities) for measure, quantities in found.items()}
