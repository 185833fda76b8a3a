"""Typographic marks in single pieces of text."""

from __future__ import annotations

import pytest

from sitegen.markup.typography import Typography, smarten


@pytest.mark.parametrize(("text", "made"), [
    ('"Yes," she said.', "“Yes,” she said."),
    ("\"'Hi,' she said\"", "“‘Hi,’ she said”"),
    ("'\"Hi\" he said'", "‘“Hi” he said’"),
    ("She said 'no'.", "She said ‘no’."),
    ("it's the pupils' work", "it’s the pupils’ work"),
    ("the '99 report and '22/23", "the ’99 report and ’22/23"),
    ("the '90s, 'tis so, rock 'n' roll", "the ’90s, ’tis so, rock ’n’ roll"),
    ("the 1990's", "the 1990’s"),
    ("5'10\" and a 12\" ruler", "5′10″ and a 12″ ruler"),
    ('"in Year 6" and \'in Year 6\'', "“in Year 6” and ‘in Year 6’"),
    ('("bracket") ["another"] —"dash"', "(“bracket”) [“another”] —“dash”"),
    ("one -- two---three", "one – two—three"),
    ("2019--20", "2019–20"),
    ("wait... what....", "wait… what...."),
    ("run it with --strict", "run it with --strict"),
    ("----", "----"),
    ("a-b", "a-b"),
    ("‘already’ “done”", "‘already’ “done”"),
    ("", ""),
])  # fmt: skip
def test_straight_marks_become_typographic_ones(text, made):
    assert smarten(text) == made


@pytest.mark.parametrize(("language", "made"), [
    ("en-GB", "“a” ‘b’"), ("cy", "“a” ‘b’"), ("de", "„a“ ‚b‘"), ("fr-FR", "«a» ‹b›"), ("pl", "„a” ‚b’"), ("xx",
    "“a” ‘b’"),
])  # fmt: skip
def test_each_language_has_its_own(language, made):
    assert smarten("\"a\" 'b'", language) == made


def test_a_quotation_goes_on_over_what_stands_between_its_pieces():
    typography = Typography()
    assert typography.smarten('He said "') == "He said “"
    typography.passed("x")
    assert typography.smarten('" twice') == "” twice"


def test_a_new_block_begins_anew():
    typography = Typography()
    assert typography.smarten('"One') == "“One"
    typography.new_block()
    assert typography.smarten('"') == "“"
