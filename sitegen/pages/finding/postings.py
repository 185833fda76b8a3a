"""Where words stand, packed as `digits` packs numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from sitegen.pages.finding.digits import DIGITS, packed
from sitegen.pages.finding.entries import Rank, Said
from sitegen.pages.finding.words import words

_MOST_TIMES = 15
_USUAL = 600
_LONGEST = 60
"""Letters of a word; what is longer is no word that anybody types, and would burst its file."""
_TOGETHER = 4000
"""Entries whose places stand in one line: those of any number would burst a file."""


@lru_cache(maxsize=2_000)
def counted_words(said: tuple[Said, ...]) -> Mapping[str, tuple[Rank, int]]:
    """For each word of an entry its highest rank, and how often it stands there.

    A text of several times six hundred words counts as if it were so many times shorter: the longest does not answer
    everything. It is whole times, so that a word more or less leaves the numbers of the others alone.
    Most texts are the same from one build of a process to the next.
    """
    texts: dict[Rank, list[str]] = {rank: [] for rank in Rank}
    for rank, text in said:
        texts[rank].append(text)
    times: Counter[str] = Counter()
    higher: dict[str, Rank] = {}
    for rank, of_rank in texts.items():
        found = words("\n".join(of_rank))
        times.update(found)
        higher.update(dict.fromkeys(found, rank) if rank > Rank.TEXT else {})
    longer, lowest = max(1, times.total() // _USUAL), Rank.TEXT
    return {w: (higher.get(w, lowest), n // longer or 1) for w, n in times.items() if len(w) <= _LONGEST}


def postings(entries: Iterable[Mapping[str, tuple[Rank, int]]]) -> dict[str, list[str]]:
    """For each word its places, in one string for the first four thousand entries, one for the next, and so on.

    A place is the step from the entry before it (from -1), doubled, plus 1 where a digit follows: rank times 16 plus
    the times it stands there, at most 15. Without that digit it stands in the text once or twice, as most words do.
    """
    found: dict[str, _Places] = defaultdict(_Places)
    for _, together in groupby(enumerate(entries), key=lambda numbered: numbered[0] // _TOGETHER):
        for at, of in together:
            for word, (rank, times) in of.items():
                places = found[word]
                step, places.last = 2 * (at - places.last), at
                more = rank > 0 or times > 2
                places.line.append(packed(step + 1) + DIGITS[weight(rank, times)] if more else packed(step))
        for places in found.values():
            places.end_line()
    return {word: places.lines for word, places in found.items()}


def weight(rank: int, times: int) -> int:
    """What an entry says of a word, as a digit tells it."""
    return rank * 16 + min(times, _MOST_TIMES)


def unpacked_places(data: str) -> Iterator[tuple[int, int]]:
    """The entries that have a word, each with the word's weight in it; 1 for the usual ones, which stand for 2 too."""
    digits = iter(data)
    at = -1
    for digit in digits:
        value, shift = DIGITS.index(digit), 0
        number = value & 31
        while value > 31:
            value, shift = DIGITS.index(next(digits)), shift + 5
            number |= (value & 31) << shift
        at += number >> 1
        yield at, DIGITS.index(next(digits)) if number & 1 else 1


def packed_places(places: Iterable[tuple[int, int]]) -> list[str]:
    """Entries in their order with the weight that a word has in each, as `postings` packs them."""
    found: dict[int, list[str]] = defaultdict(list)
    last = -1
    for at, of in places:
        step = packed((at - last) * 2 + (of > 2))
        found[at // _TOGETHER].append(step + DIGITS[of] if of > 2 else step)
        last = at
    return ["".join(line) for line in found.values()]


class _Places:
    """Where a word stands, as far as the entries have been gone through: the last of them, and all packed."""

    __slots__ = ("last", "line", "lines")

    def __init__(self) -> None:
        self.last = -1
        self.line: list[str] = []
        self.lines: list[str] = []

    def end_line(self) -> None:
        """What was added since the last time is a line."""
        self.lines += ["".join(self.line)] if self.line else []
        self.line.clear()
