"""How words are sought: a sign that is tried first spares work and changes nothing."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest

from sitegen.checking.lint import lint
from sitegen.checking.seeking import begins, in_lines_with, lines_with
from sitegen.problems.problem import Problem
from tests.pages import sites

PLANTED = (
    "A child in Year 2", "One boy in her class", "a pupil from the school's oldest year group", "A Year 6 pupil who",
    "one particular pupil", "a single learner", "Reception pupil", "A girl with a hearing aid", "One child who rarely",
    "taught a pupil with an EHCP", "mentored a boy", "She worked with a quiet pupil", "pupil premium", "The child's",
    "Emma, Year 4.", "Zainab Khan (aged 9)", "Keira, who is aged 10,", "Mohammed, a Year 5 pupil,", "Xanthippe, pupil",
    "Emma Lee (Year 5)", "Will who is a student", "two pupils", "TWO Pupils", "02 children", "3 of the Year 6 girls",
    "12 of the 4 learners", "four new", "2,003 pupils", "Groups of three pupils", "two boys per table", "Four",
)
BETWEEN = (" ", ". ", "\n", ", ", " and ", "\n\n", " we talk of numbers. ", " teachers (", "! ", "; the ")


def texts(number: int) -> Iterator[str]:
    for seed in range(number):
        chance = random.Random(seed)
        yield "".join(chance.choice(PLANTED) + chance.choice(BETWEEN) for _ in range(chance.randrange(2, 30)))


def every_line(_: object, text: str) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in re.finditer(".+", text))


def told() -> tuple[Problem, ...]:
    """All that is told of many texts, with their places: each is its file's source as well."""
    own = {f"2022-23/{n}": text for n, text in enumerate(texts(60))}
    stories = [sites.story(id_, "A", text=sites.text(plain=text)) for id_, text in own.items()]
    return lint(sites.site(stories), {f"content/{id_}.md": text for id_, text in own.items()}, jobs=1)


def test_lines_without_a_sign_have_nothing_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with_signs = told()
    for module in ("seeking", "wording.children"):
        monkeypatch.setattr(f"sitegen.checking.{module}.lines_with", every_line)
    assert told() == with_signs
    assert {"child-identifiable", "small-count"} <= {p.code for p in with_signs}


def test_a_dear_pattern_is_tried_once_in_each_line_with_the_sign_and_in_no_other() -> None:
    text = "no\nan ox and an ox\n\nno\nox\nno"
    assert [text[start:end] for start, end in lines_with(re.compile("ox"), text)] == ["an ox and an ox", "ox"]
    assert [f[0] for f in in_lines_with(re.compile("ox"), re.compile(r"\w+ ox|ox$"), text)] == ["an ox", "an ox", "ox"]
    assert list(lines_with(re.compile("ox"), "")) == []


@pytest.mark.parametrize("text", ["one", "One one", "bone", "stone two", "two-one", "other,one", "é one éone"])
def test_words_are_found_where_they_begin(text: str) -> None:
    plain, quick = re.compile(r"\b(?:one|two|other)"), re.compile(begins("one", "two", "other"))
    assert [f.span() for f in quick.finditer(text)] == [f.span() for f in plain.finditer(text)]
