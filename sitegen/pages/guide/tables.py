"""Pieces of Markdown: tables, code, words that must not be taken for marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.regex import regex

_SPACE = regex(r"\s+")
_MARKS = regex(r"([\\*_`\[\]<>$|])")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, without the columns in which no row says anything; empty without rows."""
    every = [tuple(row) for row in rows]
    kept = [at for at in range(len(columns)) if any(row[at] for row in every)]
    if not every:
        return ""
    lines = [[columns[at] for at in kept], ["---"] * len(kept), *([row[at] for at in kept] for row in every)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: str) -> str:
    """Text as it is typed, on one line."""
    return f"`{' '.join(text.split())}`" if "`" not in text else plain(text)


def plain(text: str) -> str:
    """Text in which nothing is a mark of Markdown."""
    return _MARKS.sub(r"\\\1", _SPACE.sub(" ", text))


def marked(text: str) -> str:
    """A sentence of ours: what stands in backticks is code, the rest is text."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return plain(text)
    return "`".join(piece if at % 2 else plain(piece) for at, piece in enumerate(pieces))


def fenced(text: str, language: str = "markdown") -> str:
    """Text as it is typed, on lines of its own."""
    fence = "````" if "```" in text else "```"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def joined(*parts: str) -> str:
    """Paragraphs with an empty line between them, without those that are empty."""
    return "\n\n".join(part for part in parts if part)
