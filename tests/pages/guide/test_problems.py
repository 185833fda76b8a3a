"""Every problem has its cause and its cure, and the cures are tried on the tiny broken sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.pages.guide.problems import problems
from sitegen.pages.guide.shipped import topics
from sitegen.pages.guide.values import Section
from sitegen.pipeline import Options, build
from sitegen.problems.codes import CODES
from sitegen.schema.values import Values
from tests.sites import ROOT, TODAY
from tests.test_broken_sites import made

TOLD: dict[str, Values] = {
    code: value.value for topic in topics().values() for code, value in topic["problems"].value.items()
}
SHOWN = sorted(code for code, said in TOLD.items() if "wrong" in said)


def sections() -> dict[str, Section]:
    return {s.id: s for s in problems().sections}


def test_every_code_is_told_of_once_and_no_other() -> None:
    every = [code for topic in topics().values() for code in topic["problems"].value]
    assert sorted(every) == sorted(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_has_a_section_of_its_own_with_its_cause_and_its_cure(code: str) -> None:
    section = sections()[code]
    assert (section.title, section.label) == (code, CODES[code].severity)
    assert "**Cause.** " in section.text
    assert "**Cure.** " in section.text
    assert ("overrides: [{problem: " + code in section.text) == CODES[code].overridable


def test_no_two_causes_and_no_two_problems_are_told_in_the_same_words() -> None:
    assert len({said["cause"].text for said in TOLD.values()}) == len(CODES)
    assert len({said["cause"].text + said["cure"].text for said in TOLD.values()}) == len(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_causes_and_cures_are_whole_sentences_and_no_more_than_three(code: str) -> None:
    for key in ("cause", "cure"):
        text = TOLD[code][key].text
        assert text[0].isupper()
        assert text.endswith(".")
        assert text.count(". ") < 3


def test_where_a_slip_is_shown_so_is_what_to_write_instead() -> None:
    assert [code for code, said in TOLD.items() if ("wrong" in said) != ("right" in said)] == []
    assert len(SHOWN) > 75


def names(site: Path) -> set[str]:
    options = Options(site, site / "output", ROOT / "templates", TODAY, write=False, deep=True)
    return {problem.code for problem in build(options).problems}


@pytest.mark.parametrize("code", SHOWN)
def test_what_is_shown_as_wrong_is_told_of_and_is_mended_by_what_is_shown_instead(code: str, tmp_path: Path) -> None:
    site = made(code, tmp_path)
    wrong, right = TOLD[code]["wrong"].value, TOLD[code]["right"].value
    files = [f for f in (site / "content").rglob("*") if f.suffix in (".md", ".yaml") and wrong in f.read_text("utf-8")]
    assert files, f"{wrong} is in no file of tests/broken/{code}"
    before = names(site)
    assert code in before
    for file in files:
        file.write_text(file.read_text("utf-8").replace(wrong, right), "utf-8")
    assert names(site) <= before - {code}
