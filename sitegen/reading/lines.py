"""The lines of a YAML text as they are repaired: every character keeps the column that its author gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sitegen.problems.problem import Where

_HOLDERS = range(0xF0000, 0xF0FFF)


@dataclass(frozen=True, slots=True)
class Edit:
    """On line `line` (from 0) the characters from `start` to `end` become `text`.

    `hold` keeps the old characters out of YAML's sight instead, as plain text: they come back with the value.
    """

    line: int
    start: int
    end: int
    text: str = ""
    hold: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A YAML text by lines (from 0), with the columns that repaired lines had, and the texts held back."""

    file: str
    first_line: int
    lines: tuple[str, ...]
    columns: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text as YAML is to see it."""
        return "\n".join(self.lines)

    def where(self, line: int, column: int, width: int = 1) -> Where:
        """The place in the author's file of a line and a column that count from 0."""
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, len(self.lines[-1])
        known = self.columns.get(line)
        if known is not None:
            column = known[column] if column < len(known) else known[-1] + column - len(known) + 1
        return Where(self.file, self.first_line + line, column + 1, max(1, width))

    def shown(self, text: str) -> str:
        """Text that YAML gave back, with what was held back in its place again."""
        if not self.held:
            return text
        return re.sub("[" + "".join(self.held) + "]+", lambda run: self.held[run[0][0]], text)

    def line(self, number: int) -> str:
        """A line (from 0) as its author wrote it, empty beyond the end."""
        return self.shown(self.lines[number]) if 0 <= number < len(self.lines) else ""

    def edited(self, edits: Iterable[Edit]) -> Lines:
        """The same lines after some edits."""
        lines, columns, held = list(self.lines), dict(self.columns), dict(self.held)
        for edit in edits:
            old = lines[edit.line]
            text = self._holder(old[edit.start : edit.end], held) if edit.hold else edit.text
            was = columns.get(edit.line) or tuple(range(len(old) + 1))
            inside = was[edit.start : edit.end] if edit.hold else (was[edit.start],) * len(text)
            columns[edit.line] = was[: edit.start] + inside + was[edit.end :]
            lines[edit.line] = old[: edit.start] + text + old[edit.end :]
        return replace(self, lines=tuple(lines), columns=columns, held=held)

    def _holder(self, old: str, held: dict[str, str]) -> str:
        holder = next(chr(c) for c in _HOLDERS if chr(c) not in held and chr(c) not in self.text)
        held[holder] = self.shown(old)
        return holder * len(old)
