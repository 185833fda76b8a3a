"""The profiles most like one, found exactly among thousands: sets of bits stand for who is near in what.

Every profile is one bit of an int, so that one operation counts some thirty of them at once: what each of ten thousand
is worth at most is known in the time in which a dozen are compared fact by fact. Only those that may be among the best
are compared so.
"""

from __future__ import annotations

import bisect
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.likeness import ENOUGH, MOST_THEMES, SCALES, WEIGHTS, Profile, Reason, Scale, reasons, worth
from sitegen.schema.values import Quantity

_PARTS = 8
"""Figures count in eighths here, rounded up: finer takes longer to count, coarser leaves more to compare."""
_COMPARED = 200
"""So many are compared fact by fact at most, as where thousands of schools have all but the same figures."""

_ROUNDING = 1e-9
"""What is just within reach is so whatever the last digit of a float says."""

Found = tuple[Profile, tuple[Reason, ...]]


class Nearest:
    """Profiles to look among, in reading order. A number with a bit for each of them is a set of them."""

    __slots__ = ("_figures", "_known", "_owners", "_profiles", "_words")

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._figures = {measure: _Line.of(measure, profiles) for measure in SCALES}
        self._words: dict[tuple[str, str], int] = defaultdict(int)
        self._owners: dict[str, int] = defaultdict(int)
        self._known: dict[tuple[Quantity, ...], tuple[int, ...]] = {}
        for number, profile in enumerate(profiles):
            for owner in _owners(profile):
                self._owners[owner] |= 1 << number
            for facet, words in profile.words.items():
                for word in words:
                    self._words[facet, word] |= 1 << number

    def to(self, own: Profile, most: int) -> tuple[Found, ...]:
        """Those most like a profile, none of its own schools among them; equals in reading order."""
        left = (1 << len(self._profiles)) - 1
        for owner in _owners(own):
            left &= ~self._owners.get(owner, 0)
        best: list[tuple[float, int, tuple[Reason, ...]]] = []
        for number, at_most in self._by_promise(own, left):
            if at_most < (-best[-1][0] if len(best) == most else ENOUGH):
                break
            why = reasons(own, self._profiles[number])
            counts = worth(why)
            if counts >= ENOUGH:
                best = sorted([*best, (-counts, number, why)], key=lambda each: each[:2])[:most]
        return tuple((self._profiles[number], why) for _, number, why in best)

    def _by_promise(self, own: Profile, left: int) -> Iterator[tuple[int, float]]:
        """Those left, with what they are worth at most, the most promising first; equals in reading order."""
        counted = self._counted(own)
        for _ in range(min(_COMPARED, left.bit_count())):
            at_most, group = _highest(counted, left)
            first = group & -group
            left ^= first
            yield first.bit_length() - 1, at_most / _PARTS

    def _counted(self, own: Profile) -> list[int]:
        """What each is worth at most, in parts: the first set holds the ones of these numbers, the next the twos."""
        counted: list[int] = []
        for facet, weight in WEIGHTS.items():
            for common in self._common(facet, own.words.get(facet, ())):
                _add(counted, math.ceil(weight * _PARTS), common)
        for measure, figures in own.figures.items():
            for place, near in enumerate(self._near(measure, figures)):
                _add(counted, 1 << place, near)
        return counted

    def _common(self, facet: str, words: Iterable[str]) -> list[int]:
        """Those with at least one of these words in common, then those with two, as far as more count."""
        least = [0] * (MOST_THEMES if facet == "themes" else 1)
        for word in words:
            having = self._words.get((facet, word), 0)
            for place in reversed(range(1, len(least))):
                least[place] |= least[place - 1] & having
            least[0] |= having
        return least

    def _near(self, measure: str, figures: tuple[Quantity, ...]) -> tuple[int, ...]:
        """What figures count, as `_counted` does; many profiles state the same."""
        if figures not in self._known:
            self._known[figures] = self._figures[measure].near(figures)
        return self._known[figures]


def _owners(profile: Profile) -> Iterable[str]:
    """What tells a profile from others: the ids of its schools, or of a story without any."""
    return profile.schools or (profile.story,)


def _add(counted: list[int], times: int, members: int) -> None:
    """Count members so many times more, all at once: as on paper, with what is carried to the next place."""
    for place in range(times.bit_length()):
        carried = members if times >> place & 1 else 0
        at = place
        while carried:
            if at >= len(counted):
                counted.extend([0] * (at + 1 - len(counted)))
            counted[at], carried = counted[at] ^ carried, counted[at] & carried
            at += 1


def _highest(counted: list[int], among: int) -> tuple[int, int]:
    """The highest number that any of some has, and those that have it."""
    number = 0
    for place in reversed(range(len(counted))):
        having = among & counted[place]
        if having:
            number |= 1 << place
            among = having
    return number, among


@dataclass(frozen=True, slots=True)
class _Line:
    """A measure: who begins (lowest possible value) at or below each value, and who ends below it."""

    scale: Scale
    lows: tuple[float, ...]
    begun: tuple[int, ...]
    highs: tuple[float, ...]
    ended: tuple[int, ...]

    @classmethod
    def of(cls, measure: str, profiles: Iterable[Profile]) -> _Line:
        """The line of a measure with all who state it."""
        scale = SCALES[measure]
        lows: dict[float, int] = defaultdict(int)
        highs: dict[float, int] = defaultdict(int)
        for number, profile in enumerate(profiles):
            ends = [_ends(scale, quantity) for quantity in profile.figures.get(measure, ())]
            if ends:
                lows[min(low for low, _ in ends)] |= 1 << number
                highs[max(high for _, high in ends)] |= 1 << number
        return cls(scale, *_running(lows), *_running(highs))

    def near(self, figures: Iterable[Quantity]) -> tuple[int, ...]:
        """What each counts at most beside the nearest of some figures, in parts; as sets of ones, twos, fours …"""
        steps = math.ceil(self.scale.weight * _PARTS)
        sets = [0] * steps.bit_length()
        spans = [_ends(self.scale, quantity) for quantity in figures]
        for step in range(1, steps + 1):
            reach = self.scale.reach * (1 - (step - 1) / _PARTS / self.scale.weight) + _ROUNDING
            within = 0
            for low, high in spans:
                within |= self._within(low - reach, high + reach)
            _raise(sets, step, within)
        return tuple(sets)

    def _within(self, low: float, high: float) -> int:
        return self.begun[bisect.bisect_right(self.lows, high)] & ~self.ended[bisect.bisect_left(self.highs, low)]


def _raise(sets: list[int], step: int, members: int) -> None:
    """Members, all of whom have the number before `step`, get `step` instead."""
    changed = step ^ (step - 1)
    for place in range(changed.bit_length()):
        sets[place] ^= members


def _running(found: Mapping[float, int]) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """Values in order, and who has one of the first 0, 1, 2 … of them."""
    values = tuple(sorted(found))
    running = [0]
    for value in values:
        running.append(running[-1] | found[value])
    return values, tuple(running)


def _ends(scale: Scale, quantity: Quantity) -> tuple[float, float]:
    """Between which values a figure may be, so that what is as near is as far apart."""
    low = 0.0 if quantity.low is None else quantity.low
    high = math.inf if quantity.high is None else quantity.high
    return (math.log(max(low, 1)), math.log(max(high, 1))) if scale.ratio else (low, high)
