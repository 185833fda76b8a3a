"""How like two schools are, by what is understood of them. What is not stated on either side counts nothing.

The browse page ranks by the same numbers in `browse.js`, to which `search/manifest.js` hands them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sitegen.schema.values import Quantity


@dataclass(frozen=True, slots=True)
class Scale:
    """What a figure counts at most, and how far apart two count nothing any more.

    `reach` is in the measure's own unit, or for a `ratio` the natural logarithm of one by the other.
    """

    weight: float
    reach: float
    ratio: bool = False


_SHARE = Scale(3, 25)
"""A share weighs as much as the phase: it is what headteachers ask for first. 25 percentage points are a band and a
half of those that ship."""

SCALES: Mapping[str, Scale] = {
    "pupil premium": _SHARE, "fsm": _SHARE, "fsm6": _SHARE, "eal": _SHARE, "send": _SHARE,
    "pupils": Scale(2, 1, ratio=True),
    "forms": Scale(2, 3),
    "years": Scale(1, 5),
}  # fmt: skip
"""Each measure is compared with itself alone. Pupils count by ratio: 200 to 400 is as far as 600 to 1,200."""

WEIGHTS: Mapping[str, float] = {"phase": 3, "hub": 1.5, "region": 1, "themes": 1, "programme": 1}
"""What it counts to have these in common. A hub is near at hand and comes on top of its region."""

MOST_THEMES = 2
"""So many themes in common count; more do not make a school more alike."""
ENOUGH = 3.5
"""Less than this is no likeness worth showing: the phase alone is not."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is understood of a school, or of a story without one. `story` is the id of the story that tells of it.

    `figures` by measure; `words` by facet (`phase`, `hub`, `region`, `themes`, `programme`), each by its id with its
    wording.
    """

    story: str
    schools: frozenset[str] = frozenset()
    figures: Mapping[str, tuple[Quantity, ...]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two are alike, and what it counts: a measure with both figures, or a facet with what is in common."""

    about: str
    worth: float
    own: Quantity | None = None
    other: Quantity | None = None
    shared: tuple[str, ...] = ()


def reasons(own: Profile, other: Profile) -> tuple[Reason, ...]:
    """What makes `other` like `own`, the weightiest first."""
    found = (*_words(own, other), *_figures(own, other))
    return tuple(sorted(found, key=lambda r: -r.worth))


def worth(found: Iterable[Reason]) -> float:
    """What reasons count together."""
    return sum(reason.worth for reason in found)


def _figures(own: Profile, other: Profile) -> Iterator[Reason]:
    for measure, scale in SCALES.items():
        theirs = other.figures.get(measure)
        ours = own.figures.get(measure)
        if ours and theirs:
            near, a, b = min(((closeness(scale, a, b), a, b) for a in ours for b in theirs), key=lambda each: -each[0])
            if near > 0:
                yield Reason(measure, near, a, b)


def closeness(scale: Scale, a: Quantity, b: Quantity) -> float:
    """What two figures count; of ranges and open ends, those values that may be nearest to each other."""
    apart = max(0.0, _low(a) - _high(b), _low(b) - _high(a))
    if scale.ratio and apart:
        low, high = sorted((min(_high(a), _high(b)), max(_low(a), _low(b))))
        apart = math.log(max(high, 1) / max(low, 1))
    return scale.weight * (1 - apart / scale.reach)


def _low(found: Quantity) -> float:
    return 0 if found.low is None else found.low


def _high(found: Quantity) -> float:
    return math.inf if found.high is None else found.high


def _words(own: Profile, other: Profile) -> Iterator[Reason]:
    for facet, weight in WEIGHTS.items():
        theirs = other.words.get(facet, {})
        shared = tuple(words for id_, words in own.words.get(facet, {}).items() if id_ in theirs)
        if shared:
            times = min(len(shared), MOST_THEMES) if facet == "themes" else 1
            yield Reason(facet, weight * times, shared=shared)
