"""What a slip is, and how a single line of YAML looks to somebody who wrote it."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.problems.problem import Problem
from sitegen.reading.lines import Edit, Lines
from sitegen.reading.quoting import quoted
from sitegen.regex import regex

_LEAD = regex(r"\s*(?:-\s+)*")
_QUOTED_KEY = regex(r"""("[^"]*"|'[^']*')[ ]?:(?=\s|$)""")
_COLON = regex(r":(?=\s|$)")
_NO_KEY = regex(r"""["'#\[\]{}&*!|>%@`,]|-(?=\s)|[?:](?=\s|$)|$""")
_REMARK = regex(r"(?<!\s)\s++#(?=\s|$).*")
_CLOSED = {'"': regex(r'"(?:[^"\\]|\\.)*"'), "'": regex(r"'(?:[^']|'')*'")}
_NO_FIELD_NAME = regex(r"[.!?,;()\"“”]|(?<!\w)\w++\s++\w++\s++\w++\s++\w")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of the author's: what to say, the line it is on (from 0), and the edits that let reading go on.

    Without edits, nothing sensible can be read.
    """

    problem: Problem
    line: int
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A line `key: value`, in a list perhaps: where its key and its value begin (from 0), and the value's text."""

    lead: str
    key: str
    key_at: int
    value: str
    value_at: int

    def with_value(self, value: str) -> str:
        """The line as it ought to be, with another value."""
        return f"{self.lead.strip()} {self.key}: {value}".strip()


def field_line(text: str) -> FieldLine | None:
    """The parts of a line `key: value`, None if it is no such line."""
    lead = _LEAD.match(text)
    key_at = lead.end() if lead else 0
    colon = _colon(text, key_at)
    if colon is None:
        return None
    value_at = colon + 1 + indent(text[colon + 1 :])
    return FieldLine(text[:key_at], text[key_at:colon].rstrip(), key_at, text[value_at:].rstrip(), value_at)


def _colon(text: str, key_at: int) -> int | None:
    """Where the colon behind the key stands."""
    in_quotes = _QUOTED_KEY.match(text, key_at)
    if in_quotes:
        return in_quotes.end() - 1
    found = None if _NO_KEY.match(text, key_at) else _COLON.search(text, key_at)
    return None if found is None or " #" in text[key_at : found.start()] else found.start()


def names_a_field(text: str) -> bool:
    """True for a line that starts as a field does: a name of a few words, then a colon."""
    field = field_line(text)
    return field is not None and len(field.key) <= 40 and not _NO_FIELD_NAME.search(field.key.strip("\"'“”"))


def indent(text: str) -> int:
    """How many spaces stand in front of a line."""
    return len(text) - len(text.lstrip())


def has_text(text: str) -> bool:
    """True for a line that is neither blank nor a remark."""
    return bool(text.strip()) and not text.lstrip().startswith("#")


def without_remark(value: str) -> str:
    """A value without the remark (` # …`) behind it."""
    return _REMARK.sub("", value).rstrip()


def after_quote(value: str) -> int | None:
    """How many characters a quoted value has up to its closing mark, None where that is not on this line."""
    found = _CLOSED[value[0]].match(value)
    return found.end() if found else None


def opens_a_quote(value: str) -> bool:
    """True for a value that starts with a quotation mark and does not close it on its line."""
    return value[:1] in _CLOSED and after_quote(value) is None


def hold(line: int, start: int, text: str) -> Edit:
    """The edit that takes a stretch of a line as plain text."""
    return Edit(line, start, start + len(text), hold=True)


def blanked(lines: Lines, line: int) -> tuple[Edit, ...]:
    """The edit that empties a line."""
    return (Edit(line, 0, len(lines.lines[line])),) if line < len(lines.lines) else ()


def in_quotes(text: str, line: int, lines: Lines) -> str:
    """The line as it ought to be, with the value `text` in quotation marks."""
    field = field_line(lines.lines[line])
    if field is None:
        lead = "- " if lines.lines[line].lstrip().startswith("- ") else ""
        return lead + quoted(text)
    return field.with_value(quoted(text))


def previous_text(lines: Lines, line: int) -> int | None:
    """The number of the last line with text above a line."""
    return next((n for n in range(line - 1, -1, -1) if has_text(lines.lines[n])), None)
