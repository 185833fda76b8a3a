"""A share card drawn: 1200 x 630 pixels, to be read at half that size."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PIL import Image, ImageOps

from sitegen.pages.sharing.values import HEIGHT, WIDTH, ShareCard
from sitegen.rendering.cards import colours
from sitegen.rendering.cards.colours import INK, INK_2, MARK, PAPER, SECTIONS, WELL, WHITE, Colour, mixed, of, rods
from sitegen.rendering.cards.letters import shown, width
from sitegen.rendering.cards.lines import Lines, fitted
from sitegen.rendering.cards.sheet import Inks, Sheet, draw_network, new_sheet
from sitegen.rendering.drawings.network import Ground
from sitegen.rendering.drawings.wall import bonds

LARGEST = 80_000
"""Bytes that a card may have."""

_MARGIN = 56
_SMALL, _LABEL = 28, 32
_PANEL = 780
"""Where the ten wall or the photograph of a story begins."""
_ROWS = 6
_QUALITIES = (88, 82, 74, 64, 50, 35)
_COLOURS = 128


def draw(card: ShareCard, photograph: Image.Image | None = None) -> bytes:
    """The card as PNG, or as JPEG where it has a photograph; under 80 KB."""
    sheet = _LAYOUTS[card.layout](card, photograph)
    return _jpeg(sheet.picture) if card.picture else _png(sheet.picture)


def _png(picture: Image.Image) -> bytes:
    for most in (_COLOURS, 32, 8):
        out = io.BytesIO()
        # On flat colours it is as true as the others, and three times as fast.
        flat = picture.quantize(most, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        flat.save(out, "PNG", compress_level=3)
        if out.tell() < LARGEST:
            break
    return out.getvalue()


def _jpeg(picture: Image.Image) -> bytes:
    for quality in _QUALITIES:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() < LARGEST:
            break
    return out.getvalue()


def _first(*texts: str) -> str:
    """The first of several texts that can be shown."""
    return next((told for text in texts if (told := shown(text))), "")


def _line(text: str, across: float, size: int = _SMALL, weight: int = 500) -> Lines:
    """A text in one line, cut where it is too long."""
    return fitted(text, (across, size), (size,), weight)


@dataclass(frozen=True, slots=True)
class _Cover(Ground):
    """Where the network of an edition may stand on its card."""

    width: float = WIDTH
    height: float = HEIGHT
    apart: float = 78
    lead: tuple[float, float] = (0.76, 0.34)
    radius: float = 32

    def holds(self, x: float, y: float) -> bool:
        """True where no title and no year is printed."""
        return x > 680 and (y < 310 or x > 830) and 40 < y < 510


_COVER, _BADGE = _Cover(), Ground(width=400, height=400, apart=60, lead=(0.5, 0.5), radius=30, hole=False)


def _edition(card: ShareCard, photograph: Image.Image | None) -> Sheet:
    ground = of(card.colour) if card.colour else colours.COVERS[card.layout]
    sheet = new_sheet((WIDTH, HEIGHT), ground)
    if card.network:
        draw_network(sheet, (0, 0), card.network, _COVER, Inks(ground, INK, WHITE, WHITE, WHITE))
        across = 600
    else:
        shades = rods(mixed(INK, ground, 0.66), ground, INK, WHITE)
        _draw_wall(sheet, card.wall, (820, 0, WIDTH, HEIGHT), shades, ground)
        across = 700
    sheet.write(_line(shown(card.kicker), across), _MARGIN, 48, INK)
    label = shown(card.label)
    title = _first(card.title, card.site, card.kicker)
    room = 250 if label else 380
    sheet.write(fitted(title, (across, room), (84, 76, 68, 60, 52, 44, 38), 500, -0.03, 1.02), _MARGIN, 92, INK)
    if label:
        large = fitted(label, (690, 200), (200, 180, 156, 132, 108, 88), 500, -0.05, 0.8)
        sheet.write(large, _MARGIN - large.size * 0.04, 520 - large.height, INK)
    _foot(sheet, shown(card.place), shown(card.site), WIDTH if card.network else _PANEL + 40, INK)
    return sheet


def _foot(sheet: Sheet, first: str, second: str, right: int, ink: Colour) -> None:
    """A line across, with what a thing holds on the left and the site's name on the right, or alone."""
    end = right - _MARGIN
    sheet.box(_MARGIN, 552, end, 554, ink)
    room = end - _MARGIN
    name = _line(second, room * 0.55 if first else room)
    sheet.write(_line(first or second, room * 0.42 if first else room), _MARGIN, 572, ink)
    if first and name.lines:
        sheet.write(name, end - width(name.lines[0], name.size, name.weight), 572, ink)


def _hub(card: ShareCard, photograph: Image.Image | None) -> Sheet:
    sheet = new_sheet((WIDTH, HEIGHT), PAPER)
    sheet.box(_PANEL - 20, 0, WIDTH, HEIGHT, WELL)
    sheet.squares(_PANEL - 20, 0, WIDTH, HEIGHT, 40, colours.SQUARE)
    if card.network:
        at = (_PANEL, (HEIGHT - 400) // 2)
        draw_network(sheet, at, card.network, _BADGE, Inks(WELL, INK, MARK, INK, INK))
    across = _PANEL - 20 - 2 * _MARGIN
    title = _first(card.title, card.kicker, card.site)
    if title != shown(card.kicker):
        sheet.write(_line(shown(card.kicker), across, _LABEL), _MARGIN, 48, INK_2)
    end = sheet.write(fitted(title, (across, 290), (104, 92, 80, 70, 60, 52, 44), 500, -0.035, 0.98), _MARGIN, 98, INK)
    sheet.write(fitted(shown(card.place), (across, 130), (36, 32), 400, 0, 1.25), _MARGIN, end + 28, INK)
    _foot(sheet, "", shown(card.site), _PANEL - 20, INK)
    return sheet


def _story(card: ShareCard, photograph: Image.Image | None) -> Sheet:
    sheet, colour = new_sheet((WIDTH, HEIGHT), PAPER), SECTIONS[card.section - 1]
    panel = (_PANEL, 0, WIDTH, HEIGHT)
    if photograph is not None:
        fitting = ImageOps.fit(photograph.convert("RGB"), (WIDTH - _PANEL, HEIGHT), Image.Resampling.LANCZOS)
        sheet.picture.paste(fitting, panel[:2])
    else:
        _draw_wall(sheet, card.wall, panel, rods(colour, PAPER, INK, MARK), PAPER)
    across = _PANEL - 2 * _MARGIN
    left = _draw_rod(sheet, card, colour)
    kicker = fitted(shown(card.kicker), (across + _MARGIN - left, _LABEL), (_SMALL, 26, 24))
    sheet.write(kicker, left, 50 + (_SMALL - kicker.size) / 2, colour)
    figures = [(shown(number), shown(words)) for number, words in card.figures]
    figures = [(number, words) for number, words in figures if number]
    foot = 396 if figures else 540
    place = _place(shown(card.place), across)
    title = _first(card.title, card.place, card.kicker, card.site)
    room = foot - 96 - (place.height + 44 if place.lines else 20)
    end = sheet.write(fitted(title, (across, room), (84, 76, 68, 60, 54, 48, 42, 38, 34), 500, -0.03, 1.0),
                      _MARGIN, 92, INK)  # fmt: skip
    if title != shown(card.place):
        sheet.write(place, _MARGIN, end + 20, INK_2)
    if figures:
        _draw_figures(sheet, figures, across)
    _foot(sheet, "", shown(card.site), _PANEL, INK)
    return sheet


def _place(text: str, across: float) -> Lines:
    return _line(text, across, _LABEL, 400) if text else Lines((), _LABEL)


def _draw_rod(sheet: Sheet, card: ShareCard, colour: Colour) -> float:
    """The rod of a story's section, which tells sections apart by its length; returns where what follows begins."""
    if not 0 < card.rod <= card.rods <= 14:
        return _MARGIN
    for i in range(card.rods):
        left = _MARGIN + i * 22
        sheet.box(left, 54, left + 20, 74, colour)
        if i >= card.rod:
            sheet.box(left + 2, 56, left + 18, 72, PAPER)
    return _MARGIN + card.rods * 22 + 16


def _draw_figures(sheet: Sheet, figures: list[tuple[str, str]], across: float) -> None:
    """Numbers abreast below a thick line, each with its words."""
    sheet.box(_MARGIN, 396, _MARGIN + across, 400, INK)
    wide = across / len(figures)
    for i, (number, words) in enumerate(figures):
        left = _MARGIN + i * wide
        sheet.write(fitted(number, (wide - 20, 72), (72, 60, 48, 40), 500, -0.035, 0.9), left, 410, INK)
        sheet.write(fitted(words, (wide - 20, 62), (26, 24, 22), 400, 0, 1.12), left, 480, INK_2)


def _draw_wall(
    sheet: Sheet, seed: str, panel: tuple[int, int, int, int], shades: tuple[Colour, ...], paper: Colour
) -> None:  # fmt: skip
    """The ten wall: every row of rods adds up to ten."""
    left, top, right, bottom = panel
    one, high = (right - left) / 10, (bottom - top) / _ROWS
    sheet.box(left, top, right, bottom, paper)
    for j, row in enumerate(bonds(seed, _ROWS)):
        at = 0
        for rod in row:
            x, y = left + at * one, top + j * high
            sheet.box(x + 2, y + 2, x + rod * one - 2, y + high - 2, shades[min(rod, 7) - 1])
            at += rod


_LAYOUTS: Mapping[str, Callable[[ShareCard, Image.Image | None], Sheet]] = {
    "edition": _edition, "newsletter": _edition, "collection": _edition, "hub": _hub, "story": _story,
}  # fmt: skip
