from __future__ import annotations

import pytest

from sitegen.schema.declared import Field
from sitegen.schema.values import Disadvantage, Engagement, Size
from tests.schema.given import read_one


@pytest.mark.parametrize(
    ("type_", "made_of"), [("size", Size), ("disadvantage", Disadvantage), ("engagement", Engagement)]
)
@pytest.mark.parametrize("text", ["Two-form entry", "7% Pupil Premium", "3", "something else altogether"])
def test_every_wording_is_kept_and_none_is_a_problem(type_: str, made_of: type, text: str) -> None:
    made = read_one(f"f: {text}", Field("f", type_, "F"))
    assert made.problems == ()
    assert made.value is not None
    assert isinstance(made.value.value, made_of)
    assert made.value.text == made.value.value.text == text  # type: ignore[attr-defined]
