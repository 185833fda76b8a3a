"""Words in a plot: how wide they are, where they stand so that none covers another, and the unit of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import wrap

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings.svg import text

LINE = 19
"""From one line of words to the next."""

_LETTER = 9.4
_GAP = 6
_LONGEST_SIGN = 3
_NUMERAL = re.compile(r"\d(?:[\d,.]*\d)?")
_PERCENT = re.compile(r"%|\bper ?cent|\bpc\b", re.IGNORECASE)
_MONEY = ("£", "€", "$")


def sign(unit: str) -> str:
    """What stands with every figure: `%` of `% of pupils`, `£`, a short unit such as `km`; empty for a word."""
    if unit.startswith("%"):
        return "%"
    return unit if len(unit) <= _LONGEST_SIGN else ""


def subtitle_unit(chart: Chart) -> str:
    """The unit where a chart says what it measures; empty where its figures or its measure say the same."""
    return "" if chart.unit in (sign(chart.unit), chart.measure) else chart.unit


def figure_words(cell: Cell, unit: str) -> str:
    """A figure as written with its unit's sign: `about 66%`, `£7,000`; as it is where it says its unit itself."""
    mark, numerals = sign(unit), list(_NUMERAL.finditer(cell.text))
    if not mark or cell.value is None or not numerals or _says(cell.text, mark):
        return cell.text
    if mark in _MONEY:
        at = numerals[0].start()
        return f"{cell.text[:at]}{mark}{cell.text[at:]}"
    at, space = numerals[-1].end(), "" if mark == "%" else "\u00a0"
    return f"{cell.text[:at]}{space}{mark}{cell.text[at:]}"


def _says(words: str, mark: str) -> bool:
    return mark.casefold() in words.casefold() or (mark == "%" and _PERCENT.search(words) is not None)


def zero(unit: str) -> str:
    """The figure at the zero line: `0`, `0%`, `£0`."""
    return figure_words(Cell("0", 0.0), unit)


def width(words: str) -> float:
    """How wide words are at most, at the size that they have on a telephone."""
    return len(words) * _LETTER


def folded_lines(words: str, room: float) -> tuple[str, ...]:
    """Words in lines of at most `room`; a word that is wider has a line to itself."""
    return tuple(wrap(words, max(1, int(room / _LETTER)), break_long_words=False, break_on_hyphens=False))


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
