"""Forms that were filled in: a label on a line of its own, and below it what was written, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sitegen.regex import regex
from sitegen.text import fold_space
from sitegen.word.shaping import is_bold
from sitegen.word.values import Block, Blocks, Break, Heading, Paragraph, Span, plain

_LABEL = regex(r"(?P<label>[^:\n]{1,60}?)[\s\xa0]*:")
_LONGEST_VALUE = 120


def filled_in(blocks: Blocks, is_label: Callable[[str], bool]) -> tuple[Blocks, tuple[str, ...]]:
    """The blocks with each label and the value below it on one line, and the labels that had none, which go.

    Only what stands above the first heading is a form.
    """
    made: list[Block] = []
    empty: list[str] = []
    rest = list(blocks)
    while rest and not isinstance(rest[0], Heading):
        block = rest.pop(0)
        label = _label(block, is_label)
        below = rest[0] if rest else None
        if label and isinstance(block, Paragraph) and isinstance(below, Paragraph) and _is_value(below):
            made.append(replace(block, inlines=(Span(f"{label}: "), *below.inlines)))
            rest.pop(0)
        elif label and (below is None or isinstance(below, Paragraph | Heading)):
            empty.append(f"{label}:")
        else:
            made.append(block)
    return (*made, *rest), tuple(empty)


def _label(block: Block | None, is_label: Callable[[str], bool]) -> str:
    """The label that is all of a paragraph; empty for any other."""
    text = fold_space(plain(block.inlines)) if isinstance(block, Paragraph) and not block.role else ""
    found = _LABEL.fullmatch(text)
    return found["label"] if found and is_label(found["label"]) else ""


def _is_value(below: Paragraph) -> bool:
    """True for a short line that is no sentence and no label itself."""
    text = plain(below.inlines).strip()
    is_line = not below.role and not any(isinstance(inline, Break) for inline in below.inlines)
    is_short = 0 < len(text) <= _LONGEST_VALUE and not is_bold(below)
    return is_line and is_short and not set(text) & set(":?") and not text.endswith((".", "!"))
