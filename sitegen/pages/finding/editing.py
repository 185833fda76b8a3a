"""The index after the words of some entries have changed: only the files that hold words which came or went."""

from __future__ import annotations

import json
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from sitegen.pages.finding.cutting import Line, cut, digest, lines, marks_of, rank, script, size, told
from sitegen.pages.finding.digits import DIGITS
from sitegen.pages.finding.files import FOLDER, Commonness, Counted, as_scripts_sort, known
from sitegen.pages.finding.postings import packed_places, unpacked_places, weight

MANIFEST, WORDS = "manifest", "words"
_KIND = "s-"


class TooMuch(Exception):
    """What the change comes to is more than a few files can show."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of words as cutting sees it: its name, first and last key, its bytes, and those of its first line."""

    name: str
    first: str
    last: str
    total: int
    opening: int


@dataclass(frozen=True, slots=True)
class Index:
    """The files of words in order, and how common the words of all entries are."""

    shards: tuple[Shard, ...]
    common: Commonness


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry by its number, with the words that it had and those that it has."""

    at: int
    before: Counted
    after: Counted

    def differing(self) -> set[str]:
        """The words that came, went or weigh something else."""
        words = self.before.keys() | self.after.keys()
        return {word for word in words if self.before.get(word) != self.after.get(word)}


def index_of(files: Iterable[tuple[str, bytes]], common: Commonness) -> Index:
    """What has to be known of an index so that it can be edited; `files` are those of words, by name and in order."""
    shards: list[Shard] = []
    last = ""
    for name, content in files:
        text = value_of(content)
        found = list(lines_of(text))
        opening = size(told(found[0], last))
        inside = sum(size(line) for line in text.split("\n")[1:])
        last = found[-1][0]
        shards.append(Shard(name, found[0][0], last, opening + inside, opening))
    return Index(tuple(shards), common)


def edited(index: Index, entries: Sequence[Edit], read: Callable[[str], bytes]) -> tuple[Index, dict[str, bytes]]:
    """The index with the words of these entries, and those of its files that are not as before, by name without `.js`.

    `read` gives a file of it as it is now. Raises `TooMuch`.
    """
    differing = {word for entry in entries for word in entry.differing()}
    opened = _opened(index.shards, differing, read)
    _put(opened, index.shards, entries)
    shards, values = _cut_again(index.shards, {at: shard.in_order() for at, shard in opened.items()})
    common = _common(index.common, entries)
    if any(index.common.worth(word) != common.worth(word) for word in differing):
        values[WORDS] = known(common)
    files = {name: script(f"{FOLDER}/{name}", value) for name, value in values.items()}
    names = {shard.name for shard in index.shards} | {WORDS}
    files = {name: content for name, content in files.items() if name not in names or content != read(name)}
    if files:
        files[MANIFEST] = _manifest(read(MANIFEST), shards, files)
    return Index(shards, common), files


def value_of(content: bytes) -> Any:
    """What a script of the index hands over."""
    try:
        return json.loads(f"[{content.decode()[len('sitegen.put(') : -len(')' + chr(10))]}]")[1]
    except (ValueError, IndexError):
        raise TooMuch from None


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a file, each with its whole key."""
    key = ""
    for line in text.split("\n"):
        rest, _, data = line[1:].partition("|")
        key = key[: DIGITS.index(line[0])] + rest
        yield key, data


class _Opened:
    """A file of words with the data of each, ready to be changed."""

    def __init__(self, found: Iterable[Line]) -> None:
        self._data: dict[str, list[str]] = defaultdict(list)
        for key, data in found:
            self._data[key].append(data)

    def put(self, word: str, at: int, of: int | None) -> None:
        """Has a word weigh so much in an entry, or stand there no more."""
        places = dict(unpacked_places("".join(self._data.pop(word, ()))))
        places.pop(at, None)
        if of is not None:
            places[at] = of
        if places:
            strings = packed_places(sorted(places.items()))
            self._data[word] = [data for string in strings for _, data in lines(word, string)]

    def in_order(self) -> list[Line]:
        """Its lines."""
        return [(word, data) for word in sorted(self._data, key=as_scripts_sort) for data in self._data[word]]


def _opened(shards: Sequence[Shard], words: Iterable[str], read: Callable[[str], bytes]) -> dict[int, _Opened]:
    """The files that hold these words, by their number. A word that stands in two files is for a whole build."""
    firsts = [as_scripts_sort(shard.first) for shard in shards]
    numbers = {bisect(firsts, as_scripts_sort(word)) - 1 for word in words}
    for at in numbers:
        if at < 0 or any(one.last == two.first for one, two in pairwise(shards[max(0, at - 1) : at + 2])):
            raise TooMuch
    return {at: _Opened(lines_of(value_of(read(shards[at].name)))) for at in sorted(numbers)}


def _put(opened: Mapping[int, _Opened], shards: Sequence[Shard], entries: Iterable[Edit]) -> None:
    firsts = [as_scripts_sort(shard.first) for shard in shards]
    for entry in entries:
        for word in entry.differing():
            of = entry.after.get(word)
            opened[bisect(firsts, as_scripts_sort(word)) - 1].put(word, entry.at, weight(*of) if of else None)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What cutting goes through: a line of a file that is open, or a file that is as it was (`shard`)."""

    first: str
    size: int
    rank: tuple[int, str]
    line: Line | None = None
    shard: Shard | None = None


def _cut_again(
    shards: Sequence[Shard], opened: Mapping[int, list[Line]]
) -> tuple[tuple[Shard, ...], dict[str, object]]:
    """The files after some of their lines have changed, and the texts of those that are not as they were by name.

    A line inside a file that is as it was cannot become a cut while the file's own cuts stay: it ranks behind both.
    """
    stretches = list(_stretches(shards, opened))
    cuts = cut([stretch.rank for stretch in stretches], [stretch.size for stretch in stretches])
    made: list[Shard] = []
    texts: dict[str, object] = {}
    for start, end in pairwise(cuts):
        group = stretches[start:end]
        whole = group[0].shard
        if whole is not None and len(group) == 1:
            made.append(whole)
            continue
        found = [stretch.line for stretch in group if stretch.line is not None]
        if len(found) < len(group):
            raise TooMuch
        name = _KIND + ("first" if start == 0 else group[0].rank[1])
        made.append(Shard(name, found[0][0], found[-1][0], sum(s.size for s in group), group[0].size))
        texts[name] = "\n".join(told(line, last) for line, (last, _) in zip(found, [("", ""), *found], strict=False))
    if made[0].first != shards[0].first or {shard.name for shard in shards} - {shard.name for shard in made}:
        raise TooMuch
    return tuple(made), texts


def _stretches(shards: Sequence[Shard], opened: Mapping[int, list[Line]]) -> Iterator[_Stretch]:
    before = last = ""
    for at, shard in enumerate(shards):
        if at in opened:
            found = opened[at]
            marks = marks_of((("", ""), *found))[1:]
            for line, mark in zip(found, marks, strict=True):
                of = size(told(line, last))
                yield _Stretch(line[0], of, rank(of, mark), line=line)
                last = line[0]
        else:
            longer = size(told((shard.first, ""), last)) - size(told((shard.first, ""), before))
            moved = replace(shard, total=shard.total + longer, opening=shard.opening + longer)
            mark = shard.name.removeprefix(_KIND)
            yield _Stretch(shard.first, moved.total, rank(moved.opening, mark), shard=moved)
            last = shard.last
        before = shard.last


def _common(common: Commonness, entries: Iterable[Edit]) -> Commonness:
    having = dict(common.having)
    for entry in entries:
        for word in entry.before.keys() - entry.after.keys():
            having[word] -= 1
        for word in entry.after.keys() - entry.before.keys():
            having[word] = having.get(word, 0) + 1
    return Commonness({word: n for word, n in having.items() if n}, common.named)


def _manifest(now: bytes, shards: Iterable[Shard], files: Mapping[str, bytes]) -> bytes:
    value = value_of(now)
    versions = value["v"] | {name: digest(content) for name, content in files.items()}
    value |= {"s": [[shard.first, shard.name] for shard in shards], "v": dict(sorted(versions.items()))}
    return script(f"{FOLDER}/{MANIFEST}", value)
