"""Schools, hubs, people and themes across editions: the registers' records, and those that only stories tell of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from sitegen.model.names import clash, same_wording
from sitegen.model.spanning import Hub, Person, School, Theme
from sitegen.model.values import Story
from sitegen.problems.problem import Checked, Problem, Where
from sitegen.schema.declared import HubEntry, Registers, SchoolEntry
from sitegen.text import slug

Mentions = Iterable[tuple[str, str, Where]]
"""Id, wording and place of each mention."""


def schools(stories: Mapping[str, Story], registers: Registers) -> Checked[dict[str, School]]:
    """Every school that a story names, by id, in order of name.

    One that the register lists and no published story names is left out: it may be known only from what is withdrawn,
    or not yet published.
    """
    listed = {e.id: e for e in registers.schools}
    by_school = _stories_of(stories, lambda s: [m.id for m in s.schools])
    wordings, problems = _first_wordings(
        ((m.id, m.name, m.where) for s in stories.values() for m in s.schools if m.id not in listed),
        "school", "schools",
    )  # fmt: skip
    ids = sorted(by_school, key=lambda i: (listed[i].name if i in listed else wordings[i]).casefold())
    made = {i: _school(i, listed.get(i), wordings.get(i, ""), by_school.get(i, ()), stories) for i in ids}
    return Checked(made, problems)


def _school(
    id_: str, entry: SchoolEntry | None, wording: str, ids: tuple[str, ...], stories: Mapping[str, Story]
) -> School:
    hubs = tuple(dict.fromkeys(h for i in ids for h in stories[i].hubs))
    address = f"schools/{id_}/index.html"
    if entry is None:
        return School(id_, address, wording, "", "", "", (), False, ids, hubs)
    return School(id_, address, entry.name, entry.place, entry.phase, entry.urn, entry.aliases, True, ids, hubs)


def hubs(stories: Mapping[str, Story], registers: Registers, wordings: Mapping[str, str]) -> dict[str, Hub]:
    """Every hub of the register, or without one every hub that a story names (`wordings` by id), by name."""
    entries = {e.id: e for e in registers.hubs}
    entries |= {i: HubEntry(i, w) for i, w in wordings.items() if i not in entries}
    by_hub = _stories_of(stories, lambda s: s.hubs)
    made = {}
    for entry in sorted(entries.values(), key=lambda e: e.name.casefold()):
        ids = by_hub.get(entry.id, ())
        found = tuple(dict.fromkeys(m.id for i in ids for m in stories[i].schools))
        made[entry.id] = Hub(entry.id, f"hubs/{entry.id}/index.html", entry.name, entry, ids, found)
    return made


def people(stories: Mapping[str, Story]) -> Checked[dict[str, Person]]:
    """Every person whom a story names, by id, in order of their last name."""
    names, problems = _first_wordings(
        ((p.id, p.name, s.where) for s in stories.values() for p in s.people), "person", "people"
    )
    by_person = _stories_of(stories, lambda s: [p.id for p in s.people])
    roles: dict[str, dict[str, None]] = defaultdict(dict)
    for story in stories.values():
        for mention in story.people:
            if mention.role:
                roles[mention.id][mention.role] = None
    ids = sorted(names, key=lambda i: (names[i].split()[-1].casefold(), names[i].casefold()))
    made = {i: Person(i, f"people/{i}/index.html", names[i], tuple(roles[i]), by_person[i]) for i in ids}
    return Checked(made, problems)


def themes(stories: Mapping[str, Story]) -> dict[str, Theme]:
    """Every theme by id, in order of name. Wordings that differ only by case or hyphens are one theme."""
    names: dict[str, str] = {}
    for story in stories.values():
        for theme in story.themes:
            names.setdefault(slug(theme), theme)
    by_theme = _stories_of(stories, lambda s: [slug(t) for t in s.themes])
    ids = sorted((i for i in names if i), key=lambda i: names[i].casefold())
    return {i: Theme(i, f"themes/{i}/index.html", names[i], by_theme[i]) for i in ids}


def _stories_of(stories: Mapping[str, Story], ids: Callable[[Story], Iterable[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for story in stories.values():
        for id_ in ids(story):
            found[id_][story.id] = None
    return {id_: tuple(story_ids) for id_, story_ids in found.items()}


def _first_wordings(mentions: Mentions, one: str, folder: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    first: dict[str, tuple[str, Where]] = {}
    problems: dict[str, Problem] = {}
    for id_, wording, where in mentions:
        known = first.setdefault(id_, (wording, where))
        if not same_wording(known[0], wording):
            problems.setdefault(id_, clash(one, known, (wording, where), f"{folder}/{id_}/"))
    return {i: w for i, (w, _) in first.items()}, tuple(problems.values())
