"""What spans several editions on the page of a hub, school or person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from sitegen.model.spanning import Site
from sitegen.pages.shared import Shared
from sitegen.pages.views import EditionGroup, LinkView

R = TypeVar("R")


def edition_groups(site: Site, shared: Shared, stories: tuple[str, ...]) -> tuple[EditionGroup, ...]:
    """Stories by edition, newest first, as the site has its editions."""
    found = in_editions(site, (s for s in stories if s in site.stories), lambda s: site.stories[s].edition)
    return tuple(EditionGroup(shared.edition_link(site, e), shared.rows_of(ids)) for e, ids in found)


def people_of(site: Site, stories: tuple[str, ...]) -> tuple[LinkView, ...]:
    """The people whom stories name, each once, with the roles that these stories give."""
    roles: dict[str, dict[str, None]] = {}
    for story in stories:
        for person in site.stories[story].people:
            roles.setdefault(person.id, {}).update({person.role: None} if person.role else {})
    known = ((site.people[i], found) for i, found in roles.items() if i in site.people)
    return tuple(LinkView(p.name, p.address, "; ".join(found)) for p, found in known)


def in_editions(site: Site, records: Iterable[R], edition_of: Callable[[R], str]) -> list[tuple[str, list[R]]]:
    """Records by the id of their edition: editions as the site has them, records in the order given."""
    found: dict[str, list[R]] = {edition: [] for edition in site.editions}
    for record in records:
        found[edition_of(record)].append(record)
    return [(edition, members) for edition, members in found.items() if members]
