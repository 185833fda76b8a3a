"""In these tests a file counts as left alone after a few milliseconds, so that the short ways are taken at once."""

from __future__ import annotations

import pytest

from sitegen import snapshot
from tests.incremental.bench import SETTLED


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_FRESH", SETTLED)
