"""Long data in files that load fast, cut so that a small change of the data changes few files."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.pages.finding.digits import DIGITS

LEAST, MOST = 20_000, 48_000
"""Bytes in UTF-8 between which a cut is looked for; a file with its frame stays under 64 KB."""
DIGEST = 8
"""Hexadecimal digits that tell two versions of a file apart."""

_MOST_SHARED = 31
_PIECE = 12_000
"""Letters in a line, so that no file of lines grows beyond its size."""

Line = tuple[str, str]
"""A key and its data."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file to be: its name in search/ without `.js`, the key of its first line, its text.

    A line of it is a digit, the letters that its key shares with the one before (at most 31), then the rest of the key,
    `|` and the data.
    """

    name: str
    first: str
    text: str


def lines(key: str, data: str) -> Iterator[Line]:
    """Data under a key as a line, or as several where it is long: joined, their data are the whole."""
    for start in range(0, len(data), _PIECE):
        yield key, data[start : start + _PIECE]


def parts(prefix: str, found: Iterable[Line]) -> tuple[Part, ...]:
    """Lines in files, in their order, each file called by the prefix and its number from 0.

    A cut falls where the digest of a key is lowest among those that a cut could fall on: it stays there when lines
    before it grow or shrink.
    """
    return tuple(_part(f"{prefix}-{n:03}", group) for n, group in enumerate(_groups(list(found))))


def _groups(found: Sequence[Line]) -> Iterator[Sequence[Line]]:
    start = 0
    while start < len(found):
        end = _cut(found, start)
        yield found[start:end]
        start = end


def _cut(found: Sequence[Line], start: int) -> int:
    """The number of the line that begins the next file."""
    size, end, lowest = 0, 0, ""
    for at in range(start, len(found)):
        if size >= LEAST and (not lowest or _mark(found[at][0]) < lowest):
            lowest, end = _mark(found[at][0]), at
        size += len("".join(found[at]).encode("utf-8", "replace")) + 3
        if size > MOST:
            return end or max(at, start + 1)
    return len(found)


def _mark(key: str) -> str:
    return hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _part(name: str, found: Sequence[Line]) -> Part:
    before = ("", *(key for key, _ in found))
    text = "\n".join(_shortened(last, key) + "|" + data for last, (key, data) in zip(before, found, strict=False))
    return Part(name, found[0][0], text)


def _shortened(last: str, key: str) -> str:
    shared = len(posixpath.commonprefix((last[:_MOST_SHARED], key)))
    return DIGITS[shared] + key[shared:]


def digest(content: bytes) -> str:
    """What tells two versions of a content apart."""
    return hashlib.sha256(content).hexdigest()[:DIGEST]


def script(name: str, value: object) -> bytes:
    """A classic script that hands a value over under a name; any browser runs it from a file too."""
    packed = ",".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (name, value))
    for end in ("\u2028", "\u2029"):
        packed = packed.replace(end, f"\\u{ord(end):04x}")
    return f"sitegen.put({packed})\n".encode("utf-8", "replace")
