"""Files that no build wrote: carried over, never followed, never overwritten."""

from __future__ import annotations

import os
import sys

import pytest

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.place import place_of
from sitegen.writing.write import write_tree
from tests.writing.trees import NEW, OLD, by_renames, contents, is_whole, listed


@pytest.fixture
def output(tmp_path):
    write_tree(OLD, tmp_path / "output")
    return tmp_path / "output"


@pytest.mark.parametrize("options", [{}, {"swap": by_renames}], ids=["in one call", "by two renames"])
def test_foreign_files_are_carried_over_as_they_are(output, options):
    (output / "CNAME").write_bytes(b"stories.example.org")
    (output / "about/notes").mkdir()
    (output / "about/notes/mine.txt").write_bytes(b"mine")
    (output / "about/notes/mine.txt").chmod(0o640)
    os.utime(output / "CNAME", ns=(1_000_000_000, 1_000_000_000))
    for tree in (NEW, OLD, NEW):
        write_tree(tree, output, **options)
        assert is_whole(output, tree, {"CNAME": b"stories.example.org", "about/notes/mine.txt": b"mine"})
    assert (output / "CNAME").stat().st_mtime_ns == 1_000_000_000
    assert (output / "about/notes/mine.txt").stat().st_mode & 0o777 == 0o640


def test_a_foreign_file_that_is_edited_or_deleted_stays_so(output):
    (output / "CNAME").write_bytes(b"one.example")
    write_tree(NEW, output)
    (output / "CNAME").write_bytes(b"two.example")
    write_tree(OLD, output)
    assert is_whole(output, OLD, {"CNAME": b"two.example"})
    (output / "CNAME").unlink()
    for tree in (NEW, OLD, NEW):
        write_tree(tree, output)
        assert is_whole(output, tree)


def test_a_foreign_copy_is_independent_of_the_one_before(output):
    (output / "log").write_bytes(b"1")
    with (output / "log").open("ab") as kept_open:
        write_tree(NEW, output)
        kept_open.write(b"2")
    assert (output / "log").read_bytes() == b"1"


def test_foreign_folders_stay_even_if_empty(output):
    (output / ".git/refs/heads").mkdir(parents=True)
    (output / ".git/HEAD").write_bytes(b"ref: refs/heads/pages\n")
    for tree in (NEW, OLD):
        write_tree(tree, output)
        assert (output / ".git/refs/heads").is_dir()


def test_links_in_the_output_are_carried_and_never_followed(output, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_bytes(b"precious")
    (output / "out").symlink_to(outside)
    (output / "dangling").symlink_to("nowhere")
    for tree in (NEW, OLD, NEW):
        write_tree(tree, output)
        assert os.readlink(output / "out") == str(outside)
        assert os.readlink(output / "dangling") == "nowhere"
    assert contents(outside) == {"precious.txt": b"precious"}


def test_a_page_that_somebody_made_a_link_is_written_as_a_file(output, tmp_path):
    (tmp_path / "precious.txt").write_bytes(b"precious")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(tmp_path / "precious.txt")
    write_tree(NEW, output)
    write_tree(OLD, output)
    assert is_whole(output, OLD)
    assert (tmp_path / "precious.txt").read_bytes() == b"precious"


def test_a_folder_that_somebody_made_a_link_is_refused(output, tmp_path):
    outside = tmp_path / "outside"
    (output / "assets").rename(outside)
    (output / "assets").symlink_to(outside)
    with pytest.raises(EnvironmentProblem, match="assets was not written by sitegen and stands where the site needs"):
        write_tree(NEW, output)
    assert contents(outside) == {"a.css": b"a {}"}


def test_a_link_that_comes_into_the_shadow_is_not_written_through(output, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    write_tree(NEW, output)
    assets = place_of(output).tree / "assets"
    (assets / "a.css").unlink()
    assets.rmdir()
    assets.symlink_to(outside)
    write_tree(OLD, output)
    assert is_whole(output, OLD)
    assert contents(outside) == {}


IN_THE_WAY = ["new/deep/index.html", "new", "new/deep", "about/index.html/x", "NEW/deep/index.html"]


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_a_foreign_file_where_the_site_has_one_is_refused_and_kept(output, name):
    if name.startswith("about/index.html"):
        (output / "about/index.html").unlink()
    (output / name).parent.mkdir(parents=True, exist_ok=True)
    (output / name).write_bytes(b"mine")
    before = contents(output)
    with pytest.raises(EnvironmentProblem, match="was not written by sitegen"):
        write_tree(NEW, output)
    assert contents(output) == before


def test_a_foreign_file_with_the_very_bytes_of_a_page_becomes_ours(output):
    (output / "new/deep").mkdir(parents=True)
    (output / "new/deep/index.html").write_bytes(b"new")
    write_tree(NEW, output)
    assert is_whole(output, NEW)
    assert "new/deep/index.html" in listed(output)


def test_a_file_put_into_the_folder_during_the_build_is_not_lost(output):
    (output / "upload.txt").write_bytes(b"early")

    def at(step: str) -> None:
        if step == "exchanging":
            (output / "late").mkdir()
            (output / "late/letter.txt").write_bytes(b"late")
            (output / "upload.txt").write_bytes(b"edited")

    write_tree(NEW, output, at=at)
    assert is_whole(output, NEW, {"late/letter.txt": b"late", "upload.txt": b"edited"})
    write_tree(OLD, output)
    assert is_whole(output, OLD, {"late/letter.txt": b"late", "upload.txt": b"edited"})


if sys.platform != "win32":

    def test_what_is_neither_file_nor_folder_is_refused(output):
        os.mkfifo(output / "pipe")
        with pytest.raises(EnvironmentProblem, match="pipe is neither a file nor a folder"):
            write_tree(NEW, output)
