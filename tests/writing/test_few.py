"""A few files written into trees that lie as they were left come to what writing the whole site comes to."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.few import write_few
from sitegen.writing.laid import Laid, laid, trees
from sitegen.writing.listing import LISTING
from sitegen.writing.place import place_of
from sitegen.writing.values import Written
from sitegen.writing.write import write_tree
from tests.writing.test_sequences import HANDS, TREES, hand
from tests.writing.trees import OLD, by_renames, contents, is_whole

EDIT = {"index.html": b"edited home"}
EDITED = {**OLD, **EDIT}


def site(folder: Path):
    """A site that has been built, with its trees."""
    write_tree(OLD, folder)
    return trees(place_of(folder))


def test_the_site_holds_what_has_changed_and_all_else_as_it_was(tmp_path):
    output = tmp_path / "output"
    written, after = write_few(EDIT, output, site(output))
    same = ("about/index.html", "assets/a.css", "gone/index.html")
    assert written == Written(changed=("index.html",), same=same)
    assert is_whole(output, EDITED)
    assert after == trees(place_of(output))


@pytest.mark.parametrize("swap", [None, by_renames], ids=["in one call", "by two renames"])
def test_edit_after_edit_stays_right_and_known(tmp_path, swap):
    output = tmp_path / "output"
    lie, options = site(output), {"swap": swap} if swap else {}
    for number in range(4):
        edit = {"index.html": b"%d" % number, f"assets/{number % 2}.js": b"%d" % number}
        _, lie = write_few(edit, output, lie, **options)
        assert lie == trees(place_of(output))
        assert contents(output).items() >= edit.items()
    assert write_tree(contents(output), output).changed == ()


def test_nothing_of_the_former_texts_is_left_in_the_shadow(tmp_path):
    output = tmp_path / "output"
    write_few(EDIT, output, site(output))
    assert contents(place_of(output).tree) == {path: of for path, of in OLD.items() if path != "index.html"}
    assert not (place_of(output).tree / LISTING).exists()


def test_the_shadow_takes_no_room_for_what_has_not_changed(tmp_path):
    output = tmp_path / "output"
    write_few(EDIT, output, site(output))
    about = "about/index.html"
    assert (output / about).samefile(place_of(output).tree / about)


def test_without_second_names_on_the_disk_the_shadow_has_files_of_its_own(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(1, "not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    output = tmp_path / "output"
    _, lie = write_few(EDIT, output, site(output))
    assert not (output / "assets/a.css").samefile(place_of(output).tree / "assets/a.css")
    written, _ = write_few({"index.html": b"again"}, output, lie)
    assert written.changed == ("index.html",)
    assert is_whole(output, {**OLD, "index.html": b"again"})


def test_what_somebody_else_put_there_stays(tmp_path):
    output = tmp_path / "output"
    write_tree(OLD, output)
    (output / "CNAME").write_bytes(b"stories.example.org")
    write_tree({**OLD, "index.html": b"with"}, output)
    write_few(EDIT, output, trees(place_of(output)))
    assert is_whole(output, EDITED, {"CNAME": b"stories.example.org"})


def put_something(output: Path) -> None:
    (output / "about/mine.txt").write_bytes(b"mine")


def take_something(output: Path) -> None:
    (output / "gone/index.html").unlink()


def put_into_shadow(output: Path) -> None:
    place_of(output).tree.mkdir(parents=True, exist_ok=True)
    (place_of(output).tree / "stray.txt").write_bytes(b"?")


@pytest.mark.parametrize("deed", [put_something, take_something, put_into_shadow])
def test_where_things_lie_otherwise_nothing_is_done(tmp_path, deed):
    output = tmp_path / "output"
    lie = site(output)
    deed(output)
    before = contents(output)
    assert write_few(EDIT, output, lie) is None
    assert contents(output) == before


def test_a_shadow_that_was_changed_is_not_gone_by(tmp_path):
    output = tmp_path / "output"
    _, lie = write_few(EDIT, output, site(output))
    page = place_of(output).tree / "about/index.html"
    page.unlink()
    page.write_bytes(b"spoilt")
    assert write_few({"index.html": b"more"}, output, lie) is None


def test_a_new_folder_is_left_to_a_whole_writing(tmp_path):
    output = tmp_path / "output"
    assert write_few({"other/index.html": b""}, output, site(output)) is None


def test_what_somebody_puts_in_at_the_last_moment_is_taken_over(tmp_path):
    output = tmp_path / "output"
    lie = site(output)

    def at(step: str) -> None:
        if step == "complete":
            put_something(output)

    write_few(EDIT, output, lie, at=at)
    assert is_whole(output, EDITED, {"about/mine.txt": b"mine"})


@pytest.mark.parametrize("swap", [None, by_renames], ids=["in one call", "by two renames"])
def test_stopped_at_any_step_a_whole_site_stands_and_the_next_build_puts_the_rest_right(tmp_path, swap):
    options = {"swap": swap} if swap else {}
    steps: list[str] = []
    rehearsal = tmp_path / "rehearsal"
    write_few(EDIT, rehearsal, site(rehearsal), at=steps.append, **options)
    assert len(steps) > 12
    for number in range(len(steps)):
        output = tmp_path / str(number)
        lie, left = site(output), iter(range(number))

        def at(step: str, left=left) -> None:
            if next(left, None) is None:
                raise KeyboardInterrupt(step)

        with pytest.raises((KeyboardInterrupt, EnvironmentProblem)):
            write_few(EDIT, output, lie, at=at, **options)
        write_tree(EDITED, output)
        assert is_whole(output, EDITED), steps[number]
        assert not contents(place_of(output).tree).keys() - EDITED.keys()


EDITS = st.lists(st.tuples(st.lists(HANDS, max_size=2), TREES, st.booleans()), max_size=6)


@given(TREES, EDITS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_edits_between_any_hands_come_to_what_was_built_and_put_there(first, edits):
    base = Path(tempfile.mkdtemp())
    output, foreign = base / "output", {}
    built = {"index.html": b"", **first}
    try:
        write_tree(built, output)
        lie = trees(place_of(output))
        for deeds, edit, one_call in edits:
            for deed in deeds:
                hand(output, foreign, built, deed)
            edit = {path: content for path, content in edit.items() if path in built}
            # Only by a build that has found its own files as it left them are a few of them written.
            is_intact = lie.site.has_files(output, (*built, LISTING))
            done = write_few(edit, output, lie, **({} if one_call else {"swap": by_renames})) if is_intact else None
            built |= edit
            if done is None:
                write_tree(built, output)
            lie = done[1] if done else trees(place_of(output))
            assert is_whole(output, built, foreign)
            assert lie == trees(place_of(output))
    finally:
        shutil.rmtree(base)


def is_at(lie: Laid, root: Path) -> bool:
    return lie.has_folders(root) and lie.has_files(root, lie.files)


def test_a_tree_lies_as_it_did_until_something_is_written_put_or_taken(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/page").write_bytes(b"1")
    os.symlink("page", tmp_path / "a/b/link")
    lie = laid(tmp_path)
    assert lie.files.keys() == {"a/b/page", "a/b/link"}
    assert lie.folders.keys() == {"", "a", "a/b"}
    assert is_at(lie, tmp_path)
    (tmp_path / "a/b/page").write_bytes(b"22")
    assert not is_at(lie, tmp_path)
    lie = laid(tmp_path)
    (tmp_path / "a/new").write_bytes(b"")
    assert not is_at(lie, tmp_path)
    assert not is_at(lie, tmp_path / "elsewhere")
