"""Lines at the wrong depth, and list items where a field belongs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from sitegen.problems.problem import Problem, Where
from sitegen.reading.lines import Edit, Lines
from sitegen.reading.slips.slip import (
    FieldLine,
    Slip,
    blanked,
    field_line,
    has_text,
    indent,
    names_a_field,
    previous_text,
)
from sitegen.reading.slips.unnamed import no_field, no_name, unreadable
from sitegen.reading.slips.values import SMART_CLOSERS, colon_in_continued_text, colon_in_value
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
    return _colon_behind_name(number, field, above, lines)


def _colon_behind_name(number: int, field: FieldLine, above: int, lines: Lines) -> Slip:
    """The slip of a line that starts like a field, in the middle of a text."""
    owner = _owner(number, lines)
    goes_on = owner is not None and owner.value
    same_depth = indent(lines.lines[number]) == indent(lines.lines[above])
    if same_depth and not goes_on and not names_a_field(lines.lines[above]):
        return no_field(above, lines)
    if owner is not None and _continues(field, owner):
        return colon_in_continued_text(number, owner.key, lines)
    slip = wrong_depth(number, lines)
    if owner is None or not goes_on:
        return slip
    more = f"If it goes on with the text above it, write `{owner.key}: >-` and all of that text below."
    return replace(slip, problem=replace(slip.problem, fix=f"{slip.problem.fix} {more}"))


def _owner(number: int, lines: Lines) -> FieldLine | None:
    """The field whose text a line might go on with: the last line above that is indented less."""
    depth = indent(lines.lines[number])
    above = (lines.lines[n] for n in range(number - 1, -1, -1))
    return next((field_line(line) for line in above if has_text(line) and indent(line) < depth), None)


def _continues(field: FieldLine, owner: FieldLine) -> bool:
    """True where a line with a colon reads as running text: what stands before its colon is no field's name."""
    further = len(field.lead) - len(owner.lead)
    looks_like_text = field.key[:1].isupper() or len(field.key.split()) > 3 or not names_a_field(f"{field.key}: x")
    return bool(owner.value) and further > 1 and (looks_like_text or owner.value[0] in SMART_CLOSERS)


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
    what = "A list item stands where a field belongs." if is_list else "A field stands where a list item belongs."
    fix = (
        "Write the field's name alone on a line (`name:`) and its list below it, each item on a line with a hyphen."
        if is_list else "Indent it as the fields of the item above it, or move it out of the list."
    )  # fmt: skip
    after = range(number + 1, len(lines.lines))
    below = takewhile(lambda n: indent(lines.lines[n]) > column or (is_list and _is_list_item(lines.lines[n])), after)
    edits = tuple(e for n in (number, *below) for e in blanked(lines, n))
    return Slip(Problem(_text_of(number, lines), "yaml-indent", what, fix), number, edits)


def _first_lines_too_deep(number: int, root: _Level, lines: Lines) -> Slip:
    """Every line up to `number` is indented, as no other line is."""
    column = indent(lines.lines[number])
    moved = tuple(n for n in range(number) if has_text(lines.lines[n]))
    place = f"Indent it by {counted(column, 'space')}" if column else "Begin it at the start of the line"
    return _shifted(moved, column - root.column, f"{place}, like line {lines.where(number, 0).line}.", lines)


def _moved(number: int, level: _Level, lines: Lines) -> Slip:
    column = indent(lines.lines[number])
    after = range(number + 1, len(lines.lines))
    below = takewhile(lambda n: not has_text(lines.lines[n]) or indent(lines.lines[n]) >= column, after)
    moved = (number, *(n for n in below if has_text(lines.lines[n])))
    place = f"Indent it by {counted(level.column, 'space')}" if level.column else "Begin it at the start of the line"
    return _shifted(moved, level.column - column, f"{place}, like line {lines.where(level.line, 0).line}.", lines)


def _shifted(numbers: tuple[int, ...], by: int, fix: str, lines: Lines) -> Slip:
    places = tuple(_text_of(n, lines) for n in numbers[: _MOST_PLACES + 1])
    more = f" So is what follows it, down to line {lines.where(numbers[-1], 0).line}." if len(numbers) > 1 else ""
    what = f"This line is indented by {counted(indent(lines.lines[numbers[0]]), 'space')}, unlike its neighbours.{more}"
    why = "How far a line is indented says which field or list it belongs to."
    edits = (Edit(n, 0, 0, " " * by) if by > 0 else Edit(n, 0, min(-by, indent(lines.lines[n]))) for n in numbers)
    return Slip(Problem(places[0], "yaml-indent", what, fix, why, also=places[1:]), numbers[0], tuple(edits))


def _text_of(number: int, lines: Lines) -> Where:
    return lines.where(number, indent(lines.lines[number]), len(lines.lines[number].strip()))
