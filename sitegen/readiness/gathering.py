"""The board of a build: every file with what is open in it, by edition and section, and what stands elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.checking.lint import lint
from sitegen.checking.strays import IMPORTED
from sitegen.model.clearing import clear
from sitegen.model.names import names
from sitegen.model.publication import DRAFT, EMBARGOED, GONE, WITHDRAWN, WITHHELD
from sitegen.model.references import path_of
from sitegen.model.site import build_site
from sitegen.model.sources import Sources
from sitegen.model.traces import pictures_of
from sitegen.model.values import Story
from sitegen.pipeline import Build
from sitegen.problems.problem import Problem, distinct
from sitegen.readiness.entries import entries
from sitegen.readiness.items import Known, hubs_of, items, problem_elsewhere
from sitegen.readiness.values import (
    STOPS,
    Board,
    Changes,
    EditionBoard,
    Entry,
    Group,
    Item,
    PageChange,
    Reviewed,
)

_WAITING = frozenset((DRAFT, EMBARGOED))
_UNNAMED = frozenset((WITHDRAWN, WITHHELD))
"""States in which a story is called by its file: its title may be what must not be read any more."""
_NO_EDITION = "Belongs to no edition"
_NO_SECTION = "In no section"
_NEWS = {"added": "new", "changed": "changed", "moved": "moved"}


def all_entries(built: Build) -> tuple[Entry, ...]:
    """Every file of content/ that is or should be a page. Those that may not be named have the name of their file."""
    found = entries(built.cleared.sources)
    return tuple(replace(e, title=e.path.removeprefix("content/")) if e.state in _UNNAMED else e for e in found)


def board(built: Build, found: Sequence[Entry], changes: Changes, *, strict: bool = False, jobs: int = 0) -> Board:
    """The readiness board of a build. What waits to be published is looked through as if it were shown already."""
    waiting = frozenset(entry.path for entry in found if entry.state in _WAITING)
    stories = {story.path: story for story in built.site.stories.values()}
    problems: Sequence[Problem] = built.problems
    owners = _owners(found, built.cleared.before)
    if waiting:
        more, told = _as_if_shown(built, jobs)
        stories = {**more, **stories}
        problems = distinct(problems, (p for p in told if owners.get(p.where.file, p.where.file) in waiting))
    by_file = _by_file(problems, owners, frozenset(e.path for e in found if e.role == "story"))
    desk = _desk(built.cleared.before, found, stories, by_file, changes)
    paths = {entry.path for entry in found}
    elsewhere = {file: tuple(map(problem_elsewhere, told)) for file, told in by_file.items() if file not in paths}
    errors = [p for p in problems if p.is_error]
    return Board(
        built.site.settings.title, desk.editions(), desk.reviewed_all("page"), tuple(sorted(elsewhere.items())),
        changes, len(errors), len(problems) - len(errors), len({p.where.file for p in (errors or problems)}), strict,
    )  # fmt: skip


def _as_if_shown(built: Build, jobs: int) -> tuple[dict[str, Story], tuple[Problem, ...]]:
    """The stories of the site with its drafts, and the problems that only show then."""
    cleared = clear(replace(built.cleared.before, drafts=True))
    site = build_site(cleared.value.sources)
    told = (*cleared.problems, *site.problems, *lint(site.value, built.sources, jobs))
    return {story.path: story for story in site.value.stories.values()}, told


def _owners(found: Iterable[Entry], sources: Sources) -> dict[str, str]:
    """The file of a page by each file that belongs to it: itself, its pictures, its tables of figures."""
    owners = {entry.path: entry.path for entry in found}
    for source in sources.sources:
        named = [path_of(source.path, chart.data) for chart in source.body.charts if chart.data]
        for path in (*pictures_of(source), *named):
            owners.setdefault(path, source.path)
    return owners


def _by_file(
    problems: Iterable[Problem], owners: Mapping[str, str], stories: Container[str]
) -> Mapping[str, Sequence[Problem]]:
    """Problems by the file of the page that they are about; one of a file that is no page's by that file."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        file = problem.where.file
        index = f"{file.rpartition('/')[0]}/index.md"  # of a story with a folder of its own
        found[owners.get(file) or (index if index in stories else file)].append(problem)
    return found


def _desk(
    sources: Sources, found: Sequence[Entry], stories: Mapping[str, Story], problems: Mapping[str, Sequence[Problem]],
    changes: Changes,
) -> _Desk:  # fmt: skip
    indexes = {(e.role, e.edition, e.section): e for e in found if e.role in ("section", "edition")}
    hubs = {hub.id: hub.name for hub in sources.registers.hubs}
    imported = frozenset(p for p in (*sources.tree.files, *sources.tree.assets) if p.endswith(f"/{IMPORTED}"))
    known = Known(names(sources.registers), hubs, "", sources.needs_approval, imported)
    return _Desk(found, stories, problems, {page.address: page for page in changes.pages}, indexes, known)


@dataclass(frozen=True, slots=True)
class _Desk:
    """All that is laid out to review a file."""

    found: Sequence[Entry]
    stories: Mapping[str, Story]
    problems: Mapping[str, Sequence[Problem]]
    changes: Mapping[str, PageChange]
    indexes: Mapping[tuple[str, str, str], Entry]
    known: Known

    def editions(self) -> tuple[EditionBoard, ...]:
        """Every edition with its groups."""
        inside = [entry for entry in self.found if entry.role != "page"]
        folders = dict.fromkeys(entry.edition for entry in inside)
        return tuple(self._edition(folder, [e for e in inside if e.edition == folder]) for folder in folders)

    def _edition(self, folder: str, inside: Sequence[Entry]) -> EditionBoard:
        own = next((self.reviewed(e) for e in inside if e.role == "edition"), None)
        sections = dict.fromkeys(entry.section for entry in inside if entry.role != "edition")
        made = (self._group(section, [e for e in inside if e.section == section]) for section in sections)
        groups = tuple(group for group in made if group.own or group.stories)
        title = own.entry.title if own else folder or _NO_EDITION
        has_sections = any(group.title for group in groups)
        return EditionBoard(title, own, tuple(replace(g, title=g.title or has_sections * _NO_SECTION) for g in groups))

    def _group(self, folder: str, inside: Sequence[Entry]) -> Group:
        own = next((self.reviewed(e) for e in inside if e.role == "section"), None)
        stories = tuple(self.reviewed(e) for e in inside if e.role == "story")
        return Group(own.entry.title if own else folder, own, stories)

    def reviewed_all(self, role: str) -> tuple[Reviewed, ...]:
        """Every file of a role."""
        return tuple(self.reviewed(entry) for entry in self.found if entry.role == role)

    def reviewed(self, entry: Entry) -> Reviewed:
        """A file with what is open in it; what was taken down is held to nothing but that it stops no release."""
        known = replace(self.known, editor=self._editor(entry))
        open_ = items(entry, self.stories.get(entry.path), self.problems.get(entry.path, ()), known)
        counts = entry.state not in GONE
        kept = open_ if counts else tuple(item for item in open_ if item.weight == STOPS)
        hubs = hubs_of(entry.source, known) if entry.source else {}
        news = self.changes.get(entry.address)
        return Reviewed(
            entry, self._state(entry), entry.source.text("status").lower() if entry.source else "", kept, hubs, counts,
            _NEWS.get(news.kind, "") if news else "",
        )  # fmt: skip

    def _around(self, entry: Entry) -> tuple[Entry, ...]:
        """The section and the edition around a file."""
        wanted = (("section", entry.edition, entry.section), ("edition", entry.edition, ""))
        return tuple(self.indexes[role] for role in wanted if role in self.indexes)

    def _editor(self, entry: Entry) -> str:
        owners = (e.source.text("owner") for e in self._around(entry) if e.source and e is not entry)
        return next((owner for owner in owners if owner), "")

    def _state(self, entry: Entry) -> str:
        words = _STATES[entry.state]
        if entry.state == DRAFT and entry.source and not entry.around and entry.source.value("draft") is not True:
            words = "Not approved"
        if entry.state == EMBARGOED:
            asked = (entry, *self._around(entry))
            days = (e.source.text("publish_on") for e in asked if e.source and e.state == EMBARGOED)
            words = f"From {next((day for day in days if day), 'a later day')}"
        return f"{words}, as its section or edition is" if entry.around else words


_STATES: Mapping[str, str] = {
    "published": "Published", "draft": "Draft", "embargoed": "From a later day", "expired": "Expired",
    "withdrawn": "Withdrawn", "withheld": "Left out: no consent", "": "Left out: errors",
}  # fmt: skip


def open_items(reviewed: Reviewed) -> tuple[Item, ...]:
    """What has to be settled: not what would be good to have."""
    return tuple(item for item in reviewed.items if item.weight != "extra")
