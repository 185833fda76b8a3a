from __future__ import annotations

import pytest

from sitegen.writing.errors import EnvironmentProblem
from tests import chromium, firefox


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    """A machine with no program on its path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(firefox, "_PLACES", (str(tmp_path / "Firefox"),))
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "CI"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def program(path) -> None:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)


@pytest.mark.parametrize("name", ["firefox-esr", "firefox"])
def test_a_firefox_on_the_path_is_found(bare_machine, name):
    program(bare_machine / name)
    assert firefox.find() == bare_machine / name
    assert firefox.see_to_it() == ""


def test_a_firefox_in_its_usual_place_is_found(bare_machine):
    program(bare_machine / "Firefox")
    assert firefox.find() == bare_machine / "Firefox"


def test_a_missing_firefox_is_said_in_one_line(bare_machine):
    assert firefox.see_to_it() == "No Firefox was found: install it to run the tests in Firefox."


def test_a_missing_firefox_is_a_failure_where_every_change_is_checked(bare_machine, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(EnvironmentProblem, match="No Firefox was found"):
        firefox.see_to_it()


def test_firefox_is_installed_where_that_may_be_done_unasked(bare_machine, monkeypatch):
    monkeypatch.setattr(chromium, "may_install", lambda: True)
    monkeypatch.setattr(chromium, "install", lambda package: program(bare_machine / package))
    assert firefox.see_to_it() == ""
    assert firefox.find() == bare_machine / "firefox-esr"
