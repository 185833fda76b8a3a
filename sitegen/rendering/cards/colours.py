"""Colours of share cards: those of the pages by day (templates/assets/css/_tokens.css), as numbers."""

from __future__ import annotations

from functools import cache

Colour = tuple[int, int, int]


def of(hex_: str) -> Colour:
    """A colour as `#rrggbb`."""
    return int(hex_[1:3], 16), int(hex_[3:5], 16), int(hex_[5:7], 16)


PAPER, WELL, INK, INK_2, RULE, SQUARE, MARK, WHITE = map(
    of, ("#fcfcf8", "#f0f3ea", "#13241d", "#43534b", "#c4cdc3", "#d5e2e0", "#ffc83a", "#ffffff")
)
SECTIONS = tuple(map(of, ("#b3291c", "#1d4fa8", "#1b6b41", "#7b2f72", "#835000", "#00666f", "#4a5560")))
COVERS = {"edition": of("#ffc83a"), "newsletter": of("#a8dcc4"), "collection": of("#d5e2e0")}
_TO_CONE = ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005))  # fmt: skip
_TO_LAB = ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099),
           (0.0259040371, 0.7827717662, -0.8086757660))  # fmt: skip
_FROM_LAB = ((1.0, 0.3963377774, 0.2158037573), (1.0, -0.1055613458, -0.0638541728),
             (1.0, -0.0894841775, -1.2914855480))  # fmt: skip
_FROM_CONE = ((4.0767416621, -3.3077115913, 0.2309699292), (-1.2684380046, 2.6097574011, -0.3413193965),
              (-0.0041960863, -0.7034186147, 1.7076147010))  # fmt: skip

_Three = tuple[float, ...]


@cache
def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of one colour in another, as `color-mix(in oklab, …)` of a style sheet mixes them."""
    parts = [a * share + b * (1 - share) for a, b in zip(_lab(one), _lab(other), strict=True)]
    light = _times(_FROM_CONE, tuple(cone**3 for cone in _times(_FROM_LAB, tuple(parts))))
    red, green, blue = (round(255 * min(1.0, max(0.0, _curved(part)))) for part in light)
    return red, green, blue


def _lab(colour: Colour) -> _Three:
    straight = tuple(_straight(part / 255) for part in colour)
    return _times(_TO_LAB, tuple(cone ** (1 / 3) for cone in _times(_TO_CONE, straight)))


def _times(rows: tuple[_Three, ...], by: _Three) -> _Three:
    return tuple(sum(a * b for a, b in zip(row, by, strict=True)) for row in rows)


def _straight(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _curved(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def rods(section: Colour, paper: Colour, ink: Colour, one: Colour) -> tuple[Colour, ...]:
    """The colours of the rods of a ten wall, from the ones to the sevens."""
    lighter = (mixed(section, paper, share) for share in (0.22, 0.42, 0.66))
    darker = (mixed(section, ink, share) for share in (0.72, 0.52))
    return (one, *lighter, section, *darker)
