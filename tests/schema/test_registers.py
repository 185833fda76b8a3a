from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.problems.problem import Checked, Where
from sitegen.schema.declared import HubEntry, Registers, SchoolEntry, Term
from sitegen.schema.engine import check
from sitegen.schema.registers import hub_key, load_registers, register_schemas
from tests.schema.given import fields, is_plain_english, short, tree

HUB = "- {id: archimedes-ne, name: Archimedes NE, aliases: [Archimedes]}\n"


def load(name: str, text: str) -> Checked[Registers]:
    return load_registers(tree({f"content/{name}.yaml": text}))


@pytest.mark.parametrize("text", [
    "London South West", "London South-West", "london south west", "The London South West Maths Hub",
    "London South-West Hub",
    "Maths Hub London South West", "Math Hub London South West", "London South West Maths Hubs",
    "  London  South-West ",
])  # fmt: skip
def test_case_hyphens_and_the_words_maths_hub_do_not_tell_hubs_apart(text: str) -> None:
    assert hub_key(text) == "london south west"


@pytest.mark.parametrize(("one", "other"), [
    ("London South West", "London North West"), ("Yorkshire and the Humber", "West Yorkshire"), ("GLOW", "Glow Worm"),
    ("Maths Hub", "Great North"), ("Central", "London Central"), ("North West One", "North West Three"),
])  # fmt: skip
def test_different_hubs_stay_apart(one: str, other: str) -> None:
    assert hub_key(one) != hub_key(other)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_hub_s_key_is_the_same_when_it_is_taken_again(text: str) -> None:
    assert hub_key(hub_key(text).upper()) == hub_key(hub_key(text))


def test_a_site_without_registers_has_empty_ones() -> None:
    assert load_registers(tree({})) == Checked(Registers())


@pytest.mark.parametrize("name", ["hubs", "schools", "glossary"])
@pytest.mark.parametrize("text", ["", "# none yet\n", "[]\n"])
def test_an_empty_register_is_no_problem(name: str, text: str) -> None:
    assert load(name, text) == Checked(Registers())


def test_a_hub_has_all_that_the_formats_page_gives_it() -> None:
    made = load(
        "hubs",
        """- id: archimedes-ne
  name: Archimedes NE
  aliases: [Archimedes]
  region: North East
  area: Durham, Tees Valley
  lead_schools: [{name: Carmel College, from: 2014, to: 2020, source: its site}]
  former_names: [{name: Old name, until: 2019-05}]
  confidence: sourced
""",
    )
    assert made.problems == ()
    assert made.value.hubs == (
        HubEntry(
            "archimedes-ne", "Archimedes NE", ("Archimedes",), "North East", "Durham, Tees Valley",
            ({"name": "Carmel College", "from": "2014", "to": "2020", "source": "its site"},),
            ({"name": "Old name", "until": "2019-05"},), "sourced", Where("content/hubs.yaml", 2, 9, 13),
        ),
    )  # fmt: skip


def test_a_school_and_a_term_are_understood() -> None:
    school = "- {id: goldfinch, name: Goldfinch Primary, place: Streatham, phase: infant, urn: 0100612}\n"
    made = load_registers(tree({
        "content/schools.yaml": school, "content/glossary.yaml": "- {term: LLME, definition: Local leader}\n",
    }))  # fmt: skip
    assert made.problems == ()
    assert made.value.schools == (
        SchoolEntry(
            "goldfinch",
            "Goldfinch Primary",
            (),
            "Streatham",
            "Primary",
            "0100612",
            Where("content/schools.yaml", 1, 25, 17),
        ),
    )
    assert made.value.glossary == (Term("LLME", "Local leader", Where("content/glossary.yaml", 1, 10, 4)),)


@pytest.mark.parametrize(("name", "text", "where", "also"), [
    ("hubs", HUB + "- {id: archimedes-ne, name: Other}\n", ("duplicate-id", 2, 8, 13), [1]),
    ("hubs", HUB + "- {id: other, name: The Archimedes Maths Hub}\n", ("shared-name", 2, 21, 24), [1]),
    ("hubs", HUB + "- {id: other, name: Other, aliases: [One, archimedes-NE]}\n", ("shared-name", 2, 43, 13), [1]),
    ("schools", "- {id: a, name: St Mary's}\n- {id: b, name: St Mary’s}\n", ("shared-name", 2, 17, 9), [1]),
    ("glossary", "- {term: LLME, definition: One}\n- {term: llme, definition: Two}\n", ("shared-name", 2, 10, 4), [1]),
    ("hubs", "- {id: Archimedes NE, name: A}\n", ("wrong-kind-of-value", 1, 8, 13), []),
    ("hubs", "- {id: a, nam: A}\n", ("unknown-field", 1, 11, 3), []),
    ("hubs", "- {id: a, name: A, confidence: sure}\n", ("not-a-choice", 1, 32, 4), []),
    ("hubs", "- {id: a, name: A, lead_schools: [{from: 2014}]}\n", ("missing-field", 1, 35, 14), []),
    ("schools", "- Goldfinch\n", ("not-a-mapping", 1, 3, 9), []),
    ("schools", "goldfinch: {name: Goldfinch}\n", ("not-a-list", 1, 1, 28), []),
    ("glossary", "- {term: Education, Health and Care Plan, definition: A plan}\n", ("unknown-field", 1, 21, 20), []),
    ("glossary", "- {term: LLME}\n", ("missing-field", 1, 3, 12), []),
    ("glossary", "- {term: LLME, definition: [a]}\n", ("not-text", 1, 28, 4), []),
])  # fmt: skip
def test_a_slip_in_a_register_is_said_at_its_place(
    name: str, text: str, where: tuple[str, int, int, int], also: list[int]
) -> None:
    problem = next(p for p in load(name, text).problems if p.code == where[0])
    assert short(problem) == where
    assert problem.where.file == f"content/{name}.yaml"
    assert [w.line for w in problem.also] == also
    assert is_plain_english(problem)


def test_two_entries_with_one_id_are_one_problem_and_both_stay() -> None:
    made = load("hubs", HUB + "- {id: archimedes-ne, name: Other}\n")
    assert len(made.problems) == 1
    assert len(made.value.hubs) == 2


def test_an_entry_may_repeat_its_own_name_among_its_aliases() -> None:
    assert load("hubs", "- {id: glow, name: GLOW, aliases: [Glow Maths Hub, the GLOW hub]}\n").problems == ()


def test_an_entry_without_what_it_needs_is_left_out_and_the_others_stay() -> None:
    made = load("hubs", "- {id: a}\n" + HUB)
    assert [h.id for h in made.value.hubs] == ["archimedes-ne"]


def test_a_consent_has_a_schema_too() -> None:
    made = check(
        register_schemas()["consents"],
        fields("""id: C-014
covers: [picture, name]
given_by: parent or carer
scope: [web, print, archive, social]
given_on: 2023-05-12
expires_on: 2028-05-12
withdrawn_on: 2024-01-02
note: Year 4 class picture
"""),
    )
    assert made.problems == ()
    assert made.value["covers"].value == ("picture", "name")
