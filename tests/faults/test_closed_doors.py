"""Folders that this account may not write, files that it may not read: each is told in a line, or does not matter."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.forks import Ended, Forks
from tests.faults.tiny import EDITION, NEW, OLD, everything, put
from tests.sites import story

CLOSED, READ_ONLY = 0, 0o555


@pytest.fixture
def site(forks: Forks) -> Iterator[Path]:
    """A site that was published by the account that is refused later, where no folder above it is closed to it."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o777)
        made = put(Path(name) / "site", OLD)
        give_away(Path(name))
        assert as_nobody(forks, "build", made).status == 0
        put(made, NEW)
        give_away(Path(name))
        yield made
        for path in (made, *made.rglob("*")):
            if not path.is_symlink() and path.is_dir():
                path.chmod(0o755)


def give_away(root: Path) -> None:
    """To the account without powers, where this one has them."""
    if not os.getuid():
        for path in (root, *root.rglob("*")):
            os.chown(path, 65534, 65534)


def as_nobody(forks: Forks, command: str, site: Path, *more: str) -> Ended:
    return forks.run(command, site, *more, is_nobody=True)


def change(path: Path, folders: int, files: int) -> None:
    """What may be done with a folder and all that is in it."""
    for each in (*path.rglob("*"), path):
        each.chmod(folders if each.is_dir() else files)


def is_refused(done: Ended, why: str) -> None:
    assert (done.status, done.out) == (2, ""), done
    assert why in done.err
    assert done.err.count("\n") == 1


WHY = "this account may not do that"


@pytest.mark.parametrize("name", ["output", ".output.shadow"])
def test_an_output_that_may_not_be_written_is_told_in_a_line_and_stands(forks, site, name):
    before = everything(site / "output")
    change(site / name, READ_ONLY, 0o444)
    for command in (["build"], ["withdraw", "oak"]):
        is_refused(as_nobody(forks, command[0], site, *command[1:]), WHY)
        assert everything(site / "output") == before
    change(site / name, 0o755, 0o644)
    assert as_nobody(forks, "build", site).status == 0


def test_a_site_folder_that_may_not_be_written_is_built_where_it_may_be(forks, site):
    """A first build has nowhere to go; a shared folder of sources is checked and built elsewhere all the same."""
    before = everything(site)
    output = site.parent / "elsewhere"
    memos = [path for path in (site / ".sitegen").rglob("*") if path.is_dir()]
    for place in (site, *memos, site / ".sitegen"):
        place.chmod(READ_ONLY)
    assert as_nobody(forks, "check", site).status == 0
    done = as_nobody(forks, "build", site, "--output", str(output))
    assert done.status == 0, done.err
    assert everything(site) == before
    is_refused(as_nobody(forks, "build", site, "--output", str(site / "first")), WHY)


def test_a_folder_of_remembered_pictures_that_may_not_be_used_costs_nothing_but_time(forks, site):
    found = []
    for mode in (0o755, READ_ONLY, CLOSED):
        for name in (".sitegen/pictures", ".sitegen"):
            (site / name).chmod(mode)
        for more in ((), ("--fresh",)):
            done = as_nobody(forks, "build", site, *more)
            assert (done.status, done.err) == (0, "")
            found.append(everything(site / "output"))
        for name in (".sitegen", ".sitegen/pictures"):
            (site / name).chmod(0o755)
    assert all(each == found[0] for each in found)


@pytest.mark.full
def test_withdraw_works_though_the_remembered_pictures_may_not_be_forgotten(forks, site):
    (site / ".sitegen/pictures").chmod(READ_ONLY)
    done = as_nobody(forks, "withdraw", site, "oak")
    assert done.status == 0, done.err


@pytest.mark.full
def test_drafts_that_may_not_be_shown_in_the_site_folder_are_refused_in_a_line(forks, site):
    (site / ".sitegen").chmod(READ_ONLY)
    is_refused(as_nobody(forks, "build", site, "--drafts"), WHY)


SOURCES = ["01-oak.md", "oak.jpg", "oak.pdf"]
RARE = [*(f"{EDITION}/{name}" for name in SOURCES), "content/hubs.yaml", "content/site.yaml", "private/consents.yaml"]
RARE += ["content/2022-23", "content", "output/.sitegen-output.json"]


@pytest.mark.parametrize("name", ["private", "output", *(pytest.param(n, marks=pytest.mark.full) for n in RARE)])
def test_what_may_not_be_read_is_told_and_the_old_site_stands(forks, site, name):
    before, mode = everything(site / "output"), stat.S_IMODE((site / name).stat().st_mode)
    (site / name).chmod(CLOSED)
    done = as_nobody(forks, "build", site)
    (site / name).chmod(mode)
    assert "Traceback" not in done.err, done.err
    assert done.status in (1, 2), done
    assert done.status == 1 or done.err.count("\n") == 1
    assert everything(site / "output") == before
    assert as_nobody(forks, "build", site).status == 0


@pytest.mark.full
def test_a_story_that_may_not_be_marked_is_told_in_a_line(forks, site):
    before = (site / EDITION / "01-oak.md").read_bytes()
    (site / EDITION).chmod(READ_ONLY)
    is_refused(as_nobody(forks, "withdraw", site, "oak"), WHY)
    assert (site / EDITION / "01-oak.md").read_bytes() == before


@pytest.mark.full
def test_a_site_whose_every_file_is_read_only_is_built_again_and_again(forks, site):
    """As a version control or a copy from a disc leaves them."""
    for path in (site / "content").rglob("*.*"):
        path.chmod(0o444)
    for text in ("One.", "Two."):
        changed = site / EDITION / "02-yew.md"
        changed.unlink()
        changed.write_text(story("Yew", text), "utf-8")
        changed.chmod(0o444)
        assert as_nobody(forks, "build", site).status == 0
        assert text in (site / "output/2022-23/yew/index.html").read_text("utf-8")
