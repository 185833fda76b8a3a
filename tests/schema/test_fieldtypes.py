from __future__ import annotations

import pytest

from sitegen.schema.declared import Field
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.types.given import FieldType
from tests.schema.given import read_one

PROMISED = (
    "text, paragraph, whole number, decimal, year, academic year, date, yes/no, choice, choices, list, link, image, "
    "person, people, hub, hubs, school, schools, size, disadvantage, engagement, record"
)


def test_every_field_type_of_the_design_is_there() -> None:
    assert set(PROMISED.split(", ")) <= set(FIELD_TYPES)


@pytest.mark.parametrize("kind", FIELD_TYPES.values(), ids=lambda kind: kind.name)
def test_the_example_of_every_type_is_understood(kind: FieldType) -> None:
    inner = (Field("title", "text", "Title"),) if kind.name == "record" else (Field("name", "text", "Name"),)
    field = Field(
        "f",
        kind.name,
        "F",
        choices=("One of them", "One", "Another"),
        fields=inner if kind.name in ("record", "map") else (),
    )
    made = read_one(f"f: {kind.example}", field)
    assert made.problems == ()
    assert made.value is not None


@pytest.mark.parametrize("kind", FIELD_TYPES.values(), ids=lambda kind: kind.name)
def test_every_type_says_what_authors_write(kind: FieldType) -> None:
    assert kind.help
    assert not kind.help.endswith(".")
