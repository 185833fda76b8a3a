"""Faults are made with signals, forks and accounts, which Windows does not have."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.faults.forks import Forks
from tests.faults.ways import Ways, rehearsed

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []


@pytest.fixture(scope="package")
def forks() -> Iterator[Forks]:
    """A process that has loaded sitegen once, and runs each command in a fork of itself."""
    with Forks() as running:
        yield running


@pytest.fixture(scope="package")
def ways(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Ways:
    """What a build does, step by step."""
    return rehearsed(forks, tmp_path_factory.mktemp("ways"))
