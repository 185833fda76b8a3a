"""Words in a plot: how wide they are, and where they stand so that none covers another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from sitegen.rendering.drawings.svg import text

LINE = 21
"""From one line of words to the next."""
RISE, FALL = 15, 6
"""How far words reach above and below the line that they stand on, at the size that they have on a telephone."""

_SIZE = 19
"""The size that words have on a telephone, where a plot is at its smallest."""
_GAP = 6
_SLACK = 1.03
"""A font that stands in for ours is wider by a hair."""
_WIDE, _OTHER = 1.1, 0.72
_EMS = {
    letter: hundredths / 100
    for hundredths, letters in (
        (20, " \u00a0"), (22, ",.·’'"), (25, "ijl"), (26, "IJ"), (29, "!:;"), (31, "-|ft"), (35, "()/[]{}\\"),
        (37, "r"), (39, "*"), (45, '"'), (47, "sz"), (50, "?xyL`cv"), (52, "Fek"), (54, "o"), (56, "EYghnuabdpq"),
        (57, "0123456789$+<=>ST^~−£"), (60, "PZ#BKR_–…"), (62, "AVXC"), (66, "DG€OQUH"), (70, "&N"), (78, "w"),
        (83, "m"), (85, "@%"), (87, "M"), (91, "—W"),
    )
    for letter in letters
}  # fmt: skip


def ems(words: str) -> float:
    """How wide words are at most, in multiples of their size."""
    return _SLACK * sum(_EMS.get(letter) or _em(letter) for letter in words)


def _em(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    base = unicodedata.normalize("NFD", letter)[0]
    return _EMS.get(base) or (_WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER)


def width(words: str) -> float:
    """How wide words are at most, at the size that they have on a telephone."""
    return ems(words) * _SIZE


def folded_lines(words: str, room: float) -> tuple[str, ...]:
    """Words in lines of at most `room`; a word that is wider has a line to itself."""
    lines: list[str] = []
    for word in filter(None, words.split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def holds(words: str, room: float, lines: int) -> bool:
    """True where words fit into so many lines of `room`."""
    made = folded_lines(words, room)
    return len(made) <= lines and all(width(line) <= room for line in made)


def written(x: float, y: float, lines: Sequence[str], anchor: str = "middle") -> str:
    """Lines one below another, the first at `y`."""
    return "".join(text(x, y + i * LINE, line, anchor) for i, line in enumerate(lines))


def kept_apart(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """Tops as near to `wanted` as they can be while no label covers another; all between `low` and `high`.

    What does not fit between the two overlaps nothing and goes beyond `low`.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    tops, edge = list(wanted), low
    for i in order:
        tops[i] = edge = max(tops[i], edge)
        edge += heights[i]
    edge = high
    for i in reversed(order):
        tops[i] = edge = min(tops[i], edge - heights[i])
    return tuple(tops)


def along(places: Sequence[tuple[float, str]], room: float) -> tuple[tuple[float, str], ...]:
    """Centres and words of labels in a row from 0 to `room`: the first, the last, and evenly those that have room."""
    if not places:
        return ()
    pitch = (places[-1][0] - places[0][0]) / max(len(places) - 1, 1) or 1
    step = max(1, int(-(-(max(width(words) for _, words in places) + _GAP) // pitch)), -(-len(places) // 7))
    taken: list[tuple[float, str]] = []
    for at in dict.fromkeys((0, len(places) - 1, *range(step, len(places) - 1, step))):
        x, words = places[at]
        half = width(words) / 2
        spot = (min(max(x, half), room - half), words)
        if at == 0 or _is_free(spot, taken):
            taken.append(spot)
    return tuple(sorted(taken))


def _is_free(spot: tuple[float, str], taken: Iterable[tuple[float, str]]) -> bool:
    return all(abs(spot[0] - x) >= (width(spot[1]) + width(words)) / 2 + _GAP for x, words in taken)
