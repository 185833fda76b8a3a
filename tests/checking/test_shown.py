"""Whether each picture says whom it shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.checking.lint import lint
from sitegen.markup.body import Picture
from sitegen.problems.problem import Problem, Where
from sitegen.reading.values import Asset
from sitegen.schema.values import PersonValue, PictureValue, Value
from tests.pages import sites

IMAGE = PictureValue("hall.jpg", "A wall", False, Where("content/story.md", 6, 15, 8))


def told(*pictures: Picture, **fields: Value) -> list[Problem]:
    there = {p.target: Asset(f"content/2022-23/{p.target}", Path(p.target), 1, "0" * 16) for p in pictures if p.target}
    text = replace(sites.text(pictures=pictures), body_line=10, pictures=there)
    return list(lint(sites.site((sites.story("2022-23/a", "A", text=text, values=fields),)), {}))


def of_person(image: PictureValue | None) -> Value:
    person = sites.value(PersonValue("Emily", "maths lead", sites.HERE, image=image))
    return replace(person, parts=(person,))


@pytest.mark.parametrize("fields", [{"image": sites.value(IMAGE)}, {"people": of_person(IMAGE)}])
def test_a_picture_in_a_field_is_told_at_its_file(fields: Any) -> None:
    (problem,) = told(**fields)
    assert (problem.code, problem.where, problem.is_error) == ("unknown-shows", IMAGE.where, False)
    assert '"hall.jpg"' in problem.what


def test_a_picture_in_the_text_is_told_where_its_address_stands() -> None:
    (problem,) = told(Picture("wall.png", "A wall", 3, 12))
    assert problem.where == Where("content/2022-23/a.md", 12, 12, 8)


SAID = [{"shows": "pupils"}, {"shows": "adults"}, {"shows": "no people"}, {"decorative": True}]


@pytest.mark.parametrize("said", SAID)
def test_a_picture_that_says_it_or_only_decorates_is_fine(said: Any) -> None:
    assert told(Picture("wall.png", "", 3, 1, **said), image=sites.value(replace(IMAGE, **said))) == []


def test_a_picture_that_is_still_to_come_and_a_person_without_one_are_fine() -> None:
    assert told(Picture("", "", 3, 1, pending=True), people=of_person(None)) == []


def test_pictures_of_editions_are_held_to_it_too() -> None:
    made = sites.edition(values={"image": sites.value(IMAGE)})
    assert [p.code for p in lint(sites.site(editions=(made,)), {})] == ["unknown-shows"]
