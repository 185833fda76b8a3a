"""Texts of authors with one field more, for a page or a consent that is withdrawn. Nothing else of them changes."""

from __future__ import annotations

import re

from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Scalar, Sequence
from sitegen.text import fold_key

_OPENING = re.compile(r"\A\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


def with_field(text: str, key: str, value: str) -> str | None:
    """A story's text with this line in its front matter, in place of one that is there; None without front matter."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end())
    end = closing.start() if closing else len(text)
    new_line = "\r\n" if opening[0].endswith("\r\n") else "\n"
    kept = [line for line in text[opening.end() : end].splitlines(keepends=True) if not _is_of(line, key)]
    return f"{opening[0]}{key}: {value}{new_line}{''.join(kept)}{text[end:]}"


def _is_of(line: str, key: str) -> bool:
    """True for the line of a field; what is indented belongs to another one."""
    name, colon, _ = line.partition(":")
    return bool(colon) and not line[:1].isspace() and fold_key(name) == key


def with_entry_field(text: str, id_: str, key: str, value: str) -> str | None:
    """A register's text with this field in the entry of that id, in place of one that is there; None without one."""
    node = load_yaml(text, "").value
    entries = node.items if isinstance(node, Sequence) else ()
    for entry in (e for e in entries if isinstance(e, Mapping_)):
        fields = {fold_key(e.key.text): e for e in entry}
        own = fields["id"].value if "id" in fields else None
        if isinstance(own, Scalar) and own.text.strip().casefold() == id_.strip().casefold():
            there = fields.get(key)
            if there is not None and isinstance(there.value, Scalar):
                return _replaced(text, there.value, value)
            return _added(text, entry, fields["id"].key, own, f"{key}: {value}")
    return None


def _replaced(text: str, scalar: Scalar, value: str) -> str:
    lines = text.splitlines(keepends=True)
    at, line = scalar.where.column - 1, lines[scalar.where.line - 1]
    lines[scalar.where.line - 1] = f"{line[:at]}{value}{line[at + scalar.where.width :]}"
    return "".join(lines)


def _added(text: str, entry: Mapping_, key: Scalar, own: Scalar, field: str) -> str:
    lines = text.splitlines(keepends=True)
    line = lines[own.where.line - 1]
    if lines[entry.where.line - 1][entry.where.column - 1 :].startswith("{"):
        at = own.where.column - 1 + own.where.width
        lines[own.where.line - 1] = f"{line[:at]}, {field}{line[at:]}"
    else:
        new_line = "\r\n" if line.endswith("\r\n") else "\n"
        whole = line if line.endswith("\n") else line + new_line
        lines[own.where.line - 1] = f"{whole}{' ' * (key.where.column - 1)}{field}{new_line}"
    return "".join(lines)
