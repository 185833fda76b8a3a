"""Where a new file belongs: the editions and sections that there are, and the names that are taken in a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.places import RESERVED, Place, places
from sitegen.model.site import newest_first
from sitegen.model.sources import Sources
from sitegen.options import Options
from sitegen.parsing import parse_document
from sitegen.problems.problem import gather
from sitegen.reading.tree import read_file
from sitegen.reading.values import Tree
from sitegen.regex import regex
from sitegen.schema.declared import Kind, Registers, Settings
from sitegen.text import in_words, nearest, slug
from sitegen.writing.errors import EnvironmentProblem, plain_errors

_NUMBER = regex(r"([0-9]{1,3})-(.+)", re.DOTALL)
_HIGHEST = 999
_WIDTH = 2
_OTHER_TITLE = "Choose another title, which you can change in the file afterwards."


@dataclass(frozen=True, slots=True)
class Standing:
    """The editions, newest first, and the sections of a site, as far as their files can be understood.

    `misread` are the folders whose index.md cannot be.
    """

    editions: tuple[Place, ...]
    sections: tuple[Place, ...]
    misread: tuple[str, ...]

    def sections_of(self, edition: Place) -> tuple[Place, ...]:
        """Its sections in reading order."""
        return tuple(s for s in self.sections if s.edition == edition.id)


def standing(options: Options, kinds: Mapping[str, Kind]) -> Standing:
    """What editions and sections there are. Of all files only their index.md are read: a site may be large."""
    files = {file.path: file for path in _indexes(options.site) if (file := read_file(options.site, path))}
    read = gather(parse_document(file, kinds, "en-GB") for file in files.values())
    known = tuple(source for source in read.value if source)
    misread = frozenset(files) - {source.path for source in known}
    tree = Tree(options.site, files, {})
    placed = places(Sources(tree, Settings("", ""), Registers(), kinds, known, misread, options.today)).value
    return Standing(tuple(sorted(placed.editions, key=newest_first)), placed.sections, tuple(map(folder_of, misread)))


def _indexes(site: Path) -> Iterator[str]:
    """The index.md of every folder in content/ and of every folder in one of these."""
    for edition in _folders(site / "content"):
        yield f"content/{edition}/index.md"
        for section in _folders(site / "content" / edition):
            yield f"content/{edition}/{section}/index.md"


def _folders(folder: Path) -> list[str]:
    return sorted(e for e in names_in(folder) if (folder / e).is_dir())


def names_in(folder: Path) -> list[str]:
    """The names of what lies in a folder, but for hidden files; none where it does not exist."""
    with plain_errors(f"{folder} cannot be read"):
        return [name for name in os.listdir(folder) if not name.startswith(".")] if folder.is_dir() else []


def texts_in(folder: Path) -> list[str]:
    """The names of what can be a story or hold one: Markdown files and folders."""
    return [n for n in names_in(folder) if n.lower().endswith((".md", ".markdown")) or (folder / n).is_dir()]


def folder_of(path: str) -> str:
    """The folder of an index.md."""
    return path.rpartition("/")[0]


def folder_path(place: Place) -> str:
    """The folder of an edition or a section, from the site folder."""
    return folder_of(place.source.path)


def named(wanted: str, known: Standing, among: Iterable[Place]) -> Place:
    """The edition or section by what people may call it: its folder, with or without numbers, or its address."""
    text = wanted.strip().replace("\\", "/").removeprefix("./").strip("/").removeprefix("content/")
    choices = list(among)
    by_name = {folder_path(p).removeprefix("content/"): p for p in choices} | {p.id: p for p in choices}
    found = next((place for name, place in by_name.items() if name.lower() == text.lower()), None)
    if found:
        return found
    if f"content/{text}" in known.misread:
        raise EnvironmentProblem(f"content/{text}/index.md has mistakes. Put them right first: check tells them.")
    near = nearest(text, by_name)
    hint = f'Did you mean "{near}"?' if near else f"There {_is_there([p.id for p in choices])}."
    raise EnvironmentProblem(f'Nothing in content/ is called "{wanted}" that this could be put in. {hint}')


def _is_there(ids: list[str]) -> str:
    quoted = in_words([f'"{i}"' for i in ids[:12]])
    return f"is {quoted}" if ids else "is no edition yet. Begin with: new edition"


def home_of_story(known: Standing, wanted: str | None, naming: str) -> Place:
    """The edition or section that a new story goes into: as wanted, else the newest edition or its only section."""
    if wanted:
        return named(wanted, known, (*known.editions, *known.sections))
    edition = newest(known)
    sections = known.sections_of(edition)
    if len(sections) > 1:
        which = in_words([f'"{s.id}"' for s in sections])
        first = f"{naming} --in {sections[0].id}"
        raise EnvironmentProblem(f"The newest edition has several sections: {which}. Say which: {first}")
    return sections[0] if sections else edition


def newest(known: Standing) -> Place:
    """The newest edition; an EnvironmentProblem where there is none."""
    if known.editions:
        return known.editions[0]
    if known.misread:
        raise EnvironmentProblem(f"{known.misread[0]}/index.md has mistakes. Put them right first: check tells them.")
    raise EnvironmentProblem('There is no edition yet. Begin with one: new edition "Annual report 2024/25"')


def without_number(name: str) -> str:
    """A file's or folder's name as it stands in addresses: without the number in front and its ending."""
    stem = name.rsplit(".", 1)[0] if name.lower().endswith((".md", ".markdown")) else name
    found = _NUMBER.fullmatch(stem)
    return slug(found[2] if found else stem)


def next_number(names: Iterable[str], is_numbered: bool) -> str:
    """The number in front of the next file among these, as wide as theirs: `04-`. Empty where none belongs there."""
    numbers = [found[1] for name in names if (found := _NUMBER.fullmatch(name))]
    if not (numbers or is_numbered):
        return ""
    highest = max((int(number) for number in numbers), default=0) + 1
    width = max((len(number) for number in numbers), default=_WIDTH)
    return f"{highest:0{width}d}-" if highest <= _HIGHEST else ""


def address_of(title: str) -> str:
    """The address that a title makes; an EnvironmentProblem where it makes none."""
    made = slug(title)
    if not made:
        raise EnvironmentProblem(f'The title "{title}" has no letter or figure that could be its address. Add a word.')
    return made


def check_free(own: str, folder: Path, shown: str, *, at_top: bool = False, advice: str = _OTHER_TITLE) -> None:
    """Refuses an address that is taken in a folder, or that the site makes itself, with advice what to do instead."""
    if own in (RESERVED if at_top else ("print", "index")):
        raise EnvironmentProblem(f'The site makes "{own}/" itself. {advice}')
    for name in texts_in(folder):
        if without_number(name) == own:
            raise EnvironmentProblem(f"{shown}/{name} has that address already. {advice}")
