"""What a document is called, and what kind of story it seems to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from sitegen.reading.quoting import shortened
from sitegen.regex import regex
from sitegen.schema.declared import Kind
from sitegen.text import fold_key, fold_space
from sitegen.word.blocks import Tell
from sitegen.word.facts import Labels
from sitegen.word.shaping import ends_sentence, is_bold, is_question
from sitegen.word.values import Block, Blocks, Heading, Paragraph, plain

USUAL = "case-study"
"""The kind of a story that nothing tells more of."""
_SAYS_NOTHING = regex(
    r"(?:microsoft )?(?:word|office)?(?: - | )?(?:document|dokument)? ?\d*|untitled.*|title|.*\.docx?", re.IGNORECASE
)
_FEWEST = 2
_MOST_TITLE_LINES = 3
_TOP = 4
"""A line that names the kind stands among so many blocks, if at all."""


def take_title(blocks: Blocks, tell: Tell) -> tuple[str, Blocks]:
    """The title that the text gives itself, by its style or its first heading, and the text without it."""
    at = next((n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and block.role == "title"), None)
    if at is None:
        return _by_heading(blocks)
    end = next((n for n in range(at, len(blocks)) if getattr(blocks[n], "role", "") != "title"), len(blocks))
    if end - at > _MOST_TITLE_LINES or 1 < end - at == len(blocks):
        end = at + 1
        tell(f'Text is styled as a title in Word; only its first line was taken for it: "{_words(blocks[at])}"')
    title = " ".join(_words(block) for block in blocks[at:end])
    return title, tuple(_ordinary(block) for block in (*blocks[:at], *blocks[end:]))


def _by_heading(blocks: Blocks) -> tuple[str, Blocks]:
    """The first heading, where it is above all others and little stands before it."""
    headings = [(n, block) for n, block in enumerate(blocks) if isinstance(block, Heading)]
    if not headings or headings[0][1].level != 1:
        return "", blocks
    at, first = headings[0]
    return _words(first), (*blocks[:at], *blocks[at + 1 :])


def title_in_bold(blocks: Blocks, labels: Labels, tell: Tell) -> tuple[str, Blocks]:
    """The first line of all as the title, where it is bold, asks nothing, ends no sentence and is no fact."""
    first = blocks[0] if blocks else None
    title = _words(first) if first and is_bold(first) and not is_question(first) else ""
    if not title or ends_sentence(title) or labels.knows(title):
        return "", blocks
    tell(f'The bold line at the top was taken for the title: "{shortened(title, 80)}"')
    return title, blocks[1:]


def _ordinary(block: Block) -> Block:
    return replace(block, role="") if isinstance(block, Paragraph) and block.role == "title" else block


def _words(block: Block) -> str:
    return fold_space(plain(block.inlines)) if isinstance(block, Heading | Paragraph) else ""


def title_of_file(core: Element | None, file_name: str) -> str:
    """What the document's properties call it, else its file."""
    given = next((e.text or "" for e in core if e.tag == "dc:title"), "") if core is not None else ""
    if fold_space(given) and not _SAYS_NOTHING.fullmatch(fold_space(given)):
        return fold_space(given)
    return fold_space(re.sub(r"[_\s]+|(?<=\w)-(?=\w)", " ", re.sub(r"\.docx?$", "", file_name, flags=re.IGNORECASE)))


def kind_of_text(blocks: Blocks, kinds: Mapping[str, Kind], *, is_interview: bool) -> str:
    """The kind whose headings are questions, where most of these are, or it is an interview; else the usual one."""
    asking = next((id_ for id_, kind in kinds.items() if kind.questions and kind.role == "story"), None)
    return asking if asking and (is_interview or _mostly_ask(headings_of(blocks)) or asks_in_bold(blocks)) else USUAL


def take_kind_line(blocks: Blocks, kinds: Mapping[str, Kind], tell: Tell) -> tuple[str, Blocks]:
    """The kind that a line at the top names, such as "CASE STUDY", and the text without that line."""
    named = {fold_key(name): id_ for id_, k in kinds.items() if k.role == "story" for name in (id_, k.name, k.plural)}
    for at, block in enumerate(blocks[:_TOP]):
        if at and isinstance(block, Heading):
            break
        line = _words(block).rstrip(" :")
        if line and fold_key(line) in named and len(blocks) > 1:
            tell(f'The line "{line}" says what kind of story this is; it is left out of the text')
            return named[fold_key(line)], (*blocks[:at], *blocks[at + 1 :])
    return "", blocks


def headings_of(blocks: Blocks) -> list[Block]:
    """The headings of the highest level that is there."""
    every = [block for block in blocks if isinstance(block, Heading)]
    highest = min((block.level for block in every), default=0)
    return [block for block in every if block.level == highest]


def asks_in_bold(blocks: Blocks) -> bool:
    """True where it is bold lines that ask the questions."""
    return _mostly_ask([block for block in blocks if is_bold(block)])


def _mostly_ask(blocks: list[Block]) -> bool:
    asked = sum(map(is_question, blocks))
    return asked >= _FEWEST and asked * 2 > len(blocks)
