from __future__ import annotations

import pytest

from sitegen.writing.errors import EnvironmentProblem
from tests import chromium


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    """A machine with no program on its path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "_PLACES", (str(tmp_path / "Google Chrome"),))
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA", "CI"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def program(path) -> None:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_a_browser_on_the_path_is_found(bare_machine, name):
    program(bare_machine / name)
    assert chromium.find() == bare_machine / name
    assert chromium.see_to_it() == ""


def test_a_browser_in_its_usual_place_is_found(bare_machine):
    program(bare_machine / "Google Chrome")
    assert chromium.find() == bare_machine / "Google Chrome"


def test_a_missing_browser_is_said_in_one_line(bare_machine):
    assert chromium.find() is None
    assert chromium.see_to_it() == "No Chrome, Edge or Chromium was found: install one to run the tests in a browser."


def test_a_missing_browser_is_a_failure_where_every_change_is_checked(bare_machine, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(EnvironmentProblem, match="No Chrome, Edge or Chromium was found"):
        chromium.see_to_it()
