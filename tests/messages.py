"""Every message that the program can print, found in its source, so that a new one is held to the rules by itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
_SOURCES = (ROOT / "build.py", ROOT / "environment.py", *sorted((ROOT / "sitegen").rglob("*.py")))
_GAP = "\N{HORIZONTAL ELLIPSIS}"
"""What stands for a value that is put in."""
_NO_MESSAGE = re.compile(
    r"\\[bsSdw]|\(\?|\[\^|\(\.|</?[a-z]|\{[a-z-]+:|\w \| \w|^ *(?:select|create|pragma|insert|delete from)"
)
"""What is a pattern, HTML, a style or a question to a data base."""
_WORDS = re.compile(r"[A-Za-z]{2,}")


class Message(NamedTuple):
    """A message with `…` where a value is put in, and its place."""

    text: str
    place: str


def _text(node: ast.AST) -> list[str]:
    """What an expression of text can be, as far as it says so itself."""
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.JoinedStr():
            return ["".join(p.value if isinstance(p, ast.Constant) else _GAP for p in node.values)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [a + b for a in _text(left) or [_GAP] for b in _text(right) or [_GAP]]
        case ast.IfExp():
            return [*_text(node.body), *_text(node.orelse)]
    return []


def _told_apart(tree: ast.Module) -> set[int]:
    """Texts that nobody is told: docstrings, what an assertion says, lists of words."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, ast.Assert) and node.msg:
            found |= {id(inner) for inner in ast.walk(node.msg)}
        elif isinstance(node, ast.Attribute) and node.attr == "split":
            found.add(id(node.value))
    return found


def _outermost(tree: ast.Module) -> Iterator[tuple[ast.AST, list[str]]]:
    done = _told_apart(tree)
    for node in ast.walk(tree):  # from outside inwards
        if id(node) in done:
            done |= {id(inner) for inner in ast.walk(node)}
        elif texts := _text(node):
            done |= {id(inner) for inner in ast.walk(node) if not isinstance(inner, ast.FormattedValue)}
            yield node, texts


def messages() -> list[Message]:
    """Every text of the program that is words to be read: two of them at least."""
    found = []
    for path in _SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        for node, texts in _outermost(tree):
            place = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            found += [Message(text, place) for text in texts if _is_to_be_read(text)]
    return found


def _is_to_be_read(text: str) -> bool:
    return len(_WORDS.findall(text)) > 1 and " " in text.strip() and not _NO_MESSAGE.search(text)


_PROBLEM_NAMES = frozenset(("what", "fix", "why"))
_RAISING = {"Problem": range(2, 5), "EnvironmentProblem": range(1), "refused": range(2), "_wrong": range(1)}


def sentences() -> list[Message]:
    """What problems say: what is given to them, or to a variable called what, fix or why."""
    found = []
    for path in _SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            for given in _given(node):
                place = f"{path.relative_to(ROOT)}:{given.lineno}"
                found += [Message(text, place) for text in _text(given) if _is_to_be_read(text)]
    return found


def _given(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        yield from (arg for at, arg in enumerate(node.args) if at in _RAISING.get(name, ()))
        yield from (k.value for k in node.keywords if k.arg in _PROBLEM_NAMES and name in _RAISING)
