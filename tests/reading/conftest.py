from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.folders import write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site folder that holds its settings and nothing else."""
    write(tmp_path, "content/site.yaml", "title: A\n")
    return tmp_path
