"""What other pages than its own may show of a story, or say because of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sitegen.markup.body import Acronym, Body, LinkEnd
from sitegen.markup.gathering import every_part
from sitegen.model.sources import Source
from sitegen.pages.wording import brief  # describes a story that has no summary

_PLACES = frozenset(("line", "column"))
_TEXTS = frozenset(("parts", "caveats", "caption", "title", "details", "description"))
"""Running text in a block, where it is in parts: whatever in it is more than that is met by itself."""


def face(source: Source, text: str) -> str:
    """A digest of all that other pages see of a story: its fields as written, and of its text everything but words.

    `text` is that of its whole file. Two texts of one face have the same blocks, headings, links, pictures and
    acronyms, and differ in what stands between them; places in the file do not count.
    """
    body, begins = source.body, source.document.body_line
    seen = (
        source.path, "\n".join(text.split("\n", begins - 1)[: begins - 1]), begins, tuple(_blocks(body)),
        _still(body.headings), body.ids, sorted({acronym.text for acronym in body.acronyms}),
        "" if source.text("summary") else brief(body.plain), bool(body.plain), bool(body.notes),
    )  # fmt: skip
    return hashlib.sha256(repr(seen).encode("utf-8", "surrogatepass")).hexdigest()


def _blocks(body: Body) -> Iterator[object]:
    every = (part for parts in (body.parts, body.notes) for part in every_part(parts))
    yield from (_still(part) for part in every if not isinstance(part, (Acronym, LinkEnd)))


def _still(value: Any) -> object:
    """A value without its place in the file and without running text."""
    if isinstance(value, tuple):
        return tuple(_still(item) for item in value)
    if not is_dataclass(value):
        return value
    named = ((field.name, getattr(value, field.name)) for field in fields(value) if field.name not in _PLACES)
    kept = ((name, held) for name, held in named if not (name in _TEXTS and isinstance(held, tuple)))
    return type(value).__name__, tuple((name, _still(held)) for name, held in kept)
