from __future__ import annotations

from typing import Any

import pytest

from sitegen.schema.declared import Field
from tests.schema.given import is_plain_english, read_one, short


@pytest.mark.parametrize(("type_", "text", "value"), [
    ("text", "NO", "NO"),
    ("text", "0123", "0123"),
    ("text", '"  two   spaces "', "two spaces"),
    ("text", "café 🎉 שלום", "café 🎉 שלום"),
    ("paragraph", "|\n  One\n  line.\n\n  Another.", "One line.\n\nAnother."),
    ("paragraph", ">-\n  One\n  line.", "One line."),
    ("lines", "|\n  One\n    line.", "One\n  line."),
    ("whole number", "12", 12),
    ("whole number", "1,035", 1035),
    ("whole number", "-3", -3),
    ("whole number", "−3", -3),
    ("decimal", "12.5", 12.5),
    ("decimal", "1,035", 1035.0),
    ("year", "2023", 2023),
    ("yes/no", "yes", True),
    ("yes/no", "No", False),
    ("yes/no", "true", True),
    ("yes/no", "off", False),
    ("colour", '"#12436D"', "#12436d"),
    ("colour", '"#fff"', "#ffffff"),
    ("colour", "12436d", "#12436d"),
    ("id", "london-south-west", "london-south-west"),
    ("list", "One, Two", ("One", "Two")),
    ("list", "One; Two, Three", ("One", "Two", "Three")),
    ("list", '"Number, algebra"', ("Number, algebra",)),
    ("list", "['Number, algebra', Two]", ("Number, algebra", "Two")),
])  # fmt: skip
def test_text_is_understood_as_its_type_says(type_: str, text: str, value: Any) -> None:
    made = read_one(f"f: {text}", Field("f", type_, "F"))
    assert made.problems == ()
    assert made.value is not None
    assert made.value.value == value
    assert type(made.value.value) is type(value)


@pytest.mark.parametrize(("type_", "text"), [
    ("whole number", "twelve"), ("whole number", "12.5"), ("whole number", "1,23"), ("whole number", "1e3"),
    ("decimal", "12%"), ("decimal", "1.2.3"), ("year", "22"), ("year", "2022/23"), ("year", "12345"),
    ("yes/no", "maybe"), ("colour", "blue"), ("colour", '"#12"'), ("id", "London SW"), ("id", "…"),
])  # fmt: skip
def test_other_text_is_a_problem_at_the_value(type_: str, text: str) -> None:
    made = read_one(f"f: {text}", Field("f", type_, "F"))
    (problem,) = made.problems
    width = len(text)
    assert short(problem) == ("wrong-kind-of-value", 1, 4, width)
    assert is_plain_english(problem)
    assert text.strip('"') in problem.what
    assert made.value is None


def test_an_id_is_suggested() -> None:
    (problem,) = read_one("f: London SW", Field("f", "id", "F")).problems
    assert problem.suggestion == "london-sw"


@pytest.mark.parametrize("type_", ["text", "paragraph", "whole number", "yes/no", "date", "size", "choice", "colour"])
@pytest.mark.parametrize("text", ["[A]", "{a: b}"])
def test_a_list_or_fields_where_one_text_belongs_is_a_problem(type_: str, text: str) -> None:
    (problem,) = read_one(f"f: {text}", Field("f", type_, "F", choices=("A",))).problems
    assert short(problem)[:3] == ("not-text", 1, 4)
    assert is_plain_english(problem)


def test_pieces_of_a_list_stand_where_they_were_written() -> None:
    made = read_one("f: One,  Two", Field("f", "list", "F"))
    assert made.value is not None
    assert [(p.text, p.where.column, p.where.width) for p in made.value.parts] == [("One", 4, 3), ("Two", 10, 3)]


def test_a_very_long_text_is_cut_where_a_problem_names_it() -> None:
    (problem,) = read_one(f"f: {'x' * 20_000}", Field("f", "yes/no", "F")).problems
    assert len(problem.what) < 200
