"""What all drawings share: the frame around them, and numbers as short as they can be written."""

from __future__ import annotations

from markupsafe import Markup, escape

SQUARE = 12
"""Pixels of one exercise square."""


def number(value: float) -> str:
    """A coordinate with at most one decimal place: `12`, `97.6`."""
    return f"{value:.1f}".removesuffix(".0")


def frame(inner: str, width: float, height: float, css: str = "", extra: str = "") -> Markup:
    """An SVG of that size, hidden from assistive technology and from the tab order."""
    named = f' class="{css}"' if css else ""
    size = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    return Markup(f'<svg{named} {size}{extra} aria-hidden="true" focusable="false">{inner}</svg>')


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as a piece of a path, shorter than an element of its own."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"


def text(x: float, y: float, words: str, anchor: str = "middle") -> str:
    """Words in a drawing, escaped; `anchor` is start, middle, end, or empty for that of the group around them."""
    placed = "" if anchor in ("", "start") else f' text-anchor="{anchor}"'
    return f'<text x="{number(x)}" y="{number(y)}"{placed}>{escape(words)}</text>'
