"""What is known of plain text without Markdown and nh3 must be what these would have made of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.markup import cleaning
from sitegen.markup.apart import Apart, take_apart
from sitegen.markup.code import hide_code
from sitegen.markup.convert import convert
from sitegen.markup.definitions import Definitions
from sitegen.markup.inline import mark_inline
from sitegen.markup.lines import lines_of
from sitegen.markup.marks import Marks
from sitegen.markup.shape import in_shape
from tests.fuzz.budget import tries

PLAIN = (
    "Words, and more.", "Two lines\nof words.", "## A heading", "- one\n- two", "1. one\n2. two",
    "> Said.\n>\n> -- Ann", "<https://example.org>",
    "A [link](a.md) in it.", "It is **not** so *very* hard.", "**Bold** words begin it.", "1,000 - 3 = 997", "-- Ann",
    "A `piece` of code.", ">> Deep", "> A quotation\n>\n> - of one\n> - of two",
)  # fmt: skip
OTHER = (
    "", "", "A * star", "snake_case", "a | b\n--|--\n1 | 2", "    code", "- one\n\n- two", "- one\n\n  more", "5. five",
    "> Said.\n>", "Hard  \nbreak", "<b>bold", "Words {: .lead}", "## Hash #", "One & two", "A\u00a0space", "***", "- ",
    "*a [b* c](d.md)", "```\ncode\n```", "<div>\n\nWords\n\n</div>", "\t",
)  # fmt: skip


def marked(text: str) -> str:
    marks = Marks()
    return mark_inline(in_shape(hide_code(lines_of(text), marks).value, marks), marks, Definitions())


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_read_by_nobody(text: str) -> None:
    assert take_apart(marked(text)).is_all


@pytest.mark.parametrize("text", [text for text in OTHER if text.strip()])
def test_what_means_more_than_its_words_is_read(text: str) -> None:
    assert not take_apart(marked(text)).is_all


def test_no_run_is_taken_out_of_html_that_may_go_on_over_it() -> None:
    assert not take_apart(marked("Plain.\n\n<div>\n\nPlain.\n\n</div>")).runs


@given(st.lists(st.sampled_from(PLAIN + OTHER), max_size=6), st.sampled_from(("\n\n", "\n\n\n\n", "\n")))
@example(["- one", "", "- two"], "\n\n")
@example(["\t", "a | b\n--|--\n1 | 2"], "\n\n")
@tries(150)
def test_it_makes_what_markdown_and_nh3_make(blocks: list[str], between: str) -> None:
    text = between.join(blocks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "take_apart", lambda whole: Apart(whole, ()))
        slow = convert(text)
    assert convert(text) == slow
