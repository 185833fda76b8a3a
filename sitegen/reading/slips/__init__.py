"""What an author did when YAML refuses a text: a table from the parser's words to the slip behind them."""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.problems.problem import Problem
from sitegen.reading.lines import Lines
from sitegen.reading.parsing import MAX_DEPTH, Parsed, Place, Refusal
from sitegen.reading.slips.brackets import empty_item, in_brackets
from sitegen.reading.slips.hyphens import lacking_space
from sitegen.reading.slips.layout import colon_not_allowed, wrong_depth
from sitegen.reading.slips.quotes import backslash, unclosed_earlier, unclosed_quote, unclosed_while_read
from sitegen.reading.slips.slip import Slip, blanked, has_text, indent
from sitegen.reading.slips.unnamed import lacks_its_space, no_field, unreadable
from sitegen.reading.slips.values import reserved_start, split_at_smart_quotes, text_after_close
from sitegen.regex import regex

_BLOCK_SIGNS = ("|", ">")
_HASH_BEHIND_SIGN = regex(r"[|>][-+\d]*#")

__all__ = ["Slip", "blanked", "find_slip"]


def find_slip(parsed: Parsed, lines: Lines) -> Slip | None:
    """The first slip of a text as the parser read it; None where it read all of it as its author meant."""
    if parsed.too_deep:
        return _too_deep(parsed.too_deep, lines)
    swallowing = unclosed_while_read(parsed, lines)
    if swallowing:
        return unclosed_quote(swallowing, lines)
    hyphens = lacking_space(parsed, lines)
    if hyphens:
        return hyphens
    hidden = next((e.start for e in parsed.events if e.style in _BLOCK_SIGNS and _is_cut_by_hash(e.start, lines)), None)
    if hidden:
        return reserved_start(hidden, lines)
    if parsed.refusal:
        return _refused(parsed.refusal, parsed, lines)
    return split_at_smart_quotes(parsed.events, lines) or _no_fields_at_all(parsed, lines)


def _is_cut_by_hash(place: Place, lines: Lines) -> bool:
    """True for `>#1`, which only the parser in C takes for a remark."""
    return bool(_HASH_BEHIND_SIGN.match(lines.lines[place.line], place.column))


def _too_deep(place: Place, lines: Lines) -> Slip:
    return Slip(Problem(
        lines.where(place.line, place.column), "yaml-depth",
        f"Lists and groups are nested more than {MAX_DEPTH} deep here.",
        "Two or three levels are enough for any field: take out what is too much.",
    ), place.line)  # fmt: skip


def _refused(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    left_open = unclosed_earlier(lines, refusal.place.line)
    if left_open:
        return unclosed_quote(left_open, lines)
    directive = next((n for n, line in enumerate(lines.lines[: refusal.place.line + 1]) if line.startswith("%")), None)
    if directive is not None:
        return reserved_start(Place(directive, 0), lines)
    explain = next(function for words, function in _CAUSES if re.search(words, refusal.cause))
    return explain(refusal, parsed, lines)


def _no_fields_at_all(parsed: Parsed, lines: Lines) -> Slip | None:
    """A first line without its space, where all of the text then passes for one long value."""
    if len(parsed.events) != 1 or parsed.events[0].style or not parsed.events[0].text:
        return None
    number = parsed.events[0].start.line
    return no_field(number, lines) if lacks_its_space(lines.lines[number]) else None


def _unclosed(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    return unclosed_quote(refusal.start, lines)


def _backslash(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    return backslash(refusal, lines)


def _colon(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    return colon_not_allowed(refusal.place.line, refusal.place.column, lines)


def _no_colon(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    return no_field(refusal.start.line, lines)


def _reserved(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    return reserved_start(refusal.start, lines)


def _out_of_place(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    place = refusal.place
    if place.line >= len(lines.lines) or not has_text(lines.lines[place.line]):
        return unreadable(place.line, lines)
    if place.column > indent(lines.lines[place.line]):
        return text_after_close(place, lines)
    return wrong_depth(place.line, lines)


def _unknown(refusal: Refusal, parsed: Parsed, lines: Lines) -> Slip:
    return unreadable(refusal.place.line, lines)


_CAUSES: tuple[tuple[str, Callable[[Refusal, Parsed, Lines], Slip]], ...] = (
    (r"quoted scalar.*unexpected", _unclosed),
    (r"quoted scalar", _backslash),
    (r"flow node", empty_item),
    (r"flow (sequence|mapping)", in_brackets),
    (r"mapping values are not allowed", _colon),
    (r"simple key", _no_colon),
    (r"start any token|block scalar|alias|anchor|tag|(entries|keys) are not allowed|node content", _reserved),
    (r"<block end>|<document start>", _out_of_place),
    (r"", _unknown),
)
