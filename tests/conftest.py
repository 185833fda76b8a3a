"""What every test relies on: which tests are run, and the browser."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

import pytest

from tests import chromium, firefox
from tests.sites import ROOT, folder, story
from tests.whole import Whole, write

gc.set_threshold(100_000, 50, 1_000)  # whole sites are made over and over: the commands do not collect at all
os.environ.pop("SITEGEN_TRY", None)  # of the start of these tests; a test that starts sitegen counts anew

ON_THE_WEB = "https://stories.example.org/years/report/"
"""Where sites of tests are published: not at the root of a server, where mistakes would not be seen."""

collect_ignore = ["writing/test_write_on_posix.py"] if sys.platform == "win32" else []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="scale, long fuzzing and every kill point as well")
    parser.addoption(
        "--update-expected", action="store_true", help="write the reports of tests/broken and tests/posts anew"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--full"):
        os.environ.setdefault("SITEGEN_FUZZ", "20")  # read by tests/fuzz/budget.py


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what was not asked for, and what cannot run for want of a browser (never under CI)."""
    left_out = set() if config.getoption("--full") else {"full"}
    if os.environ.get("CI") != "true":
        browsers = {"browser": chromium, "firefox": firefox}
        left_out |= {name for name, program in browsers.items() if program.find() is None}
    dropped = [item for item in items if not left_out.isdisjoint(mark.name for mark in item.iter_markers())]
    config.hook.pytest_deselected(items=dropped)
    items[:] = [item for item in items if left_out.isdisjoint(mark.name for mark in item.iter_markers())]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what tests have measured, wherever they ran."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for _, said in (each for each in report.user_properties if each[0] == "measured" and report.when == "call"):
            terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {said}")


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """An installed Chrome, Edge or Chromium, driven by playwright, that asks the network for nothing of its own."""
    from playwright.sync_api import sync_playwright

    quiet = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", *quiet])
        yield program
        program.close()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The repository's own content, built into a folder whose name holds a space."""
    return write(ROOT, tmp_path_factory.mktemp("built") / "the site")


@pytest.fixture(scope="session")
def extremes(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The invented site that stretches every page."""
    return write(ROOT / "tests" / "extremes", tmp_path_factory.mktemp("extremes") / "site")


@pytest.fixture(scope="session")
def shipped_on_the_web(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The repository's own content as it is published below a folder of a server."""
    return write(ROOT, tmp_path_factory.mktemp("web") / "report", base_url=ON_THE_WEB)


@pytest.fixture(scope="session")
def extremes_on_the_web(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The invented site in the same way."""
    return write(ROOT / "tests" / "extremes", tmp_path_factory.mktemp("web") / "extremes", base_url=ON_THE_WEB)


@pytest.fixture(scope="session")
def guided(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The least of a site, with the authors' guide."""
    site = folder(tmp_path_factory.mktemp("guided"), {"content/2022-23/story.md": story()})
    return write(site, site / "output", docs=True)
