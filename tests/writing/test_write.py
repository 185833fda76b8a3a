from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.listing import LISTING
from sitegen.writing.place import place_of
from sitegen.writing.values import Written
from sitegen.writing.write import write_tree
from tests.writing.trees import NEW, OLD, by_renames, contents, is_whole, original, without_numbers


def into_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


CHANGES: Mapping[str, Callable[[Path], object]] = {
    "replaced": lambda file: file.write_bytes(file.read_bytes().replace(b"P", b"Q")),
    "emptied": lambda file: file.write_bytes(b""),
    "shorter": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "longer": lambda file: file.write_bytes(file.read_bytes() + b"x" * 3_000_000),
    "deleted": lambda file: file.unlink(missing_ok=True),
    "a folder": lambda file: into_a_folder(file) if file.is_file() else None,
    "endless": lambda file: (file.unlink(missing_ok=True), file.symlink_to("/dev/zero")),
}

SWAPS = pytest.mark.parametrize("options", [{}, {"swap": by_renames}], ids=["in one call", "by two renames"])


@SWAPS
def test_a_first_build_makes_the_folder_and_those_above_it(tmp_path, options):
    output = tmp_path / "a" / "b" / "output"
    assert write_tree(OLD, output, **options) == Written(new=tuple(sorted(OLD)))
    assert is_whole(output, OLD)


@SWAPS
def test_a_build_replaces_the_site_and_says_what_it_did(tmp_path, options):
    output = tmp_path / "output"
    write_tree(OLD, output, **options)
    assert write_tree(NEW, output, **options) == Written(
        new=("new/deep/index.html",),
        changed=("index.html",),
        same=("about/index.html", "assets/a.css"),
        removed=("gone/index.html",),
    )
    assert is_whole(output, NEW)
    assert not (output / "gone").exists()


@SWAPS
def test_site_after_site_stays_right(tmp_path, options):
    output = tmp_path / "output"
    for tree in (OLD, NEW, OLD, {}, NEW, NEW):
        write_tree(tree, output, **options)
        assert is_whole(output, tree)


def test_a_build_that_changes_nothing_touches_nothing(tmp_path):
    output = tmp_path / "output"
    write_tree(OLD, output)
    before = {p: p.lstat() for p in [output, *output.rglob("*")]}
    assert write_tree(OLD, output) == Written(same=tuple(sorted(OLD)))
    assert {p: p.lstat().st_ino for p in before} == {p: s.st_ino for p, s in before.items()}
    assert {p: p.lstat().st_mtime_ns for p in before} == {p: s.st_mtime_ns for p, s in before.items()}


def test_a_file_that_stays_the_same_keeps_its_time_from_build_to_build(tmp_path):
    output = tmp_path / "output"
    write_tree(OLD, output)
    first = (output / "about/index.html").stat().st_mtime_ns
    for tree in (NEW, OLD, NEW):
        write_tree(tree, output)
        assert (output / "about/index.html").stat().st_mtime_ns == first


def test_a_picture_is_copied_from_its_file(tmp_path):
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(b"\xff\xd8" * 800_000)
    output = tmp_path / "output"
    assert write_tree({"assets/photo.jpg": original(picture)}, output).new == ("assets/photo.jpg",)
    assert write_tree({"assets/photo.jpg": original(picture)}, output).same == ("assets/photo.jpg",)
    picture.write_bytes(b"\xff\xd9" * 800_000)
    assert write_tree({"assets/photo.jpg": original(picture)}, output).changed == ("assets/photo.jpg",)
    assert (output / "assets/photo.jpg").read_bytes() == picture.read_bytes()
    assert (output / "assets/photo.jpg").stat().st_nlink == 1


def test_a_page_that_somebody_edited_in_the_output_is_put_right(tmp_path):
    output = tmp_path / "output"
    write_tree(OLD, output)
    (output / "index.html").write_bytes(b"OLD HOME")
    (output / "about/index.html").unlink()
    assert write_tree(OLD, output) == Written(
        new=("about/index.html",), changed=("index.html",), same=("assets/a.css", "gone/index.html")
    )
    assert is_whole(output, OLD)


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path):
    output = tmp_path / "output"
    for tree in ({"a": b"1", "b/c": b"2"}, {"a/d": b"3", "b": b"4"}) * 2:
        write_tree(tree, output)
        assert is_whole(output, tree)


def test_no_file_is_changed_in_place(tmp_path):
    output, backup = tmp_path / "output", tmp_path / "backup.html"
    write_tree(OLD, output)
    os.link(output / "index.html", backup)
    for tree in (NEW, OLD, NEW):
        write_tree(tree, output)
    assert backup.read_bytes() == b"old home"


def test_the_shadow_keeps_nothing_that_the_site_no_longer_says(tmp_path):
    output = tmp_path / "output"
    write_tree(OLD, output)
    write_tree(NEW, output)
    kept = contents(place_of(output).tree)
    assert kept == {"about/index.html": b"about", "assets/a.css": b"a {}"}


def test_where_folders_tell_no_numbers_as_on_windows_no_old_page_comes_back(tmp_path, monkeypatch):
    output = tmp_path / "output"
    write_tree(OLD, output)

    def stop(step: str) -> None:
        if step == "settling":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_tree({**OLD, "index.html": b"withdrawn no more is said"}, output, at=stop)
    for module in ("write", "shadow"):
        monkeypatch.setattr(f"sitegen.writing.{module}.survey", without_numbers)
    site = {**OLD, "index.html": b"withdrawn no more is said", "about/index.html": b"edited"}
    write_tree(site, output)
    assert is_whole(output, site)


def test_git_does_not_see_the_shadow(tmp_path):
    write_tree(OLD, tmp_path / "public")
    assert (tmp_path / ".public.shadow/.gitignore").read_text() == "*\n"


def test_a_link_to_a_folder_means_that_folder(tmp_path):
    real = tmp_path / "disk" / "www"
    real.mkdir(parents=True)
    (tmp_path / "output").symlink_to(real)
    write_tree(OLD, tmp_path / "output")
    write_tree(NEW, tmp_path / "output")
    assert (tmp_path / "output").is_symlink()
    assert is_whole(real, NEW)


def test_the_list_is_the_same_for_the_same_site(tmp_path):
    for name in ("one", "two"):
        write_tree(dict(sorted(OLD.items(), reverse=name == "one")), tmp_path / name)
    assert (tmp_path / "one" / LISTING).read_bytes() == (tmp_path / "two" / LISTING).read_bytes()


def test_a_permission_of_the_output_folder_is_kept(tmp_path):
    output = tmp_path / "output"
    output.mkdir(mode=0o700)
    for tree in (OLD, NEW):
        write_tree(tree, output)
        assert output.stat().st_mode & 0o777 == 0o700


class TestWhenTheMachineRefuses:
    def test_a_full_disk_is_one_plain_line_and_the_old_site_stands(self, tmp_path):
        output = tmp_path / "output"
        write_tree(OLD, output)

        def at(step: str) -> None:
            if step == "wrote a file":
                raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

        with pytest.raises(EnvironmentProblem, match="no room left on the disk") as refusal:
            write_tree(NEW, output, at=at)
        assert "\n" not in str(refusal.value)
        assert is_whole(output, OLD)
        write_tree(NEW, output)
        assert is_whole(output, NEW)

    def test_a_parent_that_is_a_file_is_one_plain_line(self, tmp_path):
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(EnvironmentProblem, match="a file stands where a folder is needed"):
            write_tree(OLD, tmp_path / "file" / "output")

    @pytest.mark.parametrize("when", ["before", "locked", "making a folder", "writing a file"])
    @pytest.mark.parametrize("change", CHANGES)
    def test_a_file_that_is_no_longer_what_was_read_is_one_plain_line(self, tmp_path, when, change):
        output, file = tmp_path / "output", tmp_path / "report.pdf"
        write_tree(OLD, output)
        file.write_bytes(b"%PDF" * 600_000)
        read = original(file)

        def at(step: str) -> None:
            if step == when:
                CHANGES[change](file)

        at("before")
        with pytest.raises(EnvironmentProblem) as refusal:
            write_tree({**NEW, "a.pdf": read}, output, at=at)
        assert str(refusal.value) == "content/report.pdf changed while the site was being built. Build again."
        assert is_whole(output, OLD)
        other = tmp_path / "other.pdf"
        other.write_bytes(b"another")
        write_tree({**NEW, "a.pdf": original(other)}, output)
        assert is_whole(output, {**NEW, "a.pdf": b"another"})

    def test_a_name_that_is_too_long_is_one_plain_line(self, tmp_path):
        output = tmp_path / "output"
        write_tree(OLD, output)
        with pytest.raises(EnvironmentProblem, match="a name is too long"):
            write_tree({"x" * 300: b""}, output)
        assert is_whole(output, OLD)
