"""What a story's source becomes."""

from __future__ import annotations

from pathlib import Path

from sitegen.model.values import Story
from tests.sites import built, codes, story

BLOCK = "::: person {}\nrole: {}\nplace: {}\n:::\n"


def made(tmp_path: Path, text: str) -> Story:
    """The one story of a site."""
    result = built(tmp_path, {"content/2022-23/a.md": text})
    assert codes(result) == []
    assert result.site is not None
    return result.site.stories["2022-23/a"]


def test_a_block_names_people_after_the_fields(tmp_path: Path) -> None:
    body = BLOCK.format("Emily Pringle", "maths lead", "Durham") + "\n" + BLOCK.format("Cy Okafor", "head", "Kent")
    told = made(tmp_path, story(body=body, people="[{name: Emily Pringle}]"))
    assert [(p.name, p.role, p.place) for p in told.people] == [
        ("Emily Pringle", "maths lead", "Durham"), ("Cy Okafor", "head", "Kent"),
    ]  # fmt: skip


def test_the_first_role_of_a_person_counts_in_a_story(tmp_path: Path) -> None:
    body = BLOCK.format("Emily Pringle", "maths lead for Years 1 to 4", "Durham")
    told = made(tmp_path, story(body=body, people="[{name: Emily Pringle, role: maths lead}]"))
    assert [(p.name, p.role) for p in told.people] == [("Emily Pringle", "maths lead")]


def test_a_participant_is_a_person_and_every_field_of_that_type_names_one(tmp_path: Path) -> None:
    told = made(tmp_path, story(kind="participant", name="Emily Pringle, Year 4 teacher", people="Cy Okafor"))
    assert {p.id: p.role for p in told.people} == {"emily-pringle": "Year 4 teacher", "cy-okafor": ""}
    (name,) = (f for f in told.facts if f.field == "name")
    assert (name.text, name.parts[0].refers) == ("Emily Pringle, Year 4 teacher", "people/emily-pringle")


def test_people_of_a_block_have_a_page_of_their_own(tmp_path: Path) -> None:
    result = built(tmp_path, {"content/2022-23/a.md": story(body=BLOCK.format("Cy Okafor", "head", "Kent"))})
    page = result.outputs["people/cy-okafor/index.html"]
    assert isinstance(page, bytes)
    assert b"head" in page
