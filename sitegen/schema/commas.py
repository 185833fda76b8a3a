"""The commonest slip of all: a comma that cuts a text short inside `{…}`."""

from __future__ import annotations

from itertools import pairwise

from sitegen.problems.problem import Problem, Where
from sitegen.reading.values import Mapping_, Scalar
from sitegen.text import fold_space


def cut_off(node: Mapping_, at: int, code: str) -> tuple[Problem, ...] | None:
    """The problem of the entry at `at` if it is the rest of the text before it; None if it is not.

    `{name: Goldfinch Primary, Streatham, London}` reads as a name and two keys without values. Only the first such
    rest is a problem; for those that follow it the tuple is empty.
    """
    if not _is_rest(node, at):
        return None
    if _is_rest(node, at - 1):
        return ()
    last = at
    while _is_rest(node, last + 1):
        last += 1
    return (_problem(node, at, last, code),)


def _is_rest(node: Mapping_, at: int) -> bool:
    """True for a key without a value or colon that follows plain text on its line."""
    if not 0 < at < len(node.entries):
        return False
    entry, before = node.entries[at], node.entries[at - 1]
    bare = isinstance(entry.value, Scalar) and entry.value.is_empty and not entry.key.quoted
    plain = isinstance(before.value, Scalar) and not before.value.quoted
    return bare and plain and entry.key.where.line == before.key.where.line


def _problem(node: Mapping_, first: int, last: int, code: str) -> Problem:
    owner, start, end = node.entries[first - 1], node.entries[first].key, node.entries[last].key
    parts = [s for s in (owner.value, *(e.key for e in node.entries[first : last + 1])) if isinstance(s, Scalar)]
    where = Where(start.where.file, start.where.line, start.where.column, _width(start, end))
    rest = fold_space(start.text)
    what = f'The comma before "{rest}" ends the text of `{owner.key.text}`, so what follows is taken for a field.'
    fix = f'Put quotation marks around the whole text: `{owner.key.text}: "{_joined(parts)}"`.'
    return Problem(where, code, what, fix)


def _joined(parts: list[Scalar]) -> str:
    text = parts[0].text
    for before, after in pairwise(parts):
        near = after.where.column == before.where.column + before.where.width + 1
        text += f",{'' if near else ' '}{after.text}"
    return fold_space(text).replace('"', "'")


def _width(start: Scalar, end: Scalar) -> int:
    return (
        end.where.column + end.where.width - start.where.column
        if end.where.line == start.where.line
        else start.where.width
    )
