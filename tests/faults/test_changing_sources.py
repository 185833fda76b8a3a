"""Sources that change while they are read: what stands is the whole site of one moment, or a problem is told."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults.forks import Ended, Forks
from tests.faults.tiny import EDITION, GONE, NEW, case, copy, everything, leftovers, photo, put
from tests.faults.ways import Ways
from tests.sites import story

OAK, PICTURE, PLAN, HUBS = (f"{EDITION}/01-oak.md", f"{EDITION}/oak.jpg", f"{EDITION}/oak.pdf", "content/hubs.yaml")
CHANGED: Mapping[str, bytes] = {
    OAK: case("oak", body="Zzqqlater they count.").encode(),
    PICTURE: photo("red"),
    PLAN: b"%PDF-1.4 zzqqlater" + b" " * 5_000_000,
    HUBS: b"- id: glow\n  name: Zzqqlater GLOW\n  aliases: [Glow]\n",
}
FOLDER = b"/"
"""Instead of a content: a folder in the place of the file."""

BEFORE, OPENED, TURN, WRITING = "/01-oak.md", "", "/.output.shadow/lock", ".output.shadow/tree/.sitegen-output.json"
"""Before any file of the edition is read, before the file itself is read, before and after it is this build's turn."""

CASES = [
    (path, content, when)
    for path in CHANGED
    for content in (CHANGED[path], None, FOLDER)
    for when in (BEFORE, OPENED, TURN, WRITING)
]
QUICK = [CASES[i] for i in (2, 6, 14, 23, 27, 38)]


def said(content: bytes | None) -> str | None:
    return None if content is None else content.decode("latin-1")


def changing(forks: Forks, site: Path, files: Mapping[str, bytes | None], when: str, **fault: object) -> Ended:
    """A build in whose midst files of the site change."""
    told = {str(site / path): said(content) for path, content in files.items()}
    return forks.run("build", site, change={"when": when or next(iter(files)), "files": told, **fault})


def is_of_one_moment(site: Path, done: Ended, ways: Ways, forks: Forks) -> None:
    """The site of the sources before the change, or as they are now; the one before both where something was told."""
    assert "Traceback" not in done.err
    assert done.status in (0, 1, 2), done
    found = everything(site / "output")
    if done.status:
        assert found == ways.old
        assert done.status == 1 or (done.err.count("\n") == 1 and "changed while" in done.err), done.err
    elif found != ways.new:
        assert found == everything(made_of(site, forks))
    now = made_of(site, forks)
    assert forks.run("build", site).status == (0 if now.exists() else 1)
    assert everything(site / "output") == (everything(now) if now.exists() else found)
    assert not now.exists() or leftovers(site, GONE) == []


def made_of(site: Path, forks: Forks) -> Path:
    """What the sources are built to in a folder of their own; nothing where they have errors."""
    fresh = site.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    for name in ("content", "private"):
        copy(site / name, fresh / name)
    forks.run("build", fresh)
    return fresh / "output"


@pytest.mark.parametrize(("path", "content", "when"), [
    each if each in QUICK else pytest.param(*each, marks=pytest.mark.full) for each in CASES
])  # fmt: skip
def test_a_file_that_changes_while_a_site_is_built_is_read_again_or_told(forks, ways, tmp_path, path, content, when):
    site = copy(ways.before, tmp_path / "site")
    done = changing(forks, site, {path: content}, when)
    is_of_one_moment(site, done, ways, forks)


def test_two_files_that_change_together_are_never_shown_one_as_it_was_and_one_as_it_is(forks, ways, tmp_path):
    """The first was read before the change, the second after it."""
    later = {OAK: CHANGED[OAK], f"{EDITION}/04-fir.md": story("Fir", "Zzqqlater as well.").encode()}
    site = copy(ways.before, tmp_path / "site")
    done = changing(forks, site, later, "/02-yew.md")
    assert done.status == 0, done.err
    is_of_one_moment(site, done, ways, forks)
    shown = [(site / f"output/2022-23/{name}/index.html").read_text("utf-8") for name in ("oak", "fir")]
    assert ["Zzqqlater" in page for page in shown] == [True, True]


def test_a_register_of_consents_that_changes_meanwhile_is_heeded(forks, ways, tmp_path):
    site = copy(ways.before, tmp_path / "site")
    put(site, {**NEW, OAK: case("oak", image="{file: oak.jpg, alt: Them, shows: pupils, consent: C-002}")})
    register = site / "private/consents.yaml"
    register.write_text("- {id: C-002, covers: picture, scope: web}\n")
    withdrawn = b"- {id: C-002, covers: picture, scope: web, withdrawn_on: 2024-01-01}\n"
    done = changing(forks, site, {"private/consents.yaml": withdrawn}, TURN)
    assert done.status == 0, done.err
    assert "without-consent" in done.err
    assert "picture" not in (site / "output/2022-23/oak/index.html").read_text("utf-8").partition("<main")[2]


def test_a_file_that_never_stands_still_is_told_in_the_end(forks, ways, tmp_path):
    """Before every writing it is another one, and after every reading."""
    site = copy(ways.before, tmp_path / "site")
    told = {str(site / OAK): said(CHANGED[OAK])}
    restless = {"when": TURN, "files": told, "is_once": False, "grows": True}
    done = forks.run("build", site, change=restless)
    assert (done.status, done.err) == (2, f"{OAK} changed while the site was being built. Build again.\n")
    assert everything(site / "output") == ways.old


@pytest.mark.full
def test_what_was_taken_in_before_a_change_that_makes_an_error_is_not_written_half(forks, ways, tmp_path):
    for number, step in enumerate(("/02-yew.md", "/oak.jpg", "/hubs.yaml", TURN, WRITING)):
        site = copy(ways.before, tmp_path / str(number) / "site")
        done = changing(forks, site, {OAK: b"---\nkind: [\n---\n"}, step)
        is_of_one_moment(site, done, ways, forks)
