from __future__ import annotations

from sitegen.problems.codes import CODES
from sitegen.problems.problem import Checked, Problem, Severity, Where, gather

ERROR = Problem(Where("", 2, 3, 4), "no-edition", "What.", "Fix.", also=(Where("", 1),))
WARNING = Problem(Where("a"), "near-duplicate", "What.", "Fix.")


def test_a_code_says_how_grave_a_problem_is():
    assert (ERROR.severity, ERROR.is_error) == (Severity.ERROR, True)
    assert (WARNING.severity, WARNING.is_error) == (Severity.WARNING, False)


def test_codes_are_short_words_with_a_cause_each():
    assert all(name == name.lower() and " " not in name for name in CODES)
    assert all(code.title.endswith(".") and code.severity in ("error", "warning") for code in CODES.values())
    assert len({code.title for code in CODES.values()}) == len(CODES)


def test_a_problem_of_a_text_read_apart_moves_to_its_file_with_all_its_places():
    moved = ERROR.moved("a.md", 10)
    assert (moved.where, moved.also) == (Where("a.md", 12, 3, 4), (Where("a.md", 11),))
    assert moved.what == ERROR.what


def test_gathering_keeps_values_and_problems_in_order():
    both = gather([Checked(1, (ERROR,)), Checked(2), Checked(3, (WARNING,))])
    assert (both.value, both.problems) == ((1, 2, 3), (ERROR, WARNING))
    assert both.has_errors
    assert not Checked(1, (WARNING,)).has_errors
