from __future__ import annotations

import pytest

from sitegen.writing import EnvironmentProblem, check_folder, write_tree
from sitegen.writing.listing import LISTING
from tests.writing.trees import OLD, contents


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


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"files": []}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_list_is_refused_in_one_line(tmp_path, damage):
    output = tmp_path / "output"
    write_tree(OLD, output)
    (output / LISTING).write_bytes(damage)
    with pytest.raises(EnvironmentProblem, match=r"is damaged.*Delete the folder") as refusal:
        write_tree(OLD, output)
    assert "\n" not in str(refusal.value)
    assert contents(output) == OLD
