"""What an import has to tell: what did not survive, what was undecided, what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a remark is about; the value is its heading in the report, in the order of the report."""

    LOST = "What did not survive"
    CHANGES = "Changes that nobody has accepted or rejected"
    COMMENTS = "Comments, which are not published"
    LOOK = "What you should look at"
    FACTS = "Facts"


@dataclass(frozen=True, slots=True)
class Note:
    """One plain sentence about the import, and where in the document it was."""

    about: About
    what: str
    place: str = ""

    @property
    def text(self) -> str:
        """The sentence with its place."""
        return f"{self.what} ({self.place})" if self.place else self.what


_MOST = 60


def as_text(notes: Sequence[Note]) -> str:
    """The report: each group under its heading, each remark on a line. Empty where there is nothing to tell."""
    groups = ((about, [n.text for n in notes if n.about is about]) for about in About)
    return "\n\n".join(f"{about.value}:\n{_lines(texts)}" for about, texts in groups if texts)


def _lines(texts: Iterable[str]) -> str:
    every = list(dict.fromkeys(texts))
    more = [f"  - and {len(every) - _MOST:,} more"] if len(every) > _MOST + 1 else []
    shown = every[:_MOST] if more else every
    return "\n".join([*(f"  - {text}" for text in shown), *more])
