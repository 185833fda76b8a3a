"""Whether an archive is whole: whatever was done to it is told of, and nothing of it can do harm."""

from __future__ import annotations

import hashlib
import random
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
    ({"stories/bagit.txt": None}, "It is no archive as sitegen makes them: no folder in it has a file bagit.txt."),
    ({"beside.txt": b"more"}, "beside.txt lies beside the archive's folder."),
    ({"../evil.txt": b""}, "'../evil.txt' would be written outside of the folder. Do not unpack it."),
    ({"/evil.txt": b""}, "'/evil.txt' would be written outside of the folder. Do not unpack it."),
    ({"C:\\evil.txt": b""}, "'C:\\\\evil.txt' would be written outside of the folder. Do not unpack it."),
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


@pytest.mark.parametrize("kept", [0, 10, 400, -30, -1])
def test_a_file_that_was_cut_off_is_damaged(archive, kept):
    content = archive.read_bytes()
    archive.write_bytes(content[:kept])
    assert check_bag(archive).faults == ("It cannot be opened as a zip file: it is damaged, or its end is missing.",)


def test_a_file_that_is_not_there_is_no_damage(tmp_path):
    for path in (tmp_path / "none.zip", tmp_path):
        with pytest.raises(EnvironmentProblem):
            check_bag(path)


def test_whatever_byte_is_lost_nothing_falls_and_no_changed_file_passes_as_whole(archive):
    content, chance = archive.read_bytes(), random.Random(8)
    before = check_bag(archive).digests
    for _ in range(400 * TIMES):
        broken = bytearray(content)
        broken[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        archive.write_bytes(broken)
        found = check_bag(archive)
        assert found.faults or found.digests == before
