"""What a build does to the tiny site, step by step, and both sites that may stand in the end."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tests.faults.forks import Forks
from tests.faults.tiny import GONE, NEW, OLD, ONLY_NEW, copy, everything, leftovers, put

QUICK, ALL = 10, 200


@dataclass(frozen=True, slots=True)
class Ways:
    """A site as it was built before and is to be built now; both results; what a build does, step by step."""

    before: Path
    old: dict[str, bytes]
    new: dict[str, bytes]
    steps: tuple[str, ...]
    seconds: float


def rehearsed(forks: Forks, folder: Path) -> Ways:
    """A build of the site as it becomes, watched, after one of the site as it was."""
    before = put(folder / "site", OLD)
    assert forks.run("build", before).status == 0
    put(before, NEW)
    rehearsal = copy(before, before.with_name("rehearsal"))
    done = forks.run("build", rehearsal, is_told=True)
    assert done.status == 0, done.err
    old, new = everything(before / "output"), everything(rehearsal / "output")
    assert any(GONE in os.fsencode(path) for path in old.keys() - new.keys())
    assert any(ONLY_NEW in os.fsencode(path) for path in new.keys() - old.keys())
    assert any(old[path] != new[path] for path in old.keys() & new.keys())
    assert leftovers(rehearsal, GONE) == []
    return Ways(before, old, new, done.steps, done.seconds)


def spread(points: int, over: int) -> list[int]:
    """So many numbers below `over`, from its first to its last."""
    return sorted({round(i * (over - 1) / max(1, points - 1)) for i in range(points)})
