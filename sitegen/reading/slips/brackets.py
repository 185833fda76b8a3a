"""Lists and groups in brackets that are never closed, or closed by the wrong bracket."""

from __future__ import annotations

from itertools import takewhile

from sitegen.problems.problem import Problem
from sitegen.reading.lines import Edit, Lines
from sitegen.reading.parsing import Event, Parsed, Place, Refusal, What
from sitegen.reading.slips.slip import Slip, has_text, indent
from sitegen.reading.slips.unnamed import unreadable
from sitegen.reading.slips.values import item
from sitegen.regex import regex

_CLOSER = {"[": "]", "{": "}"}
_COMMENT = regex(r"\s#.*")


def in_brackets(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    """The slip inside a list or group in brackets."""
    place = refusal.place
    opened = _open_brackets(parsed, lines)
    if not opened:
        return unreadable(place.line, lines)
    start = opened[-1]
    got = lines.lines[place.line][place.column : place.column + 1] if place.line < len(lines.lines) else ""
    opener = lines.lines[start.line][start.column]
    if got and got in "]}" and place.line == start.line:
        return _wrong_closer(opener, start, place, lines)
    if not got or _is_out_of_brackets(start, place, lines):
        return _unclosed(opened, place, lines)
    return item(place, "yaml-colon" if got == ":" else "yaml-reserved", lines)


def _is_out_of_brackets(start: Place, place: Place, lines: Lines) -> bool:
    return place.line > start.line and indent(lines.lines[place.line]) <= indent(lines.lines[start.line])


def _wrong_closer(opener: str, start: Place, place: Place, lines: Lines) -> Slip:
    line, right = lines.lines[start.line], _CLOSER[opener]
    got = line[place.column]
    other = "{" if got == "}" else "["
    problem = Problem(
        lines.where(start.line, start.column, place.column + 1 - start.column), "yaml-unclosed-bracket",
        f'What opens with "{opener}" here meets a "{got}" before it is closed.', f'Close it with "{right}" first.',
    )  # fmt: skip
    width = 0 if other in line[: start.column] else 1
    return Slip(problem, start.line, (Edit(place.line, place.column, place.column + width, right),))


def _unclosed(opened: list[Place], place: Place, lines: Lines) -> Slip:
    at = opened[0]
    last = _last_line_inside(at, place, lines)
    closers = "".join(_CLOSER[lines.lines[p.line][p.column]] for p in reversed(opened))
    shown = _COMMENT.sub("", lines.line(at.line)[at.column :]).rstrip()
    end = len(_COMMENT.sub("", lines.lines[last]).rstrip())
    elsewhere = f'Put "{closers}" at the end of line {lines.where(last, 0).line}.'
    before = lines.line(at.line)[: at.column].strip()
    fix = f"Write: {before} {shown.rstrip(',')}{closers}" if last == at.line else elsewhere
    problem = Problem(
        lines.where(at.line, at.column, len(shown)), "yaml-unclosed-bracket",
        f'The bracket "{lines.lines[at.line][at.column]}" that opens here is never closed.', fix,
    )  # fmt: skip
    return Slip(problem, at.line, (Edit(last, end, end, closers),))


def _open_brackets(parsed: Parsed, lines: Lines) -> list[Place]:
    stack: list[Event] = []
    for event in parsed.events:
        if event.opens:
            stack.append(event)
        elif event.what is What.END:
            stack.pop()
    places = (event.start for event in stack if event.in_brackets)
    # A single `key: value` in a list opens fields too, without a bracket of its own.
    return [place for place in places if lines.lines[place.line][place.column : place.column + 1] in tuple(_CLOSER)]


def _last_line_inside(start: Place, place: Place, lines: Lines) -> int:
    """The last line that belongs to the bracket: what follows it is indented no further than its own line."""
    depth = indent(lines.lines[start.line])
    after = range(start.line + 1, min(place.line + 1, len(lines.lines)))
    inside = list(takewhile(lambda n: not has_text(lines.lines[n]) or indent(lines.lines[n]) > depth, after))
    return max((n for n in inside if has_text(lines.lines[n])), default=start.line)


def empty_item(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    """The slip of a comma between brackets with nothing before it."""
    place = refusal.place
    if place.line >= len(lines.lines) or lines.lines[place.line][place.column : place.column + 1] != ",":
        return in_brackets(refusal, parsed, lines)
    problem = Problem(
        lines.where(place.line, place.column), "yaml-syntax", "Nothing stands before this comma in the list.",
        "Delete the comma, or write the item that is missing.",
    )  # fmt: skip
    return Slip(problem, place.line, (Edit(place.line, place.column, place.column + 1, " "),))
