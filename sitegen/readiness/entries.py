"""Every file of content/ that is or should be a page, with its place and its state; also those with errors."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.model.places import Place, Places, address_of, places
from sitegen.model.publication import PUBLISHED, state
from sitegen.model.site import newest_first
from sitegen.model.sources import Source, Sources
from sitegen.model.standing import all_places, states_of
from sitegen.parsing import is_document
from sitegen.readiness.values import Entry
from sitegen.regex import regex
from sitegen.text import fold_space

_TITLE = regex(r"^\s{0,3}(?:title[ \t]*:|#)[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_BEGINNING = 4_000
_LAST = float("inf")


def entries(sources: Sources) -> tuple[Entry, ...]:
    """All files in reading order; within their section, those without a place stand behind the others."""
    placed = places(sources).value
    states = states_of(placed, sources)
    by_path = {place.source.path: (number, place) for number, place in enumerate(all_places(placed))}
    known = {source.path: source for source in sources.sources}
    documents = [path for path in (*sources.tree.files, *sources.tree.unread) if is_document(path)]
    folders = {path.rpartition("/")[0] for path in documents if not path.endswith("/index.md")}
    made = (_entry(path, by_path.get(path), known.get(path), states, sources, folders) for path in set(documents))
    return _in_reading_order(sorted(made, key=lambda entry: entry.order), placed)


def _in_reading_order(found: list[Entry], placed: Places) -> tuple[Entry, ...]:
    """Edition by edition, the newest first, each before its sections, each of these before its stories."""
    newest = sorted(placed.editions, key=newest_first)
    editions = {place.source.path.split("/")[1]: number for number, place in enumerate(newest)}
    sections = {(e.edition, e.section): number for number, e in enumerate(found) if e.role == "section"}

    def key(entry: Entry) -> tuple[object, ...]:
        section = sections.get((entry.edition, entry.section), _LAST)
        is_page = entry.role == "page" or not entry.edition
        return (is_page, editions.get(entry.edition, _LAST), entry.edition, entry.role != "edition", section,
                entry.section, entry.role != "section", entry.order)  # fmt: skip

    return tuple(sorted(found, key=key))


def _entry(
    path: str, found: tuple[int, Place] | None, source: Source | None, states: Mapping[str, str], sources: Sources,
    folders: set[str],
) -> Entry:  # fmt: skip
    role = source.kind.role if source else _role(path, folders)
    edition, section = _around(path, role)
    title = (source.text("title") if source else "") or _title(sources, path)
    if found is None:
        return Entry(path, role, edition, section, address_of(path), title, "", False, (_LAST, path), source)
    number, place = found
    now = states[place.id]
    around = source is not None and now != PUBLISHED and _own(source, sources) == PUBLISHED
    return Entry(path, role, edition, section, place.address, title, now, around, (number, path), source)


def _own(source: Source, sources: Sources) -> str:
    return "refused" if source.path in sources.refused else state(source, sources.today, sources.needs_approval)


def _role(path: str, folders: set[str]) -> str:
    """What a file seems to be that cannot be understood."""
    steps = path.split("/")[1:]
    if steps[0] == "pages":
        return "page"
    if len(steps) == 2 and steps[1] == "index.md":
        return "edition"
    is_section = len(steps) == 3 and steps[2] == "index.md" and path.rpartition("/")[0] in folders
    return "section" if is_section else "story"


def _around(path: str, role: str) -> tuple[str, str]:
    """The folders of the edition and the section that a file lies in, or is the index of."""
    folders = path.split("/")[1:-1]
    if not folders or role == "page":
        return "", ""
    is_folder = path.endswith("/index.md") and role == "story"
    inner = folders[:-1] if is_folder else folders
    return folders[0], inner[1] if len(inner) > 1 else ""


def _title(sources: Sources, path: str) -> str:
    """The title as it stands in a text that cannot be understood; without one the name of the file."""
    file = sources.tree.files.get(path)
    found = _TITLE.search(file.text[:_BEGINNING]) if file else None
    if found:
        return fold_space(found[1]).strip("\"'")
    *_, folder, name = path.split("/")
    return folder if name == "index.md" else name
