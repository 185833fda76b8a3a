"""The addresses of a former release, whatever it is kept as."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from sitegen.writing.bag import Bag, write_bag
from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.former import former_list, promised
from sitegen.writing.write import write_tree

SITE = dict.fromkeys(
    (
        "index.html", "404.html", "stories.json", "stories.csv", "robots.txt", "2022-23/index.html",
        "2022-23/print/index.html", "2022-23/oak/index.html", "about/index.html", "hubs/index.html",
        "hubs/code/index.html", "hubs/code/stories.csv", "schools/oak/index.html", "people/ada/index.html",
        "browse/index.html", "browse/phase/primary/index.html", "assets/site.12345678.css", "docs/index.html",
        "themes/talk/index.html", "search/index.html", "search/manifest.js",
    ), b"x"
)  # fmt: skip
KEPT = [
    "2022-23/index.html", "2022-23/oak/index.html", "about/index.html", "hubs/code/index.html",
    "hubs/code/stories.csv", "hubs/index.html", "schools/oak/index.html", "stories.csv",
    "stories.json", "themes/talk/index.html",
]  # fmt: skip


def test_what_others_link_to_is_promised_and_what_the_site_makes_for_itself_is_not():
    assert list(promised(SITE)) == KEPT


def test_an_archive_is_read(tmp_path):
    write_bag(tmp_path / "a.zip", Bag("stories", (), {}, SITE))
    assert former_list(tmp_path / "a.zip").split("\n") == KEPT


def test_the_folder_of_a_site_is_read(tmp_path):
    write_tree(SITE, tmp_path / "output")
    assert former_list(tmp_path / "output").split("\n") == KEPT


def test_an_archive_that_was_unpacked_is_read(tmp_path):
    write_bag(tmp_path / "a.zip", Bag("stories", (), {}, SITE))
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    assert former_list(tmp_path / "unpacked").split("\n") == KEPT
    assert former_list(tmp_path / "unpacked" / "stories").split("\n") == KEPT


def test_a_list_is_taken_as_it_stands(tmp_path):
    (tmp_path / "list.txt").write_bytes(b"\xef\xbb\xbf2022-23\npeople/ada\n")
    assert former_list(tmp_path / "list.txt") == "2022-23\npeople/ada\n"


def drafts(path: Path) -> None:
    write_tree(SITE, path, drafts=True)


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", json.dumps("no site"))


@pytest.mark.parametrize(("name", "make", "says"), [
    ("nothing", lambda path: None, "There is no file and no folder"),
    ("empty", Path.mkdir, "holds no site that sitegen has built"),
    ("drafts", drafts, "holds a preview with drafts"),
    ("a.zip", other_zip, "is no archive that sitegen has made"),
    ("b.zip", lambda path: path.write_bytes(b"PK"), "is damaged"),
    ("list.txt", lambda path: path.write_bytes(b"\xff\xfe2"), "saved as UTF-8"),
])  # fmt: skip
def test_what_is_no_former_release_is_told_in_a_line(tmp_path, name, make, says):
    make(tmp_path / name)
    with pytest.raises(EnvironmentProblem, match=says):
        former_list(tmp_path / name)
