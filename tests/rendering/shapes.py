"""What a drawing holds, taken out of its SVG for tests: rectangles, words, circles."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_BOX = re.compile(r"M([-\d.]+) ([-\d.]+)h([-\d.]+)v([-\d.]+)")


def svg(drawing: str) -> ElementTree.Element:
    """The SVG element of a drawing, also of one in a frame of HTML."""
    root = ElementTree.fromstring(drawing)
    found = root if root.tag == "svg" else root.find(".//svg")
    assert found is not None
    return found


def boxes(drawing: str, css: str) -> list[tuple[float, ...]]:
    """(x, y, width, height) of every rectangle in paths of that class."""
    paths = [p.get("d", "") for p in svg(drawing).iter("path") if css in (p.get("class") or "").split()]
    return [tuple(map(float, found.groups())) for path in paths for found in _BOX.finditer(path)]


def words(drawing: str) -> list[str]:
    """The words in a drawing, in order."""
    return [t.text or "" for t in svg(drawing).iter("text")]


def circles(drawing: str, css: str) -> list[tuple[float, float, float]]:
    """(x, y, radius) of every circle of that class."""
    found = (c for c in svg(drawing).iter("circle") if c.get("class") == css)
    return [(float(c.get("cx", 0)), float(c.get("cy", 0)), float(c.get("r", 0))) for c in found]
