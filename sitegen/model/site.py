"""Sources become a Site: published stories alone, every reference resolved, every order settled."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sitegen.model import records, stories
from sitegen.model.facets import Lookup, facets
from sitegen.model.gathered import pages, quotes, stats
from sitegen.model.names import Names, names, near_schools
from sitegen.model.navigation import navigation
from sitegen.model.neighbours import neighbours
from sitegen.model.places import Place, Places, places
from sitegen.model.publication import PUBLISHED
from sitegen.model.references import Destination, Library, download, leads_to, terms_by_acronym
from sitegen.model.selection import Parts, reduced, registers_of, seen_from, settings_of, within
from sitegen.model.sources import Sources
from sitegen.model.spanning import Site
from sitegen.model.standing import DOWN, all_places, groups, states_of
from sitegen.model.stories import Setting
from sitegen.model.values import Story, Target
from sitegen.problems.problem import Checked, Problem, Where, gather
from sitegen.reading.values import Asset
from sitegen.schema.values import AcademicYear, DateValue, LinkValue


def build_site(sources: Sources) -> Checked[Site]:
    """The site of everything that was read, and every problem that only the whole can show.

    Where the sources are for a part of the site, it is a smaller one, in which nothing leads to what it lacks.
    """
    placed = places(sources)
    states = states_of(placed.value, sources)
    known = names(sources.registers)
    inside = within(placed.value, states, sources, known)
    setting = _setting(placed.value, seen_from(states, inside), sources, known)
    parts = _parts(_seen(placed.value, states), setting)
    site = _spanning(*_selected(parts.value, sources, inside), known, setting.linkable)
    made = replace(site.value, tombstones=_tombstones(placed.value, states, inside))
    return Checked(made, placed.problems + parts.problems + site.problems + _no_edition(placed.value, sources))


def _seen(placed: Places, states: Mapping[str, str]) -> Places:
    return Places(*(tuple(p for p in group if states[p.id] == PUBLISHED) for group in groups(placed)))


def _selected(parts: Parts, sources: Sources, inside: frozenset[str]) -> tuple[Parts, Sources]:
    """The pages, and what is said of them in settings and registers, of the part that is asked for."""
    part = sources.selection
    if part is None:
        return parts, sources
    kept = reduced(parts, inside)
    settings = settings_of(kept, sources.settings, parts.editions, part)
    return kept, replace(sources, settings=settings, registers=registers_of(kept, sources.registers))


def _tombstones(placed: Places, states: Mapping[str, str], inside: frozenset[str]) -> dict[str, str]:
    """Pages that are taken down and ask for a tombstone."""
    every = (p for p in all_places(placed) if p.id in inside and states[p.id] in DOWN)
    return {p.source.path: p.address for p in every if p.source.value("tombstone") is True}


def _setting(placed: Places, states: Mapping[str, str], sources: Sources, known: Names) -> Setting:
    every = list(all_places(placed))
    destinations = {p.source.path: _destination(p, states[p.id]) for p in every}
    unplaced = {s.path for s in sources.sources} - set(destinations)
    terms = terms_by_acronym(sources.registers.glossary)
    base = sources.settings.base_url
    library = Library(destinations, sources.left_out | unplaced, sources.tree, terms, base)
    return Setting(sources, known, library, {p.source.path.split("/")[1]: p.source for p in placed.editions})


def _destination(place: Place, state_: str) -> Destination:
    body = place.source.body
    headings = tuple(h.id.removeprefix("s-") for h in body.headings)
    return Destination(place.source.path, place.address, state_, frozenset(body.ids), headings)


def _parts(placed: Places, setting: Setting) -> Checked[Parts]:
    within = _children((*placed.sections, *placed.stories))
    editions = sorted(placed.editions, key=newest_first)
    ordered = [(e, [s for s in within[e.id] if s.role == "section"]) for e in editions]
    made_stories = gather(
        stories.story(place, number, setting)
        for edition, sections in ordered
        for parent in (edition, *sections)
        for place, number in _numbered(within[parent.id])
    )
    made_sections = gather(
        stories.section(place, n, _ids(within[place.id], "story"), setting)
        for _, sections in ordered
        for n, place in enumerate(sections, 1)
    )
    made_editions = gather(
        stories.edition(e, _ids(within[e.id], "section"), _ids(within[e.id], "story"), setting) for e in editions
    )
    made_pages = gather(stories.fixed_page(p, setting) for p in placed.pages)
    parts = Parts(
        {e.id: e for e in made_editions.value}, {s.id: s for s in made_sections.value},
        {s.id: s for s in made_stories.value}, {p.id: p for p in made_pages.value},
    )  # fmt: skip
    made = (made_editions, made_sections, made_stories, made_pages)
    return Checked(parts, tuple(problem for checked in made for problem in checked.problems))


def _children(children: Iterable[Place]) -> Mapping[str, list[Place]]:
    within: dict[str, list[Place]] = defaultdict(list)
    for place in children:
        within[place.section or place.edition].append(place)
    return within


def _ids(children: Iterable[Place], role: str) -> tuple[str, ...]:
    return tuple(p.id for p in children if p.role == role)


def _numbered(children: Iterable[Place]) -> Iterator[tuple[Place, int | None]]:
    """Stories with their numbers: derived from their order, never typed."""
    number = 0
    for place in (p for p in children if p.role == "story"):
        own = place.source.value("numbered")
        if place.source.kind.numbered if own is None else own is True:
            number += 1
            yield place, number
        else:
            yield place, None


def newest_first(place: Place) -> tuple[int, str]:
    """Sorts editions: by date, else by the end of the academic year; those without either come last."""
    date, year = place.source.value("date"), place.source.value("academic_year")
    if isinstance(date, DateValue):
        return (-date.end.toordinal(), place.id)
    if isinstance(year, AcademicYear):
        return (-datetime.date(year.start + 1, 8, 31).toordinal(), place.id)
    return (0, place.id)


def _spanning(parts: Parts, sources: Sources, known: Names, library: Library) -> Checked[Site]:
    schools = records.schools(parts.stories, sources.registers)
    people = records.people(parts.stories)
    hubs = records.hubs(parts.stories, sources.registers, _hub_wordings(parts, known))
    nav = navigation(sources.settings, parts.editions, parts.pages)
    found = facets(parts.stories, Lookup(parts.editions, hubs), sources.settings.bands)
    named = _named(parts.stories, library)
    full = {i: replace(s, related=named.value[i]) for i, s in parts.stories.items()}
    within = pages(parts.editions, parts.sections, full)
    site = Site(
        settings=sources.settings, registers=sources.registers, editions=parts.editions, sections=parts.sections,
        stories=full, pages=parts.pages, schools=schools.value, hubs=hubs, people=people.value,
        themes=records.themes(full), facets=found, stats=stats(within),
        quotes=quotes(within), navigation=nav.value, downloads=_downloads(parts, sources),
        alike=neighbours(full, schools.value, hubs), preview=sources.drafts,
        docs=sources.kinds if sources.docs else {}, selection=sources.selection,
    )  # fmt: skip
    near = near_schools(((m.name, m.where) for s in full.values() for m in s.schools), known)
    return Checked(site, schools.problems + people.problems + nav.problems + named.problems + near)


def _hub_wordings(parts: Parts, known: Names) -> dict[str, str]:
    """Names of hubs by id where no register has them: as first written."""
    found: dict[str, str] = {}
    for story in parts.stories.values():
        for fact in (f for f in story.facts if f.type in ("hub", "hubs")):
            for part in fact.parts:
                if part.refers:
                    found.setdefault(part.refers.removeprefix("hubs/"), part.text)
    return found


def _named(every: Mapping[str, Story], library: Library) -> Checked[dict[str, tuple[str, ...]]]:
    """Stories that an author put beside a story, by id. One that is not published is a problem, as in a link."""
    by_address = {s.address: s.id for s in every.values()}
    named: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for story in every.values():
        value = story.values.get("related")
        ids = []
        for part in (value.parts or (value,)) if value else ():
            target = leads_to(_target(part.value, part.text), part.where, library)
            problems.extend(target.problems)
            if target.value.address in by_address:
                ids.append(by_address[target.value.address])
        named[story.id] = tuple(dict.fromkeys(ids))
    return Checked(named, tuple(problems))


def _target(value: object, text: str) -> str:
    return value.target if isinstance(value, LinkValue) else text


def _downloads(parts: Parts, sources: Sources) -> dict[str, Asset]:
    tree = sources.tree
    files = {t.address for t in _targets(parts)}
    every = (*tree.assets, *tree.files)
    return {a: tree.original(p) for p in every if (a := download(p, tree)) in files} if files else {}


def _targets(parts: Parts) -> Iterator[Target]:
    texts = (
        *(e.text for e in parts.editions.values()), *(s.text for s in parts.sections.values()),
        *(s.text for s in parts.stories.values()), *(p.text for p in parts.pages.values()),
    )  # fmt: skip
    for text in texts:
        yield from (t for t in text.targets.values() if t.kind == "file")


def _no_edition(placed: Places, sources: Sources) -> tuple[Problem, ...]:
    if placed.editions or sources.left_out:
        return ()
    return (
        Problem(
            Where("content/site.yaml"), "no-edition", "The site has no edition.",
            "Make a folder such as content/2022-23/ with an index.md that says `kind: edition` and a title.",
        ),
    )  # fmt: skip

