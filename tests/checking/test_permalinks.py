"""Addresses that were published: each is kept, leads on, says that something was here, or is told of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.checking.permalinks import ADDRESSES, _without, listed, whole_address, with_addresses
from sitegen.pipeline import Build
from tests.sites import built, story

E = "content/2022-23"
FILES = {
    "content/hubs.yaml": "- {id: archimedes, name: Archimedes}\n",
    f"{E}/oak.md": story("Oak", school="Oak School", hub="Archimedes"),
    f"{E}/elm.md": story("Elm", aliases="[/2022-23/old-elm/, 2022-23/older-elm/index.html]"),
}


def made(tmp_path: Path, addresses: str, extra: Mapping[str, str] = {}) -> Build:
    return built(tmp_path, {**FILES, ADDRESSES: addresses, **extra})


def told(found: Build) -> list[tuple[str, int]]:
    return [(p.code, p.where.line) for p in found.problems]


def test_addresses_that_the_site_has_are_kept(tmp_path):
    addresses = (
        "# Remarks and empty lines are passed over.\n\nindex.html\n2022-23\n2022-23/oak/  # our first\n/2022-23/elm\n"
        "2022-23/elm/index.html\nstories.json\nhubs/archimedes\nschools/oak-school/index.html\n2022-23/print/\n"
    )
    assert told(made(tmp_path, addresses)) == []


def test_the_list_is_no_stray_file(tmp_path):
    assert "ignored-file" not in [code for code, _ in told(made(tmp_path, "2022-23\n"))]


def test_an_address_that_a_page_names_as_its_former_one_is_kept(tmp_path):
    assert told(made(tmp_path, "2022-23/old-elm\n2022-23/older-elm\n")) == []


def test_an_address_that_is_gone_is_an_error_at_its_line(tmp_path):
    found = made(tmp_path, "2022-23\n  2022-23/ash\n")
    assert told(found) == [("lost-address", 2)]
    assert (found.problems[0].where.column, found.problems[0].where.width) == (3, len("2022-23/ash"))
    assert "`aliases: [2022-23/ash]`" in found.problems[0].fix


def test_an_address_is_told_of_once_however_often_it_is_listed(tmp_path):
    assert len(told(made(tmp_path, "2022-23/ash\n2022-23/ash/\n2022-23/ash/index.html\n"))) == 1


def test_where_a_page_has_moved_the_file_is_named(tmp_path):
    found = made(tmp_path, "2021-22/primary/oak\n")
    assert f"Did it move to {E}/oak.md?" in found.problems[0].fix


@pytest.mark.parametrize(("fields", "code"), [
    ({"withdrawn": "yes"}, "emptied-address"),
    ({"expires_on": "2023-01-01"}, "emptied-address"),
    ({"withdrawn": "yes", "tombstone": "yes"}, None),
    ({"draft": "yes"}, "lost-address"),
    ({"publish_on": "2030-01-01"}, "lost-address"),
])  # fmt: skip
def test_what_was_taken_down_is_a_warning_and_what_is_held_back_an_error(tmp_path, fields, code):
    found = made(tmp_path, "2022-23/ash\n", {f"{E}/ash.md": story("Ash", **fields)})
    assert told(found) == ([(code, 1)] if code else [])


def test_the_former_address_of_a_page_that_was_taken_down_is_a_warning(tmp_path):
    ash = story("Ash", aliases="[2022-23/old-ash]", withdrawn="yes")
    assert told(made(tmp_path, "2022-23/old-ash\n", {f"{E}/ash.md": ash})) == [("emptied-address", 1)]


@pytest.mark.parametrize("address", [
    "schools/gone", "themes/gone", "people/gone", "browse/themes/gone", "hubs/archimedes/quotes.csv",
])  # fmt: skip
def test_a_page_that_comes_and_goes_with_stories_is_a_warning(tmp_path, address):
    assert told(made(tmp_path, f"{address}\n")) == [("emptied-address", 1)]


def test_a_hub_that_is_gone_is_an_error(tmp_path):
    assert told(made(tmp_path, "hubs/gone\n")) == [("lost-address", 1)]


def test_a_part_of_the_site_need_not_keep_what_the_whole_has_promised(tmp_path):
    files = {**FILES, ADDRESSES: "2021-22\n"}
    assert [p.code for p in built(tmp_path, files, edition="2022-23").problems] == []


@pytest.mark.parametrize("said", [
    "2022-23/oak", "/2022-23/oak/", " 2022-23/oak/index.html ", "https://stories.example.org/report/2022-23/oak/",
    "http://stories.example.org/report/2022-23/oak/?utm_source=mail", "2022-23/%6Fak",
])  # fmt: skip
def test_an_address_may_be_written_as_people_write_it(said):
    assert whole_address(said, "https://stories.example.org/report/") == "2022-23/oak/index.html"


def test_an_address_of_another_site_is_told_as_one(tmp_path):
    (problem,) = made(tmp_path, "https://other.example/2022-23/oak\n").problems
    assert problem.code == "lost-address"
    assert "no address of this site" in problem.what
    assert "aliases" not in problem.fix


def test_a_page_whose_name_has_changed_a_little_is_asked_about(tmp_path):
    (problem,) = made(tmp_path, "2022-23/oaks\n").problems
    assert "Did it move to content/2022-23/oak.md?" in problem.fix
    (problem,) = made(tmp_path / "other", "2022-23/oaks\n2022-23/oak\n").problems
    assert "Did it move" not in problem.fix


def test_nothing_is_to_be_taken_out_of_an_archive():
    assert "take the address out of content/addresses.txt" in _without(ADDRESSES)
    assert "take" not in _without("report.zip")
    assert "take" not in _without("last year")


def test_the_address_of_the_site_itself_is_its_first_page():
    assert whole_address("https://stories.example.org/", "https://stories.example.org/") == "index.html"


def test_a_list_grows_by_what_it_lacks_and_keeps_its_own_lines():
    text = "# Ours.\n2022-23/oak/   # the first\n"
    assert with_addresses(text, ["2022-23/oak/index.html"]) == text
    grown = with_addresses(text, ["stories.csv", "2022-23/elm/index.html"])
    assert grown == text + "2022-23/elm\nstories.csv\n"
    begun = with_addresses("", ["2022-23/index.html"])
    assert [former.address for former in listed(begun, ADDRESSES)] == ["2022-23/index.html"]
    assert begun.startswith("# ")
