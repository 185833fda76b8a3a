from __future__ import annotations

import pytest

from sitegen.schema.blocks import block_schemas, check_settings
from tests.schema.given import fields, is_plain_english, short

BLOCKS = block_schemas()
PROMISED = "stat quote chart timeline finding implication person links note key-findings letter figure gallery citation"


def test_every_block_of_the_design_is_there() -> None:
    assert list(BLOCKS) == PROMISED.split()


def test_which_blocks_need_a_title() -> None:
    assert {n for n, b in BLOCKS.items() if b.title == "required"} == {"stat", "chart", "finding", "person"}
    assert all(BLOCKS[n].title == "optional" for n in ("timeline", "key-findings", "links", "gallery", "citation"))


def test_which_blocks_may_be_without_a_body() -> None:
    assert {n for n, b in BLOCKS.items() if not b.body} == {"chart", "person", "figure"}


@pytest.mark.parametrize(("name", "keys"), [
    ("stat", "period source population place comparison note"),
    ("quote", "by role place case paraphrase consent"),
    ("chart", "type unit measure data status description period place population source note highlight"),
    ("person", "role place image alt decorative credit shows consent"),
    ("figure", "file alt decorative credit shows consent status"),
])  # fmt: skip
def test_the_settings_of_a_block(name: str, keys: str) -> None:
    assert [f.key for f in BLOCKS[name].schema.fields] == keys.split()


def test_settings_are_understood() -> None:
    made = check_settings(BLOCKS["quote"], fields("by: Emily Pringle\ncase: 7\nparaphrase: yes\nconsent: C-1, C-2"))
    assert made.problems == ()
    assert {k: v.value for k, v in made.value.items()} == {
        "by": "Emily Pringle", "case": 7, "paraphrase": True, "consent": ("C-1", "C-2"),
    }  # fmt: skip


@pytest.mark.parametrize(("name", "text", "where", "suggestion"), [
    ("chart", "tpye: bar", ("unknown-setting", 1, 1, 4), "type"),
    ("chart", "type: pie", ("bad-setting", 1, 7, 3), None),
    ("chart", "type: collumn", ("bad-setting", 1, 7, 7), "column"),
    ("quote", "case: seven", ("bad-setting", 1, 7, 5), None),
    ("quote", "by: A\nBy: B", ("duplicate-setting", 2, 1, 2), None),
    ("note", "period: 2022/23", ("unknown-setting", 1, 1, 6), None),
])  # fmt: skip
def test_problems_speak_of_settings(
    name: str, text: str, where: tuple[str, int, int, int], suggestion: str | None
) -> None:
    (problem,) = check_settings(BLOCKS[name], fields(text)).problems
    assert short(problem) == where
    assert problem.suggestion == suggestion
    assert is_plain_english(problem)
    assert "field" not in problem.what


@pytest.mark.parametrize("name", BLOCKS)
def test_the_example_of_every_block_opens_and_closes_it(name: str) -> None:
    lines = BLOCKS[name].example.splitlines()
    assert lines[0].lstrip(":").split()[0] == name
    assert set(lines[-1]) == {":"}
