from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.schema.facts.disadvantage import understand_disadvantage
from tests.schema.given import in_short, rows

TABLE = rows("disadvantage.txt")
MEASURES = {"Pupil Premium": "pupil premium", "FSM": "fsm", "FSM6": "fsm6", "EAL": "eal", "SEND": "send"}


@pytest.mark.parametrize(("wording", "meaning"), TABLE)
def test_a_wording_of_disadvantage_is_understood_and_never_guessed(wording: str, meaning: str) -> None:
    said = understand_disadvantage(wording)
    assert ("; ".join(in_short(q) for q in said.quantities) or "-") == meaning
    assert said.text == " ".join(wording.split())
    assert all(q.unit == "%" for q in said.quantities)


def test_the_golden_table_of_disadvantage_is_long_enough_to_mean_something() -> None:
    assert len(TABLE) > 100


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_disadvantage_fail(text: str) -> None:
    said = understand_disadvantage(text)
    assert {q.measure for q in said.quantities} <= set(MEASURES.values())
    assert all(n is None or 0 <= n <= 100 for q in said.quantities for n in (q.low, q.high))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(MEASURES)), st.integers(0, 100)), min_size=1, max_size=5,
                unique_by=lambda pair: pair[0]), st.booleans(), st.sampled_from([", ", "; ", " and ", "\n",
                " / "]))  # fmt: skip
def test_each_measure_gets_its_own_figure_however_they_are_listed(
    said: list[tuple[str, int]], measure_first: bool, between: str
) -> None:
    text = between.join(f"{name} {n}%" if measure_first else f"{n}% {name}" for name, n in said)
    understood = {q.measure: (q.low, q.high) for q in understand_disadvantage(text).quantities}
    assert understood == {MEASURES[name]: (n, n) for name, n in said}


@settings(deadline=None)
@given(st.integers(0, 100))
def test_a_percentage_without_a_measure_never_gets_one(number: int) -> None:
    assert understand_disadvantage(f"{number}% of pupils").quantities == ()
