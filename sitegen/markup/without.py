"""A body of which something is left out or changed, as if its author had never written it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sitegen.markup.body import (
    Body,
    Chart,
    FigureBlock,
    Finding,
    Gallery,
    Letter,
    Link,
    LinkEnd,
    Links,
    Part,
    PersonBlock,
    Picture,
    Prose,
    Quote,
    Stat,
    Timeline,
)
from sitegen.markup.gathering import body_of, every_part
from sitegen.regex import regex

Change = Callable[[Part], Part | None]
"""What becomes of a part, without what is inside it: the part itself, another one, or None for nothing."""

_EMPTY = regex(r"<(p|li|td|a)(?: [^<>]*)?>\s*</\1>")
"""What a picture leaves behind that stood alone."""


def changed(body: Body, change: Change) -> Body:
    """The body with every part as `change` makes it, inside other blocks too, from the inside out.

    A figure or gallery that has no picture left goes too. Headings, problems and lines are those of the text.
    """
    parts, notes = _changed(body.parts, change), _changed(body.notes, change)
    if parts == body.parts and notes == body.notes:
        return body
    made = body_of(parts, notes)
    gone = set(_ids(body)) - set(_ids(made))
    return replace(
        made,
        headings=tuple(h for h in body.headings if h.id not in gone),
        ids=tuple(i for i in body.ids if i not in gone),
        acronyms=tuple(a for a in body.acronyms if a.text in made.plain),
        problems=body.problems,
    )


def _ids(body: Body) -> Iterator[str]:
    return (getattr(part, "id", "") for part in (*every_part(body.parts), *every_part(body.notes)))


def _changed(parts: Iterable[Part], change: Change) -> tuple[Part, ...]:
    made: list[Part] = []
    for part in parts:
        found = part if isinstance(part, str) else _one(part, change)
        if found is None:
            _close_gap(made)
        elif made and made[-1] == _GAP:
            made[-2:] = _joined(made[-2] if len(made) > 1 else "", found)
        else:
            made.append(found)
    return tuple(part for part in made if part != _GAP)


_GAP = ""
"""Stands where a part was left out, until what follows it is known."""


def _close_gap(made: list[Part]) -> None:
    if not made or made[-1] != _GAP:
        made.append(_GAP)


def _joined(before: Part, after: Part) -> list[Part]:
    """What stood around a part that is gone, without the empty element or link that it stood in."""
    if isinstance(before, Link) and isinstance(after, LinkEnd):
        return [_GAP]
    if isinstance(before, str) and isinstance(after, str):
        whole = _EMPTY.sub("", before + after)
        return [whole] if whole else []
    return [part for part in (before, after) if part != _GAP]


def _one(part: Part, change: Change) -> Part | None:
    rebuild = _REBUILT.get(type(part))
    inside = rebuild(part, change) if rebuild else part
    return change(inside) if inside is not None else None


def _parts(part: Quote | Stat | Prose | Letter, change: Change) -> Part | None:
    return replace(part, parts=_changed(part.parts, change))


def _picture(part: Picture, change: Change) -> Part | None:
    return replace(part, caption=_changed(part.caption, change))


def _person(part: PersonBlock, change: Change) -> Part | None:
    image = _one(part.image, change) if part.image else None
    shown = image if isinstance(image, Picture) else None
    return replace(part, parts=_changed(part.parts, change), image=shown)


def _timeline(part: Timeline, change: Change) -> Part | None:
    entries = (replace(e, title=_changed(e.title, change), details=_changed(e.details, change)) for e in part.entries)
    return replace(part, entries=tuple(entries))


def _finding(part: Finding, change: Change) -> Part | None:
    follows = tuple(replace(i, parts=_changed(i.parts, change)) for i in part.implications)
    return replace(part, parts=_changed(part.parts, change), implications=follows)


def _links(part: Links, change: Change) -> Part | None:
    return replace(part, items=tuple(replace(i, description=_changed(i.description, change)) for i in part.items))


def _figure(part: FigureBlock, change: Change) -> Part | None:
    picture = _one(part.picture, change)
    return replace(part, picture=picture) if isinstance(picture, Picture) else None


def _gallery(part: Gallery, change: Change) -> Part | None:
    pictures = tuple(p for p in (_one(each, change) for each in part.pictures) if isinstance(p, Picture))
    return replace(part, pictures=pictures) if pictures else None


_REBUILT: Mapping[type, Callable[[Any, Change], Part | None]] = {
    Picture: _picture,
    Quote: _parts,
    Stat: _parts,
    Chart: lambda chart, change: replace(chart, caveats=_changed(chart.caveats, change)),
    Timeline: _timeline,
    Finding: _finding,
    PersonBlock: _person,
    Links: _links,
    Prose: _parts,
    Letter: _parts,
    FigureBlock: _figure,
    Gallery: _gallery,
}
