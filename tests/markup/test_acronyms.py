"""Acronyms: where they stand, and which their author explains."""

from __future__ import annotations

from tests.markup.showing import made


def test_an_acronym_has_the_line_and_column_of_its_word() -> None:
    (one,) = made("The first line.\n\nHere **the TRG** met,\nand went on.\n").acronyms
    assert (one.text, one.line, one.column) == ("TRG", 3, 12)


def test_an_acronym_in_a_list_has_its_column_in_the_file() -> None:
    assert [(a.line, a.column) for a in made("- One\n  - The TRG met\n").acronyms] == [(2, 9)]


def test_an_acronym_that_its_author_explains_is_none_there_and_later() -> None:
    text = 'The <abbr title="teacher research group">TRG</abbr> met. The TRG went on, with the NCETM.\n'
    assert [a.text for a in made(text).acronyms] == ["NCETM"]
