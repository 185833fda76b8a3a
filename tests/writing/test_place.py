from __future__ import annotations

import shutil

import pytest

from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.listing import LISTING, holds_drafts
from sitegen.writing.place import check_folder
from sitegen.writing.write import write_tree
from tests.writing.trees import NEW, OLD, by_renames, contents


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "site" / "content"
    folder.mkdir(parents=True)
    (folder / "site.yaml").write_text("title: x\n")
    return folder


@pytest.mark.parametrize("where", [".", "output", "2022-23/deep/output", "..", "../..", "../content/../content"])
def test_an_output_in_content_or_around_it_is_refused(content, where):
    with pytest.raises(EnvironmentProblem, match="neither lie in content/ nor contain it"):
        write_tree(OLD, content / where, apart_from=[content])
    assert contents(content) == {"site.yaml": b"title: x\n"}


def test_an_output_in_content_by_way_of_a_link_is_refused(content, tmp_path):
    (tmp_path / "elsewhere").symlink_to(content)
    with pytest.raises(EnvironmentProblem, match="neither lie in content/ nor contain it"):
        check_folder(tmp_path / "elsewhere" / "output", [content])


def test_an_output_beside_content_is_fine(content):
    check_folder(content.parent / "output", [content])
    check_folder(content.parent / "content-of-mine", [content])


def test_a_folder_with_files_that_no_build_made_is_refused_and_left_alone(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.jpg").write_bytes(b"a")
    with pytest.raises(EnvironmentProblem, match="is not empty and was not made by sitegen"):
        write_tree(OLD, tmp_path / "photos")
    assert contents(tmp_path) == {"photos/a.jpg": b"a"}
    assert [p.name for p in tmp_path.iterdir()] == ["photos"]


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "output").mkdir()
    write_tree(OLD, tmp_path / "output")
    assert contents(tmp_path / "output") == OLD


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "output").write_bytes(b"mine")
    with pytest.raises(EnvironmentProblem, match="it is a file, not a folder"):
        write_tree(OLD, tmp_path / "output")
    assert (tmp_path / "output").read_bytes() == b"mine"


@pytest.mark.parametrize("drafts", [True, False])
def test_a_folder_holds_a_site_with_drafts_or_the_released_one_and_never_the_other(tmp_path, drafts):
    output = tmp_path / "output"
    write_tree(OLD, output, drafts=drafts)
    assert holds_drafts(output) is drafts
    listing = (output / LISTING).read_bytes()
    with pytest.raises(EnvironmentProblem) as refusal:
        write_tree(NEW, output, drafts=not drafts)
    said = "drafts, so the site is not released over" if drafts else "the released site, so drafts are not shown in"
    assert str(refusal.value) == f"{output} holds {said} it. Choose another folder with --output, or delete that one."
    assert contents(output) == OLD
    assert (output / LISTING).read_bytes() == listing
    write_tree(NEW, output, drafts=drafts)
    assert contents(output) == NEW


def test_a_folder_that_was_deleted_or_emptied_takes_either(tmp_path):
    output = tmp_path / "output"
    for drafts in (True, False, True):
        write_tree(OLD, output, drafts=drafts)
        shutil.rmtree(output)
        assert not holds_drafts(output)


def test_a_site_of_drafts_that_is_found_in_the_middle_of_an_exchange_is_not_released_over(tmp_path):
    output = tmp_path / "output"

    class Killed(BaseException):
        pass

    def at(step: str) -> None:
        if step == "site moved aside":
            raise Killed

    write_tree(OLD, output, drafts=True)
    with pytest.raises(Killed):
        write_tree(NEW, output, drafts=True, at=at, swap=by_renames)
    with pytest.raises(EnvironmentProblem, match="holds drafts"):
        write_tree(OLD, output)
    assert holds_drafts(output)
    assert contents(output) == NEW


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"files": []}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_list_is_refused_in_one_line(tmp_path, damage):
    output = tmp_path / "output"
    write_tree(OLD, output)
    (output / LISTING).write_bytes(damage)
    with pytest.raises(EnvironmentProblem, match=r"is damaged.*Delete the folder") as refusal:
        write_tree(OLD, output)
    assert "\n" not in str(refusal.value)
    assert contents(output) == OLD
