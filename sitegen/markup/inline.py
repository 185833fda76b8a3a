"""Running text: everything in it that has a meaning or a place of its own becomes a mark, in one pass from the left.

Python-Markdown afterwards sees words, emphasis, lists, tables and headings, and no address, no HTML and no code. So a
link's place is exact, and no run of brackets can keep it busy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sitegen.markup import addresses, formulas
from sitegen.markup.definitions import Definitions
from sitegen.markup.emphasis import tame
from sitegen.markup.lines import Line, Source
from sitegen.markup.links import Brackets
from sitegen.markup.marks import Kind, Mark, Marks
from sitegen.markup.rawhtml import Tags
from sitegen.problems.problem import Problem
from sitegen.regex import regex

_SPECIAL = regex(r"\n|\\|`|<|\[|\]|!|\$|://|\.(?<=[wW]{3}\.)")
_HEAD = regex(
    r"\n((?>(?:[ \t]*+(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])|\|))*))[ \t]*+"
    r"(?:[*_]{1,3}+(?=[^\s*_]))?"
)
_STRUCTURE = regex(r"\n[ \t]*(?:[-+*|]|[0-9]{1,9}[.)]|#{1,6})[ \t]")
_UNMARKED = frozenset("\n\r-+*_=|:#~{>")
_BLANK = regex(r"\n[ \t]*(?=\n|\Z)")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = regex(r"`+")
_NOTE = regex(r"\[\^([^\]\s\[]{1,200})\]")
_ADDRESS = regex("[^\\s<>()\\[\\]{}\"'“”‘’`*|\\\\\U000f0000-\U0010ffff]{1,2000}")
_PRIVATE = "\U000f0000"
_LONGEST_TICKS = 12


def mark_inline(lines: Sequence[Line], marks: Marks, definitions: Definitions) -> str:
    """The lines as one text for Python-Markdown, with marks in place of all that it need not see."""
    return _Inline(Source(lines), marks, definitions).run() if lines else ""


class _Inline:
    def __init__(self, source: Source, marks: Marks, definitions: Definitions) -> None:
        self.source = source
        self.text = source.text
        self.marks = marks
        self.definitions = definitions
        self.out: list[str] = []
        self.brackets = Brackets(source, marks, definitions, self.out)
        self.tags = Tags(source, marks)
        self.paragraph = 0
        self.paragraph_end = 0
        self.quoted = ""
        self.unmatched: set[int] = set()
        self.handlers: dict[str, Callable[[int], int]] = {
            "\n": self.line, "\\": self.escape, "`": self.code, "<": self.tag, "[": self.open_bracket,
            "]": self.brackets.close, "!": self.exclamation, "$": self.dollar, ":": self.colon, ".": self.dot,
        }  # fmt: skip

    def run(self) -> str:
        at = 0
        while found := _SPECIAL.search(self.text, at):
            start = found.start()
            if start > at:
                self.out.append(self.text[at:start])
            at = self.handlers[found[0][0]](start)
        self.out.append(self.text[at:])
        self.end_paragraph()
        return "".join(self.out)

    def add(self, kind: Kind, start: int, end: int, value: str, *problems: Problem | None) -> int:
        """Puts a mark in place of a piece of the text; the offset after it."""
        where = self.source.where(start, end - start)
        found = tuple(p for p in problems if p)
        self.out.append(self.marks.add(Mark(kind, self.text[start:end], where, value, found)))
        return end

    def line(self, at: int) -> int:
        head = _HEAD.match(self.text, at)
        assert head is not None, "a line always begins"
        end = head.end()
        following = self.text[end : end + 1]
        if following in ("", "\n"):
            self.end_paragraph()
        elif head[1] != self.quoted or head[1].strip("> \t"):
            self.end_inline()
        self.quoted = head[1]
        self.out.append(head[0])
        if following and following not in _UNMARKED and following < _PRIVATE:
            if following == "<" and self.tags.begins_block(end):
                return self.block(end)
            self.out.append(self.marks.add(Mark(Kind.LINE, "", self.source.where(end))))
        return end

    def block(self, at: int) -> int:
        """A piece of HTML that begins a line is HTML to its end."""
        html, end, problems = self.tags.region(at)
        return self.add(Kind.HTML, at, end, html, *problems)

    def end_inline(self) -> None:
        """What was opened in running text ends with its paragraph, item or heading."""
        self.brackets.clear()
        for name in self.tags.left_open() if self.tags.open else ():
            self.out.append(self.marks.add(Mark(Kind.HTML, "", self.source.where(1), f"</{name}>")))

    def end_paragraph(self) -> None:
        self.end_inline()
        self.unmatched.clear()
        tame(self.out, self.paragraph, self.marks, self.source.lines[0].where())
        self.paragraph = len(self.out)

    def escape(self, at: int) -> int:
        following = self.text[at + 1 : at + 2]
        if following in _PUNCTUATION:
            return self.add(Kind.LITERAL, at, at + 2, following)
        if following == "\n" and self.text[at + 2 : at + 3] not in ("", "\n"):
            self.out.append("  ")
        else:
            self.out.append("\\")
        return at + 1

    def end_of_paragraph(self, at: int) -> int:
        if self.paragraph_end <= at:
            found = _BLANK.search(self.text, at)
            self.paragraph_end = found.start() if found else len(self.text)
        return self.paragraph_end

    def code(self, at: int) -> int:
        ticks = _TICKS.match(self.text, at)
        length = len(ticks[0]) if ticks else 1
        end = self.end_of_paragraph(at)
        closing = None
        if length not in self.unmatched and length <= _LONGEST_TICKS:
            closing = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(self.text, at + length, end)
        if closing is None or _STRUCTURE.search(self.text, at, closing.start()):
            self.unmatched.add(length)
            return self.add(Kind.LITERAL, at, at + length, "`" * length)
        code = self.marks.written(self.text[at + length : closing.start()]).replace("\n", " ")
        inner = code[1:-1] if code.strip() and code[:1] == code[-1:] == " " else code
        return self.add(Kind.SPAN, at, closing.end(), inner)

    def tag(self, at: int) -> int:
        address = self.brackets.autolink(at)
        if address:
            return address
        found = self.tags.inline(at)
        if found is None:
            self.out.append("<")
            return at + 1
        html, end, problems = found
        return self.add(Kind.HTML, at, end, html, *problems)

    def open_bracket(self, at: int) -> int:
        note = _NOTE.match(self.text, at)
        if note is None:
            return self.brackets.open(at, 1)
        name = note[1]
        missing = None if name in self.definitions.notes else _no_note(self.source, at, name)
        return self.add(Kind.NOTE, at, note.end(), name, missing)

    def exclamation(self, at: int) -> int:
        if self.text.startswith("![", at) and not _NOTE.match(self.text, at + 1):
            return self.brackets.open(at, 2)
        self.out.append("!")
        return at + 1

    def dollar(self, at: int) -> int:
        found = formulas.find(self.text, at, self.end_of_paragraph(at))
        if found:
            return self.add(Kind.FORMULA, at, found[1], found[0])
        if self.text.startswith("$$", at):
            alone = formulas.unclosed(self.text, at, self.source.where(at, 2))
            return self.add(Kind.LITERAL, at, at + 2, "$$", alone)
        return self.add(Kind.LITERAL, at, at + 1, "$")

    def colon(self, at: int) -> int:
        before = 5 if self.text[at - 5 : at].lower() == "https" else 4
        if self.text.startswith("://", at) and self.text[max(0, at - before) : at].lower() in ("http", "https"):
            return self.bare(at, at - before)
        self.out.append(":")
        return at + 1

    def dot(self, at: int) -> int:
        if self.text[at - 3 : at].lower() == "www" and not self.text[at - 4 : at - 3].isalnum():
            return self.bare(at, at - 3)
        self.out.append(".")
        return at + 1

    def bare(self, at: int, begin: int) -> int:
        """An address in running text: it keeps its underscores, and its author hears that it is no link."""
        found = _ADDRESS.match(self.text, at)
        written = found[0].rstrip(".,;:!?_") if found else ""
        if len(written) < 3:
            self.out.append(self.text[at])
            return at + 1
        address = self.text[begin:at] + written
        problem = addresses.bare(address, self.source.where(begin, len(address)))
        return self.add(Kind.BARE, at, at + len(written), written, problem)


def _no_note(source: Source, at: int, name: str) -> Problem:
    return Problem(
        source.where(at, len(name) + 3), "footnote-without-note", f'There is no note for the mark "[^{name}]".',
        f"Write the note on a line of its own: [^{name}]: its text.",
    )  # fmt: skip
