"""Stars and underscores: as many as a story needs, and no more than Python-Markdown can nest."""

from __future__ import annotations

import re

from sitegen.markup.marks import Kind, Mark, Marks, pattern
from sitegen.problems.problem import Problem, Where

_RUN = re.compile(r"\*+|_+")
_LINE = re.compile(pattern(Kind.LINE))
_FEW = 80
_MANY = 3000
_DEPTH = 40


def tame(pieces: list[str], start: int, marks: Marks, where: Where) -> None:
    """Takes the meaning from the stars and underscores of a paragraph that nests them too deeply.

    `pieces` from `start` are the paragraph; they are changed in place. `where` is used for the problem's place where
    the paragraph holds no better one.
    """
    text = "".join(pieces[start:])
    if text.count("*") + text.count("_") <= _FEW or _is_harmless(text):
        return
    problem = Problem(
        _place(text, marks) or where, "nested-too-deeply",
        "This paragraph holds more * and _ than any emphasis needs.",
        "Take some of them away, or write \\* and \\_ where the characters themselves are meant.",
    )  # fmt: skip
    tokens = {char: marks.add(Mark(Kind.LITERAL, char, problem.where, char, (problem,))) for char in "*_"}
    pieces[start:] = [text.replace("*", tokens["*"]).replace("_", tokens["_"])]


def _is_harmless(text: str) -> bool:
    """False where emphasis may nest deeply: what could close the emphasis opened last is counted as closing it."""
    runs = list(_RUN.finditer(text))
    if len(runs) > _MANY:
        return False
    stack: list[str] = []
    for run in runs:
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if stack and stack[-1] == run[0] and before and not before.isspace():
            stack.pop()
        elif after and not after.isspace():
            stack.append(run[0])
            if len(stack) > _DEPTH:
                return False
    return True


def _place(text: str, marks: Marks) -> Where | None:
    found = _LINE.search(text)
    return marks.at(found[0]).where if found else None


