"""What stands anywhere in a body: every part in reading order, every problem once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from sitegen.markup.body import (
    Acronym,
    Body,
    Chart,
    FigureBlock,
    Finding,
    Gallery,
    Letter,
    Link,
    Links,
    Part,
    PersonBlock,
    Picture,
    Prose,
    Quote,
    Stat,
    Timeline,
)
from sitegen.markup.plain import text_of
from sitegen.problems.problem import Problem

T = TypeVar("T")


def every_part(parts: Iterable[Part]) -> Iterator[Part]:
    """All parts, and the parts inside them, in reading order. HTML is left out."""
    for part in parts:
        if isinstance(part, str):
            continue
        yield part
        inside = _INSIDE.get(type(part))
        if inside:
            yield from every_part(inside(part))


def of_type(kind: type[T], parts: Iterable[Part]) -> tuple[T, ...]:
    """The parts of one type."""
    return tuple(part for part in parts if isinstance(part, kind))


def body_of(parts: tuple[Part, ...], notes: tuple[Part, ...]) -> Body:
    """The body of these parts and footnotes with all that follows from them; headings, ids and problems do not."""
    every = [*every_part(parts), *every_part(notes)]
    lines = [line.split() for line in f"{text_of(parts)}\n{text_of(notes)}".split("\n")]
    return Body(
        parts,
        notes,
        links=of_type(Link, every),
        pictures=of_type(Picture, every),
        quotes=of_type(Quote, every),
        stats=of_type(Stat, every),
        charts=of_type(Chart, every),
        timelines=of_type(Timeline, every),
        acronyms=of_type(Acronym, every),
        plain="\n".join(" ".join(words) for words in lines if words),
        words=sum(map(len, lines)),
    )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by their place, each once; of text that is nested too deeply, only the first is worth telling."""
    found = sorted(dict.fromkeys(problems), key=lambda p: (p.where.line, p.where.column))
    deep = next((p for p in found if p.code == "nested-too-deeply"), None)
    return tuple(p for p in found if p.code != "nested-too-deeply" or p is deep)


def _of_person(person: PersonBlock) -> Iterator[Part]:
    yield from (person.image,) if person.image else ()
    yield from person.parts


def _of_timeline(timeline: Timeline) -> Iterator[Part]:
    for entry in timeline.entries:
        yield from entry.title
        yield from entry.details


def _of_finding(finding: Finding) -> Iterator[Part]:
    yield from finding.parts
    for implication in finding.implications:
        yield from implication.parts


def _of_links(links: Links) -> Iterator[Part]:
    for item in links.items:
        yield from (item.link,) if item.link else ()
        yield from item.description


_INSIDE: Mapping[type, Callable[[Any], Iterable[Part]]] = {
    Picture: lambda picture: picture.caption,
    Quote: lambda quote: quote.parts,
    Stat: lambda stat: stat.parts,
    Chart: lambda chart: chart.caveats,
    Timeline: _of_timeline,
    Finding: _of_finding,
    PersonBlock: _of_person,
    Links: _of_links,
    Prose: lambda prose: prose.parts,
    Letter: lambda letter: letter.parts,
    FigureBlock: lambda figure: (figure.picture,),
    Gallery: lambda gallery: gallery.pictures,
}
