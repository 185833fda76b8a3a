"""Opening and closing lines, names and settings in every way that people write them."""

from __future__ import annotations

import pytest

from sitegen.markup.body import Prose, Stat
from tests.markup.showing import made, said


@pytest.mark.parametrize("opening", [
    "::: key-findings Title", ":::key-findings Title", "::: Key-Findings Title", "::: key findings Title",
    "::: key_findings Title", ":::   KEY FINDINGS   Title  ", "  ::: key-findings Title", "::: key-findings Title :::",
    ":::::: key-findings Title",
])  # fmt: skip
def test_a_block_is_known_however_its_name_is_written(opening):
    colons = opening.strip().split("k")[0].split("K")[0].strip()
    body = made(f"{opening}\n- One\n{colons}\n")
    assert [(part.name, part.title) for part in body.parts if isinstance(part, Prose)] == [("key-findings", "Title")]
    assert body.problems == ()


@pytest.mark.parametrize("closing", [":::", "  :::  ", ":::\t", "\n:::", "\n\n\n:::"])
def test_a_block_is_closed_however_its_last_line_is_spaced(closing):
    body = made(f"::: note\nWords\n{closing}\nafter")
    assert body.problems == ()
    assert len(body.parts) == 2


@pytest.mark.parametrize("line", [
    "period: 2022", "Period: 2022", "  period: 2022", "PERIOD : 2022", "year: 2022", "\tperiod: 2022",
])  # fmt: skip
def test_a_setting_is_known_however_it_is_written(line):
    stat = made(f"::: stat 5\n{line}\n\nwords\n:::\n").stats[0]
    assert (stat.period, stat.label) == ("2022", "words")


@pytest.mark.parametrize("value", ['"2022"', "'2022'", "“2022”", "2022  "])
def test_quotation_marks_around_a_setting_do_not_count(value):
    assert made(f"::: stat 5\nperiod: {value}\n\nwords\n:::\n").stats[0].period == "2022"


@pytest.mark.parametrize("line", [
    "Impact: pupils grew", "see https://example.org", "https://example.org/x", "one two three four: words", "10: words",
    "**Note**: words", "- item: words", "Words:", "> words: words", "| a: b | c |",
])  # fmt: skip
def test_a_line_that_is_no_setting_begins_the_body(line):
    body = made(f"::: stat 5\nperiod: 2022\n{line}\nsource: x\n:::\n")
    assert "unknown-setting" not in [p.code for p in body.problems]
    assert (body.stats[0].period, body.stats[0].source) == ("2022", "")


def test_a_blank_line_ends_the_settings():
    stat = made("::: stat 5\nperiod: 2022\n\nsource: x is where they come from\n:::\n").stats[0]
    assert (stat.period, stat.source) == ("2022", "")


@pytest.mark.parametrize(("line", "place"), [
    ("perid: 2022", (2, 1, 5)), ("  Sorce: x", (2, 3, 5)), ("data taken on: May", (2, 1, 13)),
])  # fmt: skip
def test_a_misspelt_setting_is_named_at_its_place(line, place):
    assert said(f"::: stat 5\n{line}\nsource: x\n\nwords\n:::\n") == [("unknown-setting", *place)]


def test_a_block_without_settings_takes_every_line_for_its_body():
    part = made("::: note\nremember: bring a ruler\n:::\n").parts[0]
    assert isinstance(part, Prose)
    assert part.parts == ("<p>remember: bring a ruler</p>",)


def test_a_block_may_hold_a_block_with_fewer_colons():
    body = made("::::: letter\nDear\n\n:::: note\nOne\n\n::: stat 5\nsource: x\nTwo\n:::\n::::\n\n— Ann\n:::::\n")
    assert body.problems == ()
    assert [stat.label for stat in body.stats] == ["Two"]


def test_colons_in_prose_and_long_rows_of_them_are_no_fence():
    body = made("a ::: b\n\n::::::::::::::::::::\n\n:: words\n")
    assert body.problems == ()


@pytest.mark.parametrize(("text", "expected"), [
    ("::: nte\nx\n:::", ("unknown-block", 1, 5, 3)),
    ("x\n\n  ::: sparkle\nx\n:::", ("unknown-block", 3, 7, 7)),
    ("x\n::: note\nx", ("unclosed-block", 2, 1, 8)),
    ("x\n\n  :::", ("stray-fence", 3, 3, 3)),
    ("::: stat\nsource: x\nx\n:::", ("missing-title", 1, 1, 8)),
    ("::: note\n\n:::", ("empty-block", 1, 1, 8)),
    ("::: implication\nx\n:::", ("misplaced-block", 1, 1, 15)),
    ("::: finding x\nx\n::: implication\nx\n:::\n:::", ("wrong-fence", 3, 1, 3)),
])  # fmt: skip
def test_every_slip_is_named_at_its_place(text, expected):
    assert said(text) == [expected]


def test_a_misspelt_block_still_tells_of_what_is_wrong_inside():
    assert [code for code, *_ in said("::: stt 5\nperid: 2022\nsource: x\n\n[x](#)\n:::\n")] == [
        "unknown-block", "unknown-setting", "link-to-nothing",
    ]  # fmt: skip


def test_each_unclosed_block_is_named_once():
    text = ":::: finding x\nx\n\n::: implication\ny\n\n## After\n\n::: note\nz\n:::\n"
    assert [(code, line) for code, line, *_ in said(text)] == [("unclosed-block", 1), ("unclosed-block", 4)]


def test_a_number_keeps_its_wording():
    stat = made("::: stat  c. 7,000+ \nsource: x\nschools\n:::\n").parts[0]
    assert isinstance(stat, Stat)
    assert stat.text == "c. 7,000+"
