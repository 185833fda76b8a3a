"""What a drawing holds, taken out of its SVG for tests: rectangles, words, circles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from sitegen.rendering.drawings.labels import FALL, RISE, width

_DOT = re.compile(r"M([-\d.]+) ([-\d.]+)h0")
_BOX = re.compile(r"M([-\d.]+) ([-\d.]+)h([-\d.]+)v([-\d.]+)")


def svg(drawing: str) -> ElementTree.Element:
    """The SVG element of a drawing, also of one in a frame of HTML."""
    root = ElementTree.fromstring(drawing)
    found = root if root.tag == "svg" else root.find(".//svg")
    assert found is not None
    return found


def boxes(drawing: str, css: str) -> list[tuple[float, ...]]:
    """(x, y, width, height) of every rectangle in paths of that class, or of any."""
    paths = [p.get("d", "") for p in svg(drawing).iter("path") if not css or css in (p.get("class") or "").split()]
    return [tuple(map(float, found.groups())) for path in paths for found in _BOX.finditer(path)]


def words(drawing: str) -> list[str]:
    """The words in a drawing, in order."""
    return [t.text or "" for t in svg(drawing).iter("text")]


def circles(drawing: str, css: str) -> list[tuple[float, float, float]]:
    """(x, y, radius) of every circle of that class, of its own or of the group that it stands in."""
    root = svg(drawing)
    grouped = (c for g in root.iter("g") if g.get("class") == css for c in g.iter("circle"))
    found = [*(c for c in root.iter("circle") if c.get("class") == css), *grouped]
    return [(float(c.get("cx", 0)), float(c.get("cy", 0)), float(c.get("r", 0))) for c in found]


def dots(drawing: str, css: str) -> list[tuple[float, float, float]]:
    """(x, y, radius) of every dot in paths of that class: lines of no length with round ends."""
    return [
        (float(x), float(y), float(path.get("stroke-width", 0)) / 2)
        for path in svg(drawing).iter("path")
        if path.get("class") == css and path.get("stroke-linecap") == "round"
        for x, y in _DOT.findall(path.get("d", ""))
    ]


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a drawing with what they take up on it, at the size that they have on a telephone."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: Place) -> bool:
        """True where one covers a part of the other."""
        beside = self.right <= other.left + 0.2 or other.right <= self.left + 0.2
        return not (beside or self.bottom <= other.top + 0.2 or other.bottom <= self.top + 0.2)


def places(drawing: str) -> list[Place]:
    """Where all words of a drawing stand."""
    return list(_places(svg(drawing), "start", 0.0))


def _places(element: ElementTree.Element, anchor: str, down: float) -> Iterator[Place]:
    anchor = element.get("text-anchor", anchor)
    moved = re.search(r"translate\(0 ([\d.]+)\)", element.get("transform", ""))
    down += float(moved[1]) if moved else 0.0
    if element.tag == "text":
        said = element.text or ""
        x, y = float(element.get("x", 0)), float(element.get("y", 0)) + down
        left = x - width(said) * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        yield Place(said, left, left + width(said), y - RISE, y + FALL)
    for child in element:
        yield from _places(child, anchor, down)
