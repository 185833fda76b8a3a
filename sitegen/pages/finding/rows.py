"""What a list shows of each entry, for scripts: fifty entries a file, a word that they share written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sitegen.pages.finding.entries import Entry

AT_ONCE = 50
"""Entries in a file of rows."""
_ABOUT = 300
_INDEX = "index.html"

Cell = str | int
Table = list[list[Cell]]


def tables(entries: Sequence[Entry]) -> Iterator[tuple[list[str], Table]]:
    """For each fifty entries the words that several share, and a row an entry.

    A row is address (`/index.html` at its end left out), title, kicker, place, about, class of its section, the
    address of its passages (`1` for those beside it, empty for none), then labels and facts by turns. A number in it
    is the place of a shared word.
    """
    for start in range(0, len(entries), AT_ONCE):
        rows = [_row(entry) for entry in entries[start : start + AT_ONCE]]
        times = Counter(cell for row in rows for cell in row)
        shared = [word for word, n in times.items() if n > 1 and len(word) > 2]
        places = {word: n for n, word in enumerate(shared)}
        yield shared, [[places.get(cell, cell) for cell in row] for row in rows]


def _row(entry: Entry) -> list[str]:
    address = entry.address.removesuffix(_INDEX) if entry.address.endswith(f"/{_INDEX}") else entry.address
    spec = (cell for pair in entry.spec for cell in pair)
    has_text = "1" if entry.text and entry.text.body.plain else ""
    about = entry.about if len(entry.about) <= _ABOUT else f"{entry.about[:_ABOUT].rsplit(' ', 1)[0]} …"
    return [address, entry.title, entry.kicker, entry.place, about, entry.section_class, has_text, *spec]
