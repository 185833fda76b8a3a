"""Drawings of a profile card: 22 x 8 exercise squares of 12 px, so that one square of a share is 5 %."""

from __future__ import annotations

import math

from markupsafe import Markup

from sitegen.pages.views import FormsDrawing, HubDrawing, NoDrawing, PupilsDrawing, ShareDrawing, YearsDrawing
from sitegen.rendering.drawings.svg import SQUARE, box, frame, number, text

WIDTH, HEIGHT = 22 * SQUARE, 8 * SQUARE
BAR_LEFT, BAR_TOP, BAR_WIDTH, BAR_HEIGHT = 12, 24, 240, 36
MOST_FORMS = 12
MOST_YEARS = 40
_BLOCKS_A_ROW = 20
_BLOCKS = 60
_BLOCK_SIZES = (50, 100, 250, 500, 1000)

_SQUARES = '<path class="sq" d="{}{}"/>'.format(
    "".join(f"M{x} 0V{HEIGHT}" for x in range(0, WIDTH + 1, SQUARE)),
    "".join(f"M0 {y}H{WIDTH}" for y in range(0, HEIGHT + 1, SQUARE)),
)


def _sheet(inner: str) -> Markup:
    return Markup('<div class="draw">{}</div>').format(frame(_SQUARES + inner, WIDTH, HEIGHT))


def forms(drawing: FormsDrawing) -> Markup:
    """A column for each year group, a row for each form; half a form is a row of half its height.

    Empty where the number is none that can be drawn.
    """
    if not 0 < drawing.forms <= MOST_FORMS:
        return Markup("")
    years = drawing.years[:14] or ("",)
    pitch = min(36.0, (WIDTH - SQUARE) / len(years))
    rows = form_rows(drawing.forms)
    blocks = "".join(box(12 + i * pitch, y, pitch * 2 / 3, height) for i in range(len(years)) for y, height in rows)
    step = 1 if len(years) <= 8 else 2
    labels = "".join(text(12 + (i + 1 / 3) * pitch, 88, years[i]) for i in range(0, len(years), step))
    return _sheet(f'<path class="fillbox" d="{blocks}"/>{labels}')


def form_rows(count: float) -> tuple[tuple[float, float], ...]:
    """Top and height of each row, from the bottom row upwards: between 0 and 72, fractions as lower rows."""
    whole, part = int(count), count - int(count)
    shares = [1.0] * whole + ([part] if part > 0.02 else [])
    gap = 12 if len(shares) < 3 else 6 if len(shares) < 5 else 2
    height = 24.0 if len(shares) < 3 else (60 - (len(shares) - 1) * gap) / sum(shares)
    rows, bottom = [], 72.0
    for share in shares:
        rows.append((bottom - height * share, height * share))
        bottom -= height * share + gap
    return tuple(rows)


def pupils(drawing: PupilsDrawing) -> Markup:
    """Blocks of 50 pupils, or of more in a very large school; the last one is cut to scale."""
    size = next((s for s in _BLOCK_SIZES if drawing.pupils / s <= _BLOCKS), None)
    if size is None or drawing.pupils <= 0:
        return Markup("")
    count = drawing.pupils / size
    rows = math.ceil(math.ceil(count) / _BLOCKS_A_ROW)
    top = 60 - rows * 24 if rows <= 2 else 0
    blocks = "".join(
        box(12.8 + i % _BLOCKS_A_ROW * 12, top + i // _BLOCKS_A_ROW * 24, max(12 * min(1, count - i) - 1.5, 1), 23)
        for i in range(math.ceil(count - 0.02))
    )
    return _sheet(f'<path class="fillbox" d="{blocks}"/>' + text(12, 88, f"one block = {size:,} pupils", "start"))


def share(drawing: ShareDrawing) -> Markup:
    """A bar from 0 to 100 %: solid up to the least it can be, light up to the most, the median as a mark."""
    low, high = share_ends(drawing)
    solid = f'<path class="fillbox" d="{box(BAR_LEFT, BAR_TOP, low * 2.4, BAR_HEIGHT)}"/>' if low else ""
    rest = box(BAR_LEFT + low * 2.4, BAR_TOP, (high - low) * 2.4, BAR_HEIGHT)
    light = f'<path class="maybe" d="{rest}"/>' if high > low else ""
    whole = box(BAR_LEFT, BAR_TOP, BAR_WIDTH, BAR_HEIGHT)
    bar = f'<path class="box" d="{whole}"/>{solid}{light}<path class="ax" d="{whole}"/>'
    return _sheet(bar + _median(drawing.median))


def share_ends(drawing: ShareDrawing) -> tuple[float, float]:
    """The least and the most that the share can be, both from 0 to 100."""
    low = min(100.0, max(0.0, drawing.low or 0.0))
    high = 100.0 if drawing.high is None else min(100.0, max(low, drawing.high))
    return low, high


def _median(median: float | None) -> str:
    end = text(252, 88, "100%", "end")
    if median is None:
        return end
    x = BAR_LEFT + min(100.0, max(0.0, median)) * 2.4
    anchor = "start" if x < 55 else "end" if x > 200 else "middle"
    label = text(12 if anchor == "start" else 252 if anchor == "end" else x, 88, f"median {median:g}%", anchor)
    return f'<path class="med" d="M{number(x)} 14V70"/>{label}{end if x < 150 else ""}'


def years(drawing: YearsDrawing) -> Markup:
    """Jumps on a number line of 6, then 10 years; longer lines grow in fives. An open end is a ring."""
    if not 0 <= drawing.years <= MOST_YEARS:
        return Markup("")
    last = years_end(drawing.years + drawing.open_ended)
    step = 36.0 if last == 6 else BAR_WIDTH / last
    start, y = (18, 60) if last == 6 else (12, 60)
    ticks = "".join(f"M{number(start + i * step)} {y - 5}v10" for i in range(last + 1))
    labels = "".join(text(start + i * step, y + 24, str(i)) for i in range(0, last + 1, 1 if last <= 10 else 5))
    jumps = "".join(_jump(start + i * step, step, y) for i in range(drawing.years))
    beyond = start + last * step + (12 if last == 6 else 6)
    line = f'<path class="ax" d="M{start - 6} {y}H{number(beyond)}{ticks}"/>{labels}'
    end = start + drawing.years * step
    more = f'<path class="arc more" d="{_jump(end, step, y)}"/>' if drawing.open_ended else ""
    dot = f'<circle class="{"ring" if drawing.open_ended else "dot"}" cx="{number(end)}" cy="{y}" r="6"/>'
    return _sheet(f'{line}<path class="arc" d="{jumps}"/>{more}{dot}')


def years_end(count: int) -> int:
    """Where the number line ends: 6, 10, then the next five."""
    return 6 if count <= 6 else max(10, math.ceil(count / 5) * 5)


def _jump(x: float, step: float, y: float) -> str:
    return f"M{number(x)} {number(y - 6)}a{number(step / 2)} {number(min(step * 0.72, 40))} 0 0 1 {number(step)} 0"


_OTHERS = ((36, 24), (60, 76), (204, 84), (228, 30), (20, 60))
_MOST_DOTS = 9


def hub(drawing: HubDrawing) -> Markup:
    """A hub as a node among others, one dot a story, nine at most. Which others are near means nothing."""
    count = min(max(drawing.stories, 0), _MOST_DOTS)
    dots = hub_dots(count)
    radius = 6 if count <= 5 else 4.5
    thin = "".join(f"M132 48L{x} {y}" for x, y in _OTHERS) + "M36 24L20 60L60 76M204 84L228 30"
    rings = "".join(f'<circle class="ring" cx="{x}" cy="{y}" r="6"/>' for x, y in _OTHERS)
    spokes = "".join(f"M132 48L{number(x)} {number(y)}" for x, y in dots)
    ends = "".join(f'<circle class="dot" cx="{number(x)}" cy="{number(y)}" r="{radius}"/>' for x, y in dots)
    lines = f'<path class="thin" d="{thin}"/>{rings}<path class="ax" d="{spokes}"/>{ends}'
    return _sheet(f'{lines}<circle class="spot" cx="132" cy="48" r="13"/>')


def hub_dots(count: int) -> tuple[tuple[float, float], ...]:
    """Where the dots stand: on an arc to the right of the node, evenly."""
    reach = 60 if count <= 5 else 85
    turns = [0.0] if count == 1 else [-reach + i * 2 * reach / (count - 1) for i in range(count)]
    return tuple((132 + 36 * math.cos(math.radians(t)), 48 + 36 * math.sin(math.radians(t))) for t in turns)


def nothing(drawing: NoDrawing) -> Markup:
    """A dashed empty bar: nobody stated anything."""
    return _sheet(f'<path class="void" d="{box(BAR_LEFT, BAR_TOP, BAR_WIDTH, BAR_HEIGHT)}"/>')
