"""YAML's own parser, kept at arm's length: a list of events, stopped at a depth and at the first error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

MAX_DEPTH = 20
"""How deeply lists and fields may nest."""

LOADERS: tuple[Any, ...] = tuple(getattr(yaml, name) for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name))
"""The parsers that this machine has, the fast one first."""

_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column of a text, from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the parser would not read: `cause` in its own words, and `start`, where the thing began (or None)."""

    cause: str
    place: Place
    start: Place | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The events up to the first refusal, or up to the bracket that nests too deeply (`too_deep`)."""

    events: tuple[yaml.Event, ...]
    refusal: Refusal | None = None
    too_deep: Place | None = None


def parse(text: str, loader: Any) -> Parsed:
    """The events of a YAML text by a PyYAML loader class. A refusal is always that of the parser in Python."""
    parsed = _parse(text, loader)
    if parsed.refusal and loader is not yaml.SafeLoader:
        return _parse(text, yaml.SafeLoader)
    return parsed


def _parse(text: str, loader: Any) -> Parsed:
    # Events are taken one by one, and no further than needed: the C parser dies of deep nesting when it composes.
    events: list[yaml.Event] = []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
            if depth > MAX_DEPTH:
                return Parsed(tuple(events), too_deep=_place(event.start_mark))
            events.append(event)
    except yaml.MarkedYAMLError as error:
        return Parsed(tuple(events), _refusal(error))
    return Parsed(tuple(events))


def _refusal(error: yaml.MarkedYAMLError) -> Refusal:
    place = _place(error.problem_mark or error.context_mark)
    start = _place(error.context_mark) if error.context_mark else None
    return Refusal(f"{error.context or ''}: {error.problem or ''}", place, start)


def _place(mark: Any) -> Place:
    return Place(mark.line, mark.column)
