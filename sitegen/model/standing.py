"""How every page stands today: published, not yet, or no longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.places import Place, Places, places
from sitegen.model.publication import EXPIRED, PUBLISHED, WITHDRAWN, WITHHELD, state
from sitegen.model.sources import Sources

DOWN = frozenset((EXPIRED, WITHDRAWN, WITHHELD))
"""States of what must not be seen any more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A page by its file and its address, with its state (see `publication`)."""

    path: str
    address: str
    state: str


def standings(sources: Sources) -> tuple[Standing, ...]:
    """How every file with a place stands, those around others first."""
    placed = places(sources).value
    states = states_of(placed, sources)
    return tuple(Standing(p.source.path, p.address, states[p.id]) for p in all_places(placed))


def taken_down(sources: Sources) -> frozenset[str]:
    """The files of stories and pages that must not be seen any more, but of nothing that stands around others."""
    placed = places(sources).value
    states = states_of(placed, sources)
    _, _, stories, pages = groups(placed)
    return frozenset(p.source.path for p in (*stories, *pages) if states[p.id] in DOWN)


def all_places(placed: Places) -> Iterator[Place]:
    """Editions, sections, stories, pages."""
    return (place for group in groups(placed) for place in group)


def groups(placed: Places) -> tuple[tuple[Place, ...], ...]:
    """The places of each role, those around others first."""
    return (placed.editions, placed.sections, placed.stories, placed.pages)


def states_of(placed: Places, sources: Sources) -> Mapping[str, str]:
    """The state of each page by id: its own, or that of the section or edition around it if that is not published."""
    found: dict[str, str] = {}
    for place in all_places(placed):
        around = [found.get(parent, PUBLISHED) for parent in (place.edition, place.section) if parent != place.id]
        found[place.id] = next((s for s in (_own(place, sources), *around) if s != PUBLISHED), PUBLISHED)
    return found


def _own(place: Place, sources: Sources) -> str:
    if place.source.path in sources.refused:
        return WITHHELD
    return PUBLISHED if sources.drafts else state(place.source, sources.today, sources.needs_approval)
