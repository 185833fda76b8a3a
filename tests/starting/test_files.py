"""What is written is whole or not there, and never in the place of something else."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sitegen.starting import files
from sitegen.starting.files import copy_tree, new_folder, write_new, write_over
from sitegen.writing.errors import EnvironmentProblem


def everything(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_is_written_with_the_folders_around_it(tmp_path):
    write_new(tmp_path / "a" / "b" / "c.md", "é\n")
    assert (tmp_path / "a/b/c.md").read_bytes() == "é\n".encode()
    assert everything(tmp_path) == ["a", "a/b", "a/b/c.md"]


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    (tmp_path / "a.md").write_text("old")
    with pytest.raises(EnvironmentProblem, match=r"There is a file .*a\.md already\. Nothing was changed"):
        write_new(tmp_path / "a.md", "new")
    assert everything(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_text() == "old"


def test_neither_is_it_on_a_disk_without_links(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(files.os, "link", refuse)
    write_new(tmp_path / "a.md", "old")
    with pytest.raises(EnvironmentProblem, match="already"):
        write_new(tmp_path / "a.md", "new")
    assert (tmp_path / "a.md").read_text() == "old"
    assert everything(tmp_path) == ["a.md"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_nothing_is_left_of_a_file_for_which_there_is_no_room(tmp_path, monkeypatch):
    monkeypatch.setattr(files.Path, "open", lambda *_, **__: open("/dev/full", "w", encoding="utf-8"))  # noqa: SIM115
    with pytest.raises(EnvironmentProblem, match="no room left on the disk"):
        write_new(tmp_path / "a" / "b" / "c.md", "text")
    assert everything(tmp_path) == []


def test_a_folder_that_held_something_else_stays_where_writing_fails(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "other.md").write_text("other")
    monkeypatch.setattr(files.os, "link", full)
    monkeypatch.setattr(files.Path, "rename", full)
    with pytest.raises(EnvironmentProblem, match="no room left"):
        write_new(tmp_path / "a" / "b" / "c.md", "text")
    assert everything(tmp_path) == ["a", "a/other.md"]


def test_a_file_of_ours_is_replaced_at_once_or_stays(tmp_path, monkeypatch):
    write_over(tmp_path / "a.json", "old")
    write_over(tmp_path / "a.json", "new")
    monkeypatch.setattr(files.Path, "replace", full)
    with pytest.raises(EnvironmentProblem, match="no room left"):
        write_over(tmp_path / "a.json", "newer")
    assert everything(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_text() == "new"


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_is_filled_whether_it_is_missing_or_empty(tmp_path, is_there):
    folder = tmp_path / "x" / "site"
    if is_there:
        folder.mkdir(parents=True)
    with new_folder(folder) as made:
        (made / "deep").mkdir()
        (made / "deep" / "a").write_text("a")
    assert everything(tmp_path) == ["x", "x/site", "x/site/deep", "x/site/deep/a"]


@pytest.mark.parametrize("is_there", [True, False])
def test_nothing_is_left_of_a_folder_that_could_not_be_filled(tmp_path, is_there):
    folder = tmp_path / "x" / "site"
    if is_there:
        folder.mkdir(parents=True)
    before = everything(tmp_path)
    with pytest.raises(EnvironmentProblem, match="no room left"):
        half_filled(folder)
    assert everything(tmp_path) == before


def half_filled(folder: Path) -> None:
    with new_folder(folder) as made:
        (made / "a").write_text("a")
        full()


def test_a_folder_that_holds_something_is_not_touched(tmp_path):
    (tmp_path / "a.md").write_text("a")
    with pytest.raises(EnvironmentProblem, match="is not empty"), new_folder(tmp_path):
        pytest.fail("nothing is to be made")
    assert everything(tmp_path) == ["a.md"]


def test_neither_is_a_file_in_its_place(tmp_path):
    (tmp_path / "site").write_text("a")
    with pytest.raises(EnvironmentProblem, match="There is a file"), new_folder(tmp_path / "site"):
        pytest.fail("nothing is to be made")


def test_a_tree_is_copied_without_what_python_left_in_it(tmp_path):
    for name in ("from/a/b.py", "from/a/__pycache__/b.pyc", "from/theme/c.css", "from/a/theme/d.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    copy_tree(tmp_path / "from", tmp_path / "to", without=("theme",))
    assert everything(tmp_path / "to") == ["a", "a/b.py", "a/theme", "a/theme/d.css"]
