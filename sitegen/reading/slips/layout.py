"""Lines at the wrong depth, and list items where a field belongs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from sitegen.problems.problem import Problem
from sitegen.reading.lines import Edit, Lines
from sitegen.reading.slips.slip import FieldLine, Slip, blanked, field_line, has_text, indent, names_a_field, previous_text
from sitegen.reading.slips.unnamed import no_field, no_name, unreadable
from sitegen.reading.slips.values import colon_in_continued_text, colon_in_value
from sitegen.text import counted

_MOST_PLACES = 10


@dataclass(frozen=True, slots=True)
class _Level:
    """A depth in use: its column and the line that set it (from 0), and whether list items start there."""

    column: int
    line: int
    is_list: bool


def colon_not_allowed(number: int, column: int, lines: Lines) -> Slip:
    """The slip behind a colon that YAML does not want: inside a value, or in a line at the wrong depth."""
    field = field_line(lines.lines[number])
    above = previous_text(lines, number)
    if field is None or column >= field.value_at or above is None:
        return colon_in_value(number, lines)
    if indent(lines.lines[number]) == indent(lines.lines[above]) and not names_a_field(lines.lines[above]):
        return no_field(above, lines)
    owner = _owner(number, lines)
    if owner is not None and _continues(field, owner):
        return colon_in_continued_text(number, owner.key, lines)
    return wrong_depth(number, lines)


def _owner(number: int, lines: Lines) -> FieldLine | None:
    """The field whose text a line might go on with: the last line above that is indented less."""
    depth = indent(lines.lines[number])
    above = (lines.lines[n] for n in range(number - 1, -1, -1))
    return next((field_line(line) for line in above if has_text(line) and indent(line) < depth), None)


def _continues(field: FieldLine, owner: FieldLine) -> bool:
    """True where a line with a colon reads as running text: what stands before its colon is no field's name."""
    further = len(field.lead) - len(owner.lead)
    looks_like_text = field.key[:1].isupper() or len(field.key.split()) > 3 or not names_a_field(f"{field.key}: x")
    return bool(owner.value) and further > 1 and looks_like_text


def wrong_depth(number: int, lines: Lines) -> Slip:
    """The slip of a line that is indented unlike its neighbours; the lines that moved with it go back with it."""
    line = lines.lines[number]
    column, is_list = indent(line), _is_list_item(line)
    if line.lstrip().startswith(":"):
        return no_name(number, lines)
    levels = tuple(_levels(number, lines))
    if levels and column < levels[-1].column:
        return _first_lines_too_deep(number, levels[-1], lines)
    if any(level.column == column for level in levels):
        return _misplaced(number, is_list, levels, lines)
    fitting = [level for level in levels if level.is_list == is_list]
    if not fitting or not (is_list or field_line(line)):
        return no_field(number, lines)
    return _moved(number, min(fitting, key=lambda level: (abs(level.column - column), -level.column)), lines)


def _is_list_item(line: str) -> bool:
    return line.lstrip().startswith("- ") or line.strip() == "-"


def _levels(number: int, lines: Lines) -> Iterator[_Level]:
    """The depths that are open above a line, the deepest first."""
    limit: float = math.inf
    for n in range(number - 1, -1, -1):
        line = lines.lines[n]
        if not has_text(line) or indent(line) >= limit:
            continue
        limit = indent(line)
        field = field_line(line)
        if field is not None and field.key_at > limit:
            yield _Level(field.key_at, n, False)
        if _is_list_item(line) or field is not None:
            yield _Level(indent(line), n, _is_list_item(line))
        if limit == 0:
            return


def _misplaced(number: int, is_list: bool, levels: tuple[_Level, ...], lines: Lines) -> Slip:
    column = indent(lines.lines[number])
    if any(level.column == column and level.is_list == is_list for level in levels):
        return unreadable(number, lines)
    if not (is_list or field_line(lines.lines[number])):
        return no_field(number, lines)
    text = lines.line(number).strip()
    what = "A list item stands where a field belongs." if is_list else "A field stands where a list item belongs."
    fix = (
        "Write the field's name alone on a line (`name:`) and its list below it, one line starting with a hyphen for each item."
        if is_list else "Indent it as the fields of the item above it, or move it out of the list."
    )  # fmt: skip
    problem = Problem(lines.where(number, column, len(text)), "yaml-indent", what, fix)
    return Slip(problem, number, blanked(lines, number))


def _first_lines_too_deep(number: int, root: _Level, lines: Lines) -> Slip:
    """Every line up to `number` is indented, as no other line is."""
    by = root.column - indent(lines.lines[number])
    moved = tuple(n for n in range(number) if has_text(lines.lines[n]))
    return _shifted(moved, -by, "Start it at the beginning of the line." if by == root.column else f"Take {by} spaces away.", lines)


def _moved(number: int, level: _Level, lines: Lines) -> Slip:
    column = indent(lines.lines[number])
    below = takewhile(lambda n: not has_text(lines.lines[n]) or indent(lines.lines[n]) >= column, range(number + 1, len(lines.lines)))
    moved = (number, *(n for n in below if has_text(lines.lines[n])))
    above = f"like line {lines.where(level.line, 0).line}"
    place = f"Start it at the beginning of the line, {above}." if level.column == 0 else f"Indent it by {level.column} spaces, {above}."
    return _shifted(moved, level.column - column, place, lines)


def _shifted(numbers: tuple[int, ...], by: int, fix: str, lines: Lines) -> Slip:
    column = indent(lines.lines[numbers[0]])
    places = tuple(lines.where(n, indent(lines.lines[n]), len(lines.lines[n].strip())) for n in numbers[: _MOST_PLACES + 1])
    more = f", and so {'is' if len(numbers) == 2 else 'are'} the {_lines(len(numbers) - 1)} below it" if len(numbers) > 1 else ""
    what = f"This line is indented by {counted(column, 'space')}, unlike its neighbours{more}."
    problem = Problem(places[0], "yaml-indent", what, fix, "How far a line is indented says which field or list it belongs to.", also=places[1:])
    edits = (Edit(n, 0, 0, " " * by) if by > 0 else Edit(n, 0, min(-by, indent(lines.lines[n]))) for n in numbers)
    return Slip(problem, numbers[0], tuple(edits))


def _lines(number: int) -> str:
    return "line" if number == 1 else f"{number} lines"
