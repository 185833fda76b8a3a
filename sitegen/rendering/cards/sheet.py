"""What a share card is drawn on: rectangles, texts, and a network with smooth edges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from PIL import Image, ImageDraw

from sitegen.pages.views import NetworkView
from sitegen.rendering.cards.colours import Colour, mixed
from sitegen.rendering.cards.letters import font, places
from sitegen.rendering.cards.lines import Lines
from sitegen.rendering.drawings.network import Ground, Net, free_turns, lay_out

_FINE = 3
"""How many times larger what is round is drawn, before it is made smaller."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture that is being drawn."""

    picture: Image.Image
    pen: ImageDraw.ImageDraw

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A filled rectangle; its right and lower edges are outside it."""
        self.pen.rectangle((round(left), round(top), round(right) - 1, round(bottom) - 1), fill=colour)

    def write(self, text: Lines, left: float, top: float, colour: Colour) -> float:
        """Lines of text from the top; returns where they end."""
        for number, line in enumerate(text.lines):
            base = top + text.size * (text.leading * number + 0.76 + (text.leading - 1) / 2)
            for name, letter, x in places(line, text.size, text.weight, text.tracking)[0]:
                self.pen.text((left + x, base), letter, colour, font(name, text.size, text.weight), anchor="ls")
        return top + text.height

    def squares(self, left: int, top: int, right: int, bottom: int, step: int, colour: Colour) -> None:
        """The squares of an exercise book."""
        for x in range(left, right, step):
            self.box(x, top, x + 2, bottom, colour)
        for y in range(top, bottom, step):
            self.box(left, y, right, y + 2, colour)


def new_sheet(size: tuple[int, int], ground: Colour) -> Sheet:
    """An empty sheet of one colour."""
    picture = Image.new("RGB", size, ground)
    return Sheet(picture, ImageDraw.Draw(picture))


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a network: its ground, its nodes and lines, the lead, the lead's lines and satellites."""

    ground: Colour
    ink: Colour
    lead: Colour
    lead_line: Colour
    lead_dot: Colour


def draw_network(sheet: Sheet, at: tuple[int, int], view: NetworkView, ground: Ground, inks: Inks) -> None:
    """A network of hubs with its upper left corner at a place of the sheet."""
    net = lay_out(view, ground)
    size = round(ground.width * _FINE), round(ground.height * _FINE)
    box = (at[0], at[1], at[0] + round(ground.width), at[1] + round(ground.height))
    fine = sheet.picture.crop(box).resize(size, Image.Resampling.NEAREST)
    hand = _Hand(ImageDraw.Draw(fine), net, ground, inks)
    hand.edges()
    for node in range(len(net.points)):
        hand.node(node)
    sheet.picture.paste(fine.reduce(_FINE), at)


@dataclass(frozen=True, slots=True)
class _Hand:
    pen: ImageDraw.ImageDraw
    net: Net
    ground: Ground
    inks: Inks

    def edges(self) -> None:
        faint = mixed(self.inks.ink, self.inks.ground, 0.6)
        cold = [edge for edge in self.net.edges if self.net.lead not in edge]
        self._lines(((self.net.points[i], self.net.points[j]) for i, j in cold), faint, 1.7)
        hot = [edge for edge in self.net.edges if self.net.lead in edge]
        self._lines(((self.net.points[i], self.net.points[j]) for i, j in hot), self.inks.lead_line, 4)

    def node(self, node: int) -> None:
        """A hub and its stories: the lead large, one without a story hollow."""
        point, count = self.net.points[node], self.net.stories[node]
        if node == self.net.lead:
            self._spokes(node, self.ground.radius + 24, 9, self.inks.lead_dot, outlined=True)
            self._dot(point, self.ground.radius, self.inks.lead, 3)
            return
        self._spokes(node, 27 * self.net.scale, 5 * self.net.scale, self.inks.ink, outlined=False)
        radius = (6 + 3 * min(count, 5)) * self.net.scale
        self._dot(point, radius, self.inks.ink if count else self.inks.ground, 2)

    def _spokes(self, node: int, length: float, radius: float, colour: Colour, outlined: bool) -> None:
        from math import cos, sin

        x, y = self.net.points[node]
        ends = [(x + length * cos(turn), y + length * sin(turn)) for turn in free_turns(self.net, node)]
        self._lines((((x, y), end) for end in ends), self.inks.ink, 2)
        for end in ends:
            self._dot(end, radius, colour, 2 if outlined else 0)

    def _dot(self, point: tuple[float, float], radius: float, colour: Colour, line: float) -> None:
        x, y, r = (each * _FINE for each in (*point, radius + line / 2))
        if line:
            self.pen.ellipse((x - r, y - r, x + r, y + r), fill=self.inks.ink)
        r -= line * _FINE
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def _lines(self, lines: Iterable[tuple[tuple[float, float], tuple[float, float]]], colour: Colour, wide: float
               ) -> None:  # fmt: skip
        for ends in lines:
            points = [cast(tuple[float, float], tuple(part * _FINE for part in end)) for end in ends]
            self.pen.line(points, fill=colour, width=round(wide * _FINE))
