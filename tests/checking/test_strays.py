"""Files that nothing uses are told of, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.pipeline import Build
from tests.sites import built, story


def strays(result: Build) -> dict[str, str]:
    return {p.where.file: p.fix for p in result.problems if p.code == "ignored-file"}


def test_a_misspelt_register_is_named_with_the_right_one(tmp_path: Path) -> None:
    found = strays(built(tmp_path, {"content/glosary.yaml": "- {term: A, definition: B}\n"}))
    assert found == {"content/glosary.yaml": 'Did you mean "content/glossary.yaml"? Rename the file.'}


@pytest.mark.parametrize("name", ["notes.docx", "notes.txt", "figures.csv", "plan.pdf"])
def test_a_file_that_no_story_uses_is_told_of(tmp_path: Path, name: str) -> None:
    assert list(strays(built(tmp_path, {f"content/2022-23/{name}": b"PK"}))) == [f"content/2022-23/{name}"]


def test_what_a_story_uses_is_no_stray(tmp_path: Path) -> None:
    chart = "::: chart Schools that took part\nunit: schools\nsource: Us\ndata: figures.csv\n:::\n"
    result = built(tmp_path, {
        "content/hubs.yaml": "- {id: a, name: A}\n",
        "content/kinds/visit.yaml": "name: Visit\nplural: Visits\nfields: {}\n",
        "content/2022-23/figures.csv": "Stage,Schools\nOne,2\nTwo,3\n",
        "content/2022-23/plan.pdf": b"%PDF-1.4",
        "content/2022-23/a.md": story("A", f"[The plan](plan.pdf) in full.\n\n{chart}"),
    })  # fmt: skip
    assert strays(result) == {}
    assert any(address.startswith("assets/plan.") for address in result.outputs)


def test_what_lies_beside_a_draft_is_not_told_of(tmp_path: Path) -> None:
    result = built(tmp_path, {
        "content/2022-23/a/index.md": story("A", "[The plan](plan.pdf) in full.", draft="yes"),
        "content/2022-23/a/plan.pdf": b"%PDF-1.4",
    })  # fmt: skip
    assert strays(result) == {}
    assert not any("plan" in address for address in result.outputs)


def test_a_register_with_another_ending_is_to_be_renamed(tmp_path: Path) -> None:
    found = strays(built(tmp_path, {"content/hubs.yml": "- {id: a, name: A}\n", "content/2022-23/a.md": story("A")}))
    assert found == {"content/hubs.yml": 'Rename it to "hubs.yaml".'}


def test_a_second_site_file_is_told_of_once(tmp_path: Path) -> None:
    found = strays(built(tmp_path, {"content/site.yml": "title: A\n"}))
    assert found == {"content/site.yml": 'Move what it holds to "site.yaml".'}
