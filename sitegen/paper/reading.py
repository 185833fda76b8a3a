"""What a browser's PDF says of itself: how many pages it has, and on which of them each place lies.

Chrome, Edge and Chromium write every object but streams as plain text, so that there is no need of a library. What is
not as they write it is nothing that is known.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s*\n")
_ENTRY = 20
_LEADS = re.compile(rb"/(\w+) (\d+) 0 R")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_IS_PAGE = re.compile(rb"/Type /Page\b")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_PLACE = re.compile(rb"/([^\s/\[\]()<>]+) \[(\d+) 0 R ")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_DATE = re.compile(rb"(?<=Date \(D:)\d{14}(?=[^\d])")
_CREATOR = re.compile(rb"/Creator (\((?:[^()\\]|\\.)*\))")
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Places:
    """The number of pages, and by the id of each place that is led to the number of its page, from 1."""

    pages: int
    of: Mapping[str, int]


class _Objects:
    """The objects of a PDF by number, each read where the table at its end says that it begins."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        found = _START.search(pdf, max(len(pdf) - 64, 0))
        table = _TABLE.match(pdf, int(found[1])) if found else None
        self._entries, self._count = (table.end(), int(table[1])) if table else (0, 0)

    def trailer(self) -> bytes:
        """What stands after the table."""
        return self._pdf[self._entries + self._count * _ENTRY :] if self._count else b""

    def begins(self, number: int) -> int:
        """Where an object begins; 0 for one that is not there."""
        at = self._entries + number * _ENTRY
        digits = self._pdf[at : at + 10]
        return int(digits) if 0 < number < self._count and digits.isdigit() else 0

    def text(self, number: int) -> bytes:
        """An object up to its end; empty for one that is not there."""
        start = self.begins(number)
        return self._pdf[start : self._pdf.find(b"endobj", start)] if start else b""


def places_of(pdf: bytes) -> Places | None:
    """Where the places of a PDF lie; None where that cannot be read."""
    objects = _Objects(pdf)
    root = _named(b"Root", objects.trailer(), objects)
    pages = {number: at for at, number in enumerate(_pages(_number(b"Pages", root), objects), 1)}
    named = _named(b"Dests", root, objects)
    found = {_text(name): pages[int(page)] for name, page in _PLACE.findall(named) if int(page) in pages}
    return Places(len(pages), found) if pages else None


def _number(key: bytes, holder: bytes) -> int:
    """The number of the object that a key leads to; 0 where there is none."""
    return next((int(number) for name, number in _LEADS.findall(holder) if name == key), 0)


def _named(key: bytes, holder: bytes, objects: _Objects) -> bytes:
    return objects.text(_number(key, holder))


def _pages(number: int, objects: _Objects, depth: int = 0) -> Iterator[int]:
    """The numbers of the pages' objects below one, in order."""
    holder = objects.text(number)
    kids = _KIDS.search(holder)
    if kids and depth < _DEEPEST:
        for kid in _REFERENCE.findall(kids[1]):
            yield from _pages(int(kid), objects, depth + 1)
    elif _IS_PAGE.search(holder):
        yield number


def _text(name: bytes) -> str:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name).decode("utf-8", "replace")


def without_its_making(pdf: bytes, day: datetime.date) -> bytes:
    """A PDF that was made on a day, at no time of it, by nobody's machine: all else stays where it is.

    What is put in takes as many bytes as it replaces, since a PDF says where each of its objects begins.
    """
    objects = _Objects(pdf)
    number = _number(b"Info", objects.trailer())
    start, was = objects.begins(number), objects.text(number)
    info = _DATE.sub(f"{day:%Y%m%d}000000".encode(), was)
    info = _CREATOR.sub(lambda said: b"/Creator " + b"(sitegen)".ljust(len(said[1])), info)
    return pdf[:start] + info + pdf[start + len(was) :] if len(info) == len(was) else pdf
