"""Quotations: the words and, after a dash at their end, who said them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.markup.body import Part, Quote, Speaker
from sitegen.markup.inner import is_whole, trimmed
from sitegen.markup.marks_of_speech import without_marks
from sitegen.markup.plain import plain_html, text_of
from sitegen.markup.source import SourceBlock
from sitegen.markup.speakers import attribution, read_speakers
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.text import fold_space

_LINE_END = regex(r"(?:<br>)?\n")
_ONE_ITEM = regex(r"<ul>\s*<li>((?:(?!<li>|<ul>|<ol>).)*)</li>\s*</ul>\s*$", re.DOTALL)
_MANY = 8


def split_attribution(parts: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """The parts without the attribution at their end, and its lines without the dash. No lines where there is none.

    An attribution is a last paragraph that begins with a dash, or last lines of the last paragraph that do. Several
    paragraphs of which each is one are taken together.
    """
    rest, lines = _split_one(parts)
    while 0 < len(lines) < _MANY:
        before, more = _split_one(rest)
        if not more or not before or any(line.endswith((".", "!", "?", ":")) for line in more):
            break
        rest, lines = before, (*more, *lines)
    return rest, lines


def _split_one(parts: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    found = _last_paragraph(parts)
    if found is None:
        return _last_item(parts)
    index, start = found
    tail: list[Part] = [str(parts[index])[start:], *parts[index + 1 :]]
    lines = _lines(tail)
    if lines and attribution(lines[0]):
        return trimmed([*parts[:index], str(parts[index])[:start]]), _joined(lines)
    return _last_lines(parts, index, start)


def _last_paragraph(parts: Sequence[Part]) -> tuple[int, int] | None:
    """Where the paragraph begins with which the parts end: index and offset."""
    if not parts or not isinstance(parts[-1], str) or not parts[-1].rstrip().endswith("</p>"):
        return None
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        if isinstance(part, str) and (start := part.rfind("<p>")) >= 0:
            return index, start
    return None


def _last_lines(parts: Sequence[Part], index: int, start: int) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Takes lines that begin with a dash from the end of the last paragraph, as far as tags allow."""
    for number in range(len(parts) - 1, index - 1, -1):
        part = parts[number]
        if not isinstance(part, str):
            continue
        ends = [m for m in _LINE_END.finditer(part, start if number == index else 0) if m.end() < len(part)]
        for end in ends[-_MANY:]:
            lines = _lines([part[end.end() :], *parts[number + 1 :]])
            head = [*parts[:number], part[: end.start()]]
            kept = (str(head[index])[start + 3 :], *head[index + 1 :])
            if lines and all(attribution(line) for line in lines) and is_whole(kept):
                head[-1] = f"{part[: end.start()]}</p>"
                return trimmed(head), _joined(lines)
    return tuple(parts), ()


def _last_item(parts: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """`> - Emily` is a list of one to Markdown and an attribution to whoever wrote it."""
    last = parts[-1] if parts else None
    found = _ONE_ITEM.search(last) if isinstance(last, str) else None
    if found is None:
        return tuple(parts), ()
    name = fold_space(plain_html(found[1]))
    rest = trimmed([*parts[:-1], str(last)[: found.start()]])
    said = rest and is_whole(rest) and name and attribution(f"— {name}") and read_speakers(name)
    return (rest, (name,)) if said else (tuple(parts), ())


def _lines(parts: Sequence[Part]) -> list[str]:
    return [line for line in (fold_space(line) for line in text_of(parts).split("\n")) if line]


def _joined(lines: Sequence[str]) -> tuple[str, ...]:
    """Attributions, each on one line: a line without a dash goes on with the one before."""
    found: list[str] = []
    for line in lines:
        name = attribution(line)
        if name or not found:
            found.append(name or line)
        else:
            found[-1] = f"{found[-1]} {line}"
    return tuple(found)


def make_quote(parts: Sequence[Part], where: Where) -> Quote:
    """A quotation from what stands in it; its id is left empty."""
    words, lines = split_attribution(parts)
    text = fold_space(text_of(words))
    if not text:
        return Quote(trimmed(parts), (), fold_space(text_of(parts)), where.line)
    speakers = tuple(speaker for line in lines for speaker in read_speakers(line))
    bare, plain = without_marks(trimmed(words), text)
    return Quote(bare, speakers, plain, where.line)


def quote_of(block: SourceBlock, parts: Sequence[Part]) -> Quote:
    """A quotation from a block: its settings say who spoke, or a dash at its end does."""
    made = make_quote(parts, block.opening.where())
    given = _speakers_of(block, made.speakers)
    paraphrase = block.values.get("paraphrase")
    consent = block.values.get("consent")
    return replace(
        made, speakers=given, paraphrase=bool(paraphrase and paraphrase.value),
        consent=tuple(str(c) for c in _many(consent.value)) if consent else (),
    )  # fmt: skip


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _speakers_of(block: SourceBlock, found: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Settings go before what stands after the dash; each setting fills in what it says."""
    by, role, place = (block.setting(key) for key in ("by", "role", "place"))
    number = re.search("[0-9]+", block.setting("case"))
    case = int(number[0]) if number else None
    if by:
        found = tuple(s for name in by.split(";") for s in read_speakers(name)) or (Speaker(by),)
    elif not found and (role or place or case is not None):
        found = (Speaker(""),)
    return tuple(
        Speaker(s.name, role or s.role, place or s.place, case if case is not None else s.case) for s in found
    )


def unattributed(where: Where) -> Problem:
    """A quotation that does not say whose words it holds."""
    return Problem(
        where, "unattributed-quote", "This quotation does not say who said it.",
        "Add a last line that begins with a dash: — Emily Pringle, maths lead. A role alone is fine.",
        "Readers weigh words by who said them.",
    )  # fmt: skip
