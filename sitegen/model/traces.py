"""What a story would leave behind: every wording and name by which it could be known again, and that nothing else has.

What a published page, a register or the site's settings say too tells nothing of the story, so it is no trace.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from posixpath import basename, dirname
from typing import Any

from sitegen.markup.body import FigureBlock, Gallery, Letter, Part, PersonBlock, Picture, Quote, Stat
from sitegen.markup.gathering import every_part
from sitegen.model.references import path_of
from sitegen.model.sources import Source, Sources
from sitegen.model.spanning import Site
from sitegen.reading.values import Tree
from sitegen.regex import regex
from sitegen.schema.values import PersonValue, PictureValue, Reference, Value
from sitegen.text import slug

_SENTENCE = regex(r"(?<=[.!?])\s+|\n")
_SPACE = regex(r"\s+")
_SIGNS = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014\u00a0", "''\"\"----- ")
_HIDDEN = regex("[\u00ad\u200b-\u200d\u2060\ufeff]")
_FEWEST_WORDS = 4
"""Fewer words in a row could stand anywhere."""
_SHORTEST_NAME = 4
_NOT_SHOWN = frozenset(
    "kind draft publish_on expires_on withdrawn tombstone consent owner status overrides order numbered".split()
)


@dataclass(frozen=True, slots=True)
class Trace:
    """A wording to look for, folded (see `fold`): `what` it is, and whether it is a piece of an address."""

    what: str
    text: str
    is_address: bool = False


def fold(text: str) -> str:
    """Text as two writings of it compare: entities read, no case, plain marks and spaces."""
    plain = unicodedata.normalize("NFKC", _HIDDEN.sub("", html.unescape(text))).translate(_SIGNS)
    return _SPACE.sub(" ", plain.casefold()).strip()


def traces(gone: Iterable[Source], sources: Sources, site: Site) -> tuple[Trace, ...]:
    """What the sources in `gone` alone say, beside a site that was made without them from the same `sources`."""
    known = known_wording(sources, site)
    steps = {slug(step) for path in _published(site) for step in _steps(path)}
    steps |= {i for records in (site.schools, site.hubs, site.people, site.themes) for i in records}
    found = [t for source in gone for t in (*_said(source), *_files(source, sources.tree, steps))]
    return tuple(dict.fromkeys(t for t in found if t.text and (t.is_address or t.text not in known)))


def words_of(traced: Iterable[Trace]) -> str:
    """All wordings together, for their single words."""
    return "\n".join(t.text for t in traced if not t.is_address)


def known_wording(sources: Sources, site: Site) -> str:
    """Everything that published pages, registers and settings say, folded."""
    shown = _published(site)
    pages = [s for s in sources.sources if s.path in shown]
    wordings = (w for page in pages for w in (page.document.body, page.body.plain, *_wordings(page)))
    schools = (entry for entry in sources.registers.schools if entry.id in site.schools)
    registers = (*sources.registers.hubs, *sources.registers.glossary, *schools, sources.settings)
    return fold("\n".join((*wordings, *(w for entry in registers for w in _strings(entry)))))


def _published(site: Site) -> frozenset[str]:
    pages = (site.editions, site.sections, site.stories, site.pages)
    return frozenset(made.path for group in pages for made in group.values())


def _wordings(source: Source) -> Iterator[str]:
    for value in source.values.values():
        yield value.text
        for part in value.parts or (value,):
            yield from _strings(part.value)


def _strings(value: Any) -> Iterator[str]:
    """Every text in a value, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inside in value.values():
            yield from _strings(inside)
    elif isinstance(value, tuple):
        for inside in value:
            yield from _strings(inside)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _said(source: Source) -> Iterator[Trace]:
    yield Trace("its title", fold(source.text("title")))
    for key, value in source.values.items():
        if key not in _NOT_SHOWN:
            yield from (Trace(f"its {key.replace('_', ' ')}", text) for text in _long(value.text))
            yield from (Trace("a name", fold(name)) for name in _names(value) if len(name) >= _SHORTEST_NAME)
    for line in _SENTENCE.split(source.body.plain):
        yield from (Trace("a sentence", text) for text in _long(line))
    for part in every_part((*source.body.parts, *source.body.notes)):
        yield from (Trace(what, fold(text)) for what, text in _of_part(part) if len(text) >= _SHORTEST_NAME)


def _long(text: str) -> Iterator[str]:
    folded = fold(text)
    if len(folded.split()) >= _FEWEST_WORDS:
        yield folded


def _names(value: Value) -> Iterator[str]:
    for part in value.parts or (value,):
        if isinstance(part.value, PersonValue):
            yield part.value.name
        elif isinstance(part.value, Reference):
            yield part.value.text


def _of_part(part: Part) -> Iterator[tuple[str, str]]:
    match part:
        case Quote():
            yield "a quote", part.text
            yield from (("a name", s.name) for s in part.speakers)
        case Letter():
            yield from (("a name", s.name) for s in part.signatories)
        case PersonBlock():
            yield "a name", part.name
        case Stat():
            yield "a number", part.label if len(part.label.split()) > 1 else ""
        case Picture():
            yield "the words of a picture", part.alt if len(part.alt.split()) >= _FEWEST_WORDS else ""
        case FigureBlock() | Gallery():
            yield "the title of a picture", part.title if len(part.title.split()) >= _FEWEST_WORDS else ""


def _steps(path: str) -> list[str]:
    """The folders and the name of a file as steps of an address, without the numbers in front."""
    steps = path.removesuffix(".md").removesuffix("/index").split("/")
    return [re.sub(r"^\d{1,3}-", "", step) for step in steps]


def _files(source: Source, tree: Tree, folders: set[str]) -> Iterator[Trace]:
    """Its step in addresses, unless another page has it too, and the names of its pictures."""
    own = slug(_steps(source.path)[-1])
    if own not in folders:
        yield Trace("its address", f"/{own}/", is_address=True)
    for path in pictures_of(source):
        stem = slug(basename(path).rpartition(".")[0])
        if path in tree.assets and len(stem) >= _SHORTEST_NAME and dirname(path) == dirname(source.path):
            yield Trace("the name of a picture", f"/{stem}.", is_address=True)


def pictures_of(source: Source) -> list[str]:
    """The paths of all pictures that a source names."""
    named = [p.target for p in source.body.pictures if p.target]
    for value in source.values.values():
        for part in value.parts or (value,):
            image = part.value.image if isinstance(part.value, PersonValue) else part.value
            named += [image.file] if isinstance(image, PictureValue) else []
    return [path_of(source.path, name) for name in dict.fromkeys(named)]
