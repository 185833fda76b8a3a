"""What is put right before YAML sees a text: tabs, characters that no editor shows, a second document."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.lines import Edit, Lines
from sitegen.regex import regex

CONTROLS = regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
"""Characters that no editor shows and no text needs. U+202D and U+202E show letters in an order that is not theirs."""

SETTLED = str.maketrans({"\u2028": " ", "\u2029": " ", "\ufeff": "\u2060"})
"""Line separators that no editor numbers, and the byte order mark inside a text: what stands for them."""

_ODD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = regex(rf"^[ \t{_ODD_SPACES}]+|(?<=:)[ \t{_ODD_SPACES}]+")
_MARKER = regex(r"(---|\.\.\.)(?=\s|$)")
_MOST_PLACES = 10


def cleaned(text: str, file: str, first_line: int = 1, tab: int = 1) -> Checked[Lines]:
    """The lines of a text without what YAML refuses or reads oddly, each character in its column.

    A tab that indents a line stands for `tab` spaces.
    """
    kept = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(SETTLED)
    lines = Lines(file, first_line, tuple(kept.split("\n")))
    problems = (*_controls(kept, lines), *_tabs(lines), *_second_document(lines))
    clean = Lines(file, first_line, _without(lines.lines))
    return Checked(clean if tab == 1 else clean.edited(_widened(lines.lines[: _end(lines.lines)], tab)), problems)


def _widened(lines: tuple[str, ...], tab: int) -> Iterator[Edit]:
    """One edit a line for the tabs in front of it: each edit copies its line, and there may be very many tabs."""
    for number, line in enumerate(lines):
        end = len(line) - len(line.lstrip())
        start = line.find("\t", 0, end)
        if start >= 0:
            yield Edit(number, start, end, line[start:end].replace("\t", " " * tab))


def _without(lines: tuple[str, ...]) -> tuple[str, ...]:
    end = _end(lines)
    return tuple(_plain_spaces(CONTROLS.sub(" ", line)) for line in lines[:end]) + ("",) * (len(lines) - end)


def _plain_spaces(line: str) -> str:
    if line.isascii() and "\t" not in line:
        return line
    return _ODD_SPACE.sub(lambda run: " " * len(run[0]), line).replace("\t", " ")


def control_problem(where: Where, character: str) -> Problem:
    """The report on a character that no editor shows."""
    return Problem(
        where, "control-character", f"A character that no editor shows (U+{ord(character):04X}) stands here.",
        "Delete it: delete the characters on both sides of this place and type them again.",
        why="It was most likely pasted from another program.",
    )  # fmt: skip


def first_control(text: str, file: str, first_line: int = 1) -> tuple[Problem, ...]:
    """The problem of the first invisible character of a text, if there is one; the others stand in `also`."""
    return _controls(text, Lines(file, first_line, tuple(text.split("\n"))))


def _controls(text: str, lines: Lines) -> tuple[Problem, ...]:
    if not CONTROLS.search(text):
        return ()
    found = [(n, m) for n, line in enumerate(lines.lines) for m in [CONTROLS.search(line)] if m]
    places = tuple(lines.where(n, m.start()) for n, m in found[: _MOST_PLACES + 1])
    problem = control_problem(places[0], found[0][1][0])
    return (Problem(problem.where, problem.code, problem.what, problem.fix, problem.why, also=places[1:]),)


def _tabs(lines: Lines) -> tuple[Problem, ...]:
    found = [(n, line) for n, line in enumerate(lines.lines) if _is_indented_by_tab(line)]
    if not found:
        return ()
    places = tuple(lines.where(n, line.index("\t")) for n, line in found[: _MOST_PLACES + 1])
    more = f" So are {len(found) - 1} more." if len(found) > 2 else " So is one more." if len(found) == 2 else ""
    return (Problem(
        places[0], "yaml-tab", f"This line is indented with a tab.{more}", "Use spaces instead, two for each step.",
        why="How far a tab reaches differs from one program to the next.", also=places[1:],
    ),)  # fmt: skip


def _is_indented_by_tab(line: str) -> bool:
    text = line.lstrip()
    return bool(text) and not text.startswith("#") and "\t" in line[: len(line) - len(text)]


def _end(lines: tuple[str, ...]) -> int:
    """The number of lines up to a marker that ends the document, all of them where there is none."""
    seen_text = False
    for number, line in enumerate(lines):
        marker = _MARKER.match(line)
        if marker and (seen_text or marker[1] == "..."):
            return number
        seen_text = seen_text or bool(line.strip() and not line.lstrip().startswith("#"))
    return len(lines)


def _second_document(lines: Lines) -> tuple[Problem, ...]:
    end = _end(lines.lines)
    after = [line.strip() for line in lines.lines[end:]]
    if not any(text and not text.startswith("#") and text not in ("---", "...") for text in after):
        return ()
    return (Problem(
        lines.where(end, 0, 3), "yaml-second-document",
        f'This line ("{after[0]}") ends the fields, and more text follows it, which is not read.',
        "Delete this line if what follows belongs to the same fields; if not, move what follows to another file.",
    ),)  # fmt: skip
