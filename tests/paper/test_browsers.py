"""Which browser is found, and how one is run: stand-ins for browsers, which every system can start."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from sitegen.paper.browsers import find_browser
from sitegen.paper.running import print_page
from sitegen.writing.errors import EnvironmentProblem

posix = pytest.mark.skipif(sys.platform == "win32", reason="stand-ins are scripts of a shell")


def program(path: Path, script: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@posix
def test_one_on_the_path_is_found_chrome_before_the_others(tmp_path: Path) -> None:
    edge = program(tmp_path / "microsoft-edge")
    assert find_browser({"PATH": str(tmp_path)}) == edge
    chrome = program(tmp_path / "google-chrome")
    assert find_browser({"PATH": str(tmp_path)}) == chrome


@posix
@pytest.mark.parametrize(
    ("variable", "place"),
    [
        ("HOME", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("HOME", "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
        ("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
        ("PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
        ("LOCALAPPDATA", "Chromium/Application/chrome.exe"),
    ],
)
def test_one_in_its_usual_place_is_found_on_macos_and_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, place: str
) -> None:
    monkeypatch.setattr("sitegen.paper.browsers._PLACES", ())
    found = program(tmp_path / place)
    assert find_browser({"PATH": "", variable: str(tmp_path)}) == found
    assert find_browser({"PATH": ""}) is None


@posix
def test_the_one_that_was_chosen_comes_first_and_must_be_there(tmp_path: Path) -> None:
    program(tmp_path / "google-chrome")
    mine = program(tmp_path / "of mine" / "browser")
    assert find_browser({"PATH": str(tmp_path), "SITEGEN_BROWSER": str(mine)}) == mine
    assert find_browser({"PATH": str(tmp_path), "CHROME": "google-chrome"}) == tmp_path / "google-chrome"
    with pytest.raises(EnvironmentProblem, match='CHROME says "chrmoe", and there is no such program'):
        find_browser({"PATH": str(tmp_path), "CHROME": "chrmoe"})


def test_one_of_another_sort_is_refused_before_it_waits_for_somebody(tmp_path: Path) -> None:
    program(tmp_path / "firefox-esr")
    with pytest.raises(EnvironmentProblem, match='CHROME says "firefox-esr", which makes no PDF'):
        find_browser({"PATH": str(tmp_path), "CHROME": "firefox-esr"})


def printing(tmp_path: Path, script: str, limit: float = 20) -> bytes:
    browser = program(tmp_path / "browser", script)
    page = tmp_path / "index.html"
    page.write_text("")
    return print_page(browser, page, tmp_path / "made.pdf", tmp_path / "profile", limit=limit)


@posix
def test_it_is_run_without_the_network_in_a_profile_of_its_own(tmp_path: Path) -> None:
    wanted = f'printf "%%PDF-1.4 $*\\n%%%%EOF\\n" > "{tmp_path}/made.pdf"'
    said = printing(tmp_path, wanted).decode()
    assert f"--user-data-dir={tmp_path / 'profile'}" in said
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in said
    assert "--proxy-server=http://127.0.0.1:9" in said
    assert "--generate-pdf-document-outline" in said
    assert (tmp_path / "index.html").as_uri() in said
    assert ("--no-sandbox" in said) == (sys.platform == "linux" and os.geteuid() == 0)


@posix
def test_one_that_makes_no_pdf_says_why_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"made no PDF: no room\.$"):
        printing(tmp_path, "echo much; echo no room; exit 3")
    (tmp_path / "made.pdf").write_bytes(b"%PDF-1.4 of before\n%%EOF\n")
    with pytest.raises(EnvironmentProblem, match=r"made no PDF: it may be no Chrome, Edge or Chromium\.$"):
        printing(tmp_path, "exit 0")
    with pytest.raises(EnvironmentProblem, match="made no PDF"):
        printing(tmp_path, f'echo "%PDF-1.4 half" > "{tmp_path}/made.pdf"')


@posix
def test_one_that_takes_too_long_is_ended_with_all_it_has_started(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    with pytest.raises(EnvironmentProblem, match="had not made the PDF after 1 minute, and was ended"):
        printing(tmp_path, f'(while true; do echo x >> "{alive}"; sleep 0.05; done) & wait', limit=0.5)
    before = alive.stat().st_size
    time.sleep(0.3)
    assert before > 0
    assert alive.stat().st_size == before
