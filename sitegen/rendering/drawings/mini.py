"""The drawings of a profile card at the height of a line of text, for lists."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.pages.views import FormsDrawing, PupilsDrawing, ShareDrawing, YearsDrawing
from sitegen.rendering.drawings.profile import MOST_FORMS, share_ends
from sitegen.rendering.drawings.svg import box, frame, number

_MOST_YEARS = 12
_MOST_COLUMNS = 7
_MOST_BLOCKS = 12


def mini_share(drawing: ShareDrawing) -> Markup:
    """A bar of 70 px for 100 %, with the median as a mark where there is one."""
    low, high = share_ends(drawing)
    solid = f'<path class="dv" d="{box(1, 2, low * 0.7, 8)}"/>' if low else ""
    light = f'<path class="maybe" d="{box(1 + low * 0.7, 2, (high - low) * 0.7, 8)}"/>' if high > low else ""
    at = None if drawing.median is None else 1 + min(100, max(0, drawing.median)) * 0.7
    mark = "" if at is None else f'<path class="m" d="M{number(at)} 0V12"/>'
    return frame(f'<path class="t" d="{box(0.5, 1.5, 71, 9)}"/>{solid}{light}{mark}', 72, 12, "mb mbs")


def compared_share(drawing: ShareDrawing) -> Markup:
    """A bar of 220 for 100 %, as high as a line, with the share that it is compared with as a mark through it."""
    low, high = share_ends(drawing)
    solid = f'<path class="dv" d="{box(1.5, 4.75, low * 2.17, 14.5)}"/>' if low else ""
    light = f'<path class="maybe" d="{box(1.5 + low * 2.17, 4.75, (high - low) * 2.17, 14.5)}"/>' if high > low else ""
    at = None if drawing.median is None else 1.5 + min(100, max(0, drawing.median)) * 2.17
    mark = "" if at is None else f'<path class="m" d="M{number(at)} 0V24"/>'
    return frame(f'<path class="t" d="{box(0.75, 4, 218.5, 16)}"/>{solid}{light}{mark}', 220, 24, "mb mbc")


def mini_years(drawing: YearsDrawing) -> Markup:
    """A square for each year, solid for those that passed; empty for more than a line can hold."""
    count = max(6, drawing.years)
    if not 0 <= drawing.years <= _MOST_YEARS:
        return Markup("")
    solid = "".join(box(i * 14 + 0.8, 1, 9.5, 10) for i in range(drawing.years))
    rest = "".join(box(i * 14 + 0.8, 1, 9.5, 10) for i in range(drawing.years, count))
    inner = f'<path class="dv" d="{solid}"/><path class="t" d="{rest}"/>'
    return frame(inner, count * 14, 12, "mb", f' style="width:{count * 14}px"')


def mini_forms(drawing: FormsDrawing) -> Markup:
    """A column for each year group, as many rows as forms; a half form is a row of half the height."""
    if not 0 < drawing.forms <= MOST_FORMS:
        return Markup("")
    columns = min(_MOST_COLUMNS, max(1, len(drawing.years)))
    rows = _rows(drawing.forms)
    blocks = "".join(box(i * 11, top, 8.5, height) for i in range(columns) for top, height in rows)
    return frame(f'<path class="dv" d="{blocks}"/>', columns * 11, 12, "mb", f' style="width:{columns * 11}px"')


def _rows(forms: float) -> list[tuple[float, float]]:
    """Top and height of each row, between 1 and 11, from the bottom row upwards."""
    whole, part = int(forms), forms - int(forms)
    shares = [1.0] * whole + ([part] if part > 0.02 else [])
    gap = 1.5 if len(shares) < 4 else 0.4
    height = 9.0 if len(shares) == 1 else (10 - gap * (len(shares) - 1)) / sum(shares)
    ends = [11 - height * sum(shares[:i]) - gap * i for i in range(len(shares))]
    return [(end - height * share, height * share) for end, share in zip(ends, shares, strict=True)]


def mini_pupils(drawing: PupilsDrawing) -> Markup:
    """A block for each 100 pupils; empty for more than a line can hold."""
    count = drawing.pupils / 100
    if not 0 < count <= _MOST_BLOCKS * 2:
        return Markup("")
    blocks = "".join(box(i * 5, 1.5, max(5 * min(1, count - i) - 1, 0.5), 9) for i in range(int(count + 0.99)))
    width = (int(count) + 1) * 5
    return frame(f'<path class="dv" d="{blocks}"/>', width, 12, "mb", f' style="width:{width}px"')
