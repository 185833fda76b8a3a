from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.problems.problem import Where
from sitegen.reading.decoding import decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbftitle: A\r\nhub: B\rkind: C\n", "title: A\nhub: B\nkind: C\n"),
        ("é 😀 עברית\n".encode(), "é 😀 עברית\n"),
        ("A\u2028B\u2029C".encode(), "A B C"),
        ("A\ufeffB".encode(), "A\u2060B"),
        (b"", ""),
    ],
)
def test_text_has_plain_line_ends_and_no_byte_order_mark(data, text):
    assert (decode(data, "f").value, decode(data, "f").problems) == (text, ())


def test_the_first_letter_of_another_encoding_is_named_with_its_place():
    checked = decode("title: A\r\nhub: école\r\nkind: “é”\r\n".encode("cp1252"), "content/a.md")
    (problem,) = checked.problems
    assert (problem.code, problem.where) == ("not-utf8", Where("content/a.md", 2, 6))
    assert 'most likely "é"' in problem.what
    assert checked.value == "title: A\nhub: école\nkind: “é”\n"


def test_columns_before_a_bad_letter_count_characters():
    (problem,) = decode("é😀 ".encode() + b"\xe9", "f").problems
    assert problem.where == Where("f", 1, 4)


def test_a_letter_that_no_encoding_has_is_not_guessed_at():
    (problem,) = decode(b"a\x81", "f").problems
    assert "most likely" not in problem.what


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_sixteen_bit_text_is_read_and_has_a_fix_of_its_own(encoding):
    mark = "" if encoding == "utf-16" else "\ufeff"
    checked = decode(f"{mark}title: é\r\n".encode(encoding), "f")
    assert [(p.code, p.where) for p in checked.problems] == [("not-utf8", Where("f"))]
    assert "Save as" in checked.problems[0].fix
    assert checked.value == "title: é\n"


@pytest.mark.parametrize("character", ["\x00", "\x02", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f", "\uffff"])
def test_an_invisible_character_is_said_once_and_becomes_a_space(character):
    checked = decode(f"one\ntwo{character} three\nfour{character}\n".encode(), "f")
    (problem,) = checked.problems
    assert (problem.code, problem.where, problem.also) == ("control-character", Where("f", 2, 4), (Where("f", 3, 5),))
    assert f"U+{ord(character):04X}" in problem.what
    assert checked.value == "one\ntwo  three\nfour \n"


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_raise_and_what_comes_is_clean(data):
    checked = decode(data, "f")
    assert not {"\r", "\x00", "\ufeff", "\u2028"} & set(checked.value)
    lines = checked.value.split("\n")
    assert all(p.where.column <= len(lines[p.where.line - 1]) + 1 for p in checked.problems)
