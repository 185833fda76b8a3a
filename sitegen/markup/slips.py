"""Small slips of the hand that Markdown takes for plain text, and what an author meant for nobody else to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sitegen.markup.lines import Line
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex

_START = regex(r"[ \t]*(?:(?:>|[-+*]|[0-9]{1,3}[.)])[ \t]+)*(?P<word>TODO|FIXME|XX+)(?![\w-])")
_PLACEHOLDER = regex(r"\[(?:TODO|FIXME|TB[CD]|XX+)\](?![(\[:])")
_REMINDER = regex(
    r"\[(?:to (?:check|confirm|add|follow|be confirmed|be added)|check (?:with|this)|insert|tb[cd])(?![\w-])"
    r"[^\[\]\n]{0,60}\](?![(\[:])", re.IGNORECASE,
)  # fmt: skip
"""What is typed into a Word file for later, such as "[to check with Amira]"; an import puts a backslash before it."""
_REMINDS = regex(r"TODO|FIXME|TB[CD]|XX|\[[TtCcIi]|<{7}|>{7}|={7}")
"""What a line has at least that is a note to self or the mark of a conflict."""
_SPAN = regex(r"`[^`]*`")
_CONFLICT = regex(r"(?P<mark><{7}|>{7}|={7})(?: |$)")
_PLACE = regex(
    r"(?:https?://|mailto:|www\.|\.{0,2}/|#)\S+|[^\s#?]+\.(?:md|markdown|html?|pdf|csv|docx?|xlsx?|pptx?|jpe?g|png|gif|webp|"
    r"svg|avif)(?:#\S*)?", re.IGNORECASE,
)  # fmt: skip
_MARKS = ("<" * 7, ">" * 7, "=" * 7)
_MOST = 60


def heading_space(line: Line, hashes: str) -> Problem:
    """A heading without the space after its hashes: Markdown shows it as text."""
    return Problem(
        line.where(len(hashes)), "heading-space", f'There is no space after "{hashes}", so this line is no heading.',
        f"Put a space after {hashes}: {hashes} {_shortened(line.text[len(hashes) :].strip())}", suggestion=f"{hashes} ",
    )  # fmt: skip


def two_colons(line: Line, wanted: str) -> Problem:
    """A line that opens or closes a block with two colons."""
    return Problem(
        line.where(2), "two-colons", "This line of a block has two colons, and it needs at least three.",
        f"Write {wanted} in place of ::.", suggestion=wanted,
    )  # fmt: skip


def link_space(where: Where, written: str, is_picture: bool) -> Problem:
    """A link or picture with a space before its address; `written` is the address with its parentheses."""
    noun = "picture" if is_picture else "link"
    return Problem(
        where, "link-space", f'A space stands before "{_shortened(written)}", so this is no {noun}.',
        f"Take out the space between ] and ( to make it a {noun}.", suggestion=written,
    )  # fmt: skip


def is_place(target: str) -> bool:
    """True for what looks like the address of a page or the path of a file."""
    return _PLACE.fullmatch(target) is not None


def no_question(lines: Iterable[Line]) -> tuple[Problem, ...]:
    """The problem of questions and answers without a question, at the first line with text; none without text."""
    first = next((line for line in lines if not line.is_blank), None)
    if first is None:
        return ()
    return (Problem(
        first.where(), "no-question", "This text is to be questions and answers, and it has no question.",
        "Write each question as a heading: ## and a space, then the question, with the answer below it.",
        "Readers find the questions by their headings.",
    ),)  # fmt: skip


def notes_to_self(lines: Iterable[Line]) -> Iterator[Problem]:
    """What was left for later in a text, and what a merge of two versions left behind."""
    is_conflict = False
    for line in lines:
        if not _REMINDS.search(line.text):
            continue
        conflict = _CONFLICT.match(line.text) if line.text[:7] in _MARKS else None
        if conflict and (is_conflict or "=" not in conflict["mark"]):
            is_conflict = True
            yield _conflict(line)
            continue
        words = _SPAN.sub(_blank, line.text)
        found = _START.match(line.text) or _PLACEHOLDER.search(words) or _REMINDER.search(words)
        if found:
            start = found.start("word") if "word" in found.groupdict() else found.start()
            yield _note(line.cut(start), found[0][start - found.start() :].replace("\\]", "]"))


def _blank(code: re.Match[str]) -> str:
    return " " * len(code[0])


def _conflict(line: Line) -> Problem:
    return Problem(
        line.where(), "note-to-self",
        f'"{_shortened(line.text.strip())}" was left behind when two versions were put together.',
        "Keep the right version; delete the other, and the lines of <<<<<<<, ======= and >>>>>>>.",
        "Readers would see both versions.",
    )  # fmt: skip


def _note(line: Line, word: str) -> Problem:
    return Problem(
        line.where(len(word)), "note-to-self", f'"{word}" reads like a note to yourself, and readers will see it.',
        "Write what is still missing, or take the note out.",
    )  # fmt: skip


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST else text[: _MOST - 1].rstrip() + "…"
