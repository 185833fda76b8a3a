"""YAML's own parser, kept at arm's length: a list of events, stopped at a depth and at the first error."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, NamedTuple

import yaml

MAX_DEPTH = 20
"""How deeply lists and fields may nest."""

LOADERS: tuple[Any, ...] = tuple(getattr(yaml, name) for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name))
"""The parsers that this machine has, the fast one first."""


class What(Enum):
    """What an event says: a text, the start of a list or of fields, the end of either, a name for something else."""

    SCALAR = auto()
    LIST = auto()
    FIELDS = auto()
    END = auto()
    ALIAS = auto()


_WHAT = {
    yaml.ScalarEvent: What.SCALAR, yaml.SequenceStartEvent: What.LIST, yaml.MappingStartEvent: What.FIELDS,
    yaml.SequenceEndEvent: What.END, yaml.MappingEndEvent: What.END, yaml.AliasEvent: What.ALIAS,
}  # fmt: skip


class Place(NamedTuple):
    """A line and a column of a text, from 0."""

    line: int
    column: int


class Event(NamedTuple):
    """A piece of YAML from `start` to `end`.

    `style` is the mark in front of a text (`"`, `'`, `|`, `>`) or empty; `in_brackets` marks a list or fields
    between brackets; `anchor` and `tag` are empty but where the author wrote one.
    """

    what: What
    start: Place
    end: Place
    text: str = ""
    style: str = ""
    anchor: str = ""
    tag: str = ""
    in_brackets: bool = False

    @property
    def opens(self) -> bool:
        """True for the start of a list or of fields."""
        return self.what in (What.LIST, What.FIELDS)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the parser would not read: `cause` in its own words, and `start`, where the thing began."""

    cause: str
    place: Place
    start: Place


@dataclass(frozen=True, slots=True)
class Parsed:
    """The events up to the first refusal, or up to the bracket that nests too deeply (`too_deep`)."""

    events: tuple[Event, ...]
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
    events: list[Event] = []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            what = _WHAT.get(type(event))
            if what is None:
                continue
            events.append(_event(what, event))
            depth += 1 if events[-1].opens else -1 if what is What.END else 0
            if depth > MAX_DEPTH:
                return Parsed(tuple(events), too_deep=events[-1].start)
    except yaml.MarkedYAMLError as error:
        return Parsed(tuple(events), _refusal(error))
    return Parsed(tuple(events))


def _event(what: What, event: Any) -> Event:
    start, end = _place(event.start_mark), _place(event.end_mark)
    if what is What.SCALAR:
        return Event(what, start, end, event.value, event.style or "", event.anchor or "", event.tag or "")
    if what is What.END:
        return Event(what, start, end)
    if what is What.ALIAS:
        return Event(what, start, end, anchor=event.anchor)
    return Event(what, start, end, anchor=event.anchor or "", tag=event.tag or "", in_brackets=bool(event.flow_style))




def _refusal(error: yaml.MarkedYAMLError) -> Refusal:
    place = _place(error.problem_mark or error.context_mark)
    start = _place(error.context_mark or error.problem_mark)
    return Refusal(f"{error.context or ''}: {error.problem or ''}", place, start)


def _place(mark: Any) -> Place:
    return Place(mark.line, mark.column)
