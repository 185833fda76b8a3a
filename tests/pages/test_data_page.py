"""The page that explains the data."""

from __future__ import annotations

from dataclasses import replace

from sitegen.pages.data_page import MOST_CHARTS
from sitegen.pages.plan import plan, site_view
from sitegen.pages.views import DataPage, FileView
from tests.pages import sites
from tests.pages.viewed import view
from tests.sites import built, codes, story

DATA = "data/index.html"


def page(site: object = None) -> DataPage:
    return view(site or sites.report(), DATA, DataPage)  # type: ignore[arg-type]


def by_name(found: DataPage) -> dict[str, FileView]:
    return {file.link.text: file for file in found.files}


def test_the_page_names_every_file_of_the_whole_site_with_what_it_holds() -> None:
    files = by_name(page())
    assert {name: file.link.note for name, file in files.items()} == {
        "stories.csv": "6 stories", "stats.csv": "5 headline numbers", "quotes.csv": "1 quote",
        "stories.json": "6 stories", "hubs.json": "3 hubs", "schools.json": "2 schools and colleges",
    }  # fmt: skip
    addresses = {o.address for o in plan(sites.report()).value}
    assert {file.link.address for file in files.values()} <= addresses
    assert {file.schema.address for file in files.values() if file.schema} == {
        "stories.schema.json", "hubs.schema.json", "schools.schema.json",
    }  # fmt: skip


def test_the_columns_of_a_table_and_the_records_of_the_others_are_explained() -> None:
    files = by_name(page())
    ((_, columns),) = files["quotes.csv"].tables
    assert [name for name, _ in columns][:3] == ["Edition", "Page", "Address"]
    headings = [heading for heading, _ in files["stories.json"].tables]
    assert headings == [
        "site", "stories", "stories › date", "stories › facts", "stories › facts › values", "stories › people",
        "stories › stats", "stories › quotes",
    ]  # fmt: skip
    facts = dict(dict(files["stories.json"].tables)["stories › facts"])
    assert facts["basis"] == "Where the fact comes from. What is not stated is not zero."


def test_charts_are_named_with_their_page_and_very_many_only_in_part(tmp_path) -> None:
    body = "::: chart Most sustain\nunit: schools\n\n| Stage | Schools |\n|---|--:|\n| A | 1 |\n:::\n"
    made = built(tmp_path, {"content/2022-23/a.md": story("Told", body), "content/2022-23/b.md": story("B", body)})
    found = page(made.site)
    assert [(c.text, c.address, c.note) for c in found.charts] == [
        ("Most sustain", "2022-23/a/b-chart-most-sustain.csv", "Chart in Told"),
        ("Most sustain", "2022-23/b/b-chart-most-sustain.csv", "Chart in B"),
    ]  # fmt: skip
    assert found.charts_lead == "2 charts, each with its figures as a file beside the page that shows it."
    assert {c.address for c in found.charts} <= made.outputs.keys()
    told = made.site.stories["2022-23/a"]
    charts = told.text.body.charts * (MOST_CHARTS + 1)
    many = replace(told, text=replace(told.text, body=replace(told.text.body, charts=charts)))
    crowded = page(replace(made.site, stories={**made.site.stories, told.id: many}))
    assert len(crowded.charts) == MOST_CHARTS
    assert crowded.charts_lead.endswith("The first 200 are named here.")


def test_a_site_without_charts_says_nothing_of_them() -> None:
    assert (page().charts, page().charts_lead) == ((), "")


def test_the_foot_of_every_page_leads_to_the_data_and_on_the_web_to_the_feed() -> None:
    site = sites.report()
    assert [link.address for link in site_view(site).machines] == [DATA]
    there = replace(site, settings=replace(site.settings, base_url="https://example.org/"))
    assert [link.address for link in site_view(there).machines] == [DATA, "feed.xml"]
    assert [link.address for link in site_view(replace(there, preview=True)).machines] == [DATA]


def test_a_page_or_an_edition_on_its_address_is_a_problem(tmp_path) -> None:
    page_ = "---\nkind: page\ntitle: Data\n---\nText.\n"
    made = built(tmp_path, {"content/pages/data.md": page_, "content/2022-23/a.md": story()})
    assert codes(made) == ["reserved-address"]
    edition = "---\nkind: edition\ntitle: Data\n---\nText.\n"
    made = built(tmp_path / "b", {"content/data/index.md": edition, "content/2022-23/a.md": story()})
    assert codes(made) == ["reserved-address"]
