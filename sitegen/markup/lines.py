"""Lines of a body that remember where they stood, however they are moved, stripped or indented anew."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from sitegen.markup.marks import without_private
from sitegen.problems.problem import Where
from sitegen.regex import regex

_CONTROLS = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Line(NamedTuple):
    """Text of a line, or of a part of one, whose first character stood at this line and column."""

    text: str
    number: int
    column: int = 1

    @property
    def is_blank(self) -> bool:
        """True for a line that holds nothing to see."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """How far the line is indented, with tabs at every fourth column."""
        head = self.text[: len(self.text) - len(self.text.lstrip(" \t"))]
        return len(head.expandtabs(4))

    def cut(self, count: int) -> Line:
        """The line without its first characters."""
        return Line(self.text[count:], self.number, self.column + count)

    def stripped(self) -> Line:
        """The line without white space in front."""
        return self.cut(len(self.text) - len(self.text.lstrip()))

    def dedented(self, columns: int) -> Line:
        """The line without so many columns of white space in front, or as many as it has."""
        count = width = 0
        while width < columns and self.text[count : count + 1] in (" ", "\t"):
            width += 4 - width % 4 if self.text[count] == "\t" else 1
            count += 1
        return self.cut(count)

    def where(self, width: int | None = None) -> Where:
        """The place of its first character; as wide as its text unless told otherwise."""
        return Where("", self.number, self.column, max(1, len(self.text.rstrip()) if width is None else width))


class Source:
    """Lines as one text, with the place of every character. The text begins with a line end of its own."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.text = "\n" + "\n".join(line.text for line in lines)
        self._starts = list(accumulate((len(line.text) + 1 for line in lines[:-1]), initial=1))

    def where(self, offset: int, width: int = 1) -> Where:
        """The place of a character of the text, no wider than the rest of its line."""
        row = max(0, bisect_right(self._starts, offset) - 1)
        line = self.lines[row]
        column = offset - self._starts[row]
        return Where("", line.number, max(1, line.column + column), max(1, min(width, len(line.text) - column)))


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text. Characters that no page can show are replaced one by one, so that columns stay true."""
    clean = without_private(text.replace("\r\n", "\n").replace("\r", "\n"))
    if _CONTROLS.search(clean):
        clean = _CONTROLS.sub(lambda found: " " if found[0] in "\x0b\x0c" else "\ufffd", clean)
    return tuple(Line(line, number) for number, line in enumerate(clean.split("\n"), 1))
