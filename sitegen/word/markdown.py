"""Blocks as Markdown, as an author would write it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sitegen.word.escaping import escaped, escaped_heading, escaped_start, without_controls
from sitegen.word.spreading import spread
from sitegen.word.values import (
    Block,
    Blocks,
    Break,
    Document,
    Heading,
    Image,
    Inline,
    Inlines,
    Listing,
    Mark,
    Paragraph,
    Picture,
    Quotation,
    Span,
    Table,
)

_OPENS = frozenset(" (\u2018\u201c\u2013\u2014\xa0")
_CLOSES = frozenset(" ).,;:!?\u2019\u201d\u2013\u2014\xa0")
_LINE_END = "\\\n"


def to_markdown(document: Document) -> str:
    """The text of a story."""
    notes = [_indented(_blocks(blocks), f"[^{name}]: ", 4) for name, blocks in document.notes]
    return "\n\n".join([*(_block(block) for block in document.blocks), *notes]) + "\n"


def _blocks(blocks: Blocks) -> str:
    return "\n\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escaped_heading(_line(block.inlines, ' '))}"
        case Paragraph():
            return _line(block.inlines)
        case Quotation():
            said = [_line(paragraph) for paragraph in block.paragraphs]
            by = [f"\u2014 {escaped(name)}" for name in block.by]
            return "\n".join(f"> {line}".rstrip() for line in "\n\n".join([*said, *by]).split("\n"))
        case Listing():
            return _listing(block)
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)


def _listing(block: Listing) -> str:
    """One line an item where each is a line, with blank lines between where any is more."""
    made: list[str] = []
    for number, item in enumerate(block.items, block.start):
        head = f"{number}. " if block.numbered else "- "
        parts = [_block(part) for part in item]
        tight = "\n".join(parts) if all(isinstance(part, Listing) for part in item[1:]) else "\n\n".join(parts)
        made.append(_indented(tight, head, len(head)))
    return "\n".join(made) if not any("\n\n" in item for item in made) else "\n\n".join(made)


def _indented(text: str, head: str, width: int) -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"{head}{first}", *(f"{' ' * width}{line}" if line else "" for line in rest)])


def _table(block: Table) -> str:
    rows = [[_cell(lines) for lines in row] for row in spread(block.rows)]
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([head, f"|{'---|' * len(rows[0])}", *body])


def _cell(lines: Sequence[Inlines]) -> str:
    return "<br>".join(_line(line, "<br>", start=str) for line in lines)


def _picture(block: Picture) -> str:
    image = block.image
    alt = without_controls(image.alt)
    if not block.caption:
        return f"![{escaped(alt)}]({image.file})" + ("{decorative}" if image.decorative else "")
    says = "decorative: yes\n" if image.decorative else f"alt: {alt}\n" if alt else ""
    return f"::: figure\nfile: {image.file}\n{says}\n{_line(block.caption)}\n:::"


def _line(inlines: Inlines, line_end: str = _LINE_END, start: Callable[[str], str] = escaped_start) -> str:
    """A line of text; `line_end` stands where it was broken."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, Break):
            lines.append([])
        else:
            lines[-1].append(inline)
    made = (start(_one_line(tuple(line))) for line in lines)
    return line_end.join(line for line in made if line)


def _one_line(inlines: Inlines) -> str:
    made, merged = "", _trimmed(_merged(inlines))
    for at, inline in enumerate(merged):
        following = merged[at + 1] if at + 1 < len(merged) else None
        if isinstance(inline, Mark):
            made += f"[^{inline.note}]"
        elif isinstance(inline, Span):
            before = made[-1:] if not isinstance(merged[at - 1] if at else None, Mark) else "]"
            made += _span(inline, before, _first_letter(following))
    return made


def _span(span: Span, before: str, after: str) -> str:
    core = span.text.strip()
    if not core:
        return span.text
    start = span.text.index(core)
    left, right = span.text[:start], span.text[start + len(core) :]
    after_mark = before == "]" and core[0] in ":(" and not left
    words = f"\\{core[0]}{escaped(core[1:])}" if after_mark else escaped(core)
    made = _styled(span, words, (left or before)[-1:], (right or after)[:1])
    return f"{left}[{made}]({_address(span.href)}){right}" if span.href else f"{left}{made}{right}"


def _styled(span: Span, words: str, before: str, after: str) -> str:
    if span.raised:
        words = f"<{span.raised}>{words}</{span.raised}>"
    if span.struck:
        words = f"<s>{words}</s>"
    stars = "*" * (2 * span.bold + span.italic)
    if not stars:
        return words
    stands_alone = bool(span.href) or (_is_edge(before, _OPENS) and _is_edge(after, _CLOSES))
    if stands_alone and not (span.raised or span.struck):
        return f"{stars}{words}{stars}"
    made = f"<em>{words}</em>" if span.italic else words
    return f"<strong>{made}</strong>" if span.bold else made


def _is_edge(letter: str, edges: frozenset[str]) -> bool:
    return not letter or letter in edges


def _first_letter(inline: Inline | None) -> str:
    if isinstance(inline, Span):
        looks = inline.bold or inline.italic or inline.href
        return "*" if looks and not inline.text[:1].isspace() else inline.text[:1]
    return "" if inline is None else "["


def _address(href: str) -> str:
    return f"<{href}>" if set(href) & set("()") else href


def _merged(inlines: Inlines) -> Inlines:
    """Word cuts words where it likes: pieces that look alike are one, and white space looks like what is before it."""
    made: list[Inline] = []
    for inline in (_clean(i) for i in inlines if not isinstance(i, Image)):
        last = made[-1] if made else None
        if isinstance(inline, Span) and isinstance(last, Span) and _joins(last, inline):
            made[-1] = replace(last, text=last.text + inline.text)
        elif not isinstance(inline, Span) or inline.text:
            made.append(inline)
    return tuple(made)


def _joins(last: Span, span: Span) -> bool:
    return span == replace(last, text=span.text) or (not span.text.strip() and not span.href)


def _clean(inline: Inline) -> Inline:
    return replace(inline, text=without_controls(inline.text)) if isinstance(inline, Span) else inline


def _trimmed(inlines: Inlines) -> Inlines:
    """A line without white space at its edges."""
    kept = list(inlines)
    for edge, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while kept and isinstance(last := kept[edge], Span):
            text = strip(last.text)
            if text:
                kept[edge] = replace(last, text=text)
                break
            del kept[edge]
    return tuple(kept)
