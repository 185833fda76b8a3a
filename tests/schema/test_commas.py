from __future__ import annotations

from sitegen.schema.kinds import shipped_kinds
from tests.schema.given import is_plain_english, read_one, short

SCHOOL = shipped_kinds()["case-study"].schema["school"]


def test_a_comma_that_cuts_a_name_short_is_one_problem_that_says_so() -> None:
    made = read_one("school: {name: Goldfinch Primary, Streatham, London, size: 2FE}", SCHOOL)
    (problem,) = made.problems
    assert short(problem) == ("unknown-field", 1, 35, 17)
    assert problem.fix == 'Put quotation marks around the whole text: `name: "Goldfinch Primary, Streatham, London"`.'
    assert is_plain_english(problem)


def test_two_cut_texts_are_two_problems() -> None:
    made = read_one("school: {name: Goldfinch, Streatham, size: 2FE, small}", SCHOOL)
    assert [short(p) for p in made.problems] == [("unknown-field", 1, 27, 9), ("unknown-field", 1, 49, 5)]


def test_a_misspelt_key_with_a_value_is_not_taken_for_the_rest_of_a_text() -> None:
    made = read_one("school: {name: Goldfinch, sise: 2FE}", SCHOOL)
    assert [p.suggestion for p in made.problems] == ["size"]


def test_a_key_without_a_value_on_a_line_of_its_own_is_not_taken_for_the_rest_of_a_text() -> None:
    made = read_one("school:\n  name: Goldfinch\n  sise:", SCHOOL)
    assert [p.suggestion for p in made.problems] == ["size"]


def test_text_in_quotation_marks_is_not_cut() -> None:
    made = read_one('school: {name: "Goldfinch", Streatham}', SCHOOL)
    assert [p.fix[:10] for p in made.problems] == ["Remove it,"]
