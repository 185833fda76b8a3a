"""Tables of figures: cells with their places, from Markdown and from CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.markup.lines import Line
from sitegen.regex import regex

_RULE = regex(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?>(?:\|[ \t]*+:?-*+:?[ \t]*+)*)$")
_CELL_END = regex(r"\\.|`+[^`]*`+|\|")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where it stands, and its cells without the white space around them."""

    line: Line
    cells: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its heading and its rows."""

    heading: Row
    rows: tuple[Row, ...]


def find_table(lines: Sequence[Line]) -> tuple[Table | None, tuple[Line, ...]]:
    """The first table among the lines, and the other lines."""
    for at in range(1, len(lines)):
        if "|" in lines[at - 1].text and "-" in lines[at].text and _RULE.match(lines[at].text):
            end = at + 1
            while end < len(lines) and not lines[end].is_blank:
                end += 1
            rows = tuple(split_row(line) for line in lines[at + 1 : end])
            return Table(split_row(lines[at - 1]), rows), (*lines[: at - 1], *lines[end:])
    return None, tuple(lines)


def split_row(line: Line) -> Row:
    """A row of a Markdown table. A `|` in code, or after a backslash, divides nothing."""
    text = line.text.rstrip()
    start = len(text) - len(text.lstrip())
    start += text[start : start + 1] == "|"
    cells = []
    for found in _CELL_END.finditer(text, start):
        if found[0] == "|":
            cells.append(_cell(line, start, found.start()))
            start = found.end()
    if start < len(text):
        cells.append(_cell(line, start, len(text)))
    return Row(line, tuple(cells))


def _cell(line: Line, start: int, end: int) -> Line:
    cut = line.cut(start)
    return cut._replace(text=cut.text[: end - start].rstrip()).stripped()


def read_csv(text: str) -> tuple[Row, ...]:
    """The rows of a CSV file, blank ones left out. Commas, semicolons or tabs divide cells, as in its first line."""
    body = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first = body.split("\n", 1)[0]
    divider = max(",;\t", key=first.count)
    rows = _csv_rows(body, divider)
    return tuple(row for row in rows if any(cell.text for cell in row.cells))


def _csv_rows(text: str, divider: str) -> Iterator[Row]:
    cell = re.compile(rf"[ ]*\"([^\"]*+(?>(?:\"\"[^\"]*+)*))\"[ ]*(?=[{divider}\n]|\Z)|([^{divider}\n]*)")
    at, number, begin = 0, 1, 0
    while at <= len(text):
        first, cells, line_start = number, [], begin
        while found := cell.match(text, at):
            column = at - line_start + 1
            value = found[2] if found[1] is None else found[1].replace('""', '"')
            cells.append(Line(" ".join((value or "").split()), number, column))
            breaks = found[0].count("\n")
            if breaks:
                number += breaks
                line_start = at + found[0].rindex("\n") + 1
            at = found.end()
            if text[at : at + 1] != divider:
                break
            at += 1
        yield Row(Line(text[begin:at], first), tuple(cells))
        at += 1
        begin = at
        number += 1
