"""Counts up to a hundred: the hundred square, rows of dots and of blocks, one for each thing counted."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.rendering.drawings.plots import BEYOND
from sitegen.rendering.drawings.svg import box, frame, number

_ABREAST = 10
MOST_DOTS = MOST_BLOCKS = 100
_BLOCKS_ABREAST = 20


def hundred(share: float, qualifier: str | None = None) -> Markup:
    """A hundred square with `share` squares filled, the last one in part; `share` is held to 0 to 100.

    Where a qualifier (`about`, `over` …) says that the figure is not exact, the last square or the next is open.
    """
    filled = min(100.0, max(0.0, share))
    whole, part = int(filled), 0.0 if qualifier else filled - int(filled)
    solid, rest = _exact(-(-filled // 1), qualifier) if qualifier else (whole, whole)
    on = "".join(_cell(i) for i in range(solid)) + (_cell(whole, part) if part >= 0.05 else "")
    off = "".join(_cell(i) for i in range(solid, 100))
    open_ = "".join(_cell(i) for i in range(solid, min(rest, 100)))
    inner = f'<path class="off" d="{off}"/><path class="on" d="{on}"/>{_path("on open", open_)}'
    drawing = str(frame(inner, 100, 100, "hundred"))
    return Markup(drawing.replace('width="100" height="100"', 'width="520" height="520"'))


def _exact(count: float, qualifier: str | None) -> tuple[int, int]:
    """How many are solid, and up to which number they are open."""
    whole = int(count)
    if not qualifier:
        return whole, whole
    return (whole, whole + 1) if qualifier in BEYOND else (max(0, whole - 1), whole)


def _path(css: str, drawn: str) -> str:
    return f'<path class="{css}" d="{drawn}"/>' if drawn else ""


def _cell(i: int, part: float = 1.0) -> str:
    return box(i % 10 * 10 + 0.4, i // 10 * 10 + 0.4, 9.2 * part, 9.2)


def dots(count: int, frame_of: int = 0, qualifier: str | None = None) -> Markup:
    """One dot for each thing, ten in a row; empty for more than a hundred, and for none without a frame.

    `frame_of` is how many places are shown: rings stand for those that are not taken. Where a qualifier says that
    the figure is not exact, the last dot or the next place is open.
    """
    places = max(count, frame_of)
    if not 0 < places <= MOST_DOTS or count < 0:
        return Markup("")
    solid, rest = _exact(count, qualifier)
    taken = "".join(_dot(i) for i in range(solid))
    open_ = "".join(_dot(i) for i in range(solid, min(rest, places)))
    free = "".join(_dot(i) for i in range(min(rest, places), places))
    inner = _path("d1", taken) + _path("d1 open", open_) + _path("d0", free)
    return frame(inner, min(places, _ABREAST) * 14, -(-places // _ABREAST) * 14, "dots")


def _dot(i: int) -> str:
    return f"M{i % _ABREAST * 14 + 1} {i // _ABREAST * 14 + 7}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0"


def block_rows(most: int) -> int:
    """In how many rows blocks stand where the largest count is `most`: one for up to twenty."""
    return max(1, -(-most // _BLOCKS_ABREAST))


def blocks(count: int, rows: int) -> Markup:
    """One block for each thing, in piles of `rows`: as long as a bar, and can be counted. It stretches to its room."""
    piles = -(-count // rows)
    inner = "".join(box(i // rows * 10 + 0.5, i % rows * 10 + 0.5, 9, 9) for i in range(count))
    size = f'viewBox="0 0 {number(piles * 10)} {number(rows * 10)}" preserveAspectRatio="none"'
    return Markup(f'<svg class="units" {size} aria-hidden="true" focusable="false"><path d="{inner}"/></svg>')
