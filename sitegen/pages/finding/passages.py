"""The text of a page in pieces between its headings, beside the page: the place of the words that were looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sitegen.markup.body import Body, Heading
from sitegen.model.values import Text
from sitegen.pages.finding.cutting import script
from sitegen.pages.finding.entries import Entry
from sitegen.pages.page import File
from sitegen.problems.problem import Where

NAME = "passages"
_LONGEST = 60_000
"""Bytes of text in a file; a story of six hundred words has four thousand."""

Passage = tuple[str, str, str]
"""The id of a heading, its words, and the text under it; both empty for the summary and what stands before headings."""


def passage_files(entries: Iterable[Entry], where: Where) -> Iterator[File]:
    """The passages of every entry with a text, in files beside its page: `passages.js`, `passages-2.js` …"""
    for entry in entries:
        if entry.text and entry.text.body.plain:
            summary: tuple[Passage, ...] = (("", "", entry.about),) if entry.about else ()
            pieces = list(_pieces((*summary, *passages(entry.text))))
            for n, piece in enumerate(pieces, 1):
                address = passage_address(entry.address, n)
                yield File(address, script(address.removesuffix(".js"), [len(pieces), piece]), where)


def passage_address(page: str, number: int) -> str:
    """Where the passages of a page stand that come in the file of this number, from 1."""
    return page.removesuffix("index.html") + (NAME if number == 1 else f"{NAME}-{number}") + ".js"


def passages(text: Text) -> tuple[Passage, ...]:
    """A text by its headings, in reading order."""
    return tuple(p for p in _passages(text.body) if p[2] or p[1])


def _passages(body: Body) -> Iterator[Passage]:
    waiting = list(reversed(body.headings))
    here: Heading | None = None
    lines: list[str] = []
    for line in body.plain.split("\n"):
        if waiting and line.strip() == waiting[-1].text:
            yield _passage(here, lines)
            here, lines = waiting.pop(), []
        else:
            lines.append(line.strip())
    yield _passage(here, lines)


def _passage(heading: Heading | None, lines: Sequence[str]) -> Passage:
    return heading.id if heading else "", heading.text if heading else "", " ".join(line for line in lines if line)


def _pieces(found: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Passages that make a file together; one that is longer than a file is cut at a space."""
    piece: list[Passage] = []
    size = 0
    for id_, heading, text in found:
        for part in _cut(text):
            length = len(part.encode()) + len(heading.encode()) + len(id_.encode()) + 12
            if piece and size + length > _LONGEST:
                yield piece
                piece, size = [], 0
            piece.append((id_, heading, part))
            size += length
    yield piece


def _cut(text: str) -> Iterator[str]:
    """Parts of a text of at most a quarter of a file, so that none is over it in UTF-8."""
    most = _LONGEST // 4
    while len(text) > most:
        end = text.rfind(" ", 1, most) + 1 or most
        yield text[:end].rstrip()
        text = text[end:]
    yield text
