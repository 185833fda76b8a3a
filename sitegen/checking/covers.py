"""Whether a cover can be read: the contrast of its colour with the ink that stands on it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.spanning import Site
from sitegen.problems.problem import Problem
from sitegen.schema.values import Value

INK = "#13241d"
"""What every cover's text is set in: `--ink` of the theme, by day."""
NIGHT = {"newsletter": "#12302a"}
"""By type of edition, the ground on which its colour is the text after dark: `--cover` of the theme.

Where no type is named, that ground is as dark as the ink, and asks for nothing more.
"""
LEAST, GOOD = 4.5, 7.0
"""Contrast ratios of WCAG 2.2, 1.4.3 and 1.4.6: less than the first cannot be published."""


def cover_contrast(site: Site) -> Iterator[Problem]:
    """An error for each edition whose cover is too dark for its text, a warning where it is hard to read."""
    for edition in site.editions.values():
        given = edition.values.get("cover_colour")
        if given is None:
            continue
        ratio = min(contrast(str(given.value), ground) for ground in (INK, NIGHT.get(edition.type, INK)))
        if ratio < LEAST:
            yield _problem("low-contrast", given, ratio, "cannot be read")
        elif ratio < GOOD:
            yield _problem("low-contrast-warning", given, ratio, "is hard to read for some")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as `#rrggbb`, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _problem(code: str, given: Value, ratio: float, effect: str) -> Problem:
    return Problem(
        given.where, code, f"Dark text on the cover colour {given.text} {effect}: its contrast is {ratio:.1f} to 1.",
        f'Choose a lighter colour, with a contrast of {GOOD:g} to 1 or more, such as "#ffc83a" or "#a8dcc4".',
    )  # fmt: skip
