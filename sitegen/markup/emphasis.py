"""Stars and underscores: as many as a story needs, and no more than Python-Markdown can nest."""

from __future__ import annotations

from sitegen.markup.marks import Kind, Mark, Marks, pattern
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex

_STARS = regex(r"\*+")
_RUN = regex(r"\*+|_+")
_LINE = regex(pattern(Kind.LINE))
PUNCTUATION = frozenset("!\"#$%&'()+,-./:;<=>?@[\\]^_`{|}~\u2018\u2019\u201c\u201d\u2013\u2014\u2026")
_FEW = 80
_MANY = 3000
_DEPTH = 40


def tame(pieces: list[str], start: int, marks: Marks, where: Where) -> None:
    """Takes the meaning from the stars and underscores of a paragraph that nests them too deeply.

    `pieces` from `start` are the paragraph; they are changed in place. `where` is used for the problem's place where
    the paragraph holds no better one.
    """
    text = "".join(pieces[start:])
    if "*" not in text and "_" not in text:
        return
    stray = stray_stars(text)
    if stray:
        token = marks.add(Mark(Kind.LITERAL, "*", where, "*"))
        text = "".join(token if i in stray else char for i, char in enumerate(text))
        pieces[start:] = [text]
    if text.count("*") + text.count("_") <= _FEW or _is_harmless(text):
        return
    problem = Problem(
        _place(text, marks) or where, "nested-too-deeply",
        "This paragraph holds more * and _ than any emphasis needs.",
        "Take some of them away, or write \\* and \\_ where the characters themselves are meant.",
    )  # fmt: skip
    tokens = {char: marks.add(Mark(Kind.LITERAL, char, problem.where, char, (problem,))) for char in "*_"}
    pieces[start:] = [text.replace("*", tokens["*"]).replace("_", tokens["_"])]


def stray_stars(text: str) -> frozenset[int]:
    """Where stars stand that can only close emphasis while none is open, as in `A*-B`: they are meant as stars.

    What can open and close is CommonMark's rule ("left-flanking", "right-flanking"); Python-Markdown would open.
    """
    open_runs: list[int] = []
    stray: set[int] = set()
    for run in _STARS.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        opens = _flanks(after, before)
        if _flanks(before, after) and _closed(open_runs, len(run[0])):
            continue
        if opens:
            open_runs.append(len(run[0]))
        elif _flanks(before, after):
            stray |= set(range(*run.span()))
    return frozenset(stray)


def _closed(open_runs: list[int], stars: int) -> bool:
    """Takes the open runs away that so many stars close, and says whether there were any."""
    for last in range(1, min(len(open_runs), 2) + 1):
        if sum(open_runs[-last:]) == stars:
            del open_runs[-last:]
            return True
    if open_runs and open_runs[-1] > stars and open_runs[-1] == 3:
        open_runs[-1] -= stars
        return True
    return False


def _flanks(near: str, far: str) -> bool:
    """True where a run of stars stands at the side of a word: `near` is the character on the word's side."""
    if not near or near.isspace():
        return False
    return near not in PUNCTUATION or not far or far.isspace() or far in PUNCTUATION


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


