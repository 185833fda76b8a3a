"""What became of every page since the last release: added, changed, removed, moved, or not to be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.consents import PICTURE, Withheld
from sitegen.model.standing import DOWN
from sitegen.model.traces import fold
from sitegen.readiness.comparing import compare, whole
from sitegen.readiness.former import Former
from sitegen.readiness.passages import main_of, passages, title_of
from sitegen.readiness.values import ADDED, CHANGED, MOVED, REMOVED, Change, Changes, Entry, PageChange, Words

_GONE: Mapping[str, str] = {
    "draft": "It is a draft again.",
    "embargoed": "It is held back until its day.",
    "expired": "Its last day has passed. Its words are not shown here.",
    "withdrawn": "It was withdrawn. Its words are not shown here.",
    "withheld": "It lacks a consent. Its words are not shown here.",
}
_NO_FILE = "Its file is no longer there."
_NOT_SHOWN = "Words that may no longer be shown."


@dataclass(frozen=True, slots=True)
class Present:
    """The site that this build makes: pages by address, the files that they come from, what consents leave out of it.

    A page of `entries` that is not among `pages` is not shown, or could not be made.
    """

    pages: Mapping[str, str]
    entries: tuple[Entry, ...]
    withheld: tuple[Withheld, ...] = ()


def changes(former: Former | None, present: Present) -> Changes:
    """Everything that has changed since the former site; nothing of what may not be seen any more."""
    if former is None:
        return Changes()
    known = {entry.address: entry for entry in present.entries if entry.address}
    unclear = {e.address: e.path for e in present.entries if e.address not in present.pages and not _is_told(e)}
    moved = _moved(former, present, known, unclear)
    work = _Work(former, present, known, moved)
    told = [*work.shown(), *(page for address in former.pages if (page := work.gone(address, unclear)))]
    kept = tuple(path for address, path in unclear.items() if address in former.pages)
    return Changes(former.at, tuple(told), kept, len(present.pages) - len([p for p in told if p.kind != REMOVED]))


def _is_told(entry: Entry) -> bool:
    """True where its state says why it is not shown."""
    return entry.state in _GONE


@dataclass(frozen=True, slots=True)
class _Work:
    former: Former
    present: Present
    known: Mapping[str, Entry]
    moved: Mapping[str, str]
    """The former address of each page that has moved, by its present one."""

    def shown(self) -> Iterator[PageChange]:
        for address, html in self.present.pages.items():
            entry = self.known[address]
            source = self.moved.get(address, address)
            was, now = self.former.pages.get(source), main_of(html)
            if was is None:
                found = passages(now)
                yield PageChange(ADDED, entry.role, title_of(found) or entry.title, address,
                                 tuple(whole(found, is_new=True)))  # fmt: skip
            elif was != now or source != address:
                yield from self._changed(entry, source, was, now)

    def _changed(self, entry: Entry, source: str, was: str, now: str) -> Iterator[PageChange]:
        before, after = passages(was), passages(now)
        hidden = [fold(w.named) for w in self.present.withheld if w.path == entry.path and w.what != PICTURE]
        found = tuple(_without(change, hidden) for change in compare(before, after))
        moved = source != entry.address
        if found or moved:
            kind, formerly = (MOVED, source) if moved else (CHANGED, "")
            yield PageChange(kind, entry.role, title_of(after) or entry.title, entry.address, found, formerly)

    def gone(self, address: str, unclear: Mapping[str, str]) -> PageChange | None:
        if address in self.present.pages or address in unclear or address in self.moved.values():
            return None
        entry = self.known.get(address)
        sort = entry.role if entry else "story" if address in self.former.stories else "page"
        why = _GONE[entry.state] if entry else _NO_FILE
        if entry and entry.state in DOWN:
            return PageChange(REMOVED, sort, "", address, why=why)
        found = passages(self.former.pages[address])
        return PageChange(REMOVED, sort, title_of(found), address, tuple(whole(found, is_new=False)), why=why)


def _without(change: Change, hidden: Iterable[str]) -> Change:
    """A change without former words that a consent no longer allows."""
    said = fold(" ".join(words.text for words in change.before))
    if not any(words and words in said for words in hidden):
        return change
    after = tuple(Words(words.text) for words in change.after)
    return Change(change.label, change.under, (Words(_NOT_SHOWN, True),), after)


def _moved(
    former: Former, present: Present, known: Mapping[str, Entry], unclear: Mapping[str, str]
) -> dict[str, str]:
    """Pages that came, with the address of one that went: one that they call their own, or the one of their title."""
    gone = [a for a in former.pages if a not in present.pages and a not in known and a not in unclear]
    come = [address for address in present.pages if address not in former.pages]
    titles = _by_title({a: former.pages[a] for a in gone}), _by_title({a: main_of(present.pages[a]) for a in come})
    found: dict[str, str] = {}
    for title, addresses in titles[1].items():
        if title and len(addresses) == len(titles[0].get(title, ())) == 1:
            found[addresses[0]] = titles[0][title][0]
    for address in come:
        named = next((alias for alias in _aliases(known[address]) if alias in gone), "")
        if named:
            found = {a: was for a, was in found.items() if was != named} | {address: named}
    return found


def _by_title(pages: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for address, main in pages.items():
        found.setdefault(fold(title_of(passages(main))), []).append(address)
    return found


def _aliases(entry: Entry) -> Iterator[str]:
    for part in entry.source.parts("aliases") if entry.source else ():
        yield part.text.strip().strip("/").removesuffix("/index.html").strip("/") + "/index.html"
