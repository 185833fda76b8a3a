"""The readiness board in a browser: on a phone and a desk, by day and by night."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.commands import main
from tests.browser.test_axe import findings
from tests.browser.test_widths import faults
from tests.readiness.boards import full
from tests.sites import ROOT
from tests.whole import Whole

pytestmark = pytest.mark.browser

YEAR = "content/2022-23"


@pytest.fixture(scope="module")
def board(shipped: Whole, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the board of the repository's own content is, of which some was changed."""
    site = tmp_path_factory.mktemp("ready") / "site"
    shutil.copytree(ROOT / "content", site / "content")
    changed = site / YEAR / "01-primary/03-goldfinch.md"
    changed.write_text(changed.read_text("utf-8").replace("40% Pupil Premium", "43% Pupil Premium"), "utf-8")
    stories = {
        "04-new.md": full("W" * 60, "> Words.\n\n" + "Donaudampfschifffahrt" * 6, hub="GLOW", without=("size",)),
        "05-broken.md": "# No fields\n", "06-hub.md": full("A hub that is not there", hub="Glou"),
        "07-draft.md": full("A draft", hub="GLOW", draft="yes", owner="Anna Shah, Communications"),
    }  # fmt: skip
    for name, text in stories.items():
        (site / YEAR / "01-primary" / name).write_text(text, "utf-8")
    (site / YEAR / "07-leadership/03-project-manager.md").unlink()
    main(["check", "--ready", "--site", str(site), "--since", str(shipped.folder), "--today", "2024-01-15"])
    return Path(site / ".sitegen/ready/index.html").as_uri()


@pytest.fixture(scope="module")
def sound(shipped: Whole, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the board of a site is that can go out, and of which nothing has changed."""
    site = tmp_path_factory.mktemp("sound") / "site"
    shutil.copytree(ROOT / "content", site / "content")
    assert main(["check", "--ready", "--site", str(site), "--since", str(shipped.folder), "--today", "2024-01-15"]) == 0
    return Path(site / ".sitegen/ready/index.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_on_it(blank, board, sound, width, scheme):
    assert findings(blank(width, scheme, bypass_csp=True), [board, sound]) == {}


def test_it_does_not_scroll_sideways_and_loses_no_words(blank, board):
    assert faults(blank(), board) == {}


def test_every_part_of_it_is_there(blank, board):
    page = blank()
    page.goto(board)
    assert page.locator("h2").all_inner_texts() == ["Story by story", "Hub by hub", "Since the last release", "To sign"]
    assert "43%" in page.locator("ins").all_inner_texts()
    assert "40%" in page.locator("del").all_inner_texts()
    fonts = "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('\"', ''))"
    assert {"Literata", "Familjen Grotesk"} <= set(page.evaluate(fonts))
