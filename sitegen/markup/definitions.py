"""What a text defines apart from where it uses it: addresses of reference links, and footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.markup.lines import Line
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.text import fold_space

_REFERENCE = regex(
    r" {0,3}\[(?P<label>[^\[\]^][^\[\]]{0,998})\]:[ \t]*(?:<(?P<angled>[^<>]*)>|(?P<plain>\S+))"
    r"(?:[ \t]+(?:\"(?P<double>.*)\"|'(?P<single>.*)'|\((?P<round>.*)\)))?[ \t]*$"
)
_NOTE = regex(r" {0,3}\[\^(?P<name>[^\]\s]{1,200})\]:[ \t]*")


@dataclass(frozen=True, slots=True)
class Reference:
    """The address that a label stands for, as written, and where it was written."""

    target: str
    title: str
    where: Where


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its name, its lines, where its name stands."""

    name: str
    lines: tuple[Line, ...]
    where: Where


class Definitions:
    """All definitions of a text: references by folded label, footnotes by name."""

    def __init__(self) -> None:
        self.references: dict[str, Reference] = {}
        self.notes: dict[str, Note] = {}
        self.problems: list[Problem] = []

    def take(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The lines without the definitions among them, which are kept here."""
        if not any(line.text.lstrip()[:1] == "[" and "]:" in line.text for line in lines):
            return tuple(lines)
        kept: list[Line] = []
        at = 0
        while at < len(lines):
            at = self._step(lines, at, kept)
        return tuple(kept)

    def _step(self, lines: Sequence[Line], at: int, kept: list[Line]) -> int:
        line = lines[at]
        note = _NOTE.match(line.text)
        if note:
            end = _end_of_note(lines, at)
            self._add_note(line, note, lines[at + 1 : end])
            return end
        reference = _REFERENCE.match(line.text)
        if reference:
            self._add_reference(line, reference)
        else:
            kept.append(line)
        return at + 1

    def _add_note(self, line: Line, found: re.Match[str], rest: Sequence[Line]) -> None:
        name = found["name"]
        where = line.cut(found.start("name") - 2).where(len(name) + 3)
        if name in self.notes:
            self.problems.append(Problem(
                where, "duplicate-footnote", f'There are two footnotes called "{name}".',
                "Give one of them another name, here and at its mark.", also=(self.notes[name].where,),
            ))  # fmt: skip
            return
        lines = (line.cut(found.end()), *(line.dedented(4) for line in rest))
        self.notes[name] = Note(name, lines, where)

    def _add_reference(self, line: Line, found: re.Match[str]) -> None:
        group = "plain" if found["plain"] is not None else "angled"
        where = line.cut(found.start(group)).where(len(found[group]))
        title = found["double"] or found["single"] or found["round"] or ""
        self.references.setdefault(fold_label(found["label"]), Reference(found[group], title, where))


def fold_label(label: str) -> str:
    """A label as two writings of it compare."""
    return fold_space(label).casefold()


def _end_of_note(lines: Sequence[Line], at: int) -> int:
    """The line after a footnote: it takes the lines that follow at once, and indented ones after blank lines."""
    end = at + 1
    was_blank = False
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.is_blank:
            was_blank = True
            continue
        if _NOTE.match(line.text) or _REFERENCE.match(line.text) or (was_blank and line.indent < 2):
            break
        was_blank = False
        end = number + 1
    return end
