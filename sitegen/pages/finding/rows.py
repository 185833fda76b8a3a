"""What a list shows of each entry, for scripts: two hundred entries a file, a word that they share written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sitegen.pages.finding.entries import Entry

AT_ONCE = 200
"""Entries in a file of rows."""
_INDEX = "index.html"

_SHARED = "^"
_LEAST = 5
_LONGEST = 160


def tables(entries: Sequence[Entry]) -> Iterator[tuple[list[str], str]]:
    """For each two hundred entries the words that several share, and a line an entry.

    Its cells, with `|` between them, are the folder of the address (`/index.html` at its end left out) and its last
    step, title, kicker (what stands before the edition, and that), place, about, class of its section, `1` if it has
    passages beside it, then labels and facts by turns; empty cells at the end are left out. `^` and a number is the
    place of a shared word.
    """
    for start in range(0, len(entries), AT_ONCE):
        rows = [_row(entry) for entry in entries[start : start + AT_ONCE]]
        times = Counter(cell for row in rows for cell in row)
        shared = [cell for cell, n in times.items() if cell.startswith(_SHARED) or (n > 1 and len(cell) >= _LEAST)]
        places = {cell: f"{_SHARED}{n}" for n, cell in enumerate(shared)}
        yield shared, "\n".join("|".join(places.get(cell, cell) for cell in row).rstrip("|") for row in rows)


def _row(entry: Entry) -> list[str]:
    address = entry.address.removesuffix(_INDEX) if entry.address.endswith(f"/{_INDEX}") else entry.address
    folder, _, step = address.removesuffix("/").rpartition("/")
    has_text = bool(entry.text and entry.text.body.plain)
    place = (f"{folder}/" if folder else "", step + address[len(address.removesuffix("/")) :])
    cells = (
        entry.title, *entry.kicker,
        entry.place, "" if has_text else entry.about, entry.section_class, "1" if has_text else "",
        *(cell for pair in entry.spec for cell in pair),
    )  # fmt: skip
    return [*place, *(_cut(" ".join(cell.replace("|", "\u00a6").split())) for cell in cells)]


def _cut(words: str) -> str:
    """Words that are too long for a list end in `…`, so that two hundred rows stay a small file."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
