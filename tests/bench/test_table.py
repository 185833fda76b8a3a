"""The arithmetic and the table of the benchmark."""

from __future__ import annotations

import json
import sys

import pytest

from sitegen.writing.errors import EnvironmentProblem
from tests.bench import measures, table
from tests.bench.goals import GOALS, Goal, Row
from tests.bench.measures import Bench, compared, in_turn, measured
from tests.bench.peers import Peers, found
from tests.bench.timing import Run, Spread, growth, ratios, spread, timed


def test_each_run_is_compared_with_the_one_beside_it():
    assert ratios([2.0, 30.0, 8.0], [4.0, 10.0, 8.0]) == Spread(0.5, 1.0, 3.0)
    assert spread([5.0]) == Spread(5.0, 5.0, 5.0)


def test_growth_is_that_of_what_the_stories_take():
    start = 3.0
    assert growth(start + 5000, start + 1000, start + 100) == pytest.approx(4900 / 900)


def test_steps_are_run_in_turn():
    order: list[str] = []
    steps = {name: lambda number, name=name: [order.append(f"{name}{number}"), Run(1.0)][1] for name in "ab"}
    assert in_turn(2, steps) == {"a": [Run(1.0)] * 2, "b": [Run(1.0)] * 2}
    assert order == ["a0", "b0", "a1", "b1"]


@pytest.mark.parametrize(
    ("median", "verdict"), [(0.25, "reaches the aim"), (0.3, "meets the must"), (0.36, "misses the must")]
)
def test_a_figure_is_held_to_its_limits(median, verdict):
    assert Row(GOALS["cold-pelican"], spread([median])).verdict == verdict


def test_what_has_no_aim_can_meet_its_must_and_what_has_no_must_has_no_verdict():
    assert Row(GOALS["serve"], spread([0.01])).verdict == "meets the must"
    assert Row(GOALS["memory"], spread([0.01])).verdict == ""


def test_the_table_has_limits_figures_and_medians_beside_each_other():
    runs = {"sitegen": [Run(20.0, 30.0), Run(24.0, 36.0)], "Hugo": [Run(10.0, 15.0), Run(8.0, 12.0)]}
    alone = Row(Goal("alone", "without a peer", 1), None, None, {"sitegen": [Run(0.5)]})
    rows = [compared("cold-hugo", runs, "Hugo"), alone]
    assert table.as_markdown(rows) == (
        "| row | must | aim | figure | by CPU | medians | verdict |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| cold build against Hugo | ≤ 3 × | ≤ 1.5 × | 2.50 × (2.00–3.00) | 2.50 × | sitegen 22.0 s; Hugo 9.00 s "
        "| meets the must |\n"
        "| without a peer | ≤ 1 × |  | – |  | sitegen 0.500 s | not compared |\n"
    )
    lines = table.as_text(rows).splitlines()
    columns = ("verdict", "meets", "not compared")
    assert len({line.index(cell) for line, cell in zip(lines, columns, strict=True)}) == 1


def test_memory_is_compared_and_told_in_mb():
    runs = {"sitegen": [Run(1.0, 1.0, 90.0)], "Hugo": [Run(1.0, 1.0, 180.0)]}
    assert "| 0.500 × |  | sitegen 90 MB; Hugo 180 MB |" in table.as_markdown([compared("memory", runs, "Hugo")])


def test_json_holds_every_run():
    rows = [compared("unchanged", {"sitegen": [Run(0.1)], "Hugo": [Run(5.0, 8.0, 500.0)]}, "Hugo")]
    told = json.loads(table.as_json(rows, ["a machine"]))
    assert told["about"] == ["a machine"]
    (row,) = told["rows"]
    assert (row["goal"], row["must"], row["verdict"]) == ("unchanged", 0.05, "reaches the aim")
    assert row["runs"]["Hugo"] == [{"wall": 5.0, "cpu": 8.0, "peak": 500.0}]


def test_rows_stand_in_the_order_of_the_goals():
    rows = [Row(goal, None) for goal in reversed(GOALS.values())]
    assert [row.goal for row in table.in_order(rows)] == list(GOALS.values())


def test_a_process_is_timed_and_one_that_fails_has_no_time(tmp_path):
    run = timed((sys.executable, "-c", "sum(range(10**6))"), tmp_path)
    assert run.wall > 0
    assert run.cpu > 0
    assert run.peak > 1
    with pytest.raises(EnvironmentProblem, match="ended with 3: no room"):
        timed((sys.executable, "-c", "import sys; sys.exit(print('begun\\nno room') or 3)"), tmp_path)


def test_a_peer_is_the_one_that_is_named_else_the_installed_one(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    named, inside = tmp_path / "my-hugo", tmp_path / "lib/python3.14/site-packages/hugo/binaries/hugo"
    inside.parent.mkdir(parents=True)
    for program in (named, inside):
        program.write_text("")
    assert found(named, None, tmp_path) == Peers(named, None)
    assert found(None, None, tmp_path) == Peers(inside, None)
    assert found(None, None, None) == Peers()
    with pytest.raises(EnvironmentProblem, match="no program"):
        found(tmp_path / "none", None, None)


def test_without_a_peer_ours_is_measured_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(measures, "_HELPS", 1)
    bench = Bench(tmp_path, rows=frozenset({"help"}))
    assert bench.hugo(8) is None
    assert bench.pelican(8) is None
    (row,) = measured(bench)
    assert (row.goal.name, list(row.runs)) == ("help", ["sitegen", "Python alone"])
