"""Counts up to a hundred: the hundred square, and rows of dots, one for each thing counted."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.rendering.drawings.svg import box, frame

_DOTS_A_ROW = 20
MOST_DOTS = 100


def hundred(share: float) -> Markup:
    """A hundred square with `share` squares filled, the last one in part; `share` is held to 0 to 100."""
    filled = min(100.0, max(0.0, share))
    whole, part = int(filled), filled - int(filled)
    on = "".join(_cell(i) for i in range(whole)) + (_cell(whole, part) if part >= 0.05 else "")
    off = "".join(_cell(i) for i in range(whole, 100))
    inner = f'<path class="off" d="{off}"/><path class="on" d="{on}"/>'
    drawing = str(frame(inner, 100, 100, "hundred"))
    return Markup(drawing.replace('width="100" height="100"', 'width="520" height="520"'))


def _cell(i: int, part: float = 1.0) -> str:
    return box(i % 10 * 10 + 0.4, i // 10 * 10 + 0.4, 9.2 * part, 9.2)


def dots(count: int) -> Markup:
    """One dot for each thing, twenty in a row; empty for none and for more than a hundred."""
    if not 0 < count <= MOST_DOTS:
        return Markup("")
    circles = "".join(_dot(i) for i in range(count))
    width, rows = min(count, _DOTS_A_ROW) * 14, -(-count // _DOTS_A_ROW)
    return frame(f'<path class="d1" d="{circles}"/>', width, rows * 14, "dots")


def _dot(i: int) -> str:
    return f"M{i % _DOTS_A_ROW * 14 + 1} {i // _DOTS_A_ROW * 14 + 7}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0"
