"""What has changed since the last release, and what is not to be seen of it."""

from __future__ import annotations

import errno
import io
import json
import shutil
import struct
import zipfile
from pathlib import Path

import pytest

from sitegen.readiness.former import read_former
from sitegen.readiness.values import ADDED, CHANGED, MOVED, REMOVED, PageChange
from sitegen.writing.errors import EnvironmentProblem
from tests.readiness.boards import EDITION, HUBS, board, full, page
from tests.sites import FRAME, built, story

ONE, TWO = f"{EDITION}/01-one.md", f"{EDITION}/02-two.md"
THEN = {ONE: full("One", "First words here."), TWO: full("Two", "Zzqqsecond words."), **HUBS}


@pytest.fixture
def then(tmp_path: Path) -> Path:
    """A former site."""
    made = built(tmp_path / "then", THEN, write=True)
    assert made.written
    return tmp_path / "then/output"


def kinds(found) -> list[tuple[str, str, str]]:
    return [(each.kind, each.sort, each.title) for each in found.changes.pages]


def words(change: PageChange) -> str:
    return " ".join(w.text for each in change.changes for side in (each.before, each.after) for w in side)


def test_the_same_content_has_not_changed(tmp_path, then):
    found = board(tmp_path / "now", THEN, then)
    assert (found.changes.pages, found.changes.unclear, found.changes.same) == ((), (), 3)


def test_a_first_release_is_compared_with_nothing(tmp_path):
    assert board(tmp_path, THEN).changes.at == ""


def test_a_fact_is_told_before_and_after(tmp_path, then):
    one = full("One", "First words here.", disadvantage="9% Pupil Premium")
    found = board(tmp_path / "now", {**THEN, ONE: one}, then)
    (changed,) = found.changes.pages
    (change,) = changed.changes
    assert (changed.kind, changed.title, change.label) == (CHANGED, "One", "Disadvantage")
    assert [w.text for w in change.before] == ["7%", "Pupil Premium"]
    assert [w.text for w in change.after] == ["9%", "Pupil Premium"]


def test_a_story_is_added_with_its_words_and_others_do_not_change_for_it(tmp_path, then):
    found = board(tmp_path / "now", {**THEN, f"{EDITION}/03-three.md": full("Three", "Third.")}, then)
    assert kinds(found) == [(ADDED, "story", "Three")]
    assert "Third." in words(found.changes.pages[0])


def test_a_story_whose_file_is_gone_is_removed_with_its_words(tmp_path, then):
    found = board(tmp_path / "now", {ONE: THEN[ONE]}, then)
    (gone,) = found.changes.pages
    assert (gone.kind, gone.sort, gone.title, gone.why) == (REMOVED, "story", "Two", "Its file is no longer there.")
    assert "Zzqqsecond words." in words(gone)


@pytest.mark.parametrize("fields", [{"withdrawn": "yes"}, {"expires_on": "1 January 2024"}, {"consent": "C-1"}])
def test_nothing_is_shown_of_what_may_not_be_seen_any_more(tmp_path, then, fields):
    found = board(tmp_path / "now", {**THEN, TWO: full("Two", "Zzqqsecond words.", **fields)}, then)
    (gone,) = found.changes.pages
    assert (gone.kind, gone.title, gone.changes) == (REMOVED, "", ())
    assert "not shown here" in gone.why


@pytest.mark.parametrize(
    ("fields", "why"),
    [({"draft": "yes"}, "It is a draft again."), ({"publish_on": "1 May 2024"}, "It is held back until its day.")],
)
def test_a_story_that_waits_again_is_removed(tmp_path, then, fields, why):
    found = board(tmp_path / "now", {**THEN, TWO: full("Two", "W.", **fields)}, then)
    assert page(found, "2022-23/two/index.html").why == why


def test_a_name_that_is_left_out_for_want_of_a_consent_is_not_shown_as_the_former_one(tmp_path, then):
    people = "[{name: Ada Cole, role: maths lead, consent: C-1}]"
    found = board(tmp_path / "now", {**THEN, TWO: full("Two", "Zzqqsecond words.", people=people)}, then)
    assert "Words that may no longer be shown." in words(page(found, "2022-23/two/index.html"))
    assert not any("Ada Cole" in words(each) for each in found.changes.pages)


@pytest.mark.parametrize("fields", [{}, {"aliases": "[2022-23/two]"}])
def test_a_story_that_has_another_address_has_moved(tmp_path, then, fields):
    title = "Another title" if fields else "Two"
    files = {ONE: THEN[ONE], f"{EDITION}/02-second.md": full(title, "Zzqqsecond words.", **fields)}
    found = board(tmp_path / "now", files, then)
    (moved,) = found.changes.pages
    assert (moved.kind, moved.address, moved.formerly) == (MOVED, "2022-23/second/index.html", "2022-23/two/index.html")
    assert [change.label for change in moved.changes] == (["Title"] if fields else [])


def test_of_a_story_with_errors_nothing_is_claimed(tmp_path, then):
    found = board(tmp_path / "now", {**THEN, TWO: "No fields.\n"}, then)
    assert (kinds(found), found.changes.unclear) == ([], (TWO,))


def test_the_texts_of_editions_sections_and_pages_are_compared(tmp_path, then):
    index = f"{EDITION}/index.md"
    files = {**THEN, index: FRAME[index].replace("Welcome.", "Welcome to all."), "content/pages/about.md":
             story("About", "Who we are.", "page")}  # fmt: skip
    found = board(tmp_path / "now", files, then)
    assert {(kind, sort) for kind, sort, _ in kinds(found)} == {(CHANGED, "edition"), (ADDED, "page")}


def test_a_tombstone_is_no_page_of_the_last_release(tmp_path):
    gone = {**THEN, TWO: full("Two", "W.", withdrawn="yes", tombstone="yes")}
    built(tmp_path / "then", gone, write=True)
    assert board(tmp_path / "now", {ONE: THEN[ONE]}, tmp_path / "then/output").changes.pages == ()


def _archive(flag: int = 0, size: int = 1) -> bytes:
    """An archive of one page, which says that it is locked or of another size."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("data/index.html", b"x")
    content = bytearray(written.getvalue())
    begin = content.index(b"PK\x01\x02")
    content[begin + 8 : begin + 10] = struct.pack("<H", flag)
    content[begin + 24 : begin + 28] = struct.pack("<I", size)
    return bytes(content)


LOCKED, HUGE = _archive(flag=1), _archive(size=3_000_000_000)


class TestAFormerSite:
    @pytest.mark.parametrize("inside", ["data", "site-2023/data", "site-2023"])
    def test_may_lie_as_an_archive_was_unpacked(self, tmp_path, then, inside):
        shutil.copytree(then, tmp_path / "zip" / inside)
        (tmp_path / "zip" / inside / ".sitegen-output.json").unlink()
        found = read_former(tmp_path / "zip", "zip/", asked=True)
        assert {"2022-23/index.html", "2022-23/one/index.html", "2022-23/two/index.html"} == found.pages.keys()

    @pytest.mark.parametrize("inside", ["", "data/", "site-2023/data/"])
    def test_may_be_an_archive(self, tmp_path, then, inside):
        with zipfile.ZipFile(tmp_path / "then.zip", "w") as packed:
            for path in sorted(then.rglob("*")):
                packed.write(path, f"{inside}{path.relative_to(then).as_posix()}")
            packed.writestr("../index.html", "out")
        found = read_former(tmp_path / "then.zip", "then.zip", asked=True)
        assert {"2022-23/index.html", "2022-23/one/index.html", "2022-23/two/index.html"} <= found.pages.keys()
        assert found.pages == read_former(then, "then/", asked=True).pages
        assert not (tmp_path / "index.html").exists()

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"no archive", "is no archive"), (b"", "is no archive"), (b"PK\x03\x04cut off", "is no archive"),
            (LOCKED, "is locked"), (HUGE, "is no archive of a site: it holds more"),
        ],
        ids=["text", "empty", "cut", "locked", "huge"],
    )  # fmt: skip
    def test_that_is_no_archive_is_one_plain_line(self, tmp_path, content, told):
        (tmp_path / "then.zip").write_bytes(content)
        with pytest.raises(EnvironmentProblem, match=rf"^then\.zip {told}"):
            read_former(tmp_path / "then.zip", "then.zip", asked=True)

    def test_counts_no_file_that_others_put_there(self, then):
        (then / "mine").mkdir()
        (then / "mine/index.html").write_text("<p>Mine")
        assert "mine/index.html" not in read_former(then, "then/", asked=True).pages

    def test_lacks_nothing_where_it_was_built_with_the_guide_and_this_one_is_not(self, tmp_path):
        assert built(tmp_path, THEN, write=True, docs=True).written
        assert (tmp_path / "output/docs/index.html").is_file()
        found = read_former(tmp_path / "output", "output/", asked=True)
        assert not any(address.startswith("docs/") for address in found.pages)

    def test_may_have_pages_of_its_own_where_the_guide_would_stand(self, tmp_path):
        docs = {"content/pages/docs.md": "---\nkind: page\ntitle: Docs\n---\nText.\n"}
        assert built(tmp_path, {**THEN, **docs}, write=True).written
        assert "docs/index.html" in read_former(tmp_path / "output", "output/", asked=True).pages

    def test_is_none_before_the_first_build(self, tmp_path):
        assert read_former(tmp_path / "output", "output/", asked=False) is None

    def test_that_was_asked_for_and_is_not_there_is_one_plain_line(self, tmp_path):
        with pytest.raises(EnvironmentProblem, match=r"^gone/ holds no site"):
            read_former(tmp_path / "gone", "gone/", asked=True)

    @pytest.mark.parametrize("way", ["is_file", "read_text", "read_bytes"])
    def test_that_may_not_be_looked_into_is_one_plain_line(self, then, way, monkeypatch):
        def refuse(path: Path, *_: object, **__: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))

        monkeypatch.setattr(Path, way, refuse)
        with pytest.raises(EnvironmentProblem, match=r"^The last release in then/ cannot be read: this account"):
            read_former(then, "then/", asked=False)

    def test_with_drafts_is_no_release(self, tmp_path):
        built(tmp_path, THEN, write=True, drafts=True)
        with pytest.raises(EnvironmentProblem, match="preview"):
            read_former(tmp_path / "output", "output/", asked=True)

    @pytest.mark.parametrize("content", ["[", '{"stories": [1]}', "[" * 100_000, json.dumps({})])
    def test_whose_data_is_damaged_is_still_compared(self, then, content):
        (then / "stories.json").write_text(content)
        found = read_former(then, "then/", asked=True)
        assert (len(found.pages), found.stories) == (3, frozenset())
