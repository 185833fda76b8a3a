"""Paragraphs cut where their author ended lines by hand and meant an end: before blank lines, bullets, bold heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitegen.regex import regex
from sitegen.word.values import Block, Blocks, Break, Inlines, Paragraph, Span, plain

_BULLET = regex(r"[\s\xa0]*[•▪◦●‣\uf0b7·*-][\s\xa0]+\S")
_LONGEST_HEAD = 100


def with_lines_apart(blocks: Blocks) -> Blocks:
    """The blocks with every paragraph cut in which a blank line, typed bullets or a bold first line make several."""
    return tuple(piece for block in blocks for piece in _pieces(block))


def _pieces(block: Block) -> Iterator[Block]:
    if not isinstance(block, Paragraph) or block.role or not any(isinstance(i, Break) for i in block.inlines):
        yield block
        return
    for lines in _by_blank_lines(block.inlines):
        for of_piece in _apart(lines):
            yield replace(block, inlines=_joined(of_piece))


def _by_blank_lines(inlines: Inlines) -> Iterator[list[Inlines]]:
    piece: list[Inlines] = []
    for line in lines_of(inlines):
        if line and (len(line) > 1 or plain(line).strip()):
            piece.append(line)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def lines_of(inlines: Inlines) -> list[Inlines]:
    """The lines of a paragraph, empty ones as well."""
    lines: list[Inlines] = [()]
    for inline in inlines:
        if isinstance(inline, Break):
            lines.append(())
        else:
            lines[-1] = (*lines[-1], inline)
    return lines


def _apart(lines: list[Inlines]) -> Iterator[list[Inlines]]:
    """Bullets each by itself, and a bold line by itself above what is not bold."""
    first, *rest = lines
    bullets = [bool(_BULLET.match(plain(line))) for line in lines]
    if sum(bullets) > 1:
        at = bullets.index(True)
        if at:
            yield lines[:at]
        yield from _items(lines[at:], bullets[at:])
    elif rest and _is_head(first) and not any(_is_head(line) for line in rest):
        yield [first]
        yield rest
    else:
        yield lines


def _items(lines: Iterable[Inlines], bullets: Iterable[bool]) -> list[list[Inlines]]:
    """Each item with the lines that go on in it."""
    made: list[list[Inlines]] = []
    for line, begins in zip(lines, bullets, strict=True):
        if begins:
            made.append([line])
        else:
            made[-1].append(line)
    return made


def _is_head(line: Inlines) -> bool:
    words = plain(line).strip()
    is_bold = all(isinstance(i, Span) and (i.bold or not i.text.strip()) for i in line)
    return is_bold and len(words) <= _LONGEST_HEAD and not words.endswith((":", "\t"))


def _joined(lines: list[Inlines]) -> Inlines:
    made: Inlines = lines[0]
    for line in lines[1:]:
        made = (*made, Break(), *line)
    return made
