"""A site packed as one file: a bag by the letter of the standard, the same bytes each time, whole or not at all."""

from __future__ import annotations

import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from sitegen.reading.digests import digest_of, digest_of_file
from sitegen.reading.values import Asset, Part
from sitegen.writing.bag import Bag, is_ours, write_bag
from sitegen.writing.bag_check import check_bag
from sitegen.writing.errors import ChangedMeanwhile, EnvironmentProblem
from tests.bags import problems

INFO = (("Source-Organization", "A network\nof schools"), ("Language", ""))
SITE = {
    "index.html": b"<p>Home", "2022-23/index.html": b"<p>Report", "assets/site.css": b"p{}", "empty.txt": b"",
    "2022-23/łódź/index.html": "<p>Łódź".encode(), "50%25 off\r\n/index.html": b"<p>A name that no page has",
}  # fmt: skip


def bag(site: object = None, name: str = "stories-2022-23") -> Bag:
    return Bag(name, INFO, {"READ-ME-FIRST.txt": b"Unpack me."}, SITE if site is None else site)  # type: ignore[arg-type]


def test_an_archive_is_a_bag_by_the_letter_of_the_standard(tmp_path):
    packed = write_bag(tmp_path / "a.zip", bag())
    assert problems(tmp_path / "a.zip") == []
    assert packed.files == len(SITE)
    assert packed.size == (tmp_path / "a.zip").stat().st_size
    assert check_bag(tmp_path / "a.zip").faults == ()
    assert set(check_bag(tmp_path / "a.zip").site) == set(SITE)


@pytest.mark.parametrize("damage", [
    lambda files: files.update({"data/index.html": b"<p>Other"}), lambda files: files.pop("data/empty.txt"),
    lambda files: files.update({"data/more.html": b""}), lambda files: files.update({"bagit.txt": b"BagIt"}),
    lambda files: files.update({"READ-ME-FIRST.txt": b"Other."}),
])  # fmt: skip
def test_the_reading_of_the_standard_sees_what_is_wrong(tmp_path, damage):
    write_bag(tmp_path / "a.zip", bag())
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    damage(files)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(f"stories/{name}", content)
    assert problems(tmp_path / "b.zip") != []


def test_one_site_is_the_same_bytes_whenever_and_in_whatever_order_it_is_packed(tmp_path):
    write_bag(tmp_path / "a.zip", bag())
    (tmp_path / "page").write_bytes(SITE["index.html"])
    os.utime(tmp_path / "page", (1_000_000_000, 1_000_000_000))
    lying = Asset("page", tmp_path / "page", 7, digest_of(SITE["index.html"]))
    write_bag(tmp_path / "b.zip", bag({**dict(reversed(SITE.items())), "index.html": lying}))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_files_are_stored_in_order_without_clock_or_account(tmp_path):
    write_bag(tmp_path / "a.zip", bag())
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        members = archive.infolist()
    assert [m.filename for m in members] == sorted(m.filename for m in members)
    assert {(m.compress_type, m.date_time, m.external_attr, m.create_system, m.extra) for m in members} == {
        (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3, b"")
    }
    assert "stories-2022-23/data/2022-23/łódź/index.html" in [m.filename for m in members]


def test_a_large_site_is_packed_in_little_memory(tmp_path):
    large = tmp_path / "large"
    large.write_bytes(b"")
    os.truncate(large, 80_000_000)
    digest = digest_of_file(large)
    part = Part("part", large, 0, 30_000_000, digest_of(bytes(30_000_000)))
    site = {"film.mp4": Asset("large", large, 80_000_000, digest), "part.bin": part}
    tracemalloc.start()
    write_bag(tmp_path / "a.zip", bag(site))
    faults = check_bag(tmp_path / "a.zip").faults
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert faults == ()
    assert peak < 10_000_000


@pytest.mark.full
def test_more_files_than_a_plain_zip_can_count_are_a_bag_too(tmp_path):
    write_bag(tmp_path / "a.zip", bag({f"{n}.txt": b"" for n in range(70_000)}))
    assert problems(tmp_path / "a.zip") == []
    assert check_bag(tmp_path / "a.zip").faults == ()


def test_a_file_that_changes_meanwhile_leaves_the_former_archive_as_it_was(tmp_path):
    write_bag(tmp_path / "a.zip", bag())
    before = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "page").write_bytes(b"changed")
    with pytest.raises(ChangedMeanwhile):
        write_bag(tmp_path / "a.zip", bag({"page": Asset("page", tmp_path / "page", 7, digest_of(b"written"))}))
    assert (tmp_path / "a.zip").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "page"]


@pytest.mark.parametrize("content", [b"My thesis", b"", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_archive_of_ours_is_not_written_over(tmp_path, content):
    (tmp_path / "a.zip").write_bytes(content)
    assert not is_ours(tmp_path / "a.zip")
    with pytest.raises(EnvironmentProblem, match="is no archive that sitegen has made"):
        write_bag(tmp_path / "a.zip", bag())
    assert (tmp_path / "a.zip").read_bytes() == content


def test_an_archive_of_ours_is_written_over(tmp_path):
    write_bag(tmp_path / "a.zip", bag({"index.html": b"old"}))
    assert is_ours(tmp_path / "a.zip")
    write_bag(tmp_path / "a.zip", bag())
    assert problems(tmp_path / "a.zip") == []


def test_a_disk_that_refuses_is_told_in_a_line(tmp_path):
    with pytest.raises(EnvironmentProblem, match="could not be written"):
        write_bag(Path(tmp_path / "nowhere" / "a.zip"), bag())
