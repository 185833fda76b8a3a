"""Blocks as the author meant them: typed bullets become a list, a paragraph of quoted words a quotation, and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.markup.speakers import attribution, read_speakers
from sitegen.reading.quoting import shortened
from sitegen.regex import regex
from sitegen.text import fold_space
from sitegen.word.blocks import Tell
from sitegen.word.values import (
    Block,
    Blocks,
    Break,
    Heading,
    Inline,
    Inlines,
    Listing,
    Paragraph,
    Picture,
    Quotation,
    Span,
    plain,
)

_BULLET = regex(r"[\s\xa0]*[•▪◦●‣\uf0b7·][\s\xa0]+")
_BULLET_OR_DASH = regex(r"[\s\xa0]*[•▪◦●‣\uf0b7·*-][\s\xa0]+")
_QUOTED = regex(r"[\"“„«‘'](?P<said>.+)[\"”“»’'][.,]?", re.DOTALL)
_QUOTED_AND_BY = regex(r"(?P<quoted>[\"“„«‘].+[\"”“»’])\s*(?P<by>[—–―-]\s*\S.*)", re.DOTALL)
_NUMBERED = regex(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?[\s\xa0]+[^\W\d_]")
"""How a heading begins that was numbered by hand, whatever ends it."""
TYPED_NUMBER = regex(r"[\s\xa0]*(?P<number>[0-9]{1,2})[.)][\s\xa0]+(?=\S)")
"""The number in front of a paragraph that was numbered by hand."""
_NAME_AND_ROLE = regex(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,4}, [^\W\d_A-Z][^.!?:\n]{2,80}")
"""Who spoke, without a dash: taken for it only beside words that are quoted."""
_QUOTED_AND_NAME = regex(rf"(?P<quoted>[\"“„«‘].+[\"”“»’])\s+(?P<by>{_NAME_AND_ROLE.pattern})", re.DOTALL)
_ENDS_SENTENCE = regex(r"[.,;:…]$")
_LONGEST_HEADING = 100
_LONGEST_BY = 160


def shaped(blocks: Blocks) -> Blocks:
    """The blocks with what was only typed as a list, a quotation or a caption made into one."""
    return _with_captions(_quoted(_listed(_numbered(blocks))))


def _numbered(blocks: Blocks) -> Iterator[Block]:
    """Paragraphs that follow each other with the numbers 1, 2 … in front as a list."""
    items: list[Blocks] = []
    run: list[Block] = []
    for block in (*blocks, None):
        item = _numbered_item(block, len(items) + 1)
        if not item:
            yield from [Listing(True, 1, tuple(items))] if len(items) > 1 else run
            items, run = [], []
            item = _numbered_item(block, 1)
        if item and block:
            items.append(item)
            run.append(block)
        elif block:
            yield block


def _numbered_item(block: Block | None, number: int) -> Blocks:
    """A paragraph without this number in front of it; none where it has another, or is bold, as headings are."""
    if not isinstance(block, Paragraph) or block.role or is_bold(block):
        return ()
    found = TYPED_NUMBER.match(plain(block.inlines))
    rest = without_start(block.inlines, found.end()) if found and int(found["number"]) == number else ()
    return (replace(block, inlines=rest),) if rest else ()


def _listed(blocks: Iterable[Block]) -> list[Block]:
    """Paragraphs with typed bullets as lists. Bullets that follow each other are one list, typed or not."""
    made: list[Block] = []
    every = list(blocks)
    for at, block in enumerate(every):
        item = _typed_item(block, _BULLET_OR_DASH if _is_among_items(every, at) else _BULLET)
        found = Listing(False, 1, (item,)) if item else block
        last = made[-1] if made else None
        if isinstance(found, Listing) and isinstance(last, Listing) and not (found.numbered or last.numbered):
            made[-1] = replace(last, items=(*last.items, *found.items))
        else:
            made.append(found)
    return made


def _is_among_items(blocks: Sequence[Block], at: int) -> bool:
    """True beside another item and not below quoted words: a hyphen also stands before the name of who spoke."""
    above = blocks[at - 1] if at else None
    if isinstance(above, Quotation) or (isinstance(above, Paragraph) and _is_quoted(above)):
        return False
    beside = [blocks[n] for n in (at - 1, at + 1) if 0 <= n < len(blocks)]
    return any((isinstance(b, Listing) and not b.numbered) or _typed_item(b, _BULLET_OR_DASH) for b in beside)


def _typed_item(block: Block, sign: re.Pattern[str]) -> Blocks | None:
    if not isinstance(block, Paragraph) or block.role or not isinstance(first := block.inlines[0], Span):
        return None
    text = plain(block.inlines) if len(first.text.strip()) == 1 else first.text
    bullet = sign.match(text)
    if bullet is None:
        return None
    rest = without_start(block.inlines, bullet.end())
    return (replace(block, inlines=rest),) if rest else None


def without_start(inlines: Inlines, letters: int) -> Inlines:
    """A line without so many letters at its beginning."""
    kept = list(inlines)
    while letters and kept:
        first = kept[0]
        width = len(first.text) if isinstance(first, Span) else 1
        if isinstance(first, Span) and width > letters:
            kept[0] = replace(first, text=first.text[letters:])
            break
        letters -= width
        del kept[0]
    return tuple(kept)


def _quoted(blocks: Sequence[Block]) -> list[Block]:
    made: list[Block] = []
    for block in blocks:
        before = made[-1] if made else None
        by = _said_by(block) or _named(block)
        if isinstance(block, Quotation):
            made += _apart(block)
        elif by and isinstance(before, Quotation) and not before.by:
            made[-1] = replace(before, by=by)
        elif by and isinstance(before, Paragraph) and _is_quoted(before):
            made[-1] = Quotation((before.inlines,), by)
        else:
            made.append(_in_one(block))
    return made


def _is_quoted(block: Paragraph) -> bool:
    """True for a paragraph that stands in quotation marks from end to end."""
    return not block.role and _QUOTED.fullmatch(plain(block.inlines).strip()) is not None


def _said_by(block: Block) -> tuple[str, ...]:
    """Who spoke, where a paragraph is nothing but an attribution; each line of it may be one."""
    if not isinstance(block, Paragraph) or block.role:
        return ()
    lines = [line for line in plain(block.inlines).split("\n") if line.strip()]
    names = [attribution(line) for line in lines]
    short = all(len(line) <= _LONGEST_BY and not line.rstrip().endswith((".", "!", "?", ":")) for line in lines)
    return tuple(fold_space(name) for name in names if name) if names and all(names) and short else ()


def _named(block: Block) -> tuple[str, ...]:
    """A paragraph that is nothing but a name and a role."""
    text = fold_space(plain(block.inlines)) if isinstance(block, Paragraph) and not block.role else ""
    return (text,) if _NAME_AND_ROLE.fullmatch(text) or _has_role(text) else ()


def _has_role(text: str) -> bool:
    """True for a name with a role that is known as one, whose letters may be large: `Amira Cole, Maths Lead`."""
    people = read_speakers(text) if 0 < len(text) <= _LONGEST_BY and not text.endswith((".", "!", "?", ":")) else ()
    return bool(people) and all(person.name and person.role for person in people)


def _apart(block: Quotation) -> list[Block]:
    """A run of quoted paragraphs, cut after each attribution."""
    made: list[Block] = []
    said: list[Inlines] = []
    for paragraph in block.paragraphs:
        by = _said_by(Paragraph(paragraph)) or (_named(Paragraph(paragraph)) if said else ())
        words, own = ((paragraph, ()) if by else _with_own_attribution(paragraph))
        if by and said:
            made.append(Quotation(tuple(said), by))
            said = []
        elif own:
            made.append(Quotation((*said, words), own))
            said = []
        else:
            said.append(paragraph)
    return [*made, Quotation(tuple(said))] if said else made


def _in_one(block: Block) -> Block:
    """A paragraph that holds words in quotation marks and, after a dash, who said them."""
    if not isinstance(block, Paragraph) or block.role:
        return block
    words, by = _with_own_attribution(block.inlines)
    return Quotation((words,), by) if by and _is_quoted(Paragraph(words)) else block


def _with_own_attribution(inlines: Inlines) -> tuple[Inlines, tuple[str, ...]]:
    """A line's words and who said them: after its last break, or after the closing quotation mark."""
    last = max((at for at, inline in enumerate(inlines) if isinstance(inline, Break)), default=0)
    after = Paragraph(inlines[last + 1 :]) if last else None
    by = (_said_by(after) or _named(after)) if after and after.inlines else ()
    if by:
        return inlines[:last], by
    text = plain(inlines).strip()
    found, name = _quoted_and_by(text) if all(isinstance(inline, Span) for inline in inlines) else (None, "")
    if found is None or not name or name.endswith((".", "!", "?", ":")):
        return inlines, ()
    return _first_letters(inlines, len(found["quoted"])), (name,)


def _quoted_and_by(text: str) -> tuple[re.Match[str] | None, str]:
    """Quoted words and who said them in one line, with a dash between the two or, for a name with a role, without."""
    if bare := _QUOTED_AND_NAME.fullmatch(text):
        return bare, bare["by"]
    found = _QUOTED_AND_BY.fullmatch(text)
    return found, (attribution(found["by"]) or "") if found and len(found["by"]) <= _LONGEST_BY else ""


def _first_letters(inlines: Inlines, letters: int) -> Inlines:
    kept: list[Span] = []
    for inline in inlines:
        if isinstance(inline, Span) and letters > 0:
            text = inline.text.lstrip() if not kept else inline.text
            kept.append(replace(inline, text=text[:letters]))
            letters -= len(text)
    return tuple(kept)


def _with_captions(blocks: Sequence[Block]) -> Blocks:
    made: list[Block] = []
    for block in blocks:
        before = made[-1] if made else None
        is_caption = isinstance(block, Paragraph) and block.role == "caption"
        if is_caption and isinstance(block, Paragraph) and isinstance(before, Picture) and not before.caption:
            made[-1] = replace(before, caption=block.inlines)
        else:
            made.append(block)
    return tuple(made)


def is_bold(block: Block) -> bool:
    """True for a short paragraph that is bold from end to end, as headings are typed by hand."""
    if not isinstance(block, Paragraph) or block.role or len(plain(block.inlines)) > _LONGEST_HEADING:
        return False
    return all(isinstance(i, Span) and (i.bold or not i.text.strip()) for i in block.inlines)


def is_question(block: Block) -> bool:
    """True for a heading or a bold paragraph that asks."""
    return isinstance(block, Heading | Paragraph) and plain(block.inlines).rstrip(" \xa0\"”’'").endswith("?")


def ends_sentence(text: str) -> bool:
    """True where a line ends as sentences do, and headings do not."""
    return _ENDS_SENTENCE.search(text.strip()) is not None


def with_typed_headings(blocks: Blocks, tell: Tell, *, questions: bool) -> Blocks:
    """Bold paragraphs as headings: the questions, or, in a text without any headings, each that ends no sentence."""
    has_headings = any(isinstance(block, Heading) for block in blocks)
    made: list[Block] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not is_bold(block):
            made.append(block)
            continue
        words = plain(block.inlines).strip()
        ends = at + 1 == len(blocks) or (ends_sentence(words) and not _NUMBERED.match(words))
        if is_question(block) if questions else not has_headings and not ends:
            tell(f'A bold line was taken for a heading: "{shortened(fold_space(plain(block.inlines)), 80)}"')
            made.append(Heading(2, block.inlines))
        else:
            made.append(block)
    return tuple(made)


def with_levels(blocks: Blocks) -> Blocks:
    """Headings from the second level on, none of them left out on the way down, and none bold."""
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=1)
    made: list[Block] = []
    before = 1
    for block in blocks:
        if isinstance(block, Heading):
            before = min(block.level - highest + 2, before + 1, 6)
            block = Heading(before, tuple(_not_bold(inline) for inline in block.inlines))
        made.append(block)
    return tuple(made)


def _not_bold(inline: Inline) -> Inline:
    return replace(inline, bold=False) if isinstance(inline, Span) else inline
