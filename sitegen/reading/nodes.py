"""YAML events -> nodes with their places, and the slips that YAML itself lets pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import yaml

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.lines import Lines
from sitegen.reading.quoting import quoted
from sitegen.reading.values import Entry, Mapping_, Node, Scalar, Sequence

_CUT_SHORT = re.compile(r"\s+(#[^\s#].*)")
_CLOSERS = {"\u201c": "\u201d\u201c", "\u201e": "\u201c\u201d", "\u2018": "\u2019\u2018", "\u201a": "\u2018\u2019", "\u00ab": "\u00bb"}


def build(events: Iterable[yaml.Event], lines: Lines) -> Checked[Node | None]:
    """The first document among the events as a node; None where it holds nothing but comments."""
    inside = (e for e in events if isinstance(e, yaml.NodeEvent | yaml.CollectionEndEvent))
    builder = _Builder(inside, lines)
    first = next(inside, None)
    node = None if first is None else builder.node(first)
    nothing = isinstance(node, Scalar) and not node.quoted and not node.text
    return Checked(None if nothing else node, tuple(builder.problems))


class _Builder:
    """Takes events off an iterator while it builds; the depth was limited before."""

    def __init__(self, events: Iterator[yaml.Event], lines: Lines) -> None:
        self.events = events
        self.lines = lines
        self.problems: list[Problem] = []

    def node(self, event: yaml.Event) -> Node:
        where = self._where(event)
        if isinstance(event, yaml.AliasEvent):
            self.problems.append(_alias(where, event.anchor))
            return Scalar("*" + event.anchor, where)
        self._check_properties(event, where)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, where)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.node(e) for e in self._until_end()), where)
        return Mapping_(tuple(self._entries()), where)

    def _until_end(self) -> Iterator[yaml.Event]:
        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield event

    def _scalar(self, event: yaml.ScalarEvent, where: Where) -> Scalar:
        scalar = Scalar(self.lines.shown(event.value), where, event.style in ("'", '"'))
        if not event.style:
            self._check_plain(scalar, event.end_mark.line, event.end_mark.column)
        return scalar

    def _entries(self) -> Iterator[Entry]:
        known: dict[str, Scalar] = {}
        for event in self._until_end():
            count = len(self.problems)
            key, value = self.node(event), self.node(next(self.events))
            slip = self._bad_key(key, known)
            if slip is None and isinstance(key, Scalar):
                known[key.text] = key
                yield Entry(key, value)
            elif slip is not None:
                del self.problems[count:]
                self.problems.append(slip)

    def _bad_key(self, key: Node, known: dict[str, Scalar]) -> Problem | None:
        if not isinstance(key, Scalar) or "\n" in key.text or not key.text.strip():
            return _no_key(key.where)
        if key.text == "<<":
            return _merge(key.where)
        return _duplicate(key, known[key.text]) if key.text in known else None

    def _check_properties(self, event: yaml.Event, where: Where) -> None:
        rest = self.lines.line(event.start_mark.line)[event.start_mark.column :]
        if getattr(event, "anchor", None):
            self.problems.append(_anchor(replace(where, width=len(event.anchor) + 1), event.anchor, rest))
        if getattr(event, "tag", None):
            self.problems.append(_tag(replace(where, width=len(rest.split(maxsplit=1)[0]) if rest.strip() else 1), rest))

    def _check_plain(self, scalar: Scalar, line: int, column: int) -> None:
        rest = self.lines.line(line)[column:]
        closers = _CLOSERS.get(scalar.text[:1], "")
        cut = _CUT_SHORT.match(rest if scalar.text else " " + rest)
        if closers and not any(c in scalar.text[1:] for c in closers) and any(c in rest for c in closers):
            self.problems.append(_split_smart_quote(scalar))
        elif cut:
            at = self.lines.where(line, len(self.lines.line(line)) - len(cut[1]), len(cut[1].rstrip()))
            self.problems.append(_cut_short(at, scalar.text, cut[1].rstrip()))

    def _where(self, event: yaml.Event) -> Where:
        start, end = event.start_mark, event.end_mark
        line = self.lines.line(start.line)
        flat = end.line == start.line and end.column > start.column
        if isinstance(event, yaml.CollectionStartEvent):
            flat = False
        return self.lines.where(start.line, start.column, (end.column if flat else len(line.rstrip())) - start.column)


def _duplicate(key: Scalar, first: Scalar) -> Problem:
    return Problem(
        key.where, "duplicate-key", f'"{key.text}" is given twice; the first time on line {first.where.line}.',
        "Keep one of the two lines and delete the other.", also=(first.where,),
    )  # fmt: skip


def _no_key(where: Where) -> Problem:
    return Problem(
        where, "yaml-key", "The name of a field is missing here, or is a list or a group instead of a plain word.",
        "Start the line with the name of the field, then a colon and a space: `name: value`.",
    )  # fmt: skip


def _merge(where: Where) -> Problem:
    return Problem(
        where, "yaml-alias", '"<<" would copy fields from elsewhere in the file, and that is not done here.',
        "Write the fields out in full in this place.",
    )  # fmt: skip


def _alias(where: Where, name: str) -> Problem:
    return Problem(
        where, "yaml-alias", f'"*{name}" stands for something written elsewhere in the file, and that is not done here.',
        f"Write the value out in full here. If the star belongs to the text, put quotation marks around it: {quoted('*' + name)}",
        suggestion=quoted("*" + name),
    )  # fmt: skip


def _anchor(where: Where, name: str, rest: str) -> Problem:
    return Problem(
        where, "yaml-alias", f'"&{name}" gives the value a label for use elsewhere, and that is not done here.',
        f"Delete the label. If it belongs to the text, put quotation marks around all of it: {quoted(rest.strip())}",
    )  # fmt: skip


def _tag(where: Where, rest: str) -> Problem:
    tag = rest.split(maxsplit=1)[0] if rest.strip() else "!"
    return Problem(
        where, "yaml-tag", f'A value cannot start with an exclamation mark: "{tag}" is read as an instruction (a "tag").',
        f"Delete it. If it belongs to the text, put quotation marks around all of it: {quoted(rest.strip())}",
    )  # fmt: skip


def _split_smart_quote(scalar: Scalar) -> Problem:
    return Problem(
        scalar.where, "yaml-smart-quote", f"Typographic quotation marks do not hold a value together: it ends after {scalar.text}.",
        'Put straight quotation marks (") around the whole value; the typographic ones may stand inside them.',
    )  # fmt: skip


def _cut_short(where: Where, text: str, comment: str) -> Problem:
    shown = f'"{text}"' if text else "nothing at all"
    whole = quoted(f"{text} {comment}".strip())
    return Problem(
        where, "yaml-hash", f'What follows a "#" is a remark that nobody sees, so the value here is {shown}.',
        f"If it belongs to the value, put quotation marks around all of it: {whole} If it is a remark, put a space after the #.",
        suggestion=whole,
    )  # fmt: skip
