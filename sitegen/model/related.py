"""Stories that belong beside a story: those its author names, else those that share the most with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sitegen.model.values import Story

SHOWN = 3
"""How many related stories a page shows when its author names none."""
_CANDIDATES = 200
"""Of the stories that share a trait, how many of the nearest in reading order are weighed: keeps it linear."""
_WEIGHTS = {"theme": 3, "programme": 2, "hub": 2, "school": 4, "phase": 1, "kind": 1}


def related(stories: Mapping[str, Story], named: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """For each story the ids of its related ones: `named` if there are any, else the nearest by what they share."""
    order = {id_: n for n, id_ in enumerate(stories)}
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    for story in stories.values():
        for trait in _traits(story):
            members[trait].append(story.id)
    places = {trait: {id_: n for n, id_ in enumerate(ids)} for trait, ids in members.items()}
    found = {}
    for story in stories.values():
        found[story.id] = named.get(story.id) or _nearest(story, members, places, order)
    return found


def _traits(story: Story) -> Iterable[tuple[str, str]]:
    yield from (("theme", t.casefold()) for t in story.themes)
    yield from (("programme", p.casefold()) for p in story.programmes)
    yield from (("hub", h) for h in story.hubs)
    yield from (("school", s.id) for s in story.schools)
    yield from (("phase", p) for p in story.phase)
    yield ("kind", story.kind.id)


def _nearest(
    story: Story,
    members: Mapping[tuple[str, str], list[str]],
    places: Mapping[tuple[str, str], Mapping[str, int]],
    order: Mapping[str, int],
) -> tuple[str, ...]:
    scores: Counter[str] = Counter()
    for trait in dict.fromkeys(_traits(story)):
        ids, at = members[trait], places[trait][story.id]
        half = _CANDIDATES // 2
        for other in ids[max(0, at - half) : at + half]:
            scores[other] += _WEIGHTS[trait[0]]
    del scores[story.id]
    enough = [(-score, abs(order[o] - order[story.id]), order[o], o) for o, score in scores.items() if score >= 3]
    return tuple(o for *_, o in sorted(enough)[:SHOWN])
