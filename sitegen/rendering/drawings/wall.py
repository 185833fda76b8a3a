"""The ten wall: the picture when there is no photograph. Every row of rods adds up to ten."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from random import Random

from markupsafe import Markup

from sitegen.rendering.drawings.svg import frame

_RODS = (1, 2, 2, 3, 3, 4, 4, 5, 6, 7)
_SHADES = 7
_MOST_OFTEN = 7
"""So many rows a wall has at most in most places; one with fewer has the same first rows."""


def seeded(seed: str) -> Random:
    """A generator that yields the same numbers for the same words, on every machine."""
    return Random(int(hashlib.sha256(seed.encode()).hexdigest()[:12], 16))


def bonds(seed: str, rows: int) -> tuple[tuple[int, ...], ...]:
    """Rows of two to five rods that add up to ten each; no row like the one above it."""
    return _bonds(seed, max(rows, _MOST_OFTEN))[:rows]


@lru_cache(maxsize=16_384)
def _bonds(seed: str, rows: int) -> tuple[tuple[int, ...], ...]:
    dice, wall = seeded(seed), list[tuple[int, ...]]()
    while len(wall) < rows:
        row = _row(dice)
        if 2 <= len(row) <= 5 and wall[-1:] != [row]:
            wall.append(row)
    return tuple(wall)


def _row(dice: Random) -> tuple[int, ...]:
    left, row = 10, list[int]()
    while left:
        row.append(min(left, dice.choice(_RODS)))
        left -= row[-1]
    return tuple(row)


@lru_cache(maxsize=16_384)
def wall(seed: str, rows: int = 6, ratio: float = 1.0) -> Markup:
    """The wall as a drawing: 10 wide, each row `ratio` high. Shades of the section's colour, ones in yellow."""
    inner = "".join(_rods(row, j * ratio, ratio) for j, row in enumerate(bonds(seed, rows)))
    return _scaled(inner, rows * ratio)


def _rods(row: tuple[int, ...], top: float, height: float) -> str:
    lefts = [sum(row[:i]) for i in range(len(row))]
    return "".join(
        f'<rect class="w{min(rod, _SHADES)}" x="{left}" y="{top:.3g}" width="{rod}" height="{height:.3g}"/>'
        for left, rod in zip(lefts, row, strict=True)
    )


def _scaled(inner: str, height: float) -> Markup:
    drawing = frame(inner, 10, 0, "wall")
    size = f'viewBox="0 0 10 {height:.3g}" width="1000" height="{round(height * 100)}"'
    return Markup(str(drawing).replace('viewBox="0 0 10 0" width="10" height="0"', size))


def wall_with_sums(seed: str, rows: int = 7, ratio: float = 0.62) -> Markup:
    """The wall with the sum of each row beside it."""
    sums = "".join(f"<li>{' + '.join(map(str, row))}</li>" for row in bonds(seed, rows))
    return Markup(f'<div class="wallfig">{wall(seed, rows, ratio)}<ol aria-hidden="true">{sums}</ol></div>')
