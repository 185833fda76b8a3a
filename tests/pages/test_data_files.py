"""Tables and registers of the whole site."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest

from sitegen.model.spanning import Site
from sitegen.pages import data_columns, tables
from sitegen.pages.data import data
from sitegen.pages.data_files import data_files
from sitegen.pages.shared import share
from sitegen.schema.declared import HubEntry
from tests.pages import sites
from tests.pages.test_data import files_of
from tests.sites import built, story


def files(site: Site) -> dict[str, bytes]:
    return {file.address: file.content for file in data_files(site, share(site))}


def table(site: Site, address: str) -> list[dict[str, str]]:
    content = files(site)[address]
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def records(site: Site, name: str) -> list[dict[str, Any]]:
    """What a register holds, held to the schema that is published beside it."""
    found = files(site)
    schema, made = json.loads(found[f"{name}.schema.json"]), json.loads(found[f"{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(made)
    assert made["site"] == {"title": "Test stories", "base_url": None}
    return made[name]  # type: ignore[no-any-return]


def test_every_file_of_the_data_is_there() -> None:
    assert set(files(sites.report())) == {
        "stories.csv", "stats.csv", "quotes.csv", "hubs.json", "hubs.schema.json", "schools.json",
        "schools.schema.json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "explained"),
    [
        (tables.STORIES, data_columns.STORIES), (tables.NUMBERS, data_columns.NUMBERS),
        (tables.QUOTES, data_columns.QUOTES),
    ],
)  # fmt: skip
def test_every_column_is_explained_in_its_order(columns, explained) -> None:
    assert columns == tuple(explained)
    assert all(words.endswith(".") for words in explained.values())


def test_the_tables_hold_the_same_numbers_quotes_and_stories_as_the_site() -> None:
    site = sites.report()
    stories = files_of(site)["stories.json"]["stories"]
    assert [row["Address"] for row in table(site, "stories.csv")] == [each["address"] for each in stories]
    assert [row["Number"] for row in table(site, "stats.csv")] == [record.stat.text for record in site.stats]
    assert [row["Words"] for row in table(site, "quotes.csv")] == [record.quote.text for record in site.quotes]
    of_stories = [stat["text"] for each in stories for stat in each["stats"]]
    assert set(of_stories) <= {row["Number"] for row in table(site, "stats.csv")}


def test_no_cell_is_a_formula() -> None:
    told = sites.story("2022-23/a", "=1+1", summary="@SUM(A1)", text=sites.text(sites.quote("+44 is where we began.")))
    site = sites.site((told,))
    (row,) = table(site, "stories.csv")
    assert (row["Title"], row["Summary"]) == ("'=1+1", "'@SUM(A1)")
    assert table(site, "quotes.csv")[0]["Words"] == "'+44 is where we began."


def test_a_hub_is_as_its_register_has_it_with_its_stories() -> None:
    lead = ({"name": "Carmel College", "from": "2014"},)
    entry = HubEntry("a", "A", ("B",), "North", "Durham", lead, ({"name": "C", "until": "2019"},), "sourced")
    registers = sites.Registers((entry,), (), ())
    hub, *_ = records(sites.site(registers=registers), "hubs")
    assert hub == {
        "id": "a", "address": "hubs/a/index.html", "name": "A", "aliases": ["B"], "region": "North", "area": "Durham",
        "lead_schools": [{"name": "Carmel College", "from": "2014", "to": "", "source": ""}],
        "former_names": [{"name": "C", "until": "2019"}], "confidence": "sourced", "stories": [], "schools": [],
    }  # fmt: skip


def test_hubs_and_schools_name_each_other_and_their_stories() -> None:
    site = sites.report()
    hubs = {hub["id"]: hub for hub in records(site, "hubs")}
    schools = {school["id"]: school for school in records(site, "schools")}
    assert hubs["london-north-east"]["stories"] == ["2022-23/secondary/oak"]
    assert hubs["london-north-east"]["schools"] == ["oak-school-kent"]
    assert schools["oak-school-kent"]["hubs"] == ["london-north-east"]
    assert (schools["oak-school-kent"]["listed"], schools["goldfinch-primary-london"]["listed"]) == (False, True)
    assert schools["goldfinch-primary-london"]["place"] == "London"


def test_schemas_name_their_own_addresses_on_the_web(tmp_path) -> None:
    made = built(tmp_path, {"content/2022-23/a.md": story()}, base_url="https://example.org/r/").outputs
    for name in ("stories", "hubs", "schools"):
        content = made[f"{name}.schema.json"]
        assert isinstance(content, bytes)
        assert json.loads(content)["$id"] == f"https://example.org/r/{name}.schema.json"


CONSENTS = (
    "- {id: C-1, covers: [quote], given_by: speaker, scope: [web], given_on: 2020-01-01, withdrawn_on: 2021-01-01}\n"
)


def test_a_quote_without_the_consent_that_it_needs_is_in_no_data(tmp_path) -> None:
    body = "::: quote\nby: Ann Lee\nrole: teacher\nconsent: C-1\n\nWORDS that may not be shown.\n:::\n\nText."
    made = built(tmp_path, {"content/2022-23/a.md": story(body=body), "private/consents.yaml": CONSENTS})
    assert [p for p in made.problems if p.is_error] == []
    said = {a for a, c in made.outputs.items() if isinstance(c, bytes) and b"WORDS" in c}
    assert said == set()
    assert "quotes.csv" in made.outputs


def test_the_data_of_an_empty_site_are_headings_and_empty_lists() -> None:
    site = sites.site(editions=(), registers=sites.Registers((), (), ()))
    assert table(site, "stories.csv") == table(site, "stats.csv") == table(site, "quotes.csv") == []
    assert records(site, "hubs") == records(site, "schools") == []
    assert {file.address for file in data(site, share(site))} == {"stories.json", "stories.schema.json"}
