"""Quotation marks that are never closed, that close too early, or that hold a backslash."""

from __future__ import annotations

from sitegen.problems.problem import Problem
from sitegen.reading.lines import Edit, Lines
from sitegen.reading.parsing import Parsed, Place, Refusal
from sitegen.reading.quoting import quoted, shortened
from sitegen.reading.slips.slip import (
    Slip,
    after_quote,
    field_line,
    has_text,
    hold,
    in_quotes,
    indent,
    names_a_field,
    opens_a_quote,
)
from sitegen.regex import regex

_CLOSING = {'"': "\u201d\u201c\u201f", "'": "\u2019\u2018"}
_ITEM_END = regex(r"[,\]}]")


def unclosed_earlier(lines: Lines, before: int) -> Place | None:
    """Where a quoted value above line `before` is left open: a line that starts a field follows it first."""
    for number in range(min(before, len(lines.lines) - 1)):
        opening = _opening(lines.lines[number])
        if opening is not None and _is_left_open(lines, number):
            return Place(number, opening)
    return None


def unclosed_while_read(parsed: Parsed, lines: Lines) -> Place | None:
    """Where a quoted value swallows the lines of other fields, though YAML is content with it."""
    for event in parsed.events:
        below = range(event.start.line + 1, event.end.line + 1)
        if event.style in _CLOSING and any(_starts_a_field(lines, event.start.line, n) for n in below):
            mark = lines.lines[event.start.line].find(event.style, event.start.column)
            return Place(event.start.line, mark) if mark >= 0 else None
    return None


def _opening(line: str) -> int | None:
    """Where a value or list item that is in quotation marks opens and does not close on this line."""
    field = field_line(line)
    if field is not None:
        return field.value_at if opens_a_quote(field.value) else None
    text = line.lstrip()
    item = text[2:].lstrip() if text.startswith("- ") else ""
    return len(line) - len(item) if item and opens_a_quote(item) else None


def _is_left_open(lines: Lines, number: int) -> bool:
    mark = lines.lines[number][_opening(lines.lines[number]) or 0]
    for after in range(number + 1, len(lines.lines)):
        if _starts_a_field(lines, number, after):
            return True
        if mark in lines.lines[after]:
            return False
    return True


def _starts_a_field(lines: Lines, opened: int, number: int) -> bool:
    line = lines.lines[number]
    return has_text(line) and indent(line) <= indent(lines.lines[opened]) and names_a_field(line)


def unclosed_quote(place: Place, lines: Lines) -> Slip:
    """The slip of a quotation mark, at `place`, that is never closed."""
    line = lines.lines[place.line]
    mark, rest = line[place.column], line[place.column + 1 :].rstrip()
    item = _ITEM_END.split(rest, maxsplit=1)[0].rstrip() if _in_brackets(line, place.column) else rest
    closed_oddly = item != "" and item[-1] in _CLOSING[mark]
    text = item[:-1] if closed_oddly else item
    where = lines.where(place.line, place.column, len(item) + 1)
    fix = _fix(mark, lines.shown(text), place, lines)
    problem = Problem(where, "yaml-unclosed-quote", _what(mark, closed_oddly), fix)
    edits = [Edit(place.line, place.column, place.column + 1, " "), hold(place.line, place.column + 1, text)]
    if closed_oddly:
        edits.append(Edit(place.line, place.column + 1 + len(text), place.column + 1 + len(item), " "))
    return Slip(problem, place.line, tuple(e for e in edits if e.end > e.start))


def _in_brackets(line: str, column: int) -> bool:
    field = field_line(line)
    return field is not None and field.value[:1] in ("[", "{") and column > field.value_at


def _what(mark: str, closed_oddly: bool) -> str:
    if closed_oddly:
        return f"The text opens with a straight quotation mark ({mark}) and closes with a typographic one."
    return f"The quotation mark ({mark}) that opens here is never closed."


def _fix(mark: str, text: str, place: Place, lines: Lines) -> str:
    field = field_line(lines.lines[place.line])
    if field is None or _in_brackets(lines.lines[place.line], place.column):
        return f"Close it with the same mark: {quoted(shortened(text))}"
    apostrophe = quoted("'" + shortened(text))
    more = "" if mark == '"' else f" If it is an apostrophe: {field.with_value(apostrophe)}"
    return f"Close it with the same mark at the end of the text: {field.with_value(quoted(shortened(text)))}{more}"


def backslash(refusal: Refusal, lines: Lines) -> Slip:
    """The slip of a backslash between double quotation marks, where it has a meaning of its own."""
    start = refusal.start
    line = lines.lines[start.line]
    end = after_quote(line[start.column :]) if refusal.place.line == start.line else None
    text = line[start.column + 1 : start.column + end - 1] if end else line[start.column + 1 :].rstrip()
    column = line.rfind("\\", 0, refusal.place.column + 1) if refusal.place.line == start.line else start.column
    problem = Problem(
        lines.where(start.line, max(column, start.column)), "yaml-syntax",
        "A backslash between double quotation marks has a meaning of its own, and here it has none that is known.",
        f"Put the text between single quotation marks: {in_quotes(lines.shown(text), start.line, lines)}",
    )  # fmt: skip
    kept = hold(start.line, start.column + 1, text)
    return Slip(problem, start.line, (kept,) if end else (Edit(start.line, start.column, start.column + 1, " "), kept))
