"""Notes while a document is read: each with its place, changes counted by who made them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sitegen.reading.quoting import shortened
from sitegen.text import counted, fold_space, in_words
from sitegen.word.notes import About, Note

_INSERTED, _DELETED, _MOVED = "insertion", "deletion", "move"
_IS_WHERE = {
    _INSERTED: "inserted {} which is in the story", _DELETED: "deleted {} which is left out",
    _MOVED: "moved {} which stands in its new place",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Change:
    sort: str
    author: str
    text: str
    place: str


class Telling:
    """Gathers what is to be told, in the order of the document."""

    def __init__(self) -> None:
        self._notes: list[Note] = []
        self._changes: list[_Change] = []
        self._formats = 0
        self._goes_on = False
        self.place = "at the beginning"

    def at(self, text: str, is_heading: bool) -> None:
        """The paragraph that is read now. From a heading on, places are named by it."""
        named = shortened(fold_space(text), 50)
        self._goes_on = False
        if is_heading and named:
            self.place = f'under "{named}"'
        elif named and not self.place.startswith("under"):
            self.place = f'at "{named}"'

    def within(self, place: str) -> None:
        """What is read now does not stand in the text itself, such as a footnote."""
        self.place = place

    def lost(self, what: str) -> None:
        """Something that did not survive."""
        self._notes.append(Note(About.LOST, what, self.place))

    def look(self, what: str) -> None:
        """Something that the author should look at."""
        self._notes.append(Note(About.LOOK, what, self.place))

    def comment(self, author: str, text: str, place: str = "") -> None:
        """A remark in the margin."""
        self._notes.append(Note(About.COMMENTS, f'{author}: "{shortened(text, 300)}"', place))

    def settled(self) -> None:
        """Text that nobody has changed: what is changed after it is another change."""
        self._goes_on = False

    def inserted(self, author: str, text: str) -> None:
        """Text that somebody put in."""
        self._changed(_INSERTED, author, text)

    def deleted(self, author: str, text: str) -> None:
        """Text that somebody took out."""
        self._changed(_DELETED, author, text)

    def moved(self, author: str, text: str) -> None:
        """Text that somebody put elsewhere."""
        self._changed(_MOVED, author, text)

    def formatted(self) -> None:
        """A change of how something looks."""
        self._formats += 1

    def _changed(self, sort: str, author: str, text: str) -> None:
        made = _Change(sort, author or "Somebody", text, self.place)
        last = self._changes[-1] if self._changes and self._goes_on else None
        if last and (last.sort, last.author) == (sort, made.author):
            self._changes[-1] = _Change(sort, made.author, f"{last.text} {text}", last.place)
        else:
            self._changes.append(made)
        self._goes_on = True

    def notes(self) -> tuple[Note, ...]:
        """Everything that was told: of the changes first how many there are, and whose."""
        return (*self._notes, *self._of_changes())

    def _of_changes(self) -> list[Note]:
        each = [Note(About.CHANGES, _said(change), change.place) for change in self._changes]
        people = dict.fromkeys(change.author for change in self._changes)
        counts = [self._counted(author) for author in people]
        formats = [f"{counted(self._formats, 'change')} of how something looks"] if self._formats else []
        whole = "; ".join([*counts, *formats])
        return [Note(About.CHANGES, f"{whole}. The text is as Word shows it without marks."), *each] if whole else []

    def _counted(self, author: str) -> str:
        sorts = Counter(change.sort for change in self._changes if change.author == author)
        return f"{author}: {in_words([counted(number, sort) for sort, number in sorts.items()])}"


def _said(change: _Change) -> str:
    text = f'"{shortened(change.text, 120)}",' if change.text.strip() else "the end of a paragraph,"
    return f"{change.author} {_IS_WHERE[change.sort].format(text)}"
