"""Where a name that may not be given can still be read in a source: in its text, its fields, an address, a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape
from typing import Any

from sitegen.markup.body import Body, Link, Picture
from sitegen.markup.plain import plain_html
from sitegen.model.references import path_of
from sitegen.model.sources import Source
from sitegen.reading.values import SourceFile
from sitegen.schema.values import LinkValue, PersonValue, PictureValue, Value
from sitegen.text import fold_letters, fold_name, fold_space

_SHORTEST = 3
"""Letters in a part of a name that is looked for by itself."""
_UNPUBLISHED = frozenset(("where", "key", "consent", "problems"))
_ADDRESSES = frozenset(("target", "ids", "id"))
_FILES = frozenset(("target", "file"))
_NOT_SHOWN = frozenset(("consent", "overrides", "owner"))
"""Fields of which nothing is published."""


def says(source: Source, name: str, files: Mapping[str, SourceFile]) -> bool:
    """True where a name, or a part of it by itself, can be read in a source or in a file that it shows or offers.

    The whole name is known however it is spelt; a part of it only with a capital, since `May` is a name and `may` is
    none. In an address, where there are no capitals, the last part tells.
    """
    words = [word for word in fold_letters(fold_space(name)).split() if len(word) >= _SHORTEST]
    shown, addresses = "\n".join(_shown(source, files)), " ".join(_addresses(source))
    folded = fold_letters(shown)
    return (
        any(_has(folded, word) or _has(folded, word.upper()) for word in words)
        or any(_has(fold_name(text), fold_name(name)) for text in (shown, addresses))
        or any(_has(fold_name(addresses), fold_name(word)) for word in words[-1:])
    )


def _has(text: str, words: str) -> bool:
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _shown(source: Source, files: Mapping[str, SourceFile]) -> Iterator[str]:
    """Everything that a page, a list or a data file may say of the source."""
    yield source.body.plain
    for text in _texts(source.body):
        yield from (unescape(text), plain_html(text)) if "<" in text or "&" in text else (text,)
    for value in _values(source):
        yield from _texts(value)
    for path in _offered(source.body):
        file = files.get(path_of(source.path, path.partition("#")[0]))
        if file is not None and not file.path.endswith(".md"):
            yield file.text


def _offered(body: Body) -> Iterator[str]:
    yield from (chart.data for chart in body.charts if chart.data)
    yield from (link.target for link in body.links)


def _values(source: Source) -> Iterator[Value]:
    return (value for key, value in source.values.items() if key not in _NOT_SHOWN)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, also deep inside; the names of persons, who have consents of their own, left out."""
    match value:
        case str():
            yield value
        case tuple() | list():
            for part in value:
                yield from _texts(part)
        case Mapping():
            for part in value.values():
                yield from _texts(part)
        case PersonValue():
            yield from _texts((value.role, value.place, value.image))
        case Value():
            named = any(isinstance(v.value, PersonValue) for v in value.parts or (value,))
            yield from () if named else (value.text,)
            yield from _texts(value.value)
        case _ if is_dataclass(value):
            yield from _texts([getattr(value, f.name) for f in fields(value) if f.name not in _passed_over(value)])


def _passed_over(value: Any) -> frozenset[str]:
    return _UNPUBLISHED | (_FILES if isinstance(value, Picture | PictureValue) else _ADDRESSES)


def _addresses(source: Source) -> Iterator[str]:
    yield source.path.removeprefix("content/")
    yield source.text("aliases")
    yield from source.body.ids
    yield from (link.target for link in _links((source.body, *_values(source))))


def _links(value: Any) -> Iterator[Link | LinkValue]:
    if isinstance(value, Link | LinkValue):
        yield value
    elif isinstance(value, tuple | Mapping):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _links(part)
    elif is_dataclass(value):
        yield from _links(tuple(getattr(value, f.name) for f in fields(value) if f.name not in _UNPUBLISHED))
