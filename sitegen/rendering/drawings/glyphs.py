"""Small signs in lines of text: arrows, and the rod that tells sections apart by length."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from sitegen.rendering.drawings.svg import box, frame

_TURNS = {
    "right": "",
    "left": ' transform="scale(-1 1) translate(-18 0)"',
    "down": ' transform="rotate(90 9 7)"',
}

_LONGEST_ROD = 14


@cache
def arrow(direction: str = "right") -> Markup:
    """An arrow to the right, left or down, as high as the text around it."""
    turn = _TURNS.get(direction, "")
    path = f'<path d="M0 7h16M10 1l6 6-6 6" fill="none" stroke="currentColor" stroke-width="2.2"{turn}/>'
    return frame(path, 18, 14, "arrow")


@cache
def rod(length: int, of: int = 7) -> Markup:
    """A rod of `length` solid squares among `of`: length, not colour alone, tells sections apart.

    Empty without sections, and where there are more of them than a rod can show.
    """
    if not 0 < length <= of <= _LONGEST_ROD:
        return Markup("")
    joints = "".join(f"M{i * 12 - 0.5} 0V12" for i in range(1, length))
    rest = "".join(box(i * 12 + 0.8, 0.8, 9.5, 10.4) for i in range(length, of))
    inner = f'<path d="{box(0, 0, length * 12 - 1, 12)}" fill="currentColor"/>'
    inner += f'<path d="{joints}" stroke="var(--rodgap,var(--paper))"/>' if joints else ""
    inner += f'<path d="{rest}" fill="none" stroke="currentColor" stroke-width="1.2" opacity=".75"/>' if rest else ""
    return frame(inner, of * 12, 12, "rod")


@cache
def glyph(name: str) -> Markup:
    """A sign by its name: `brand`, a small network with one node larger than the others, or `search`, a glass."""
    return _brand() if name == "brand" else _glass() if name == "search" else Markup("")


def _glass() -> Markup:
    outline = "M12.5 12.5L18 18M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0"
    return frame(f'<path d="{outline}" fill="none" stroke="currentColor" stroke-width="2.2"/>', 20, 20, "glass")


def _brand() -> Markup:
    inner = (
        '<path d="M6 27L17 12L29 22M17 12L24 4" fill="none" stroke="currentColor" stroke-width="2"/>'
        '<path d="M2 27a4 4 0 1 0 8 0a4 4 0 1 0-8 0M25 22a4 4 0 1 0 8 0a4 4 0 1 0-8 0M21 4a3 3 0 1 0 6 0a3 3 0 1 0-6 0"'
        ' fill="currentColor"/>'
        '<circle cx="17" cy="12" r="6.5" fill="var(--spot)" stroke="currentColor" stroke-width="2"/>'
    )
    return frame(inner, 34, 34)
