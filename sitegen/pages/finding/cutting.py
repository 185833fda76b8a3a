"""Long data in files that load fast, cut so that a small change of the data changes few files."""

from __future__ import annotations

import hashlib
import json
import posixpath
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from sitegen.pages.finding.digits import DIGITS

MOST = 60_000
"""Bytes of lines in a file: with its frame it stays under 64 KB."""
DIGEST = 8
"""Hexadecimal digits that tell two versions of a file apart."""

_END = 2
"""Letters of the end of a line as a script writes it."""
_MOST_SHARED = 31
_PIECE = 12_000
"""Letters in a line, so that no file of lines grows beyond its size."""

Line = tuple[str, str]
"""A key and its data."""

Rank = tuple[int, str]
"""What decides where files are cut."""


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
    """Lines in files, in their order, each file called by the prefix and the mark of the line that it begins with.

    Where a cut falls is for the lines themselves to say: what is too much for one file is cut before its longest line,
    then either side again. So a line that comes, goes or grows changes the file that it stands in, seldom one beside
    it, and no other, whatever came before.
    """
    every = list(found)
    marks = marks_of(every)
    written = [told(line, last) for line, (last, _) in zip(every, [("", ""), *every], strict=False)]
    sizes = [size(words) for words in written]
    cuts = cut([rank(of, mark) for of, mark in zip(sizes, marks, strict=True)], sizes)
    return tuple(
        Part(f"{prefix}-{marks[start]}", every[start][0], "\n".join((told(every[start]), *written[start + 1 : end])))
        for start, end in pairwise(cuts)
    )


def size(told: str) -> int:
    """How many bytes a line adds to its file."""
    return len(told.encode("utf-8", "replace")) + _END


def rank(of: int, mark: str) -> Rank:
    """Which of several lines a file is cut before: the one of the lowest rank, by its size and its mark.

    Of lines that are about as long, the one with the lowest mark counts as the longest.
    """
    return -of.bit_length(), mark


def cut(ranks: Sequence[Rank], sizes: Sequence[int]) -> list[int]:
    """The numbers of the lines where files begin, in order, and the number of all lines."""
    before = [0, *accumulate(sizes)]
    cuts = sorted({0, len(sizes)})
    for at in sorted(range(1, len(sizes)), key=ranks.__getitem__):
        place = bisect(cuts, at)
        if before[cuts[place]] - before[cuts[place - 1]] > MOST:
            cuts.insert(place, at)
    return cuts


def marks_of(every: Iterable[Line]) -> list[str]:
    """What tells each line from others: a digest of its key and its number among the lines of that key.

    It does not hang on the data. The first line has none, so that the first file keeps its name.
    """
    times: Counter[str] = Counter()
    marks = []
    for key, _ in every:
        named = f"{key}|{times[key]}".encode("utf-8", "replace")
        marks.append(hashlib.blake2b(named, digest_size=6).hexdigest())
        times[key] += 1
    return ["first", *marks[1:]][: len(marks)]


def told(line: Line, last: str = "") -> str:
    """A line as it stands in a file behind one of the key `last`."""
    key, data = line
    shared = len(posixpath.commonprefix((last[:_MOST_SHARED], key)))
    return f"{DIGITS[shared]}{key[shared:]}|{data}"


def digest(content: bytes) -> str:
    """What tells two versions of a content apart."""
    return hashlib.sha256(content).hexdigest()[:DIGEST]


def script(name: str, value: object) -> bytes:
    """A classic script that hands a value over under a name; any browser runs it from a file too."""
    packed = ",".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (name, value))
    for end in ("\u2028", "\u2029"):
        packed = packed.replace(end, f"\\u{ord(end):04x}")
    return f"sitegen.put({packed})\n".encode("utf-8", "replace")
