"""Texts of share cards in lines: as large as they fit, cut at a word where they are too long even when small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.rendering.cards.letters import width


@dataclass(frozen=True, slots=True)
class Lines:
    """A text as it is set: its lines, their size and weight, the space between letters in em, the leading."""

    lines: tuple[str, ...]
    size: int
    weight: int = 500
    tracking: float = 0.0
    leading: float = 1.0

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.size * self.leading


def fitted(text: str, box: tuple[float, float], sizes: Sequence[int], weight: int = 500, tracking: float = 0.0,
           leading: float = 1.0) -> Lines:  # fmt: skip
    """A text in a box of that width and height, at the largest of the sizes at which it fits."""
    across, down = box
    for size in sizes:
        most = max(1, int(down / (size * leading)))
        lines = _wrapped(text, across, size, weight, tracking)
        if len(lines) <= most and all(width(line, size, weight, tracking) <= across for line in lines):
            return Lines(_balanced(text, len(lines), across, size, weight, tracking), size, weight, tracking, leading)
    cut = _cut(text, across, most, sizes[-1], weight, tracking)
    return Lines(cut, sizes[-1], weight, tracking, leading)


def _wrapped(text: str, across: float, size: int, weight: int, tracking: float) -> tuple[str, ...]:
    lines: list[str] = []
    if not text:
        return ()
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else ""
        if lines and width(longer, size, weight, tracking) <= across:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _balanced(text: str, count: int, across: float, size: int, weight: int, tracking: float) -> tuple[str, ...]:
    """The same number of lines, as narrow as they can be: no word stands alone in the last one."""
    low, high = across / 2, across
    while high - low > size / 4:
        middle = (low + high) / 2
        lines = _wrapped(text, middle, size, weight, tracking)
        fits = len(lines) <= count and all(width(line, size, weight, tracking) <= middle for line in lines)
        low, high = (low, middle) if fits else (middle, high)
    return _wrapped(text, high, size, weight, tracking)


def _cut(text: str, across: float, most: int, size: int, weight: int, tracking: float) -> tuple[str, ...]:
    """So many lines, with an ellipsis where the text goes on; a word that is wider than a line is cut itself."""
    lines = _wrapped(text, across, size, weight, tracking)
    kept, wide = list(lines[:most]), [width(line, size, weight, tracking) > across for line in lines[:most]]
    if True in wide:
        kept = kept[: wide.index(True) + 1]
    elif len(lines) <= most:
        return lines
    last = kept[-1]
    while last and width(f"{last}…", size, weight, tracking) > across:
        last = last.rpartition(" ")[0] if " " in last else last[:-1]
    return (*kept[:-1], f"{last.rstrip(' ,;:–-')}…")
