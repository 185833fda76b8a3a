"""Where words stand, packed as `digits` packs numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sitegen.pages.finding.digits import DIGITS, packed
from sitegen.pages.finding.entries import Rank, Said
from sitegen.pages.finding.words import words

_MOST_TIMES = 15
_USUAL = 600
_LONGEST = 60
"""Letters of a word; what is longer is no word that anybody types, and would burst its file."""


def counted_words(said: Iterable[Said]) -> Mapping[str, tuple[Rank, int]]:
    """For each word of an entry its highest rank, and how often it stands there.

    A text longer than six hundred words counts as if it were cut down to them: the longest does not answer everything.
    """
    times: Counter[str] = Counter()
    best: dict[str, Rank] = {}
    for rank, text in sorted(said):
        found = [word for word in words(text) if len(word) <= _LONGEST]
        times.update(found)
        best.update(dict.fromkeys(found, rank))
    longer = times.total() / _USUAL
    if longer > 1:
        times = Counter({word: round(n / longer) or 1 for word, n in times.items()})
    return {word: (best[word], n) for word, n in times.items()}


def postings(entries: Iterable[Mapping[str, tuple[Rank, int]]]) -> dict[str, list[str]]:
    """For each word its places, one piece an entry that has it, in their order.

    A piece is the step from the entry before it (from -1), doubled, plus 1 where a digit follows: rank times 16 plus
    the times it stands there, at most 15. Without that digit it stands in the text once or twice, as most words do.
    """
    found: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = {}
    for at, of in enumerate(entries):
        for word, (rank, times) in of.items():
            more = rank > 0 or times > 2
            piece = packed((at - last.get(word, -1)) * 2 + more)
            found[word].append(piece + DIGITS[rank * 16 + min(times, _MOST_TIMES)] if more else piece)
            last[word] = at
    return found
