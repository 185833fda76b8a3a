"""Attributions as people write them."""

from __future__ import annotations

import pytest

from sitegen.markup.speakers import attribution, read_speakers


@pytest.mark.parametrize(("text", "speakers"), [
    ("Emily Pringle", [("Emily Pringle", "", "", None)]),
    ("Emily Pringle, maths lead", [("Emily Pringle", "maths lead", "", None)]),
    ("Emily Pringle, maths lead and Mastery Specialist",
     [("Emily Pringle", "maths lead and Mastery Specialist", "", None)]),
    ("Tony and Danny, teachers", [("Tony", "teachers", "", None), ("Danny", "teachers", "", None)]),
    ("Tony Smith & Danny Brown", [("Tony Smith", "", "", None), ("Danny Brown", "", "", None)]),
    ("Ann, Bob and Cy, teachers",
     [("Ann", "teachers", "", None), ("Bob", "teachers", "", None), ("Cy", "teachers", "", None)]),
    ("Tony, teacher, and Danny, headteacher", [("Tony", "teacher", "", None), ("Danny", "headteacher", "", None)]),
    ("Tony Smith, teacher; Danny Brown, headteacher",
     [("Tony Smith", "teacher", "", None), ("Danny Brown", "headteacher", "", None)]),
    ("Headteacher", [("", "Headteacher", "", None)]),
    ("a Year 6 teacher", [("", "a Year 6 teacher", "", None)]),
    ("Year 4 pupil", [("", "Year 4 pupil", "", None)]),
    ("Maths lead, case study 7", [("", "Maths lead", "", 7)]),
    ("Maths lead case study 7", [("", "Maths lead", "", 7)]),
    ("(Teacher, case study 10)", [("", "Teacher", "", 10)]),
    ("Maths lead (case 3)", [("", "Maths lead", "", 3)]),
    ("Case study 3", [("", "", "", 3)]),
    ("Mastery Specialist, London", [("", "Mastery Specialist", "London", None)]),
    ("KS3 Maths Co-ordinator, London", [("", "KS3 Maths Co-ordinator", "London", None)]),
    ("Emilie Haston, headteacher, Goldfinch Primary, Streatham, London",
     [("Emilie Haston", "headteacher", "Goldfinch Primary, Streatham, London", None)]),
    ("Kathryn Greenhalgh, Maths Hub Lead; Chair, Maths Hubs Council",
     [("Kathryn Greenhalgh", "Maths Hub Lead; Chair", "Maths Hubs Council", None)]),
    ("Jo, Bucks, Berks and Oxon Maths Hub", [("Jo", "", "Bucks, Berks and Oxon Maths Hub", None)]),
    ("Rae Potter, maths lead, Trinity Primary and Nursery",
     [("Rae Potter", "maths lead", "Trinity Primary and Nursery", None)]),
    ("Jean-Luc O’Neill and Anna de Vries", [("Jean-Luc O’Neill", "", "", None), ("Anna de Vries", "", "", None)]),
    ("Priya", [("Priya", "", "", None)]),
    ("", []),
])  # fmt: skip
def test_an_attribution_names_people_roles_places_and_case_studies(text, speakers):
    assert [(s.name, s.role, s.place, s.case) for s in read_speakers(text)] == speakers


@pytest.mark.parametrize(("line", "name"), [
    ("— Ann", "Ann"), ("– Ann", "Ann"), ("-- Ann", "Ann"), ("- Ann", "Ann"), ("—Ann", "Ann"), ("― Ann", "Ann"),
    ("-Ann", "Ann"),
    ("Ann", None), ("—", None), ("-5 degrees", None), ("Ann — maths lead", None),
])  # fmt: skip
def test_an_attribution_begins_with_a_dash(line, name):
    assert attribution(line) == name
