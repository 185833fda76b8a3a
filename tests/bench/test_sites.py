"""Sites of the benchmark."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.sites import EARLIER, Site, clear


def test_a_cold_build_finds_nothing_of_earlier_ones_which_are_deleted_at_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    code = "import pathlib; p = pathlib.Path('made'); p.mkdir(); (p / 'page').write_text('x')"
    site = Site("one", folder, (sys.executable, "-c", code), ("made", "cache"), "source", "made/page")
    folder.mkdir()
    for _ in range(3):
        site.build_cold()
    assert len([*(tmp_path / EARLIER).glob("*/made/page")]) == 2
    clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
