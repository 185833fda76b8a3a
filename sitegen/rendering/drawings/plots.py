"""What plots share: squared paper, the zero line and the scale. No legend: words stand where their figure does."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.rendering.drawings.svg import SQUARE, frame, number

Points = tuple[tuple[str, tuple[float | None, ...]], ...]
Words = tuple[tuple[str, ...], ...]

WIDTH, HEIGHT = 480, 264
TOP, BOTTOM = 36, 216
_PITCH = 2 * SQUARE

BASE = f'<path class="ax" d="M0 {BOTTOM}H{WIDTH}"/>'
"""The zero line."""


def sheet(inner: str, above: float = 0, below: float = 0) -> Markup:
    """A plot on squared paper; `above` and `below` are what it needs more than usual, in whole squares."""
    rise, fall = (-(-extra // _PITCH) * _PITCH for extra in (above, below))
    height = HEIGHT + rise + fall
    moved = f'<g transform="translate(0 {number(rise)})">{inner}</g>' if rise else inner
    return Markup('<div class="plot">{}</div>').format(frame(_squares(height) + moved, WIDTH, height))


def _squares(height: float) -> str:
    down = "".join(f"M{x} 0V{number(height)}" for x in range(0, WIDTH + 1, _PITCH))
    across = "".join(f"M0 {y}H{WIDTH}" for y in range(0, int(height) + 1, _PITCH))
    return f'<path class="sq" d="{down}{across}"/>'


def top_of(points: Points) -> float:
    """The figure at the upper end of the scale, which begins at 0 and is the same for all series."""
    return max((v for _, values in points for v in values if v is not None), default=0.0) or 1.0


def height_of(value: float, top: float) -> float:
    """How high a figure stands above the zero line."""
    return value / top * (BOTTOM - TOP)
