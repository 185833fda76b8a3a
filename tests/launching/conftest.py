from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.launching.projects import make_project, start


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """A project that has been started once; not to be changed."""
    project = make_project(tmp_path_factory.mktemp("made"))
    assert start(project).returncode == 0
    return project


@pytest.fixture
def project(made, tmp_path) -> Path:
    """A copy of it, to be broken."""
    shutil.copytree(made.parent, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy" / made.name
