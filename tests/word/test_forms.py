"""Forms that were filled in: labels above what was written, labels with nothing behind them."""

from __future__ import annotations

import pytest

from tests.word.documents import body, bold, document, facts, heading, text, told


def test_a_label_above_its_value_is_a_fact():
    form = (text("School name:"), text("Ashmead Primary"), bold("Pupil Premium (%):"), text("34"))
    data = document(*form, text("We talked."))
    assert facts(data)[2:4] == ["school: Ashmead Primary", "disadvantage: 34% Pupil Premium"]
    assert body(data) == "We talked.\n"


def test_a_label_with_nothing_behind_it_is_left_out_and_told():
    data = document(text("School: Ashmead"), text("Maths Hub:"), text("Phase:"), text("We talked."))
    assert body(data) == "We talked.\n"
    for label in ("Maths Hub", "Phase"):
        assert f'Nothing stands behind "{label}:" in the document; the line is left out.' in told(data)


@pytest.mark.parametrize("below", ["Is there consent? ☒", "We talked every day.", "Aim: talk"])
def test_what_is_no_value_stays_text(below):
    assert body(document(text("Date:"), text(below))) == f"{below}\n"


def test_a_bold_line_below_a_label_is_no_value():
    assert body(document(text("Phase:"), bold("What we did"), text("We talked."))) == "## What we did\n\nWe talked.\n"


def test_a_label_above_a_list_and_one_that_no_field_has_stay():
    data = document(text("Themes:"), text("Talk", "List Bullet"), text("We found:"), text("little"))
    assert body(data) == "Themes:\n\n- Talk\n\nWe found:\n\nlittle\n"


def test_below_a_heading_there_is_no_form():
    assert body(document(heading("S"), text("School:"), text("Ashmead"))) == "## S\n\nSchool:\n\nAshmead\n"
