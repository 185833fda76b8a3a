from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.schema.facts.size import understand_size
from sitegen.schema.values import Size
from tests.schema.given import in_short, rows

TABLE = rows("size.txt")


def told(size: Size) -> str:
    parts = [in_short(q) for q in size.quantities]
    parts += [f"ages {size.ages[0]}-{size.ages[1]}"] if size.ages else []
    parts += [f"phase {size.phase}"] if size.phase else []
    return "; ".join(parts) or "-"


@pytest.mark.parametrize(("wording", "meaning"), TABLE)
def test_a_wording_of_size_is_understood_and_never_guessed(wording: str, meaning: str) -> None:
    size = understand_size(wording)
    told_phase = "phase" in meaning
    assert told(size if told_phase or meaning == "-" else Size(size.text, size.quantities, size.ages)) == meaning


@pytest.mark.parametrize("wording", [wording for wording, _ in TABLE])
def test_the_wording_of_a_size_is_kept(wording: str) -> None:
    assert understand_size(f"  {wording}\n").text == " ".join(wording.split())


def test_the_golden_table_of_sizes_is_long_enough_to_mean_something() -> None:
    assert len(TABLE) > 100


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_sizes_fail(text: str) -> None:
    size = understand_size(text)
    assert {q.measure for q in size.quantities} <= {"forms", "pupils"}
    assert len({q.measure for q in size.quantities}) == len(size.quantities)


@settings(deadline=None)
@given(st.integers(1, 20), st.integers(26, 9999))
def test_any_count_of_forms_and_pupils_is_understood(forms: int, pupils: int) -> None:
    size = understand_size(f"{forms}FE with {pupils:,} pupils")
    assert [(q.measure, q.low, q.high) for q in size.quantities] == [
        ("forms", forms, forms),
        ("pupils", pupils, pupils),
    ]
