"""What can be printed, by whatever people may call it: editions, sections, hubs and stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.model.spanning import Site
from sitegen.pages.heads import HOME, print_address
from sitegen.pages.hubs import is_printed
from sitegen.text import nearest
from sitegen.writing.errors import EnvironmentProblem

_MOST_CHOICES = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that has a page for paper: what it is called, the address of its own page without its file, its names.

    `is_printed` is False where it has none, since its consents are for the screen alone or a hub has no story.
    """

    title: str
    place: str
    names: tuple[str, ...] = ()
    is_printed: bool = True

    @property
    def address(self) -> str:
        """The address of its page for paper."""
        return print_address(f"{self.place}/{HOME}")

    @property
    def file(self) -> str:
        """What its PDF is called where nothing else is asked for."""
        return f"{self.place.removeprefix('hubs/').replace('/', '-')}.pdf"


def subjects(site: Site) -> Iterator[Subject]:
    """All that could be printed, what is largest first."""
    for edition in site.editions.values():
        yield Subject(edition.title, _place(edition.address), (edition.path, edition.title))
    for section in site.sections.values():
        yield Subject(section.title, _place(section.address), (section.path,))
    for hub in site.hubs.values():
        yield Subject(hub.name, _place(hub.address), (hub.id, hub.name), is_printed(site, hub))
    for story in site.stories.values():
        yield Subject(story.title, _place(story.address), (story.path,), not story.screen_only)


def _place(address: str) -> str:
    return address.removesuffix(f"/{HOME}")


def subject(named: str, known: Sequence[Subject]) -> Subject:
    """The one that is meant. Where none is, or several are, an EnvironmentProblem says so and names the nearest."""
    wanted = _plain(named)
    exact = [s for s in known if wanted in (s.place.casefold(), *map(_plain, s.names))]
    by_step = [s for s in known if wanted == s.place.rpartition("/")[2].casefold()]
    found = exact or by_step
    if len(found) > 1:
        choices = ", ".join(s.place for s in found[:_MOST_CHOICES])
        raise EnvironmentProblem(f'Several pages are called "{named}": {choices}. Write the whole of one of these.')
    if not found:
        raise EnvironmentProblem(f'No edition, section, hub or story is called "{named}".{_hint(wanted, known)}')
    if not found[0].is_printed:
        place = found[0].place
        raise EnvironmentProblem(f"Nothing of {place} can be printed: no consent allows it, or it has no story.")
    return found[0]


def _plain(named: str) -> str:
    """A name without what stands around it: `./output/2022-23/print/index.html` is `2022-23`."""
    path = named.strip().replace("\\", "/").removeprefix("./").removeprefix("content/").removeprefix("output/")
    return path.strip("/").removesuffix(HOME).strip("/").removesuffix("/print").casefold()


def _hint(wanted: str, known: Sequence[Subject]) -> str:
    steps = {s.place.rpartition("/")[2]: s.place for s in known}
    names = {name: s.place for s in known for name in s.names}
    near = nearest(wanted, (s.place for s in known)) or steps.get(nearest(wanted, steps) or "")
    near = near or names.get(nearest(wanted, names) or "")
    if near:
        return f' Did you mean "{near}"?'
    return f" Write its address, as {known[0].place}." if known else ""
