"""Slips of the hand that Markdown takes for plain text, and notes that nobody else was to read."""

from __future__ import annotations

import pytest

from sitegen.markup.convert import MarkupOptions, convert
from sitegen.markup.slips import is_place
from tests.markup.showing import codes, html_of, made


def at(text: str) -> list[tuple[str, int, int, int]]:
    return [(p.code, p.where.line, p.where.column, p.where.width) for p in made(text).problems]


@pytest.mark.parametrize(("line", "width"), [("##How it began", 2), ("###How it began", 3), ("  ##how ##", 2)])
def test_a_heading_without_its_space_stays_text_and_its_author_hears_of_it(line, width):
    body = made(f"Words\n\n{line}\nMore")
    (problem,) = body.problems
    column = len(line) - len(line.lstrip()) + 1
    assert (problem.code, problem.where.line, problem.where.column, problem.where.width) == (
        "heading-space", 3, column, width,
    )  # fmt: skip
    assert problem.fix.startswith(f"Put a space after {'#' * width}: {'#' * width} ")
    assert body.headings == ()
    assert line.strip().rstrip("# ") in body.plain


@pytest.mark.parametrize("text", ["#MathsHubs", "##1", "a ##b", "`##how`", "\\##How", "#######How", "## How"])
def test_hashes_that_begin_no_heading_are_left_alone(text):
    assert "heading-space" not in codes(text)


def test_a_block_that_opens_with_two_colons_is_the_block_that_was_meant():
    body = made("::quote\nby: Jo Lee\n\nWe see it.\n:::\n")
    assert [(p.code, p.where.line, p.where.column, p.where.width) for p in body.problems] == [("two-colons", 1, 1, 2)]
    assert [quote.text for quote in body.quotes] == ["We see it."]


def test_a_block_that_opens_and_closes_with_two_colons_ends_there():
    body = made(":: note Good to know\nWords\n::\nAfter")
    assert [(p.code, p.where.line) for p in body.problems] == [("two-colons", 1), ("two-colons", 3)]
    assert len(body.parts) == 2


def test_a_block_of_four_colons_that_closes_with_two_is_told_four():
    (problem,) = made(":::: note\nWords\n::\n").problems
    assert (problem.code, problem.suggestion) == ("two-colons", "::::")


@pytest.mark.parametrize("text", ["::", ":: words", "::before the start", "a ::quote", "std::quote", "    ::quote"])
def test_two_colons_elsewhere_are_text(text):
    assert codes(text) == []


@pytest.mark.parametrize("text", ["[the hub] (hub.md)", "[the hub]  (https://example.org/a)", "[it] (../x/y#z)"])
def test_a_space_before_an_address_is_told(text):
    (problem,) = made(f"See {text} first").problems
    start = text.index("(")
    assert problem.code == "link-space"
    assert (problem.where.column, problem.where.width) == (5 + start, len(text) - start)
    assert "]" in html_of(f"See {text} first")


def test_a_space_before_the_address_of_a_picture_is_told():
    (problem,) = made("![The hall] (hall.png)").problems
    assert (problem.code, problem.what) == ("link-space", 'A space stands before "(hall.png)", so this is no picture.')


@pytest.mark.parametrize("text", [
    "[sic] (and more)", "[3] (2022)", "[a] (e.g.)", "[a] (see page)", "[a](hub.md) (b.md)", "`[a] (b.md)`", "(b.md)",
])  # fmt: skip
def test_a_remark_behind_brackets_is_no_address(text):
    assert "link-space" not in codes(text)


@pytest.mark.parametrize(("target", "is_one"), [
    ("hub.md", True), ("/hubs/", True), ("#how", True), ("hub.md#how", True), ("mailto:a@b.org", True), ("2022", False),
    ("e.g", False), ("approx.", False), ("hall.JPG", True),
])  # fmt: skip
def test_an_address_is_told_from_a_remark(target, is_one):
    assert is_place(target) is is_one


@pytest.mark.parametrize(("line", "place"), [
    ("TODO ask Sam", (3, 1, 4)), ("- TODO: ask", (3, 3, 4)), ("> FIXME", (3, 3, 5)), ("XX schools", (3, 1, 2)),
    ("In [XX] schools", (3, 4, 4)), ("It grew by [TBC].", (3, 12, 5)), ("  TODO", (3, 3, 4)),
    (r"Up \[TO CHECK with Ann\] again", (3, 5, 19)), ("It [insert figure] grew.", (3, 4, 15)),
    ("<<<<<<< HEAD", (3, 1, 12)), (">>>>>>> b1f", (3, 1, 11)),
])  # fmt: skip
def test_a_note_to_oneself_is_told_at_its_place(line, place):
    assert ("note-to-self", *place) in at(f"Words\n\n{line}\n")


@pytest.mark.parametrize("text", [
    "Words\n=======", "the TODO list", "Todo lists help", "XXL shirts", "[TODO](todo.md)", "`[XX]`", "TODO-lists",
    "```\nTODO x\n```", ">>>>>>>> deep", "<<< x", "[to check](a.md)", "[inserted]", "[check]",
])  # fmt: skip
def test_what_only_looks_like_a_note_is_left_alone(text):
    assert "note-to-self" not in codes(text)


def test_each_line_of_a_merge_is_told_once():
    found = at("<<<<<<< HEAD\nOne\n\n=======\nTwo\n>>>>>>> other\n")
    assert [line for code, line, _, _ in found if code == "note-to-self"] == [1, 4, 6]


@pytest.mark.parametrize(("text", "found"), [
    ("\nWhat we asked\n\nWords", [("no-question", 2, 1, 13)]), ("## Why?\n\nSo.", []), ("# Why?\n\nSo.", []),
    ("\n\n", []),
])  # fmt: skip
def test_questions_and_answers_without_a_question_are_told(text, found):
    problems = convert(text, MarkupOptions(questions=True)).problems
    assert [(p.code, p.where.line, p.where.column, p.where.width) for p in problems] == found


def test_a_story_needs_no_question():
    assert codes("Words") == []


@pytest.mark.parametrize(("block", "fix"), [
    ("::: quote\nby Priti Shah\n\nWe see it.\n:::\n", "by: Priti Shah"),
    ("::: quote\nby Priti Shah\nWe see it.\n:::\n", "by: Priti Shah"),
    ("::: quote\nby Priti Shah\nrole: maths lead\n\nWe see it.\n:::\n", "by: Priti Shah"),
    ("::: stat 40%\nperiod 2022/23\nof schools\n:::\n", "period: 2022/23"),
    ("::: stat 40%\nsource: report\nperiod 2022/23\n\nof schools\n:::\n", "period: 2022/23"),
    ("::: chart Title\nstatus pending\n:::\n", "status: pending"),
])  # fmt: skip
def test_a_setting_without_its_colon_is_the_setting_that_was_meant(block, fix):
    (problem,) = (p for p in made(block).problems if p.code != "chart-pending")
    assert (problem.code, problem.suggestion, problem.fix) == ("bad-setting", fix, f"Did you mean `{fix}`?")
    assert block.split("\n")[problem.where.line - 1] == fix.replace(":", "", 1)


@pytest.mark.parametrize("block", [
    "::: quote\nBy Monday we\nhad seen it.\n\nJo Lee\n:::\n", "::: quote\nby then we had\nseen it.\n:::\n",
    "::: quote\nby Monday.\n\nMore words.\n:::\n", "::: stat 40%\nsource: x\nsource of joy\n:::\n",
    "::: note\nby Priti Shah\n\nWords.\n:::\n", "::: stat 40%\nsource: x\nschools in England\nand Wales\n:::\n",
    "::: quote\nby Priti Shah\n:::\n",
])  # fmt: skip
def test_text_that_begins_with_the_word_of_a_setting_is_text(block):
    assert "bad-setting" not in codes(block)


def test_a_chart_whose_table_lacks_its_line_is_told_which_line_to_put():
    (problem,) = made("::: chart Title\n| a | b | c |\n| x | 1 | 2 |\n:::\n").problems
    assert (problem.code, problem.where.line, problem.where.width) == ("chart-without-data", 2, 13)
    assert problem.fix == "Put a line |---|---|---| under the table's first line."
