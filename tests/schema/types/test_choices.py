from __future__ import annotations

import pytest

from sitegen.schema.declared import Field
from sitegen.schema.kinds import shipped_kinds
from tests.schema.given import is_plain_english, read_one, short

PHASE = shipped_kinds()["case-study"].schema["phase"]
STATUS = shipped_kinds()["case-study"].schema["status"]


@pytest.mark.parametrize(("text", "phases"), [
    ("Primary", ("Primary",)),
    ("primary", ("Primary",)),
    ("infant", ("Primary",)),
    ("Junior", ("Primary",)),
    ("first", ("Primary",)),
    ("sixth form", ("Post-16",)),
    ("FE", ("Post-16",)),
    ("college", ("Post-16",)),
    ("nursery", ("Early years",)),
    ("early-years", ("Early years",)),
    ("[Primary, Secondary]", ("Primary", "Secondary")),
    ("Primary, Secondary", ("Primary", "Secondary")),
    ("Primary and secondary", ("Primary", "Secondary")),
    ("Primary/Secondary", ("Primary", "Secondary")),
    ("all through", ("All-through",)),
])  # fmt: skip
def test_a_choice_is_found_by_its_name_and_by_other_words_for_it(text: str, phases: tuple[str, ...]) -> None:
    made = read_one(f"phase: {text}", PHASE)
    assert made.problems == ()
    assert made.value is not None
    assert made.value.value == phases


def test_a_choice_keeps_the_wording() -> None:
    made = read_one("phase: Infant", PHASE)
    assert made.value is not None
    assert (made.value.text, made.value.parts[0].value) == ("Infant", "Primary")


def test_what_is_not_a_choice_is_a_problem_at_its_own_place() -> None:
    (problem,) = read_one("phase: Primary, Secundary", PHASE).problems
    assert short(problem) == ("not-a-choice", 1, 17, 9)
    assert problem.suggestion == "Secondary"
    assert problem.fix.startswith('Did you mean "Secondary"?')
    assert is_plain_english(problem)


def test_a_misspelt_other_word_leads_to_its_choice() -> None:
    (problem,) = read_one("phase: nursrey", PHASE).problems
    assert problem.suggestion == "Early years"


def test_all_choices_are_named_where_none_is_near() -> None:
    (problem,) = read_one("status: ready", STATUS).problems
    assert problem.fix == 'Write "writing", "with school" or "approved".'


def test_a_single_choice_takes_one_value() -> None:
    made = read_one("shows: Adults", Field("shows", "choice", "Shows", choices=("pupils", "adults")))
    assert made.value is not None
    assert made.value.value == "adults"
