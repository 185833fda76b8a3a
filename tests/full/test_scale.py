"""Thousands of stories: the work of a build grows as the stories do, and no faster."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.full import generated
from tests.sites import ROOT

pytestmark = pytest.mark.full

MEASURED = """
import json, sys, time
from sitegen import commands

status = commands.main(["build", "--site", sys.argv[1], "--today", "2024-01-15"])
peak = 0
if sys.platform != "win32":
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps({"status": status, "seconds": time.process_time(), "bytes": peak}))
"""

SPARE = 1.25
"""How much more than in proportion the work may grow."""


def measured(site: Path) -> dict[str, float]:
    """A build in a process of its own: its exit status, its seconds of work and its peak of memory in bytes."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    argv = [sys.executable, "-c", MEASURED, str(site)]
    done = subprocess.run(argv, env=env, capture_output=True, text=True, check=True, timeout=900)
    assert done.stderr == ""
    return json.loads(done.stdout.splitlines()[-1])


def test_ten_times_the_stories_are_ten_times_the_work(tmp_path, record_property):
    sites = {number: generated.site(tmp_path / str(number), number) for number in (300, 1_000, 3_000)}
    found = {number: measured(site) for number, site in sites.items()}
    for number, cost in found.items():
        said = f"{number:,} stories: {cost['seconds']:.1f} s of work, at most {cost['bytes'] / 1e6:,.0f} MB"
        record_property("measured", said)
    assert {cost["status"] for cost in found.values()} == {0}
    for number in (1_000, 3_000):
        assert found[number]["seconds"] <= SPARE * number / 300 * found[300]["seconds"]
        assert found[number]["bytes"] <= SPARE * number / 300 * found[300]["bytes"]
    assert len(list((tmp_path / "3000/output/2023-24").glob("*/*/index.html"))) >= 300
