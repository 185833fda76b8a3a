"""List items without the space behind their hyphen."""

from __future__ import annotations

from sitegen.problems.problem import Problem
from sitegen.reading.lines import Edit, Lines
from sitegen.reading.parsing import Event, Parsed
from sitegen.reading.quoting import shortened
from sitegen.reading.slips.slip import Slip, field_line, has_text, indent
from sitegen.regex import regex

_ITEM = regex(r"""[ ]*-(?=[^\W\d_]|[{\["'])""")
_MOST_PLACES = 10


def lacking_space(parsed: Parsed, lines: Lines) -> Slip | None:
    """The slip of every list item written `-text` in the place of an item, None where there is none."""
    if not any(_ITEM.match(line) for line in lines.lines):
        return None
    taken = {n for event in parsed.events if event.style for n in _lines_below(event)}
    found = [n for n, line in enumerate(lines.lines) if n not in taken and _ITEM.match(line) and _is_item(n, lines)]
    return _slip(found, lines) if found else None


def _lines_below(event: Event) -> range:
    return range(event.start.line + 1, event.end.line + 1)


def _is_item(number: int, lines: Lines) -> bool:
    """True below a field without a value, and beside a list item."""
    depth = indent(lines.lines[number])
    lines_above = (lines.lines[n] for n in range(number - 1, -1, -1))
    above = (line for line in lines_above if has_text(line) and indent(line) <= depth)
    before = next(above, "")
    if indent(before) == depth and (before.lstrip().startswith("- ") or _ITEM.match(before)):
        return True
    field = field_line(before)
    return field is not None and not field.value and not before.lstrip().startswith("-")


def _slip(found: list[int], lines: Lines) -> Slip:
    places = tuple(lines.where(n, indent(lines.lines[n])) for n in found[: _MOST_PLACES + 1])
    text = lines.line(found[0]).strip()
    others = {1: "", 2: " One more line lacks it too."}
    more = others.get(len(found), f" {len(found) - 1} more lines lack it too.")
    problem = Problem(
        places[0], "yaml-syntax", f'There is no space after the hyphen of "{shortened(text, 40)}".{more}',
        f"Put a space after the hyphen: - {shortened(text[1:])}", suggestion="- ", also=places[1:],
    )  # fmt: skip
    ends = ((n, indent(lines.lines[n]) + 1) for n in found)
    return Slip(problem, found[0], tuple(Edit(n, at, at, " ") for n, at in ends))
