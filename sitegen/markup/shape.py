"""Lines as Python-Markdown wants them: what other editors take for a list, a table or a quotation, it takes too.

It wants four columns of indentation for each level of a list, a blank line before a list or a table, and joins
quotations that only a blank line parts. Authors write as their editor allows, so the lines are put in order first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.markup import slips
from sitegen.markup.lines import Line
from sitegen.markup.marks import ANY, Kind, Mark, Marks
from sitegen.problems.problem import Problem
from sitegen.regex import regex

_ITEM = regex(r"(?P<indent>[ \t]*)(?P<marker>[-+*]|[0-9]{1,9}[.)])(?P<space>[ \t]+(?=\S)|$)")
_RULE = regex(r"[ \t]*(?>(?:-[ \t]*+){3,}|(?:\*[ \t]*+){3,}|(?:_[ \t]*+){3,})$")
_HEADING = regex(r" {0,3}#{1,6}(?=[ \t]|$)")
_NO_SPACE = regex(r"#{2,6}(?=[^\W\d_])")
_HASH = regex(r" {0,3}#")
_QUOTE = regex(r" {0,3}>")
_TABLE_RULE = regex(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?>(?:\|[ \t]*+:?-*+:?[ \t]*+)+)$")
_ENDS = regex(r" {0,3}(?:#{1,6}[ \t]|(?:=+|[-*_][-*_ \t]*+)$)")
_DEEP = regex(r"(?:[ \t]*+(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))){12}")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\"'(")
_LEVELS = 10


def in_shape(lines: Sequence[Line], marks: Marks) -> tuple[Line, ...]:
    """The lines with lists, tables, headings and quotations as Python-Markdown reads them.

    A line nested more deeply than any story needs becomes plain text, marked with the problem.
    """
    return _Shape(marks).run(lines)


class _Level(NamedTuple):
    """A list that goes on: how far its items are indented, where their text begins, whether they are numbered."""

    indent: int
    text: int
    numbered: bool


class _Shape:
    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.out: list[Line] = []
        self.levels: list[_Level] = []
        self.after_blank = True
        self.was_quote = False

    def run(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        for at, line in enumerate(lines):
            text = line.text
            if not text or text.isspace():
                self.out.append(line)
                self.after_blank = True
                continue
            ends = False
            if text[0] in _PLAIN and not self.levels and "|" not in text:
                self.out.append(line)
            else:
                self.special(line, lines[at + 1] if at + 1 < len(lines) else None)
                ends = _ENDS.match(text) is not None
            if ends:
                self.out.append(Line("", line.number))
            self.was_quote = _QUOTE.match(text) is not None or (self.was_quote and not self.after_blank)
            self.after_blank = ends
        return tuple(self.out)

    def special(self, line: Line, following: Line | None) -> None:
        if (_DEEP.match(line.text) and not _RULE.match(line.text)) or _is_deep_in_quote(line.text):
            line = self.plain(line)
        item = None if _RULE.match(line.text) else _ITEM.match(line.text)
        if item and (self.levels or line.indent < 4) and self.may_begin(item):
            self.item(line, item)
        elif self.levels:
            self.in_list(line)
        else:
            self.block(line, following)

    def plain(self, line: Line) -> Line:
        problem = Problem(
            line.where(), "nested-too-deeply", "This line is nested more deeply than any story needs.",
            "Take away some of the marks in front of its text.",
        )  # fmt: skip
        token = self.marks.add(Mark(Kind.LITERAL, line.text, line.where(), line.text, (problem,)))
        return line._replace(text=token)

    def may_begin(self, item: re.Match[str]) -> bool:
        """A list may follow a paragraph line at once, but `1984. It was` in a paragraph is no list."""
        if self.levels or self.after_blank:
            return True
        return bool(item["space"]) and (item["marker"] in "-+*" or item["marker"][:-1] == "1")

    def item(self, line: Line, item: re.Match[str]) -> None:
        indent = line.indent
        numbered = item["marker"] not in "-+*"
        last = self.left(indent)
        if (not self.levels and not last) or (last and last.numbered != numbered):
            self.apart(line)
        level = min(len(self.levels), _LEVELS)
        self.levels.append(_Level(indent, len(item[0].expandtabs(4)), numbered))
        rest = line.cut(item.end())
        marker = item["marker"].replace(")", ".")
        self.put(rest, f"{'    ' * level}{marker} ")
        if len(self.levels) == _LEVELS + 1:
            self.out[-1] = self.plain(self.out[-1])

    def left(self, indent: int) -> _Level | None:
        """Ends the lists that a line is not indented into; the outermost of them, if any."""
        last = None
        while self.levels and indent < self.levels[-1].indent + 2:
            last = self.levels.pop()
        return last

    def in_list(self, line: Line) -> None:
        indent = line.indent
        if not self.after_blank and indent < 4 and self.interrupts(line):
            self.levels.clear()
            self.apart(line)
            self.block(line, None)
            return
        if not self.after_blank:
            self.put(line.stripped(), "    " * (min(len(self.levels), _LEVELS) - 1))
            return
        self.left(indent)
        if not self.levels:
            self.block(line, None)
            return
        extra = indent - self.levels[-1].text
        deeper = " " * (extra if extra >= 4 else 0)
        self.put(line.stripped(), "    " * min(len(self.levels), _LEVELS) + deeper)

    def interrupts(self, line: Line) -> bool:
        text = line.text
        return any(p.match(text) for p in (_HEADING, _RULE, _QUOTE)) or ANY.match(text) is not None

    def put(self, rest: Line, head: str) -> None:
        self.out.append(Line(head + rest.text, rest.number, rest.column - len(head)))

    def block(self, line: Line, following: Line | None) -> None:
        if _HASH.match(line.text):
            self.apart(line)
            self.heading(line)
        elif _QUOTE.match(line.text):
            self.quotation(line)
        else:
            if following and "|" in line.text and _TABLE_RULE.match(following.text):
                self.apart(line)
            self.out.append(line)

    def apart(self, line: Line) -> None:
        """A blank line, for Python-Markdown takes its time over what follows a paragraph at once."""
        if not self.after_blank:
            self.out.append(Line("", line.number))

    def heading(self, line: Line) -> None:
        stripped = line.stripped()
        if _HEADING.match(line.text):
            self.out.append(stripped)
        elif hashes := _NO_SPACE.match(stripped.text):
            problem = slips.heading_space(stripped, hashes[0])
            token = self.marks.add(Mark(Kind.LITERAL, hashes[0], problem.where, hashes[0], (problem,)))
            rest = stripped.cut(len(hashes[0]))
            self.out.append(Line(token + rest.text, rest.number, rest.column - len(token)))
        else:
            self.out.append(Line(f"\\{stripped.text}", stripped.number, stripped.column - 1))

    def quotation(self, line: Line) -> None:
        if self.after_blank and self.was_quote:
            token = self.marks.add(Mark(Kind.BREAK, "", line.where(0)))
            self.out += [Line(token, line.number), Line("", line.number)]
        self.out.append(line)


def _is_deep_in_quote(text: str) -> bool:
    body = text.lstrip("> \t")
    head = text[: len(text) - len(body)]
    return ">" in head and len(head) - len(head.rstrip(" \t")) > 4 * _LEVELS and _ITEM.match(body) is not None
