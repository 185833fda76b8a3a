"""The files of search and browse read back, as the script reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sitegen.pages.finding.digits import DIGITS

_CALL, _END = "sitegen.put(", ")\n"


def unpacked(text: str) -> Iterator[str]:
    """What a script of the index says in full: keys of words and facets, rows with their shared words filled in."""
    value = _value(text)
    if isinstance(value, str):
        yield "\n".join(_keys(value))
    elif isinstance(value, list) and len(value) == 2 and isinstance(value[1], str):
        yield "\n".join(_rows(value[0], value[1]))


def keys(text: str) -> frozenset[str]:
    """The words that a script of the index is looked up by."""
    value = _value(text)
    return frozenset(_keys(value)) if isinstance(value, str) else frozenset()


def _value(text: str) -> Any:
    """What a script hands over; None for any other script."""
    if not (text.startswith(_CALL) and text.endswith(_END)):
        return None
    try:
        return json.loads(f"[{text[len(_CALL) : -len(_END)]}]")[1]
    except (ValueError, IndexError, RecursionError):
        return None


def _keys(packed: str) -> Iterator[str]:
    """The key of each line, which begins with how much it shares with the one before; or plain words with spaces."""
    if "|" not in packed:
        yield from packed.split()
        return
    key = ""
    for line in packed.split("\n"):
        rest = line[1:].partition("|")[0]
        key = key[: max(0, DIGITS.find(line[:1]))] + rest
        yield key


def _rows(shared: Any, table: str) -> Iterator[str]:
    words = [str(word) for word in shared] if isinstance(shared, list) else []
    for line in table.split("\n"):
        yield " ".join(_cell(cell, words) for cell in line.split("|"))


def _cell(cell: str, words: list[str]) -> str:
    number = cell[1:]
    is_shared = cell.startswith("^") and number.isdecimal() and int(number) < len(words)
    return words[int(number)] if is_shared else cell
