from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.schema.facts.engagement import understand_engagement
from sitegen.schema.values import Engagement
from tests.schema.given import rows

TABLE = rows("engagement.txt")


def told(said: Engagement) -> str:
    if said.ordinal is not None:
        assert said.first is None
        return f"year {'>=' if said.at_least else ''}{said.ordinal}"
    if said.first is not None:
        both = said.first if said.first == said.first_latest else f"{said.first}|{said.first_latest}"
        return f"first {both}"
    return "-"


@pytest.mark.parametrize(("wording", "meaning"), TABLE)
def test_a_wording_of_engagement_is_understood_and_never_guessed(wording: str, meaning: str) -> None:
    said = understand_engagement(wording)
    assert told(said) == meaning
    assert said.text == " ".join(wording.split())


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_engagement_fail(text: str) -> None:
    said = understand_engagement(text)
    assert said.ordinal is None or said.first is None


@settings(deadline=None)
@given(st.integers(1990, 2099))
def test_a_calendar_year_leaves_two_school_years_open(year: int) -> None:
    said = understand_engagement(f"since {year}")
    assert (said.first, said.first_latest) == (year - 1, year)


@settings(deadline=None)
@given(st.integers(1990, 2099))
def test_a_school_year_is_the_first_year(year: int) -> None:
    said = understand_engagement(f"since {year}/{(year + 1) % 100:02d}")
    assert (said.first, said.first_latest) == (year, year)
