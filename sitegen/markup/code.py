"""Code fences and comments, taken out before anything else reads the lines: what stands in them means nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from sitegen.markup.lines import Line
from sitegen.markup.marks import Kind, Mark, Marks
from sitegen.problems.problem import Checked, Problem
from sitegen.regex import regex

_OPENING = regex(
    r"(?P<quote>(?>(?:[ \t]*+>[ \t]?+)*))(?P<item>[ \t]*+(?:[-+*]|[0-9]{1,9}[.)])[ \t]++)?(?P<indent>[ \t]*+)"
    r"(?P<fence>`{3,}+(?=[^`]*$)|~{3,})"
)
_HIDES = regex("```|~~~|<!--")
_ITEM = regex(r"[ \t]*(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)")
_BLOCK_END = regex(r" {0,3}:{3,}[ \t]*$")


def hide_code(lines: Sequence[Line], marks: Marks) -> Checked[tuple[Line, ...]]:
    """The lines with each fenced piece of code as one mark on a line of its own, and without comments.

    A fence that is never closed is a problem; its code goes on to the end of the block in which it stands.
    """
    if not any(_HIDES.search(line.text) for line in lines):
        return Checked(tuple(lines))
    return _Hiding(lines, marks).run()


class _Hiding:
    def __init__(self, lines: Sequence[Line], marks: Marks) -> None:
        self.lines = lines
        self.marks = marks
        self.out: list[Line] = []
        self.problems: list[Problem] = []
        self.in_list = False
        self.comments = True

    def run(self) -> Checked[tuple[Line, ...]]:
        at = 0
        while at < len(self.lines):
            at = self.step(at)
        return Checked(tuple(self.out), tuple(self.problems))

    def step(self, at: int) -> int:
        line = self.lines[at]
        if "```" in line.text or "~~~" in line.text:
            opening = _OPENING.match(line.text)
            if opening and self.is_fence(opening, line):
                return self.fence(at, opening)
        if self.comments and "<!--" in line.text:
            start = line.text.rindex("<!--")
            if "-->" not in line.text[start:] and line.text.count("`", 0, start) % 2 == 0:
                return self.comment(at, start)
        self.keep(line)
        return at + 1

    def keep(self, line: Line) -> None:
        if _ITEM.match(line.text):
            self.in_list = True
        elif line.indent == 0 and not line.is_blank and self.out and self.out[-1].is_blank:
            self.in_list = False
        self.out.append(line)

    def is_fence(self, opening: re.Match[str], line: Line) -> bool:
        return line.indent < 4 or self.in_list or bool(opening["quote"]) or bool(opening["item"])

    def fence(self, at: int, opening: re.Match[str]) -> int:
        end = self.closing(at, opening)
        closed = end is not None
        last = self.end_of_unclosed(at, opening) if end is None else end
        body = [self.code_line(line, opening) for line in self.lines[at + 1 : last]]
        if not closed:
            self.problems.append(_unclosed(self.lines[at], opening))
        self.hide(at, opening, "\n".join(body))
        return last + 1 if closed else last

    def hide(self, at: int, opening: re.Match[str], code: str) -> None:
        line = self.lines[at]
        where = line.cut(opening.start("fence")).where(len(opening["fence"]))
        token = self.marks.add(Mark(Kind.CODE, f"{opening['fence']}\n{code}", where, code_html(code)))
        head = opening["quote"] + (opening["item"] or "") + opening["indent"]
        apart = [] if opening["item"] else [Line(opening["quote"].rstrip(), line.number, line.column)]
        self.in_list = self.in_list or bool(opening["item"])
        self.out += [*apart, Line(head + token, line.number), Line(opening["quote"].rstrip(), line.number)]

    def closing(self, at: int, opening: re.Match[str]) -> int | None:
        char, length = opening["fence"][0], len(opening["fence"])
        closer = re.compile(rf"[ \t]*{char}{{{length},}}[ \t]*$")
        depth = opening["quote"].count(">")
        for number in range(at + 1, len(self.lines)):
            text = self.lines[number].text
            if depth:
                if text.lstrip()[:1] != ">":
                    return None
                text = _without_quote(text, depth)
            if char in text and closer.match(text):
                return number
        return None

    def end_of_unclosed(self, at: int, opening: re.Match[str]) -> int:
        quoted = bool(opening["quote"])
        for number in range(at + 1, len(self.lines)):
            text = self.lines[number].text
            if (quoted and text.lstrip()[:1] != ">") or (not quoted and _BLOCK_END.match(text)):
                return number
        return len(self.lines)

    def code_line(self, line: Line, opening: re.Match[str]) -> str:
        depth = opening["quote"].count(">")
        text = _without_quote(line.text, depth) if depth else line.text
        width = len((opening["item"] or "").expandtabs(4)) + len(opening["indent"].expandtabs(4))
        return Line(text, 1).dedented(width).text

    def comment(self, at: int, start: int) -> int:
        line = self.lines[at]
        for number in range(at + 1, len(self.lines)):
            end = self.lines[number].text.find("-->")
            if end >= 0:
                self.keep(Line(line.text[:start], line.number, line.column))
                rest = self.lines[number].cut(end + 3)
                self.out += [] if rest.is_blank else [rest]
                return number + 1
        self.comments = False
        self.keep(line)
        return at + 1


def code_html(code: str) -> str:
    """A piece of code as it stands on a page: it can be reached by keyboard, for it may be wider than the page."""
    end = "" if code.endswith("\n") else "\n"
    return f'<pre tabindex="0"><code>{escape(code, quote=False)}{end}</code></pre>'


def _without_quote(text: str, depth: int) -> str:
    return re.sub(rf"^(?:[ \t]*>[ \t]?){{0,{depth}}}", "", text)


def _unclosed(line: Line, opening: re.Match[str]) -> Problem:
    fence = opening["fence"]
    return Problem(
        line.cut(opening.start("fence")).where(len(fence)), "unclosed-fence",
        f"The code that begins with {fence} is never closed.",
        f"Write {fence} on a line of its own where the code ends.",
        "Everything after it would be shown as code.",
    )  # fmt: skip
