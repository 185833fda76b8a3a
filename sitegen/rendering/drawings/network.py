"""The cover's network: one node a hub, one satellite a story. Where a node stands means nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from sitegen.pages.views import NetworkView
from sitegen.rendering.drawings.svg import frame, number
from sitegen.rendering.drawings.wall import seeded

Point = tuple[float, float]

MOST_NODES = 90
_MOST_SATELLITES = 6
_NODES_IN_MIND = 40
_FEW = 16
"""So few nodes stand together around the lead's place and not all over the cover."""

_STEPS = 8
_STRAY = 16
_REACH = 33
"""How far a node's satellites reach from its middle, or the lead's from its edge."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where nodes may stand: a size, the least distance of 40 nodes, the lead's place and radius, a hole or none."""

    width: float = 900
    height: float = 850
    apart: float = 92
    lead: Point = (0.56, 0.36)
    radius: float = 38
    hole: bool = True

    def holds(self, x: float, y: float) -> bool:
        """True where no title or year is printed."""
        if self.hole:
            return not ((x < 560 and y > 520) or (x < 250 and y > 430) or (x < 120 and y < 90))
        across, down = (x - self.width * 0.53) / (self.width * 0.49), (y - self.height * 0.5) / (self.height * 0.48)
        return across**2 + down**2 <= 1.08


COVER = Ground()
FIELD = Ground(height=430, apart=74, hole=False)
BADGE = Ground(width=420, height=420, apart=62, lead=(0.5, 0.5), radius=30, hole=False)


@dataclass(frozen=True, slots=True)
class Net:
    """Nodes in their places. `stories` by node, none for a hub without; `lead` is the node in white, or None.

    Circles are drawn at `scale`: smaller where nodes stand closer than those of a cover usually do.
    """

    points: tuple[Point, ...]
    edges: tuple[tuple[int, int], ...]
    stories: tuple[int, ...]
    lead: int | None
    scale: float


@lru_cache(maxsize=256)
def network(view: NetworkView, ground: Ground = COVER) -> Markup:
    """The network as a drawing, its lead node apart. Elements of one class are drawn as one, so that it stays small."""
    net = lay_out(view, ground)
    others = [i for i in range(len(net.points)) if i != net.lead]
    inner = _edges(net) + _satellites(net, others) + _nodes(net, others)
    if net.lead is not None:
        at = net.points[net.lead]
        inner += _lead_satellites(net, net.lead, ground.radius + 24) + _circles("hot", [(at, ground.radius)])
    return frame(inner, ground.width, ground.height, "net", ' preserveAspectRatio="xMidYMin slice"')


def lay_out(view: NetworkView, ground: Ground = COVER) -> Net:
    """Places and neighbours, the same for the same view."""
    hubs = dict(view.hubs)
    count = min(MOST_NODES, max(view.total, len(hubs)))
    points, apart = _scatter(view.seed, count, ground, led=view.lead in hubs)
    lead = 0 if view.lead in hubs and points else None
    places = [i for i in range(count) if i != lead]
    seeded(view.seed + " order").shuffle(places)
    stories = [0] * count
    for name, i in zip((n for n in hubs if n != view.lead or lead is None), places, strict=False):
        stories[i] = hubs[name]
    if lead is not None:
        stories[lead] = hubs[view.lead]
    edges = ((i, j) for i, j in _gabriel(points, apart * 2.5) if _is_clear(points[i], points[j], ground))
    return Net(points, tuple(edges), tuple(stories), lead, min(1.0, apart / ground.apart))


def _is_clear(a: Point, b: Point, ground: Ground) -> bool:
    """True for an edge that crosses no title or year."""
    steps = (n / _STEPS for n in range(1, _STEPS))
    return all(ground.holds(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in steps)


def _scatter(seed: str, count: int, ground: Ground, led: bool) -> tuple[tuple[Point, ...], float]:
    """Points that keep their distance (which shrinks until all have room), and that distance.

    With a lead, the first point is its own: near its place, and all others clear of its circle and its satellites.
    """
    dice, tries = seeded(seed), 0
    first = (ground.width * ground.lead[0], ground.height * ground.lead[1])
    points = [(first[0] + dice.uniform(-_STRAY, _STRAY), first[1] + dice.uniform(-_STRAY, _STRAY))] if led else []
    apart = ground.apart * math.sqrt(_NODES_IN_MIND / max(count, _NODES_IN_MIND / 2))
    clear = ground.radius + _REACH + _REACH if led else 0.0
    while len(points) < count:
        tries += 1
        apart *= 0.97 if tries % 200 == 0 else 1
        spot = (dice.uniform(34, ground.width - 34), dice.uniform(34, ground.height - 34))
        near = count > _FEW or math.dist(spot, first) < apart * 1.35 * math.sqrt(count)
        if near and ground.holds(*spot) and _has_room(spot, points, apart, clear):
            points.append(spot)
    return tuple(points), apart


def _has_room(spot: Point, points: list[Point], apart: float, clear: float) -> bool:
    """True at a distance from all points, and clear of the first."""
    return all(math.dist(spot, point) > apart for point in points) and not (
        points and math.dist(spot, points[0]) <= clear
    )


def _gabriel(points: tuple[Point, ...], longest: float) -> Iterator[tuple[int, int]]:
    """Pairs with no third point inside the circle between them: the Gabriel graph, without its longest edges."""
    for i, a in enumerate(points):
        for j in range(i + 1, len(points)):
            b = points[j]
            apart = math.dist(a, b)
            middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
            if apart < longest and all(k in (i, j) or math.dist(c, middle) > apart / 2 for k, c in enumerate(points)):
                yield i, j


def _edges(net: Net) -> str:
    hot = [e for e in net.edges if net.lead in e]
    cold = [e for e in net.edges if net.lead not in e]
    return _lines("edge", net, cold) + _lines("hotedge", net, hot)


def _lines(css: str, net: Net, edges: list[tuple[int, int]]) -> str:
    return _path(css, "".join(map(_line, _trails(net, edges))))


def _path(css: str, drawn: str, extra: str = "") -> str:
    """Strokes, and nothing of what they go round: a trail of edges would be filled otherwise."""
    return f'<path class="{css}" fill="none"{extra} d="{drawn}"/>' if drawn else ""


def _line(points: list[Point]) -> str:
    first, *others = (f"{x:.0f} {y:.0f}" for x, y in points)
    return f"M{first}L{' '.join(others)}"


def _trails(net: Net, edges: list[tuple[int, int]]) -> Iterator[list[Point]]:
    """Every edge once, in as few strokes as are easily found: half as long as a stroke for each."""
    ways: dict[int, list[int]] = {}
    for i, j in edges:
        ways.setdefault(i, []).append(j)
        ways.setdefault(j, []).append(i)
    for start in ways:
        while ways[start]:
            trail = [start]
            while ways[trail[-1]]:
                here, there = trail[-1], ways[trail[-1]].pop()
                ways[there].remove(here)
                trail.append(there)
            yield [net.points[i] for i in trail]


def _satellites(net: Net, nodes: list[int]) -> str:
    """All spokes as one path and all dots as another: a dot is a line of no length with round ends."""
    ends = [(net.points[i], end) for i in nodes for end in _ends(net, i, 27 * net.scale)]
    dots = "".join(f"M{x:.0f} {y:.0f}h0" for _, (x, y) in ends)
    wide = f' stroke-width="{number(10 * net.scale)}" stroke-linecap="round"'
    return _path("spoke", "".join(_line([*each]) for each in ends)) + _path("st", dots, wide)


def _lead_satellites(net: Net, lead: int, length: float) -> str:
    ends = _ends(net, lead, length)
    spokes = _path("spoke", "".join(_line([net.points[lead], end]) for end in ends))
    return spokes + _circles("hotst", [(end, 9) for end in ends])


def _ends(net: Net, node: int, length: float) -> list[Point]:
    """Where the spokes of a node end."""
    x, y = net.points[node]
    return [(x + length * math.cos(t), y + length * math.sin(t)) for t in free_turns(net, node)]


def free_turns(net: Net, node: int) -> tuple[float, ...]:
    """A direction for each of a node's stories, six at most: away from its edges and from one another."""
    here = net.points[node]
    others = [net.points[j if i == node else i] for i, j in net.edges if node in (i, j)]
    used = [math.atan2(b - here[1], a - here[0]) for a, b in others]
    every = (math.radians(degrees) for degrees in range(0, 360, 15))
    turns = sorted(every, key=lambda t: -min((_gap(t, u) for u in used), default=9))
    picked: list[float] = []
    for turn in turns:
        if len(picked) < min(net.stories[node], _MOST_SATELLITES) and all(_gap(turn, p) > 0.7 for p in picked):
            picked.append(turn)
    return tuple(picked)


def _gap(a: float, b: float) -> float:
    return abs(math.atan2(math.sin(a - b), math.cos(a - b)))


def _nodes(net: Net, nodes: list[int]) -> str:
    solid = [(net.points[i], (6 + 3 * min(net.stories[i], 5)) * net.scale) for i in nodes if net.stories[i]]
    hollow = [(net.points[i], 6 * net.scale) for i in nodes if not net.stories[i]]
    return _circles("hub0", hollow) + _circles("hub1", solid)


def _circles(css: str, circles: list[tuple[Point, float]]) -> str:
    drawn = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{number(radius)}"/>' for (x, y), radius in circles)
    return f'<g class="{css}">{drawn}</g>' if drawn else ""
