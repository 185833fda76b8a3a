"""`guide` writes the authors' guide beside the editions, and over nothing that somebody else has written."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from sitegen.commands import main
from tests.sites import ROOT, folder

KIND = {"content/kinds/visit.yaml": "name: Visit\nplural: Visits\nhelp: A day at a school.\ncard: [school]\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return folder(tmp_path, KIND)


def test_it_is_written_and_said_where(site, capsys):
    assert main(["guide", "--site", str(site)]) == 0
    assert capsys.readouterr().out == f"Wrote the authors' guide: {site}/content/README.md\n"
    text = (site / "content/README.md").read_text("utf-8")
    assert "A day at a school." in text
    assert "\r" not in text
    assert [f.name for f in (site / "content").iterdir() if f.name.startswith(".")] == []


def test_it_is_written_over_one_of_its_own(site):
    file = site / "content/README.md"
    file.write_bytes((ROOT / "content/README.md").read_bytes())
    assert main(["guide", "--site", str(site)]) == 0
    assert "A day at a school." in file.read_text("utf-8")


@pytest.mark.parametrize("text", ["Our own notes.\n", "", "# Authors’ guide\n"])
def test_a_file_of_somebody_elses_stays_as_it_is(site, capsys, text):
    file = site / "content/README.md"
    file.write_text(text)
    assert main(["guide", "--site", str(site)]) == 2
    assert file.read_text() == text
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "was not written by sitegen, so it stays as it is" in said


def test_a_folder_in_its_place_stays_too(site, capsys):
    (site / "content/README.md").mkdir()
    assert main(["guide", "--site", str(site)]) == 2
    assert "was not written by sitegen" in capsys.readouterr().err


def test_a_disk_that_fails_leaves_nothing_half_written(site, capsys, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = sorted(site.rglob("*"))
    monkeypatch.setattr(Path, "replace", full)
    assert main(["guide", "--site", str(site)]) == 2
    assert "no room left on the disk" in capsys.readouterr().err
    assert sorted(site.rglob("*")) == before


def test_a_link_is_not_written_through(site, tmp_path_factory, capsys):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "notes.md"
    elsewhere.write_bytes((ROOT / "content/README.md").read_bytes())
    (site / "content/README.md").symlink_to(elsewhere)
    assert main(["guide", "--site", str(site)]) == 2
    assert "A day at a school." not in elsewhere.read_text("utf-8")


def test_a_build_after_it_is_the_same_site(site):
    (site / "content/2022-23/oak.md").write_text("---\nkind: news-item\ntitle: Oak\n---\nText.\n")
    assert main(["build", "--site", str(site)]) == 0
    before = {p: p.read_bytes() for p in (site / "output").rglob("*") if p.is_file()}
    assert main(["guide", "--site", str(site)]) == 0
    assert main(["build", "--site", str(site)]) == 0
    assert {p: p.read_bytes() for p in (site / "output").rglob("*") if p.is_file()} == before
