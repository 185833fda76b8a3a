from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.problems.problem import Problem, Where
from sitegen.reading.document import read_document
from sitegen.reading.values import SourceFile


def read(text: str):
    return read_document(SourceFile("content/a.md", text, "digest"))


def at(problem: Problem) -> str:
    return f"{problem.code} {problem.where.line}:{problem.where.column}+{problem.where.width}"


def test_fields_and_body_have_their_places_in_the_file():
    document = read("---\ntitle: A story\nhub: X\n---\n\nText.\n").value
    assert document.meta.where == Where("content/a.md", 1, 1, 3)
    assert [e.value.where.line for e in document.meta] == [2, 3]
    assert (document.body, document.body_line) == ("\nText.\n", 5)
    assert (document.path, document.digest) == ("content/a.md", "digest")


@pytest.mark.parametrize(
    "text",
    [
        "---  \ntitle: A\n---\t\nText.",
        "\n\n---\ntitle: A\n---\nText.",
        "---\ntitle: A\n...\nText.",
        "---\ntitle: A\n...  \nText.",
    ],
)
def test_spaces_behind_the_hyphens_blank_lines_above_and_three_dots_are_fine(text):
    checked = read(text)
    assert checked.problems == ()
    assert checked.value.body == "Text."
    assert text.split("\n")[checked.value.body_line - 1] == "Text."
    assert text.split("\n")[checked.value.meta.where.line - 1].startswith("---")


def test_a_file_may_hold_fields_alone():
    document = read("---\ntitle: A\n---").value
    assert (document.body, document.body_line) == ("", 4)


def test_empty_fields_are_fields():
    document = read("---\n---\nText.").value
    assert document.meta.entries == ()
    assert document.meta.where == Where("content/a.md", 1, 1, 3)


def test_a_ruled_line_in_the_body_stays_there():
    document = read("---\ntitle: A\n---\nOne.\n\n---\n\nTwo.").value
    assert document.body == "One.\n\n---\n\nTwo."


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n"])
def test_an_empty_file_is_said_at_its_start(text):
    checked = read(text)
    assert [at(p) for p in checked.problems] == ["empty-file 1:1+1"]
    assert checked.value is None


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("# A story\n", "Start the file with a line of three hyphens"),
        ("\n\ntitle: A\n---\nText.", "above the fields"),
        ("----\ntitle: A\n----\n", '("----") seems to be meant'),
        ("—\ntitle: A\n---\n", '("—") seems to be meant'),
        (" ---\ntitle: A\n---\n", "at the start of the line"),
        ("+++\ntitle = 'A'\n+++\n", '("+++") seems to be meant'),
    ],
)
def test_a_file_without_front_matter_is_said_at_its_start(text, help):
    checked = read(text)
    assert [at(p) for p in checked.problems] == ["no-front-matter 1:1+1"]
    assert help in checked.problems[0].fix
    assert checked.value is None


@pytest.mark.parametrize(
    ("text", "help", "body_line"),
    [
        ("---\ntitle: A\nhub: B\n\nText.\n", "on line 3", 4),
        ("---\ntitle: A\nhub: B\n\nText.\n\n---\n\nMore.", "on line 3", 4),
        ("---\ntitle: A\nhub: B\n## Heading\n", "on line 3", 4),
        ("---\ntitle: A\nhub: B\n::: note\nX\n:::\n", "on line 3", 4),
        ("\n---\ntitle: A\nhub: B\n-----\nText.\n", 'Line 5 ("-----")', 6),
        ("---\ntitle: A\nhub: B\n—--\nText.\n", 'Line 4 ("—--")', 5),
        ("---\ntitle: A\nhub: B", "on line 3", 4),
    ],
)
def test_front_matter_that_is_never_closed_is_read_as_far_as_it_goes(text, help, body_line):
    checked = read(text)
    opening = text.split("\n").index("---") + 1
    assert [at(p) for p in checked.problems] == [f"unclosed-front-matter {opening}:1+3"]
    assert help in checked.problems[0].fix
    assert [e.key.text for e in checked.value.meta] == ["title", "hub"]
    assert checked.value.body_line == body_line


@pytest.mark.parametrize("text", ["---\n- a\n- b\n---\n", "---\njust text\n---\n"])
def test_front_matter_that_is_no_fields_is_said_where_it_starts(text):
    checked = read(text)
    assert [at(p).split("+")[0] for p in checked.problems] == ["not-a-mapping 2:1"]
    assert checked.value is None


def test_slips_in_the_fields_stand_at_their_lines_of_the_file():
    checked = read("\n---\ntitle: A: b\n\nhub: @x\n---\nText.")
    assert [at(p) for p in checked.problems] == ["yaml-colon 3:8+4", "yaml-reserved 5:6+2"]
    assert [e.value.text for e in checked.value.meta] == ["A: b", "@x"]


def test_fields_after_a_blank_line_and_a_text_line_do_not_look_like_a_story():
    checked = read("---\ntitle: A\n\njust text\nhub: X\n---\nText.")
    assert [at(p) for p in checked.problems] == ["yaml-syntax 4:1+9"]
    assert checked.value.body == "Text."


PIECES = ["---", "...", "\n", "a: b", "- c", " ", "# d", "Text", "—", ": ", '"', "\t"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_text_raises_and_the_body_is_the_end_of_the_text(text):
    document = read(text).value
    assert document is None or "\n".join(text.split("\n")[document.body_line - 1 :]) == document.body
