"""What editors show of a field: its example as a value, and advice in place of their own words for a slip."""

from __future__ import annotations

from typing import Any

import pytest

from sitegen.schema.declared import Field, Schema
from sitegen.schema.hints import examples
from sitegen.schema.jsonschema import json_schema


@pytest.mark.parametrize(("written", "value"), [
    ("[picture, name]", ["picture", "name"]),
    ("[{name: Carmel College, from: 2014}]", [{"name": "Carmel College", "from": 2014}]),
    ("c. 7,000", "c. 7,000"),
    ('"#12436d"', '"#12436d"'),
    ("[not closed", "[not closed"),
])  # fmt: skip
def test_an_example_is_the_value_that_it_writes(written: str, value: Any) -> None:
    assert examples(Field("key", "list", "Key", example=written)) == [value]


def test_a_field_without_an_example_has_none() -> None:
    assert examples(Field("key", "list", "Key")) == []


@pytest.mark.parametrize(("sort", "advice"), [
    ("whole number", "Write a number in digits."), ("year", "Write a year in four digits."),
    ("text", "Write a few words on one line."), ("yes/no", "Write yes or no."),
])  # fmt: skip
def test_a_slip_is_told_in_the_words_of_the_fields_type(sort: str, advice: str) -> None:
    (made,) = json_schema(Schema("a thing", (Field("key", sort, "Key", required=True),)))["definitions"].values()
    shapes = made.get("anyOf", [made])
    assert {shape["errorMessage"] for shape in shapes} == {advice}
    assert {shape["patternErrorMessage"] for shape in shapes if "pattern" in shape} <= {advice}
    assert any("pattern" in shape for shape in shapes) or sort == "text"
