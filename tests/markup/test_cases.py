"""Texts and what becomes of them, in tests/markup/cases: each as `=== name`, the text, `---`, the outcome."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.markup.showing import everything

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(r"^=== (?P<name>.+)\n(?P<text>(?:.*\n)*?)---\n(?P<outcome>(?:(?!=== ).*\n)*)", re.MULTILINE)


def cases() -> list[object]:
    return [
        pytest.param(path, found["name"], id=f"{path.stem}: {found['name']}")
        for path in sorted(CASES.glob("*.txt"))
        for found in _CASE.finditer(path.read_text("utf-8"))
    ]


@pytest.mark.parametrize(("path", "name"), cases())
def test_a_text_becomes_what_its_case_says(path, name, request):
    written = path.read_text("utf-8")
    case = next(found for found in _CASE.finditer(written) if found["name"] == name)
    outcome = everything(case["text"].rstrip("\n")) + "\n\n"
    if request.config.getoption("--update-expected"):
        path.write_text(written[: case.start("outcome")] + outcome + written[case.end("outcome") :], "utf-8")
        return
    assert outcome.rstrip("\n") == case["outcome"].rstrip("\n")


def test_every_case_file_is_read_to_its_end():
    for path in CASES.glob("*.txt"):
        text = path.read_text("utf-8")
        assert "".join(found[0] for found in _CASE.finditer(text)) == text, path.name
