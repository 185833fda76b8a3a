"""What `overrides` may allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import built, story


def told(root: Path, code: str) -> list[tuple[str, int, int, int, str | None]]:
    made = built(root, {"content/2022-23/a.md": story(overrides=f"[{{problem: {code}, reason: It is right.}}]")})
    return [(p.code, p.where.line, p.where.column, p.where.width, p.suggestion) for p in made.problems]


@pytest.mark.parametrize(
    ("code", "meant"),
    [("date-outside-years", "date-outside-year"), ("unknown-hub", None), ("nothing-of-the-kind", None)],
)
def test_a_code_that_is_no_warning_is_a_problem_at_the_value(tmp_path: Path, code: str, meant: str | None) -> None:
    assert told(tmp_path, code) == [("not-a-choice", 4, 23, len(code), meant)]


@pytest.mark.parametrize("code", ["date-outside-year", "card-and-prose"])
def test_the_code_of_a_warning_is_fine(tmp_path: Path, code: str) -> None:
    assert told(tmp_path, code) == []
