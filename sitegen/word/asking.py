"""Questions and answers of which no heading tells: marked by letters or initials, numbered, in italics, in a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sitegen.regex import regex
from sitegen.word.blocks import Tell
from sitegen.word.shaping import TYPED_NUMBER, is_question, without_start
from sitegen.word.values import Block, Blocks, Heading, Inlines, Listing, Paragraph, Span, Table, plain

_ASKED = regex(r"[\s\xa0]*(?:Q|QUESTION|Question)(?:[\s\xa0]?[0-9]{0,3}[:)]|[\s\xa0]?[0-9]{1,3}\.)[\s\xa0]+(?=\S)")
_ANSWERED = regex(r"[\s\xa0]*(?:A|ANSWER|Answer)(?:[\s\xa0]?[0-9]{0,3}[:)]|[\s\xa0]?[0-9]{1,3}\.)[\s\xa0]+(?=\S)")
_SPOKE = regex(r"[\s\xa0]*(?P<who>[^\W\d_a-z][\w.’'-]{0,20}(?: [^\W\d_a-z][\w.’'-]{0,20})?)[\s\xa0]?:[\s\xa0]+(?=\S)")
_FEWEST = 2
_LONGEST = 250


def with_marked_questions(blocks: Blocks, tell: Tell) -> Blocks:
    """Questions as headings, and answers as text, both without their marks, where it is plain which is which."""
    if _any(blocks, _ASKED) and _any(blocks, _ANSWERED):
        tell('What "Q:" begins was taken for a question and what "A:" begins for its answer: '
             'the two letters are left out')  # fmt: skip
        return tuple(_without_letter(block) for block in blocks)
    if speakers := _speakers(blocks):
        tell(f'What "{speakers[0]}:" begins was taken for a question and what "{speakers[1]}:" begins for its answer: '
             f"both marks are left out, so let the story say who answers")  # fmt: skip
        return tuple(_without_speaker(block, *speakers) for block in blocks)
    return _in_a_table(_numbered_or_italic(blocks, tell), tell)


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


def _speakers(blocks: Blocks) -> tuple[str, str] | None:
    """Who asks and who answers, where names or initials stand before what two people say by turns."""
    said = [(_who(block), is_question(block)) for block in blocks]
    questions = Counter(who for who, asks in said if who and asks)
    asker, times = next(iter(questions.most_common(1)), ("", 0))
    every = Counter(who for who, _ in said if who)
    follow = Counter(who for (one, _), (who, _) in pairwise(said) if one == asker and who)
    answers = [who for who in follow if who != asker]
    is_talk = times >= _FEWEST and times * 2 > every[asker] and len(answers) == 1 and follow[answers[0]] >= _FEWEST
    return (asker, answers[0]) if is_talk else None


def _who(block: Block) -> str:
    found = _SPOKE.match(plain(_inlines(block)))
    return found["who"] if found else ""


def _without_speaker(block: Block, asker: str, answerer: str) -> Block:
    inlines, who = _inlines(block), _who(block)
    found = _SPOKE.match(plain(inlines))
    if found is None or who not in (asker, answerer):
        return block
    rest = without_start(inlines, found.end())
    return Heading(2, rest) if who == asker else Paragraph(rest)


def _numbered_or_italic(blocks: Blocks, tell: Tell) -> Blocks:
    """Each question that has a number, in a list of its own or by hand, or is all in italics, and has its answer."""
    asked = [_asked(block) if _may_answer(after) else () for block, after in pairwise((*blocks, None)) if block]
    if sum(map(bool, asked)) < _FEWEST or any(isinstance(block, Heading) for block in blocks):
        return blocks
    tell("Lines that end with a question mark, numbered or in italics, were taken for the questions of an interview")
    return tuple(Heading(2, asks) if asks else block for block, asks in zip(blocks, asked, strict=True))


def _asked(block: Block) -> Inlines:
    if isinstance(block, Listing) and block.numbered and len(block.items) == 1 and len(block.items[0]) == 1:
        item = block.items[0][0]
        return _inlines(item) if is_question(item) else ()
    line = _inlines(block)
    number = TYPED_NUMBER.match(plain(line))
    if number and is_question(block) and isinstance(block, Paragraph) and len(plain(line)) <= _LONGEST:
        return without_start(line, number.end())
    is_italic = all(isinstance(i, Span) and (i.italic or not i.text.strip()) for i in line)
    if not is_italic or not is_question(block) or isinstance(block, Heading) or len(plain(line)) > _LONGEST:
        return ()
    return tuple(replace(i, italic=False) for i in line if isinstance(i, Span))


def _may_answer(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and not _asked(block)


def _in_a_table(blocks: Blocks, tell: Tell) -> Blocks:
    return tuple(made for block in blocks for made in _of_table(block, tell))


def _of_table(block: Block, tell: Tell) -> Iterator[Block]:
    """A table of two columns with a question in every cell of the first, below a row that may name the two."""
    rows = list(block.rows) if isinstance(block, Table) else []
    named = rows and rows[0][0].lines and plain(rows[0][0].lines[0]).strip().lower() in ("question", "questions", "q")
    rows = rows[1:] if named else rows
    asks = [len(row) == 2 and len(row[0].lines) == 1 and is_question(Paragraph(row[0].lines[0])) for row in rows]
    if len(rows) < _FEWEST or not all(asks):
        yield block
        return
    tell("A table with a question in each row was taken for an interview: it now stands as questions and answers")
    for question, answer in rows:
        yield Heading(2, question.lines[0])
        yield from (Paragraph(line) for line in answer.lines)
