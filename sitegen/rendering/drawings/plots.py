"""What plots share: squared paper, the zero line and the scale. No legend: words stand where their figure does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.rendering.drawings.svg import SQUARE, frame, number

WIDTH, HEIGHT = 480, 264
TOP, BOTTOM = 36, 216
OPEN = 8
"""How much of a column is left open where its figure is not exact."""
BEYOND = frozenset(("over", "at least"))
"""What is said of a figure that the true one exceeds: it is open beyond its end, any other one within."""

_PITCH = 2 * SQUARE


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a plot: its value (None: missing), the words that say it, how exact it is, whether it stands out."""

    value: float | None
    words: str
    qualifier: str | None = None
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """A row of a chart: its label and a figure for each series."""

    label: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """From figures to heights on the sheet. It always takes in zero, and is the same for all series."""

    low: float
    high: float

    def y(self, value: float) -> float:
        """Where a figure lies; the zero line is at `y(0)`."""
        span = self.high - self.low or 1.0
        return BOTTOM - (value - self.low) / span * (BOTTOM - TOP)

    @property
    def base(self) -> str:
        """The zero line."""
        return f'<path class="ax" d="M0 {number(self.y(0))}H{WIDTH}"/>'


def scale_of(points: Sequence[Point]) -> Scale:
    """The scale on which all figures have room."""
    values = [f.value for point in points for f in point.figures if f.value is not None]
    return Scale(min([*values, 0.0]), max([*values, 0.0]))


def paths(boxes: Mapping[str, str]) -> str:
    """A path for each class with what is drawn in it."""
    return "".join(f'<path class="{css}" d="{drawn}"/>' for css, drawn in boxes.items())


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
