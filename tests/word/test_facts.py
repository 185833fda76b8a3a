"""Facts at the top of a Word document: which lines and tables become front matter."""

from __future__ import annotations

import pytest

from sitegen.parsing import parse_document
from sitegen.reading.values import SourceFile
from tests.word.documents import KNOWN, body, document, facts, heading, imported, table, text, told


def fields(*steps) -> list[str]:
    """The lines of facts that a document gives, without those that every import has."""
    lines = facts(document(*steps, heading("What changed"), text("Words.")))
    return [line for line in lines[2:] if line != "draft: yes" and not line.startswith("# Not") and line[:4] != "#   "]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("School: Goldfinch Primary, Streatham", "school: Goldfinch Primary, Streatham"),
        ("SIZE : Two-form entry", "size: Two-form entry"),
        ("Pupil Premium: 7%", "disadvantage: 7% Pupil Premium"),
        ("% Pupil Premium: 7", "disadvantage: 7% Pupil Premium"),
        ("Pupil Premium: well over 40%", "disadvantage: well over 40% Pupil Premium"),
        ("Pupil Premium: 7% Pupil Premium", "disadvantage: 7% Pupil Premium"),
        ("FSM: below the national average", 'disadvantage: "FSM: below the national average"'),
        ("Pupils eligible for free school meals: 22%", "disadvantage: 22% free school meals"),
        ("Local Maths Hub: LSW", "hub: LSW"),
        ("Years engaging with Maths Hubs: 3", "years_engaged: 3"),
        ("Number on roll: 420", "size: 420 pupils"),
        ("Phase: Primary", "phase: Primary"),
        ("Themes: Greater depth, Confidence", "themes: [Greater depth, Confidence]"),
        ("People: Emily Pringle, maths lead", "people: [{name: Emily Pringle, role: maths lead}]"),
        ("Summary: Talk: it pays", 'summary: "Talk: it pays"'),
        ("Date: 1 November 2023", "date: 1 November 2023"),
    ],
)
def test_a_line_with_the_label_of_a_field_is_that_field(line, field):
    assert fields(text(line)) == [field]
    assert body(document(text(line), heading("H"), text("Words."))) == "## H\n\nWords.\n"


def test_several_measures_are_one_line_and_stay_apart():
    assert fields(text("Pupil Premium: 7%"), text("EAL: 60%"), text("SEND: 12%")) == [
        "disadvantage: 7% Pupil Premium, 60% EAL, 12% SEND"
    ]


def test_lines_of_one_paragraph_are_read_one_by_one():
    assert fields(text("School: Oak\nSize: One-form entry")) == ["school: Oak", "size: One-form entry"]


TABLES = {
    "side by side": (("School:", "Oak"), ("Size", "One-form entry"), ("EAL", "9%")),
    "values below": (("School", "Size", "EAL"), ("Oak", "One-form entry", "9%")),
    "twice side by side": (("School", "Oak", "Size", "One-form entry"), ("EAL", "9%", "", "")),
}


@pytest.mark.parametrize("shape", TABLES)
def test_a_table_of_labels_and_values_is_facts(shape):
    assert fields(table(*TABLES[shape])) == ["school: Oak", "size: One-form entry", "disadvantage: 9% EAL"]


def test_a_table_that_holds_other_things_stays_a_table():
    data = document(table(("Year", "Pupils"), ("2021", "71"), ("2022", "77")), heading("H"), text("Words."))
    assert "| 2021 | 71 |" in body(data)


def test_labels_that_no_field_has_stay_in_the_text_and_are_listed():
    data = document(table(("School", "Oak"), ("Ofsted", "Good"), ("Size", "One-form entry")), text("Head: Ann"),
                    heading("H"), text("Words."))  # fmt: skip
    assert body(data) == "Ofsted: Good\n\nHead: Ann\n\n## H\n\nWords.\n"
    assert '"Ofsted: Good" is no fact that this kind of story has; it stays in the text.' in told(data)
    assert '"Head: Ann" is no fact' in told(data)


def test_what_stands_below_a_heading_is_no_fact():
    assert "School: Oak" in body(document(heading("H"), text("School: Oak")))


def test_no_line_of_a_document_decides_what_is_published():
    asked = map(text, ("School: Oak", "Draft: no", "Withdrawn: no", "Consent: C-1", "Kind: x"))
    lines = facts(document(*asked))
    assert "draft: yes" in lines
    assert not {"withdrawn", "consent"} & {line.split(":")[0] for line in lines}


def test_a_hub_stays_as_it_is_written_and_one_that_nobody_knows_is_told_with_the_nearest():
    data = document(text("Hub: London Southwest"), heading("H"), text("Words."))
    assert "hub: London Southwest" in facts(data)
    assert 'No hub is called "London Southwest". Did you mean "London South West"?' in told(data)


def test_a_wording_that_its_field_does_not_take_is_a_comment_and_told():
    data = document(text("Phase: Primry"), heading("H"), text("Words."))
    assert "# phase: Primry" in facts(data)
    assert 'Did you mean "Primary"?' in told(data)


TITLES = ("- no", "\"q\" and 'r'", "a: b", "#1 in town", "yes", "[x]", "{y}", "&z", "C:\\x", "'x", "12", "~", "a #b")


@pytest.mark.parametrize("words", TITLES)
def test_a_title_is_these_words_whatever_stands_in_it(words):
    made = imported(document(text("Words."), title=words))
    read = parse_document(SourceFile("x.md", made.text, ""), KNOWN.kinds, "en-GB")
    assert [p.what for p in read.problems if p.is_error] == []
    assert read.value.text("title") == words


HASTE = ("Pupil Premium – 24%", "Pupil Premium\t24%", "Pupil Premium:24%", "Pupil Premium - 24%")


@pytest.mark.parametrize("line", HASTE)
def test_a_fact_that_was_typed_in_haste_is_one(line):
    data = document(text(line), text("Words."))
    assert "disadvantage: 24% Pupil Premium" in facts(data)
    assert body(data) == "Words.\n"


@pytest.mark.parametrize("line", ["Talk – and then write", "At 9:30 we met", "Primary – a new start"])
def test_a_line_of_text_with_a_dash_or_a_colon_stays_text_and_nothing_is_told(line):
    assert body(document(text(line), text("Words."))) == f"{line}\n\nWords.\n"
    assert told(document(text("Size: 420 pupils"), text(line))) == ""


def test_the_name_of_a_table_of_facts_stays_once():
    data = document(table(("Fact file", "Fact file"), ("School", "Larkfield"), ("Size", "420 pupils")), heading("S"))
    assert body(data) == "Fact file\n\n## S\n"
