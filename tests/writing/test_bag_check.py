"""Whether an archive is whole: whatever was done to it is told of, and nothing of it can do harm."""

from __future__ import annotations

import hashlib
import random
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.writing.bag import Bag, write_bag
from sitegen.writing.bag_check import check_bag, read_pages
from sitegen.writing.errors import EnvironmentProblem
from tests.fuzz.budget import TIMES

SITE = {"index.html": b"<p>Home" * 40, "a/index.html": b"<p>Report", "b 100%/x.txt": b"text"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.zip"
    write_bag(path, Bag("stories", (("Language", "en-GB"),), {"READ-ME-FIRST.txt": b"Unpack me."}, SITE))
    return path


def packed_anew(path: Path, changes: Mapping[str, bytes | None], how: int = zipfile.ZIP_STORED) -> Path:
    """The archive with files changed, added, or (None) left out."""
    with zipfile.ZipFile(path) as archive:
        files: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    files |= changes
    other = path.with_name("other.zip")
    with zipfile.ZipFile(other, "w", how) as archive:
        for name, content in files.items():
            if content is not None:
                archive.writestr(name, content)
    return other


def test_a_whole_archive_has_no_fault_and_says_what_it_is(archive):
    found = check_bag(archive)
    assert found.faults == ()
    assert (found.name, sorted(found.site)) == ("stories", sorted(SITE))
    assert found.info["Language"] == "en-GB"
    assert found.digests["data/index.html"] == hashlib.sha512(SITE["index.html"]).hexdigest()
    assert read_pages(archive, found, ["a/index.html"]) == {"a/index.html": "<p>Report"}


def test_an_archive_that_somebody_has_packed_again_smaller_is_whole(archive):
    assert check_bag(packed_anew(archive, {}, zipfile.ZIP_DEFLATED)).faults == ()


@pytest.mark.parametrize(("changes", "fault"), [
    ({"stories/data/index.html": b"<p>Homf" * 40}, "data/index.html is not as it was when the archive was made."),
    ({"stories/data/a/index.html": None}, "data/a/index.html is missing."),
    ({"stories/data/more.html": b"more"}, "data/more.html was added after the archive was made."),
    ({"stories/more.txt": b"more"}, "more.txt was added after the archive was made."),
    ({"stories/READ-ME-FIRST.txt": b"x"}, "READ-ME-FIRST.txt is not as it was when the archive was made."),
    ({"stories/manifest-sha512.txt": None}, "It has no list of checksums that could be read."),
    ({"stories/manifest-sha512.txt": b""}, "data/index.html was added after the archive was made."),
    ({"stories/tagmanifest-sha512.txt": None}, "tagmanifest-sha512.txt is missing."),
    ({"stories/bag-info.txt": None}, "bag-info.txt is missing."),
    ({"stories/bagit.txt": b"what"}, "bagit.txt does not say which version of BagIt it follows."),
    ({"stories/bagit.txt": b"\xff"}, "bagit.txt is damaged: it cannot be read."),
    ({"stories/bagit.txt": None}, "bagit.txt is missing."),
    ({"beside.txt": b"more"}, "beside.txt lies beside the archive's folder."),
    ({"../evil.txt": b""}, '"../evil.txt" would be written outside of the folder. Do not unpack it.'),
    ({"/evil.txt": b""}, '"/evil.txt" would be written outside of the folder. Do not unpack it.'),
    ({"C:\\evil.txt": b""}, '"C:\\evil.txt" would be written outside of the folder. Do not unpack it.'),
    ({"stories/data/INDEX.html": b""}, "stories/data/index.html is in it 2 times."),
])  # fmt: skip
def test_what_was_done_to_an_archive_is_told(archive, changes, fault):
    assert fault in check_bag(packed_anew(archive, changes)).faults


def test_a_link_in_an_archive_is_not_followed(archive):
    link = zipfile.ZipInfo("stories/data/link")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(archive, "a") as more:
        more.writestr(link, "/etc/passwd")
    assert check_bag(archive).faults == ("stories/data/link is a link to another file. Do not unpack it.",)


def test_a_file_that_would_unpack_to_very_much_is_not_read(archive):
    bomb = packed_anew(archive, {"stories/data/bomb": bytes(60_000_000)}, zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 100_000
    assert check_bag(bomb).faults == (
        "It would unpack to far more than so small a file can hold. Do not unpack it.",
    )


def test_an_old_bag_of_another_program_is_understood(tmp_path):
    files = {
        "old/bagit.txt": b"BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n",
        "old/bag-info.txt": b"External-Description: A long\r\n  description\r\n",
        "old/data/index.html": b"old",
        "old/manifest-md5.txt": f"{hashlib.md5(b'old').hexdigest().upper()} *data/index.html\r\n".encode(),
    }
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    found = check_bag(tmp_path / "old.zip")
    assert found.faults == ()
    assert found.info["External-Description"] == "A long description"
    assert found.digests["data/index.html"] == hashlib.sha512(b"old").hexdigest(), "to be compared with today's"


@pytest.mark.parametrize("kept", [0, 10, 400, -30, -1])
def test_a_file_that_was_cut_off_is_damaged(archive, kept):
    content = archive.read_bytes()
    archive.write_bytes(content[:kept])
    assert check_bag(archive).faults == ("It cannot be opened as a zip file: it is damaged, or its end is missing.",)


def test_what_is_not_there_or_is_no_archive_is_no_damage(tmp_path):
    with zipfile.ZipFile(tmp_path / "letter.zip", "w") as letter:
        letter.writestr("word/document.xml", "<x/>")
    for path, said in (("none.zip", "no file and no folder"), ("letter.zip", "is no archive"), (".", "no archive")):
        with pytest.raises(EnvironmentProblem, match=said):
            check_bag(tmp_path / path)


def test_an_archive_with_a_password_is_told_of_once(archive):
    content = archive.read_bytes()
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flags of each file, where it is and in the list
        start = -1
        while (start := content.find(mark, start + 1)) >= 0:
            content = content[: start + at] + b"\x01" + content[start + at + 1 :]
    archive.write_bytes(content)
    assert check_bag(archive).faults == ("It is locked with a password. Have it packed again without one.",)


@pytest.mark.parametrize("above", ["", "stories/", "My documents (2)/", "a/b/c/"])
def test_an_archive_that_was_unpacked_and_packed_anew_is_whole_in_whatever_folder(archive, above):
    with zipfile.ZipFile(archive) as packed:
        files = {above + name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
    other = archive.with_name("other.zip")
    with zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as again:
        for name, content in files.items():
            again.writestr(name, content)
    found = check_bag(other)
    assert (found.faults, sorted(found.site)) == ((), sorted(SITE))
    assert read_pages(other, found, ["a/index.html"]) == {"a/index.html": "<p>Report"}


ADDED = ("stories/data/.DS_Store", "stories/Thumbs.db", "stories/data/a/._index.html", "__MACOSX/stories/._data")


def test_what_a_computer_adds_by_itself_is_told_and_is_no_damage(archive):
    found = check_bag(packed_anew(archive, dict.fromkeys(ADDED, b"x")))
    assert found.faults == ()
    assert sorted(found.added) == sorted(name.removeprefix("stories/") for name in ADDED)
    assert sorted(found.site) == sorted(SITE)


def test_such_a_file_that_was_archived_is_checked_as_any_other(tmp_path):
    write_bag(tmp_path / "a.zip", Bag("stories", (), {}, {**SITE, ".DS_Store": b"old"}))
    changed = packed_anew(tmp_path / "a.zip", {"stories/data/.DS_Store": b"new"})
    assert check_bag(changed).faults == ("data/.DS_Store is not as it was when the archive was made.",)


def unpacked(archive: Path) -> Path:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(archive.parent / "taken out")
    return archive.parent / "taken out/stories"


@pytest.mark.parametrize("named", [".", "..", "data"])
def test_the_folder_that_was_in_an_archive_is_checked_alike(archive, named):
    folder = unpacked(archive) / named
    found = check_bag(folder)
    assert found.faults == ()
    assert found.digests == check_bag(archive).digests
    assert read_pages(folder, found, ["a/index.html"]) == {"a/index.html": "<p>Report"}


def test_what_was_done_to_such_a_folder_is_told(archive):
    folder = unpacked(archive)
    (folder / "data/index.html").write_text("new")
    (folder / "data/a/index.html").unlink()
    (folder / "data/more.txt").write_text("more")
    (folder / "data/.DS_Store").write_text("x")
    found = check_bag(folder)
    assert sorted(found.faults) == [
        "bag-info.txt counts the files or their bytes otherwise than they are.",
        "data/a/index.html is missing.",
        "data/index.html is not as it was when the archive was made.",
        "data/more.txt was added after the archive was made.",
    ]
    assert found.added == ("data/.DS_Store",)


@pytest.mark.skipif(not hasattr(Path, "symlink_to") or sys.platform == "win32", reason="links take rights on Windows")
def test_a_link_in_such_a_folder_is_not_followed(archive):
    folder = unpacked(archive)
    (folder / "data/link").symlink_to("/etc")
    assert check_bag(folder).faults == ("data/link is a link to another file.",)


def test_a_letter_that_a_computer_has_spelt_in_its_own_way_is_the_same(tmp_path):
    write_bag(tmp_path / "a.zip", Bag("stories", (), {}, {"caf\u00e9/index.html": b"x"}))
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        files = {name.replace("\u00e9", "e\u0301"): packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as again:
        for name, content in files.items():
            again.writestr(name, content)
    assert check_bag(tmp_path / "b.zip").faults == ()


def test_whatever_byte_is_lost_nothing_falls_and_no_changed_file_passes_as_whole(archive):
    content, chance = archive.read_bytes(), random.Random(8)
    before = check_bag(archive).digests
    for _ in range(400 * TIMES):
        broken = bytearray(content)
        broken[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        archive.write_bytes(broken)
        found = check_bag(archive)
        assert found.faults or found.digests == before
