"""stories.json and its schema."""

from __future__ import annotations

import json
import math
from typing import Any

import jsonschema
import pytest

from sitegen.markup.body import Speaker
from sitegen.model.spanning import Site
from sitegen.pages.data import data, list_file
from sitegen.pages.data_schema import schema
from sitegen.pages.shared import share
from sitegen.schema.values import DateValue
from tests.pages import sites
from tests.pages.test_details import JULY


def files_of(site: Site) -> dict[str, Any]:
    """stories.json and its schema, as they are written."""
    return {f.address: json.loads(f.content.decode()) for f in data(site, share(site))}


def checked(site: Site) -> list[dict[str, Any]]:
    """The stories of stories.json, held to its schema."""
    files = files_of(site)
    validator = jsonschema.Draft202012Validator(files["stories.schema.json"])
    validator.check_schema(files["stories.schema.json"])
    validator.validate(files["stories.json"])
    return files["stories.json"]["stories"]  # type: ignore[no-any-return]


def test_the_data_follow_the_schema_that_is_published_with_them() -> None:
    assert [s["id"] for s in checked(sites.report())] == list(sites.report().stories)


def test_a_story_is_as_the_formats_say() -> None:
    story = checked(sites.report())[1]
    assert list(story) == [
        "id", "address", "kind", "edition", "section", "number", "title", "summary", "date", "facts", "schools", "hubs",
        "people", "phase", "themes", "stats", "quotes",
    ]  # fmt: skip
    assert (story["section"], story["number"], story["date"]) == ("primary", 1, None)
    assert story["facts"][2] == {
        "field": "disadvantage", "label": "Disadvantage", "text": "40% Pupil Premium",
        "school": "goldfinch-primary-london", "basis": "stated",
        "values": [{"measure": "pupil premium", "low": 40, "high": 40, "unit": "%", "qualifier": None,
                    "bands": ["40% and over"]}],
    }  # fmt: skip
    assert story["stats"] == [{
        "text": "6,868", "value": 6868, "qualifier": None, "label": "schools took part", "period": "2022/23",
        "source": "The report",
    }]  # fmt: skip
    assert story["quotes"] == [
        {"text": "We talk first.", "by": ["Emilie Haston"], "role": "Headteacher", "paraphrase": False}
    ]


def test_what_is_not_stated_is_empty_and_never_zero() -> None:
    facts = checked(sites.site((sites.story("2022-23/a", "A", sites.NOTHING),)))[0]["facts"]
    assert [(f["text"], f["basis"], f["school"], f["values"]) for f in facts] == [("", "not stated", None, [])] * 5


def test_a_date_keeps_its_precision() -> None:
    (story,) = checked(sites.site((sites.story("2022-23/a", "A", date=JULY),)))
    assert story["date"] == {"text": "July 2022", "value": "2022-07", "precision": "month"}


@pytest.mark.parametrize("precision", ["day", "month", "term", "year"])
def test_every_precision_follows_the_schema(precision: str) -> None:
    date = DateValue("x", JULY.start, JULY.end, precision)
    checked(sites.site((sites.story("2022-23/a", "A", date=date),)))


def test_open_ends_are_null_and_two_speakers_share_their_quote() -> None:
    said = sites.quote("Yes.", Speaker("A", "head"), Speaker("B", "head"), Speaker("", "pupil"))
    over = sites.fact("disadvantage", "Over 40%", sites.quantity("pupil premium", 40, None, "over"))
    (story,) = checked(sites.site((sites.story("2022-23/a", "A", (over,), text=sites.text(said)),)))
    assert story["facts"][0]["values"][0]["high"] is None
    assert (story["quotes"][0]["by"], story["quotes"][0]["role"]) == (["A", "B"], "head and pupil")


def test_numbers_that_json_does_not_have_are_null() -> None:
    text = sites.text(sites.stat(value=math.inf), sites.stat(value=math.nan), sites.stat(value=2.5))
    (story,) = checked(sites.site((sites.story("2022-23/a", "A", text=text),)))
    assert [s["value"] for s in story["stats"]] == [None, None, 2.5]


def test_data_that_break_the_schema_are_found() -> None:
    broken = files_of(sites.report())["stories.json"]
    broken["stories"][0]["facts"][0]["basis"] = "guessed"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema(""))


def test_the_schema_names_its_own_address_where_there_is_one() -> None:
    assert schema("https://example.org/stories.schema.json")["$id"] == "https://example.org/stories.schema.json"
    assert "$id" not in schema("")


def test_letters_are_written_as_they_are_and_broken_ones_never_fail() -> None:
    made = list_file({"a": "Łódź 🎲 \ud800"}, "stories", ())
    assert made == '{\n"site": {"a": "Łódź 🎲 ?"},\n"stories": [\n\n]\n}\n'.encode()


def test_every_story_is_a_line_of_its_own() -> None:
    assert list_file({}, "stories", [{"c": 2}, {"d": [3, 4]}]).decode().splitlines()[2:] == [
        '"stories": [', '{"c": 2},', '{"d": [3, 4]}', "]", "}",
    ]  # fmt: skip


def test_a_site_without_stories_has_an_empty_list() -> None:
    assert checked(sites.site()) == []
