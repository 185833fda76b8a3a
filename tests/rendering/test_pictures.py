"""Pictures of a site: each file once, in order, remembered by all that they depend on."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.memo import Memo
from sitegen.problems.problem import Checked
from sitegen.reading.digests import digest_of
from sitegen.reading.tree import read_tree
from sitegen.reading.values import Asset, Part
from sitegen.rendering import encoding, formats, pictures
from sitegen.rendering.encoding import encode
from sitegen.rendering.pictures import LARGEST, packed, publish, publish_all, unpacked, used
from sitegen.rendering.values import Kept, Published
from sitegen.writing.errors import ChangedMeanwhile
from sitegen.writing.files import bytes_of
from tests.rendering.photographs import photograph
from tests.rendering.samples import story_page, text


def asset(path: Path, digest: str = "") -> Asset:
    content = path.read_bytes() if path.exists() else b""
    return Asset(f"content/{path.name}", path, len(content), digest or digest_of(content))


def written(path: Path, content: bytes) -> Asset:
    path.write_bytes(content)
    return asset(path)


def shown(made: Checked[Mapping[str, Published]]) -> object:
    """What is published, wherever its bytes lie."""
    pictures = made.value.items()
    files = [(digest, f.address, f.width, b"".join(bytes_of(f.content))) for digest, p in pictures for f in p.files]
    return files, [(p.width, p.height) for p in made.value.values()], made.problems


def test_each_picture_is_published_once_in_order_whatever_is_ready_first(tmp_path):
    sizes = ((2000, 1500), (60, 40), (900, 700), (31, 20))
    given = [written(tmp_path / f"{i}.jpg", photograph(size=size)) for i, size in enumerate(sizes)]
    bad = [written(tmp_path / f"bad{i}.jpg", f"x{i}".encode()) for i in range(3)]
    for jobs in (0, 1, 2, 8):
        made = publish_all([*bad, *given, *given, *bad], jobs=jobs)
        assert list(made.value) == [each.digest for each in given]
        assert [p.where.file for p in made.problems] == [f"content/bad{i}.jpg" for i in range(3)]
        assert made == publish_all([*bad, *given])


@pytest.mark.parametrize(
    ("processors", "jobs", "expected"), [(1, 0, 1), (2, 0, 2), (16, 0, 4), (None, 0, 1), (2, 3, 3), (2, 99, 8)]
)
def test_as_many_are_made_at_once_as_the_machine_and_its_memory_can_bear(processors, jobs, expected, monkeypatch):
    asked: list[int] = []
    real = pictures.ThreadPoolExecutor
    monkeypatch.setattr(pictures, "ThreadPoolExecutor", lambda count: [asked.append(count), real(count)][1])
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    publish_all([], jobs=jobs)
    assert asked == [expected]


def test_a_picture_that_cannot_be_read_is_a_problem(tmp_path):
    made = publish(asset(tmp_path / "gone.jpg"))
    assert (made.value, made.problems[0].code) == (None, "unreadable-file")


def test_a_picture_that_changes_while_it_is_read_is_a_problem_and_is_not_remembered(tmp_path):
    found, memo = written(tmp_path / "a.jpg", photograph()), Memo(tmp_path / "memo")
    (tmp_path / "a.jpg").write_bytes(photograph(size=(61, 40)))
    made = publish(found, memo.keep)
    assert made.value is None
    assert made.problems[0].what == '"a.jpg" changed while the site was being built.'
    assert not (tmp_path / "memo").exists()


def test_a_picture_that_is_too_heavy_is_a_problem_before_it_is_read(tmp_path):
    heavy = Asset("content/a.jpg", tmp_path / "never-read.jpg", LARGEST + 1, "d")
    (problem,) = publish(heavy).problems
    assert problem.code == "picture-format"
    assert problem.what == 'The picture "a.jpg" has 50 MB, more than the 50 MB that a picture may have.'


def test_the_digest_is_the_one_that_the_reader_takes(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.jpg").write_bytes(photograph())
    (found,) = read_tree(tmp_path).value.assets.values()
    assert found.digest == digest_of(photograph())
    assert publish(found).value == encode("a.jpg", photograph()).value


def test_a_damaged_picture_says_nothing_but_its_problem(tmp_path, capsys, caplog):
    """Pillow warns of much; here, where warnings are errors, a warning would stop the test."""
    exif = b"Exif\0\0II*\0\x08\0\0\0\x05\0" + b"\xff" * 60
    segment = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    plain, png = photograph(), photograph("PNG")
    given = [
        written(tmp_path / "exif.jpg", plain[:2] + segment + plain[2:]),
        written(tmp_path / "bomb.png", png[:16] + (10_000).to_bytes(4, "big") * 2 + png[24:]),
        written(tmp_path / "end.gif", photograph("GIF")[:-9]),
    ]
    with caplog.at_level(logging.WARNING):
        made = publish_all(given)
    assert list(made.value)[:1] == [given[0].digest]
    assert [p.where.file for p in made.problems] == ["content/bomb.png", "content/end.gif"]
    assert (*capsys.readouterr(), caplog.text) == ("", "", "")


def test_a_picture_is_packed_and_unpacked():
    made = encode("a.png", photograph("PNG", (1700, 90))).value
    assert len(made.files) == 4
    assert unpacked(Kept(packed(made))) == made


@pytest.fixture
def counted(monkeypatch) -> list[str]:
    """The pictures that were really made."""
    made: list[str] = []
    real = encoding.encode
    monkeypatch.setattr(encoding, "encode", lambda path, content: [made.append(path), real(path, content)][1])
    return made


def test_a_picture_is_made_once_and_warm_equals_cold(tmp_path, counted):
    given = [written(tmp_path / f"{i}.jpg", photograph(size=(500 + i, 300))) for i in range(3)]
    cold = publish_all(given, Memo(tmp_path / "memo").keep)
    assert sorted(counted) == ["content/0.jpg", "content/1.jpg", "content/2.jpg"]
    assert publish_all(given, Memo(tmp_path / "memo").keep) == cold
    assert len(counted) == 3
    assert publish_all(given, Memo(tmp_path / "memo", fresh=True).keep) == cold
    assert len(counted) == 6
    written(tmp_path / "1.jpg", photograph(size=(400, 300)))
    publish_all([asset(tmp_path / f"{i}.jpg") for i in range(3)], Memo(tmp_path / "memo").keep)
    assert counted[6:] == ["content/1.jpg"]


def test_the_bytes_of_what_is_remembered_stay_where_they_are_kept(tmp_path):
    given = [written(tmp_path / "a.jpg", photograph(size=(500, 300)))]
    for _ in ("made", "remembered"):
        (made,) = publish_all(given, Memo(tmp_path / "memo").keep).value.values()
        assert {type(file.content) for file in made.files} == {Part}
    assert shown(publish_all(given, Memo(tmp_path / "memo").keep)) == shown(publish_all(given))


@pytest.mark.parametrize("change", ["removed", "cut", "changed"])
def test_what_is_kept_and_changes_before_it_is_copied_is_not_copied(tmp_path, change):
    (made,) = publish_all([written(tmp_path / "a.jpg", photograph())], Memo(tmp_path / "memo").keep).value.values()
    kept = made.jpeg.content.location
    content = kept.read_bytes()
    kept.unlink()
    if change != "removed":
        kept.write_bytes(content[:-1] + (b"!" if change == "changed" else b""))
    with pytest.raises(ChangedMeanwhile):
        list(bytes_of(made.jpeg.content))


def test_a_picture_is_made_again_under_another_recipe_by_another_pillow_and_by_other_code(
    tmp_path, counted, monkeypatch
):
    given, memo = [written(tmp_path / "a.jpg", photograph())], Memo(tmp_path / "memo")
    for change in (lambda: None, _with_version(monkeypatch, "pil"), _with_version(monkeypatch, "webp"),
                   lambda: monkeypatch.setattr(pictures.inspect, "getsource", lambda _: "other code")):  # fmt: skip
        pictures._made_by.cache_clear()
        change()
        publish_all(given, memo.keep)
        publish_all(given, memo.keep)
    pictures._made_by.cache_clear()
    assert len(counted) == 4


def _with_version(monkeypatch, name: str) -> Callable[[], None]:
    real = pictures.features.version
    return lambda: monkeypatch.setattr(
        pictures.features, "version", lambda each: "0.0" if each == name else real(each)
    )


def test_what_is_wrong_with_a_name_is_told_however_well_its_bytes_are_known(tmp_path):
    memo = Memo(tmp_path / "memo")
    good, bad = written(tmp_path / "a.jpg", photograph()), written(tmp_path / "a.png", photograph())
    assert publish_all([good], memo.keep).problems == ()
    for given in ([bad], [good, bad], [bad, good]):
        assert [p.where.file for p in publish_all(given, memo.keep).problems] == ["content/a.png"]
        assert shown(publish_all(given, memo.keep)) == shown(publish_all(given))


def test_what_cannot_be_shown_is_told_in_every_build(tmp_path):
    given, memo = [written(tmp_path / "a.jpg", b"x")], Memo(tmp_path / "memo")
    told = publish_all(given, memo.keep)
    assert len(told.problems) == 1
    assert publish_all(given, memo.keep) == told


def test_heic_is_made_again_with_another_version_of_what_reads_it(tmp_path, monkeypatch):
    keys, given = set(), asset(tmp_path / "a.heic")
    for version in ("", "1.4.0", "1.5.0"):
        monkeypatch.setattr(formats, "reads_heic", lambda version=version: version)
        publish(given, lambda key, make: [keys.add(key), Kept(make())][1])
    assert len(keys) == 3


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "exchanged", "folder", "link", "text"])
def test_what_is_damaged_in_the_memo_is_made_again(tmp_path, counted, damage):
    given = [written(tmp_path / f"{i}.jpg", photograph(size=(90 + i, 60))) for i in range(2)]
    folder = tmp_path / "memo"
    cold = shown(publish_all(given, Memo(folder).keep))
    entries = [path for path in folder.iterdir() if path.name != ".gitignore"]
    assert len(entries) == 2
    contents = [path.read_bytes() for path in entries]
    for path, content, other in zip(entries, contents, reversed(contents), strict=True):
        path.unlink()
        if damage == "folder":
            path.mkdir()
        elif damage == "link":
            os.symlink(path, path)
        else:
            path.write_bytes({
                "cut": content[:-1], "changed": content[:-9] + b"!" + content[-8:], "emptied": b"", "exchanged": other,
                "text": b"hello",
            }[damage])  # fmt: skip
    assert shown(publish_all(given, Memo(folder).keep)) == cold
    assert len(counted) == 4
    assert shown(publish_all(given, Memo(folder).keep)) == cold
    assert len(counted) == (6 if damage == "folder" else 4)


def test_the_pictures_of_a_view_are_those_of_its_fields_and_its_texts(tmp_path):
    one, two = asset(tmp_path / "a.jpg", "d1"), asset(tmp_path / "b.jpg", "d2")
    body = type(text())(pictures={"b.jpg": two})
    assert list(used((story_page(body, picture=one),))) == [two, one]
    assert list(used(story_page(text()))) == []
