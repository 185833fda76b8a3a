"""A file that looks as it did is not read again; one that was touched is, and so is one that was just written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.writing import files, known
from sitegen.writing.write import write_tree
from tests.writing.trees import NEW, OLD, is_whole, original

if os.name != "posix":
    pytest.skip("elsewhere every file is read", allow_module_level=True)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are compared by reading them, by name. Files are settled at once."""
    compared: list[str] = []

    def noting(path: Path, size: int, content: object) -> bool:
        compared.append(path.name)
        return files.same_bytes(path, size, content)

    monkeypatch.setattr(known, "same_bytes", noting)
    monkeypatch.setattr(known, "SETTLED", -1_000_000_000)
    return compared


def test_what_was_written_or_read_before_is_not_read_again(tmp_path: Path, read: list[str]) -> None:
    for tree in (OLD, OLD, NEW, OLD, OLD, NEW):
        write_tree(tree, tmp_path / "output")
        assert is_whole(tmp_path / "output", tree)
    assert read == []


@pytest.mark.parametrize("size", ["same", "other"])
def test_what_was_changed_by_hand_is_read_and_mended(tmp_path: Path, read: list[str], size: str) -> None:
    output = tmp_path / "output"
    write_tree(OLD, output)
    page = output / "about/index.html"
    before = page.stat()
    page.write_bytes(b"ABOUT!" if size == "other" else b"ABOUT")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert write_tree(OLD, output).changed == ("about/index.html",)
    assert read == ["index.html"]
    assert is_whole(output, OLD)


def test_a_file_that_was_just_written_is_read_once_more(tmp_path: Path, read: list[str], monkeypatch) -> None:
    monkeypatch.setattr(known, "SETTLED", 3_000_000_000)
    for _ in range(2):
        write_tree(OLD, tmp_path / "output")
    assert len(read) == len(OLD) + 1  # and the list


def test_everything_is_read_where_that_is_asked_for_or_what_is_known_is_damaged(tmp_path, read: list[str]) -> None:
    output = tmp_path / "output"
    write_tree(OLD, output)
    write_tree(OLD, output, fresh=True)
    assert len(read) == len(OLD) + 1
    for damage in (b"", b"[]", b'{"a": 1}', b"[1, 2]", b"\xff", b"[" * 100_000):
        (tmp_path / ".output.shadow/known.json").write_bytes(damage)
        read.clear()
        write_tree(OLD, output)
        assert len(read) == len(OLD) + 1
        assert is_whole(output, OLD)


def test_a_source_that_was_copied_before_is_not_read_for_its_digest(tmp_path: Path, read: list[str]) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"photo")
    tree = {**OLD, "photo.png": original(photo)}
    write_tree(tree, tmp_path / "output")
    photo.unlink()
    assert write_tree(tree, tmp_path / "output").changed == ()
    assert is_whole(tmp_path / "output", {**OLD, "photo.png": b"photo"})
    assert read == []
