from __future__ import annotations

import math
import time
from itertools import pairwise

import pytest

from sitegen.pages.views import NetworkView
from sitegen.rendering.drawings.network import BADGE, COVER, FIELD, lay_out, network
from tests.rendering.shapes import circles, dots, svg


def view(told: int = 22, total: int = 40, lead: str = "Hub 0", seed: str = "2022-23") -> NetworkView:
    return NetworkView(tuple((f"Hub {i}", 1 + i % 3) for i in range(told)), lead, seed, total)


def test_there_is_a_node_for_each_hub_and_solid_ones_have_stories():
    drawing = network(view())
    assert len(circles(drawing, "hub0")) == 18
    assert len(circles(drawing, "hub1")) == 21
    assert len(circles(drawing, "hot")) == 1


def test_there_is_a_satellite_for_each_story():
    drawing = network(view())
    assert len(circles(drawing, "hotst")) == 1
    assert len(dots(drawing, "st")) == sum(1 + i % 3 for i in range(1, 22))


def test_the_network_is_the_same_in_every_build_and_another_in_another_edition():
    assert lay_out(view()) == lay_out(view())
    assert lay_out(view()).points != lay_out(view(seed="2023-24")).points


def test_no_node_stands_on_the_title_or_the_year():
    assert all(COVER.holds(x, y) for x, y in lay_out(view()).points)
    assert not COVER.holds(100, 700)
    assert not COVER.holds(50, 50)


def test_edges_are_those_of_the_gabriel_graph():
    net = lay_out(view())
    for i, j in net.edges:
        a, b = net.points[i], net.points[j]
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        others = [p for k, p in enumerate(net.points) if k not in (i, j)]
        assert all(math.dist(p, middle) > math.dist(a, b) / 2 for p in others)


def test_the_lead_hub_stands_at_its_place_and_nothing_else_stands_near_it():
    for seed in ("2022-23", "2030-31", "a"):
        net = lay_out(view(40, seed=seed))
        assert net.lead == 0
        assert math.dist(net.points[0], (COVER.width * COVER.lead[0], COVER.height * COVER.lead[1])) < 24
        assert min(math.dist(net.points[0], p) for p in net.points[1:]) > COVER.radius + 2 * 33
        assert net.stories[0] == 1


@pytest.mark.parametrize(("told", "total"), [(22, 40), (40, 40), (90, 90), (7, 12)])
def test_no_circle_lies_on_another(told, total):
    many = NetworkView(tuple((f"Hub {i}", 1 + i % 9) for i in range(told)), "Hub 0", "many", total)
    found = [c for name in ("hub0", "hub1", "hot", "hotst") for c in circles(network(many), name)]
    found += dots(network(many), "st")
    for i, (x, y, radius) in enumerate(found):
        for a, b, other in found[i + 1 :]:
            assert math.dist((x, y), (a, b)) > radius + other - 5


@pytest.mark.parametrize(("told", "total"), [(0, 0), (1, 1), (2, 2), (3, 90), (60, 40), (200, 5000)])
def test_networks_of_any_size_are_drawn_soon_and_stay_small(told, total):
    start = time.perf_counter()
    drawing = network(view(told, total))
    assert time.perf_counter() - start < 3
    assert len(drawing) < 25_000
    assert svg(drawing).get("aria-hidden") == "true"


@pytest.mark.parametrize("ground", [COVER, FIELD])
def test_many_stories_a_hub_make_no_large_drawing(ground):
    many = NetworkView(tuple((f"Hub {i}", 9) for i in range(90)), "Hub 0", "many", 90)
    assert len(dots(network(many, ground), "st")) > 500
    assert len(network(many, ground)) < 25_000


def test_a_hub_among_ninety_others_is_a_small_drawing():
    assert len(network(NetworkView((("angles", 9),), "angles", "angles", 90), BADGE)) < 6_000


def test_every_edge_is_drawn_once():
    net = lay_out(view())
    drawn = [
        frozenset(pair)
        for path in svg(network(view())).iter("path")
        if path.get("class") in ("edge", "hotedge")
        for stroke in path.get("d", "").split("M")[1:]
        for pair in pairwise(zip(*[iter(stroke.replace("L", " ").split())] * 2, strict=True))
    ]
    written = [(f"{x:.0f}", f"{y:.0f}") for x, y in net.points]
    assert len(drawn) == len(net.edges)
    assert set(drawn) == {frozenset((written[i], written[j])) for i, j in net.edges}


def test_what_edges_go_round_is_not_filled():
    assert {path.get("fill") for path in svg(network(view())).iter("path")} == {"none"}


def test_without_a_lead_hub_no_node_is_white():
    assert circles(network(view(lead="")), "hot") == []


def test_a_hub_among_others_has_its_satellites_on_its_own_page():
    drawing = network(NetworkView((("angles", 3),), "angles", "angles", 14), BADGE)
    assert len(circles(drawing, "hotst")) == 3
    assert len(circles(drawing, "hub0")) == 13
