"""YAML events -> nodes with their places, and the slips that YAML itself lets pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading import lapses
from sitegen.reading.cleaning import CONTROLS
from sitegen.reading.lines import Lines
from sitegen.reading.parsing import Event, What
from sitegen.reading.values import Entry, Mapping_, Node, Scalar
from sitegen.reading.values import Sequence as List
from sitegen.regex import regex

_CUT_SHORT = regex(r"\s*(#[^\s#].*)")


def build(events: Sequence[Event], lines: Lines) -> Checked[Node | None]:
    """The document of the events as a node; None where it holds nothing but remarks."""
    if not events:
        return Checked(None)
    builder = _Builder(iter(events), lines)
    node = builder.node(next(builder.events))
    nothing = isinstance(node, Scalar) and not node.quoted and not node.text
    return Checked(None if nothing else node, tuple(builder.problems))


class _Builder:
    """Takes events off an iterator while it builds; how deeply it calls itself was limited when they were read."""

    def __init__(self, events: Iterator[Event], lines: Lines) -> None:
        self.events = events
        self.lines = lines
        self.problems: list[Problem] = []
        self.brackets = 0

    def node(self, event: Event) -> Node:
        where = self._where(event)
        self._check_label_and_tag(event, where)
        if event.what is What.ALIAS:
            return Scalar("*" + event.anchor, where)
        if event.what is What.SCALAR:
            return self._scalar(event, where)
        self.brackets += event.in_brackets
        node = self._list(where) if event.what is What.LIST else Mapping_(tuple(self._entries()), where)
        self.brackets -= event.in_brackets
        return node

    def _list(self, where: Where) -> List:
        return List(tuple(self.node(e) for e in self._until_end()), where)

    def _until_end(self) -> Iterator[Event]:
        for event in self.events:
            if event.what is What.END:
                return
            yield event

    def _entries(self) -> Iterator[Entry]:
        known: dict[str, Scalar] = {}
        for event in self._until_end():
            count = len(self.problems)
            key, value = self.node(event), self.node(next(self.events))
            slip = _bad_key(key, known)
            if slip is not None:
                self.problems[count:] = [slip]
            elif isinstance(key, Scalar):
                known[key.text] = key
                yield Entry(key, value)

    def _where(self, event: Event) -> Where:
        start, end = event.start, event.end
        if event.what is What.SCALAR and not event.text and not event.style:
            # The two parsers differ on where nothing is: it is behind the last thing that is there.
            before = self.lines.line(start.line)[: start.column].rstrip()
            return self.lines.where(start.line, len(before) or start.column)
        if end.line == start.line and end.column > start.column and not event.opens:
            return self.lines.where(start.line, start.column, end.column - start.column)
        return self.lines.where(start.line, start.column, len(self._rest(event)))

    def _rest(self, event: Event) -> str:
        """What stands on the line from an event's start on."""
        return self.lines.line(event.start.line)[event.start.column :].rstrip()

    def _check_label_and_tag(self, event: Event, where: Where) -> None:
        if event.what is What.ALIAS:
            self.problems.append(lapses.alias(where, event.anchor))
        elif event.anchor:
            label = replace(where, width=len(event.anchor) + 1)
            self.problems.append(lapses.anchor(label, event.anchor, self._rest(event)))
        if event.tag:
            self.problems.append(lapses.tag(where, self._rest(event)))

    def _scalar(self, event: Event, where: Where) -> Scalar:
        scalar = Scalar(self._printable(self.lines.shown(event.text), where), where, event.style in ("'", '"'))
        if event.style:
            return scalar
        self._check_swallowed_list(event)
        cut = _CUT_SHORT.match(self.lines.line(event.end.line)[event.end.column :])
        return self._with_hash(scalar, event, cut) if cut else scalar

    def _printable(self, text: str, where: Where) -> str:
        """Text without the invisible characters that a backslash between double quotation marks can stand for."""
        found = CONTROLS.search(text)
        if found is None:
            return text
        self.problems.append(lapses.invisible(where, found[0]))
        return CONTROLS.sub(" ", text)

    def _with_hash(self, scalar: Scalar, event: Event, cut: re.Match[str]) -> Scalar:
        """The text with what follows its hash sign; between brackets nobody can tell where that would end."""
        remark = cut[1].rstrip()
        where = self.lines.where(event.end.line, event.end.column + cut.start(1), len(remark))
        if self.brackets:
            self.problems.append(lapses.cut_short(where, scalar.text, remark))
            return scalar
        whole = (scalar.text + cut[0].rstrip()).strip()
        self.problems.append(lapses.hash_kept(where, whole))
        place = scalar.where if scalar.text else where
        one_line = place.line == where.line
        return Scalar(whole, replace(place, width=where.column + where.width - place.column) if one_line else place)

    def _check_swallowed_list(self, event: Event) -> None:
        for number in range(event.start.line + 1, event.end.line + 1):
            line = self.lines.line(number)
            if line.lstrip().startswith("- "):
                where = self.lines.where(number, len(line) - len(line.lstrip()), len(line.strip()))
                self.problems.append(lapses.swallowed_item(where, line.strip()))
                return


def _bad_key(key: Node, known: dict[str, Scalar]) -> Problem | None:
    if not isinstance(key, Scalar) or "\n" in key.text or not key.text.strip():
        return lapses.no_key(key.where)
    if key.text == "<<":
        return lapses.merge(key.where)
    return lapses.duplicate(key, known[key.text]) if key.text in known else None
