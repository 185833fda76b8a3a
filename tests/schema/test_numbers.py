from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.schema.numbers import Number, is_missing, read_number
from tests.schema.given import rows

SIGNS = {None: "", "about": "~", "over": ">", "under": "<", "at least": ">="}


def told(number: Number | None) -> str:
    return "-" if number is None else f"{SIGNS[number.qualifier]}{number.value:.12g} {number.unit}".strip()


@pytest.mark.parametrize(("wording", "meaning"), rows("numbers.txt"))
def test_a_figure_is_read_with_its_qualifier_and_unit(wording: str, meaning: str) -> None:
    assert told(read_number(wording)) == meaning


def test_a_unit_is_taken_where_the_chart_states_it() -> None:
    assert read_number("12 Work Groups") is None
    assert read_number("12 Work Groups", ["Work Groups"]) == Number(12.0, None, "work groups")


@pytest.mark.parametrize(
    "text", ["", " ", "–", "—", "-", "n/a", "N/A", "z", "x", "c", "low", "No data", "[c]", "…", "not stated"]
)
def test_signs_of_a_missing_value_are_known(text: str) -> None:
    assert is_missing(text)
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["0", "none", "12", "lots", "no data yet", "-3", "zero"])
def test_other_text_is_not_missing(text: str) -> None:
    assert not is_missing(text)


@settings(deadline=None)
@given(st.text(max_size=250))
def test_no_text_makes_numbers_fail(text: str) -> None:
    is_missing(text)
    number = read_number(text)
    assert number is None or abs(number.value) < 1e25


@settings(deadline=None)
@given(st.integers(-999_999_999, 999_999_999))
def test_whole_numbers_are_read_with_and_without_commas(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == Number(float(number), None, "")
