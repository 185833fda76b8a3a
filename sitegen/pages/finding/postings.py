"""Where words stand, packed into letters that can be in any script: who reads them is `index.js`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.pages.finding.entries import Rank, Said
from sitegen.pages.finding.words import words

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Sixty-four digits: five bits of a number and one that says whether it goes on."""
_MOST_TIMES = 15
_USUAL = 600


def number(value: int) -> str:
    """A number from 0 in digits of five bits, the lowest first; all but the last have the sixth bit."""
    found = ""
    while value > 31:
        found += DIGITS[value & 31 | 32]
        value >>= 5
    return found + DIGITS[value]


_SMALL = tuple(number(n) for n in range(4096))


def _packed(value: int) -> str:
    return _SMALL[value] if value < len(_SMALL) else number(value)


def counted_words(said: Iterable[Said]) -> Mapping[str, tuple[Rank, int]]:
    """For each word of an entry its highest rank, and how often it stands there.

    A text longer than six hundred words counts as if it were cut down to them: the longest does not answer everything.
    """
    times: Counter[str] = Counter()
    best: dict[str, Rank] = {}
    for rank, text in sorted(said):
        found = words(text)
        times.update(found)
        best.update(dict.fromkeys(found, rank))
    longer = max(1.0, sum(times.values()) / _USUAL)
    return {word: (best[word], max(1, round(times[word] / longer))) for word in best}


def postings(entries: Iterable[Mapping[str, tuple[Rank, int]]]) -> dict[str, list[str]]:
    """For each word its places, one piece an entry that has it, in their order.

    A piece is the step from the entry before it (from -1), doubled, plus 1 where a digit follows: rank times 16 plus
    the times it stands there, at most 15. Without that digit it stands once in the text.
    """
    found: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = {}
    for at, of in enumerate(entries):
        for word, (rank, times) in of.items():
            more = rank > 0 or times > 1
            piece = _packed((at - last.get(word, -1)) * 2 + more)
            found[word].append(piece + DIGITS[rank * 16 + min(times, _MOST_TIMES)] if more else piece)
            last[word] = at
    return found


def steps(numbers: Iterable[int]) -> str:
    """Rising numbers from 0 as the steps between them, the first from -1."""
    return "".join(_steps(numbers))


def _steps(numbers: Iterable[int]) -> Iterator[str]:
    last = -1
    for each in numbers:
        yield _packed(each - last)
        last = each


def order(ranks: Sequence[int]) -> str:
    """Numbers in any order, packed one after the other."""
    return "".join(_packed(rank) for rank in ranks)
