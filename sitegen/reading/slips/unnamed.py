"""Lines that are no field: without a name, without a colon, without the space behind it."""

from __future__ import annotations

from itertools import takewhile

from sitegen.problems.problem import Problem
from sitegen.reading.lines import Edit, Lines
from sitegen.reading.quoting import shortened
from sitegen.reading.slips.slip import Slip, blanked, field_line, has_text, indent
from sitegen.regex import regex

_NO_SPACE = regex(r"\s*(?:-\s+)?[^\W\d][\w -]{0,39}:(?=[^\s:/])")
_EQUALS = regex(r"\s*(?:-\s+)?[^\W\d][\w-]*(?: [\w-]+){0,3}( ?= ?)")


def lacks_its_space(line: str) -> bool:
    """True for a line that would be a field, were there a space behind its colon or a colon for its equals sign."""
    return field_line(line) is None and bool(_NO_SPACE.match(line) or _EQUALS.match(line))


def no_field(number: int, lines: Lines) -> Slip:
    """The slip of a line that should be `name: value` and is not."""
    line = lines.lines[number]
    no_space, equals = _NO_SPACE.match(line), _EQUALS.match(line)
    if no_space:
        return _no_space(number, no_space.end(), lines)
    if equals:
        return _equals(number, equals.start(1), equals.end(1), lines)
    return _plain_text(number, lines)


def _no_space(number: int, end: int, lines: Lines) -> Slip:
    line = lines.line(number)
    problem = Problem(
        lines.where(number, end - 1), "yaml-syntax",
        f'There is no space after the colon of "{line[: end - 1].strip()}".',
        f"Write: {line[:end].strip()} {shortened(line[end:].strip())}", suggestion=": ",
    )  # fmt: skip
    return Slip(problem, number, (Edit(number, end, end, " "),))


def _equals(number: int, start: int, end: int, lines: Lines) -> Slip:
    line = lines.line(number)
    problem = Problem(
        lines.where(number, line.index("=", start)), "yaml-syntax",
        "A field's name and its value are joined by a colon, not by an equals sign.",
        f"Write: {line[:start].strip()}: {shortened(line[end:].strip())}",
    )  # fmt: skip
    return Slip(problem, number, (Edit(number, start, end, ": "),))


def _plain_text(number: int, lines: Lines) -> Slip:
    after = range(number + 1, len(lines.lines))
    below = takewhile(lambda n: has_text(lines.lines[n]) and field_line(lines.lines[n]) is None, after)
    text = lines.line(number).strip()
    problem = Problem(
        lines.where(number, indent(lines.lines[number]), len(text)), "yaml-syntax",
        f'"{shortened(text)}" is no field: it has no name with a colon in front.',
        "If it goes on with the text above it, indent it by two spaces; if not, write `name: value`, or delete it.",
    )  # fmt: skip
    return Slip(problem, number, tuple(e for n in (number, *below) for e in blanked(lines, n)))


def no_name(number: int, lines: Lines) -> Slip:
    """The slip of a line that starts with a colon."""
    text = lines.line(number).strip()
    problem = Problem(
        lines.where(number, indent(lines.lines[number]), len(text)), "yaml-key",
        "The name of a field is missing before the colon.",
        "Start the line with the name of the field: `name: value`.",
    )  # fmt: skip
    return Slip(problem, number, blanked(lines, number))


def unreadable(number: int, lines: Lines) -> Slip:
    """The slip that nothing better is known about."""
    text = lines.line(number).strip()
    problem = Problem(
        lines.where(number, indent(lines.lines[number]) if text else 0, len(text)), "yaml-syntax",
        f'This line cannot be read: "{shortened(text)}".' if text else "The text ends where more was expected.",
        "Look at this line and the one above it: a field is `name: value`, a list item starts with a hyphen.",
    )  # fmt: skip
    return Slip(problem, number, blanked(lines, number) if text else ())
