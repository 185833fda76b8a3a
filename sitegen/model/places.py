"""Where a file stands says what it is: edition, section, story or page, and its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.model.sources import Source, Sources
from sitegen.problems.problem import Checked, Problem, Where
from sitegen.regex import regex
from sitegen.text import slug

RESERVED = frozenset("assets browse data hubs schools themes people numbers quotes glossary search print".split())
"""Folders at the top that the site makes itself (FORMATS, "Editions, sections, stories")."""

DOCS = "docs"
"""The folder of the authors' guide, reserved where the site has one."""

_NUMBER = regex(r"(\d{1,3})-(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A file with its place: `id` is its address without `/index.html`, `edition` and `section` are ids or empty.

    `role` is edition, section, story or page. `order` sorts it among its neighbours.
    """

    source: Source
    role: str
    id: str
    edition: str
    section: str
    order: tuple[float, str]

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"{self.id}/index.html"


@dataclass(frozen=True, slots=True)
class Places:
    """All files that have a place, each role in reading order within its parent."""

    editions: tuple[Place, ...]
    sections: tuple[Place, ...]
    stories: tuple[Place, ...]
    pages: tuple[Place, ...]


def places(sources: Sources) -> Checked[Places]:
    """The place of every source. A misplaced file is a problem and left out; so is a second one on an address."""
    by_path = {s.path: s for s in sources.sources}
    found: list[Place] = []
    problems: list[Problem] = []
    for source in sources.sources:
        placed = _place(source, by_path, sources)
        if isinstance(placed, Problem):
            problems.append(placed)
        elif placed is not None:
            found.append(placed)
    unique, clashes = _unique(found)
    by_role = {role: tuple(sorted((p for p in unique if p.role == role), key=lambda p: p.order)) for role in _ROLES}
    return Checked(Places(*(by_role[role] for role in _ROLES)), tuple(problems) + clashes)


_ROLES = ("edition", "section", "story", "page")


def _place(source: Source, by_path: Mapping[str, Source], sources: Sources) -> Place | Problem | None:
    folders, name = _steps(source.path)
    if folders[:1] == ("pages",):
        return _page(source, folders, name, sources)
    if not folders:
        return _misplaced(source, "A story belongs into the folder of an edition, a page into content/pages/.")
    if folders == folders[:1] and name == "index":
        return _edition(source, folders[0], sources)
    parents = _parents(folders, name)
    if len(parents) > 2:
        return _misplaced(source, "A story stands in an edition or in one of its sections, no deeper.")
    for depth in range(1, len(parents) + 1):
        index = "/".join(("content", *parents[:depth], "index.md"))
        if index in sources.left_out:
            return None
        if index not in by_path:
            return _no_parent(source, parents[:depth])
    return _inside(source, parents, folders, name, by_path)


def address_of(path: str) -> str:
    """The address that a file has by its path alone, whatever it holds; empty where no page can be."""
    folders, name = _steps(path)
    if not folders:
        return ""
    steps = (*folders,) if name == "index" else (*folders, name)
    if steps[0] == "pages":
        made = [slug(step) for step in steps[1:]]
    else:
        made = [slug(steps[0]), *(slug(_numbered(step)[1]) for step in steps[1:])]
    return "/".join((*made, "index.html")) if all(made) and 0 < len(made) <= 3 else ""


def _steps(path: str) -> tuple[tuple[str, ...], str]:
    *folders, name = path.split("/")[1:]
    return tuple(folders), name.rsplit(".", 1)[0]


def _parents(folders: tuple[str, ...], name: str) -> tuple[str, ...]:
    return folders[:-1] if name == "index" else folders


def _inside(
    source: Source, parents: tuple[str, ...], folders: tuple[str, ...], name: str, by_path: Mapping[str, Source]
) -> Place | Problem:
    own = folders[-1] if name == "index" else name
    if len(parents) == 2 and by_path["/".join(("content", *parents, "index.md"))].kind.role != "section":
        return _misplaced(source, f'The folder "{parents[1]}" is itself a story: it may hold pictures, not stories.')
    role = source.kind.role
    if role not in ("section", "story") or (role == "section" and (len(parents) == 2 or name != "index")):
        return _wrong_kind(source)
    return _in_edition(source, parents, own, role)


def _in_edition(source: Source, parents: tuple[str, ...], own: str, role: str) -> Place | Problem:
    number, rest = _numbered(own)
    last = slug(rest)
    edition = slug(parents[0])
    section = "/".join((edition, slug(_numbered(parents[1])[1]))) if len(parents) == 2 else ""
    if not last:
        return _unsafe(source, own)
    if last in ("print", "index"):
        return _reserved(source, last)
    order = source.value("order")
    rank = float(order) if isinstance(order, int | float) else number
    return Place(source, role, f"{section or edition}/{last}", edition, section, (rank, last))


def _numbered(name: str) -> tuple[float, str]:
    match = _NUMBER.fullmatch(name)
    return (float(match[1]), match[2]) if match else (float("inf"), name)


def _edition(source: Source, folder: str, sources: Sources) -> Place | Problem:
    if source.kind.role != "edition":
        return _wrong_kind(source)
    return _at_top(source, folder, "edition", sources)


def _page(source: Source, folders: tuple[str, ...], name: str, sources: Sources) -> Place | Problem:
    if len(folders) > 2 or (len(folders) == 2 and name != "index") or (len(folders) == 1 and name == "index"):
        return _misplaced(source, "Pages stand side by side in content/pages/, as about.md.")
    if source.kind.role != "page":
        return _wrong_kind(source)
    return _at_top(source, folders[1] if len(folders) == 2 else name, "page", sources)


def _at_top(source: Source, name: str, role: str, sources: Sources) -> Place | Problem:
    own = slug(name)
    if not own:
        return _unsafe(source, name)
    if own in RESERVED or (own == DOCS and sources.docs):
        return _reserved(source, own)
    order = source.value("order")
    return Place(source, role, own, own, "", (float(order) if isinstance(order, int | float) else float("inf"), own))


def _unique(found: Iterable[Place]) -> tuple[list[Place], tuple[Problem, ...]]:
    first: dict[str, Place] = {}
    problems = []
    for place in found:
        other = first.setdefault(place.id, place)
        if other is not place:
            problems.append(_clash(place, other))
    return list(first.values()), tuple(problems)


def _clash(place: Place, other: Place) -> Problem:
    return Problem(
        place.source.where, "duplicate-address",
        f"This file and {other.source.path} would both be the page {place.id}/.",
        "Give one of them another file name: the name without the number in front is the address.",
        also=(other.source.where,),
    )  # fmt: skip


def _misplaced(source: Source, why: str) -> Problem:
    return Problem(
        source.where, "misplaced-file", f"{source.path} stands where it belongs to no edition.",
        "Move it into an edition's folder, such as content/2022-23/primary/, or into content/pages/.", why=why,
    )  # fmt: skip


def _no_parent(source: Source, parents: tuple[str, ...]) -> Problem:
    folder, kind = "/".join(("content", *parents)), "edition" if len(parents) == 1 else "section"
    return Problem(
        Where(source.path), "misplaced-file", f"The folder {folder}/ has stories but no index.md.",
        f"Write {folder}/index.md with `kind: {kind}` and a title, or move the story.",
    )  # fmt: skip


def _wrong_kind(source: Source) -> Problem:
    return Problem(
        source.at("kind"), "misplaced-kind", f'"{source.kind.id}" cannot stand in {source.path}.',
        "An edition is the index.md of a folder in content/, a section the index.md of a folder in an edition, "
        "a page a file in content/pages/; every other kind is a story and stands in an edition or section.",
    )  # fmt: skip


def _unsafe(source: Source, name: str) -> Problem:
    return Problem(
        source.where, "unsafe-name", f'"{name}" has no letter or figure that could be an address.',
        "Rename the file or folder, for instance 01-st-margarets.md.",
    )  # fmt: skip


def _reserved(source: Source, name: str) -> Problem:
    return Problem(
        source.where, "reserved-address", f'The site makes "{name}/" itself.',
        f'Choose another name for the file or folder, such as "{name}-2".',
    )  # fmt: skip
