"""A snapshot tells every file that has come, gone or changed."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from sitegen import snapshot as module
from sitegen.reading.states import state
from sitegen.snapshot import Unclear, is_settled, snapshot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("one.md", "b/two.md", ".hidden", "b/.hidden"):
        (tmp_path / "a" / name).write_text(name, "utf-8")
    return tmp_path / "a"


def _states(folder: Path) -> dict[str, module.State]:
    return dict(snapshot({"x": folder}, lambda name: name.startswith(".")).states)


def test_every_file_is_named_by_its_folder_and_the_way_to_it(folder: Path) -> None:
    assert sorted(_states(folder)) == ["x/b/two.md", "x/one.md"]
    assert snapshot({"y": folder / "none"}).states == {}


def test_a_change_of_the_same_size_at_the_same_time_is_seen(folder: Path) -> None:
    before, path = _states(folder), folder / "one.md"
    times = path.stat()
    time.sleep(0.02)
    path.write_text("eno.md", "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    after = _states(folder)
    assert {p for p in after if after[p] != before[p]} == {"x/one.md"}


def test_a_file_put_in_the_place_of_another_is_seen(folder: Path) -> None:
    before, path = _states(folder), folder / "one.md"
    other = folder / ".other"
    other.write_text(path.read_text("utf-8"), "utf-8")
    os.replace(other, path)
    assert _states(folder)["x/one.md"] != before["x/one.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("target", ["one.md", "b", "nowhere"])
def test_a_link_cannot_be_told(folder: Path, target: str) -> None:
    (folder / "link").symlink_to(folder / target)
    with pytest.raises(Unclear):
        _states(folder)


def test_a_file_that_goes_while_it_is_looked_at_cannot_be_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = module._entries

    def listed_and_gone(place: str) -> list[os.DirEntry[str]]:
        found = listed(place)
        (folder / "one.md").unlink(missing_ok=True)
        return found

    monkeypatch.setattr(module, "_entries", listed_and_gone)
    with pytest.raises(Unclear):
        _states(folder)


def test_what_has_just_been_written_is_not_settled(folder: Path) -> None:
    found = state((folder / "one.md").stat())
    now = time.time_ns()
    assert not is_settled(found, now)
    assert is_settled(found, now + 4 * 10**9)
    assert not is_settled((1, now + 10**12, 0, 1), now), "a time to come says nothing"
