"""What spans several editions on the page of a hub, school or person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from sitegen.model.spanning import School, Site
from sitegen.model.values import Story
from sitegen.pages.lists import Mark
from sitegen.pages.shared import Shared
from sitegen.pages.views import EditionGroup, LinkView
from sitegen.text import fold_name

R = TypeVar("R")


def edition_groups(site: Site, shared: Shared, stories: tuple[str, ...]) -> tuple[EditionGroup, ...]:
    """Stories by edition, newest first, as the site has its editions."""
    found = in_editions(site, (s for s in stories if s in site.stories), lambda s: site.stories[s].edition)
    return tuple(EditionGroup(shared.edition_link(site, e), shared.rows_of(ids)) for e, ids in found)


def edition_marks(
    site: Site, shared: Shared, stories: tuple[str, ...], say: Callable[[list[Story]], str]
) -> tuple[Mark, ...]:
    """For each story its edition with what is said of all that it holds of these stories."""
    marks: dict[str, Mark] = {}
    for edition, ids in in_editions(site, stories, lambda s: site.stories[s].edition):
        marks[edition] = (shared.edition_link(site, edition), say([site.stories[s] for s in ids]))
    return tuple(marks[site.stories[s].edition] for s in stories)


def people_of(site: Site, stories: tuple[str, ...], school: School | None = None) -> tuple[LinkView, ...]:
    """The people whom stories name, each once, with the roles that these stories give.

    For a `school`: of stories with several schools only those people who are said to belong to it.
    """
    roles: dict[str, dict[str, None]] = {}
    for story in stories:
        for person in site.stories[story].people:
            if school and not belongs(site.stories[story], school, f"{person.role} {person.place}"):
                continue
            roles.setdefault(person.id, {}).update({person.role: None} if person.role else {})
    known = ((site.people[i], found) for i, found in roles.items() if i in site.people)
    return tuple(LinkView(p.name, p.address, "; ".join(found)) for p, found in known)


def belongs(story: Story, school: School, said: str) -> bool:
    """Whether what is said of somebody names the school, where a story has several; with one school, always."""
    if len(story.schools) < 2:
        return True
    names = (school.name, *school.aliases, *(m.name for m in story.schools if m.id == school.id))
    words = f" {fold_name(said)} "
    return any(f" {fold_name(name.split(',')[0]) or name} " in words for name in names)


def in_editions(site: Site, records: Iterable[R], edition_of: Callable[[R], str]) -> list[tuple[str, list[R]]]:
    """Records by the id of their edition: editions as the site has them, records in the order given."""
    found: dict[str, list[R]] = {edition: [] for edition in site.editions}
    for record in records:
        found[edition_of(record)].append(record)
    return [(edition, members) for edition, members in found.items() if members]
