"""Scripts as they are published: without what only their developers read."""

from __future__ import annotations

import re

from sitegen.regex import regex

_STRING = r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`"
_PATTERN = r"(?:(?<=[(,=:\[!&|?{};>])|(?<=return))[ \t]*/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
_PIECE = regex(rf"(?P<kept>{_STRING})|(?P<pattern>{_PATTERN})|/\*.*?\*/|//[^\n]*|\s+|[\w$]+|.", re.DOTALL)
_NESTED = regex(r"\$\{[^{}`]*`")
_JOINS = frozenset("{}()[];,:?=&|<>!*%^~")
_GOES_ON = frozenset("{([;,:?=&|<>!*+-/")
_CONTINUES = frozenset(")]},;:?=&|.")


def slimmed(script: str) -> str:
    """A script without comments and without the spaces and lines that change nothing.

    One with a template string inside another is left as it is: telling where they end takes a parser.
    """
    return script if _NESTED.search(script) else _joined(_pieces(script))


def _pieces(script: str) -> list[str]:
    """Words, signs and strings in their order; between them a space or a line's end for whatever stood there."""
    found: list[str] = []
    at = 0
    while at < len(script):
        match = _PIECE.match(script, at)
        piece = match[0] if match else script[at]
        at += len(piece)
        if match and match["pattern"]:
            found.append(piece.strip())
        elif piece.isspace() or (piece.startswith(("/*", "//")) and not (match and match["kept"])):
            found.append("\n" if "\n" in piece else " ")
        else:
            found.append(piece)
    return found


def _joined(pieces: list[str]) -> str:
    made: list[str] = []
    gap = ""
    for piece in pieces:
        if piece in (" ", "\n"):
            gap = "\n" if "\n" in (gap, piece) else " "
            continue
        if gap and made and _parts(made[-1][-1], gap, piece[0]):
            made.append(gap)
        made.append(piece)
        gap = ""
    return "".join(made) + "\n"


def _parts(before: str, gap: str, after: str) -> bool:
    """Whether a gap has to stay: between two words, signs that would become another, and lines that may end there."""
    if gap == "\n":
        return before not in _GOES_ON and after not in _CONTINUES
    if before in _JOINS or after in _JOINS:
        return False
    signs = frozenset("+-/")
    return not ((before in signs) ^ (after in signs))
