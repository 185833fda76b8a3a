"""Questions and answers that are marked by letters: `Q: …`, `A: …`."""

from __future__ import annotations

import re

from sitegen.regex import regex
from sitegen.word.blocks import Tell
from sitegen.word.shaping import without_start
from sitegen.word.values import Block, Blocks, Heading, Inlines, Paragraph, plain

_ASKED = regex(r"[\s\xa0]*(?:Q|QUESTION|Question)[\s\xa0]?[0-9]{0,3}[:)][\s\xa0]+(?=\S)")
_ANSWERED = regex(r"[\s\xa0]*(?:A|ANSWER|Answer)[\s\xa0]?[0-9]{0,3}[:)][\s\xa0]+(?=\S)")


def with_marked_questions(blocks: Blocks, tell: Tell) -> Blocks:
    """What `Q:` begins as headings and what `A:` begins as text, both without the letter, where both are there."""
    if not (_any(blocks, _ASKED) and _any(blocks, _ANSWERED)):
        return blocks
    tell('What "Q:" begins was taken for a question and what "A:" begins for its answer: the two letters are left out')
    return tuple(_without_letter(block) for block in blocks)


def _any(blocks: Blocks, letter: re.Pattern[str]) -> bool:
    return any(letter.match(plain(inlines)) for block in blocks if (inlines := _inlines(block)))


def _inlines(block: Block) -> Inlines:
    is_text = isinstance(block, Heading) or (isinstance(block, Paragraph) and not block.role)
    return block.inlines if is_text and isinstance(block, Heading | Paragraph) else ()


def _without_letter(block: Block) -> Block:
    inlines = _inlines(block)
    asked, answered = _ASKED.match(plain(inlines)), _ANSWERED.match(plain(inlines))
    if asked:
        level = block.level if isinstance(block, Heading) else 2
        return Heading(level, without_start(inlines, asked.end()))
    if answered and isinstance(block, Paragraph):
        return Paragraph(without_start(inlines, answered.end()))
    return block
