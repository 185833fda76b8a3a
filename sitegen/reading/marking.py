"""Texts of authors with one field more, for a page or a consent that is withdrawn. Nothing else of them changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.reading.document import fields_span
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Entry, Mapping_, Node, Scalar, Sequence
from sitegen.regex import regex
from sitegen.text import fold_key

_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_CLOSING_BRACKET = regex(r"[\]}]")


def with_field(text: str, key: str, value: str) -> str | None:
    """A story's text with this line in its front matter, in place of one that is there; None without front matter."""
    lines = _lines(text)
    span = fields_span([line.strip("\r\n").removeprefix("\ufeff") for line in lines])
    if span is None:
        return None
    start, end = span
    indent = next((_indent(line) for line in lines[start:end] if line.strip() and not line.startswith("#")), "")
    opening = lines[start - 1]
    new_line = _new_line(opening) or "\n"
    before = [*lines[: start - 1], opening.rstrip("\r\n") + new_line]
    kept = _without(lines[start:end], key, indent)
    return "".join((*before, f"{indent}{key}: {value}{new_line}", *kept, *lines[end:]))


def with_entry_field(text: str, id_: str, key: str, value: str) -> str | None:
    """A register's text with this field in the entry of that id, in place of one that is there.

    None without such an entry, and where it is written in a way that no field can be put into safely.
    """
    mark, bare = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    entries = _entries(bare)
    at = next((n for n, entry in enumerate(entries) if _has_id(entry, id_)), None)
    if at is None:
        return None
    plain = [_plain(entry) for entry in entries]
    fields = _plain(entries[at])
    wanted = [*plain[:at], {**(fields if isinstance(fields, dict) else {}), key: value}, *plain[at + 1 :]]
    candidates = _marked(_lines(bare), entries[at], key, value)
    made = next((made for made in candidates if [_plain(e) for e in _entries(made)] == wanted), None)
    return None if made is None else mark + made


def _lines(text: str) -> list[str]:
    """The lines as editors count them, each with its end."""
    return _LINE.findall(text)


def _new_line(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _without(lines: list[str], key: str, indent: str) -> Iterator[str]:
    """The lines of fields without those of one field, however many it has."""
    is_of_it = False
    for n, line in enumerate(lines):
        name, colon, _ = line.partition(":")
        if colon and _indent(line) == indent and fold_key(name) == key:
            is_of_it = True
        elif is_of_it and not _goes_on(lines[n:], len(indent)):
            is_of_it = False
        if not is_of_it:
            yield line


def _goes_on(lines: list[str], indent: int) -> bool:
    """True where the first line belongs to the field above it, whose key is so far indented."""
    line = next((line for line in lines if line.strip()), "")
    rest, depth = line.lstrip(" \t"), len(line) - len(line.lstrip(" \t"))
    is_item = rest.startswith("-") and not rest[1:2].strip()
    return bool(rest) and (depth > indent or (depth == indent and (is_item or bool(_CLOSING_BRACKET.match(rest)))))


def _entries(text: str) -> list[Node]:
    node = load_yaml(text, "").value
    return list(node.items) if isinstance(node, Sequence) else []


def _fields(entry: Node) -> dict[str, Entry]:
    """The fields of an entry by their folded keys; of two that are the same, the first."""
    found: dict[str, Entry] = {}
    for field in entry if isinstance(entry, Mapping_) else ():
        found.setdefault(fold_key(field.key.text), field)
    return found


def _has_id(entry: Node, id_: str) -> bool:
    own = _fields(entry).get("id")
    if own is None or not isinstance(own.value, Scalar):
        return False
    return own.value.text.strip().casefold() == id_.strip().casefold()


def _plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.text.strip()  # the last line of a text may have gained or lost its end
        case Sequence():
            return [_plain(item) for item in node.items]
    return {key: _plain(entry.value) for key, entry in _fields(node).items()}


def _marked(lines: list[str], entry: Node, key: str, value: str) -> Iterator[str]:
    """The text with the field, in every way that may be right; whoever asks reads it and sees which is."""
    fields = _fields(entry)
    there = fields.get(key)
    if there is not None:
        yield _replaced(lines, there, value)
        yield _rewritten(lines, there, f"{key}: {value}")
    else:
        yield _after(lines, fields["id"], f"{key}: {value}")
        yield _inside(lines, fields["id"].value, f", {key}: {value}")
        yield _before(lines, fields["id"].key, f"{key}: {value}")


def _edited(lines: list[str], number: int, start: int, end: int, text: str) -> str:
    line = lines[number - 1]
    return "".join((*lines[: number - 1], line[:start] + text + line[end:], *lines[number:]))


def _replaced(lines: list[str], entry: Entry, value: str) -> str:
    """The value in place of the one that stands on the line of its key."""
    where = entry.value.where
    start = where.column - 1
    if isinstance(entry.value, Scalar) and entry.value.is_empty:
        return _edited(lines, where.line, start, start + len(entry.value.text), f" {value}")
    return _edited(lines, where.line, start, start + where.width, value)


def _rewritten(lines: list[str], entry: Entry, field: str) -> str:
    """The field in place of the lines of the one that is there."""
    number, start = entry.key.where.line, entry.key.where.column - 1
    end = next((n for n in range(number, len(lines)) if not _goes_on(lines[n:], start)), len(lines))
    line = lines[number - 1]
    return "".join((*lines[: number - 1], line[:start] + field + (_new_line(line) or "\n"), *lines[end:]))


def _after(lines: list[str], own: Entry, field: str) -> str:
    """The field on a line of its own, below that of the id."""
    number = own.value.where.line
    line, ends = lines[number - 1], _new_line(lines[number - 1]) or "\n"
    new = line[: own.key.where.column - 1]
    indent = re.sub(r"\S", " ", new)
    return "".join((*lines[: number - 1], line.rstrip("\r\n") + ends, f"{indent}{field}{ends}", *lines[number:]))


def _inside(lines: list[str], own: Node, field: str) -> str:
    """The field behind the id, on its line."""
    end = own.where.column - 1 + own.where.width
    return _edited(lines, own.where.line, end, end, field)


def _before(lines: list[str], key: Scalar, field: str) -> str:
    """The field in the place of the id, which begins a line below it."""
    start, line = key.where.column - 1, lines[key.where.line - 1]
    indent = re.sub(r"\S", " ", line[:start])
    return _edited(lines, key.where.line, start, start, f"{field}{_new_line(line) or chr(10)}{indent}")
