"""Stories, numbers and quotes as tables for spreadsheets, and what a hub offers of them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from sitegen.markup.body import Cell, Chart, Speaker
from sitegen.model.spanning import Site
from sitegen.pages import akin
from sitegen.pages.hub_files import hub_files
from sitegen.pages.page import File, Page
from sitegen.pages.plan import plan
from sitegen.pages.shared import share
from sitegen.pages.tables import NUMBERS, QUOTES, STORIES
from sitegen.pages.views import HubPage, LinkView
from tests.pages import sites
from tests.pages.viewed import view

HUB = "hubs/london-south-west"


def files(site: Site) -> dict[str, list[dict[str, str]]]:
    """The tables of all hubs by their address, each line by its labels."""
    made = [f for f in hub_files(site, share(site)) if isinstance(f, File)]
    return {f.address: list(csv.DictReader(io.StringIO(f.content.decode("utf-8-sig")))) for f in made}


def test_every_story_of_a_hub_is_a_line_with_its_facts_as_worded_and_as_understood() -> None:
    stories = files(sites.report())[f"{HUB}/stories.csv"]
    assert [line["Title"] for line in stories] == ["Small steps", "Talk first", "Depth"]
    talk = stories[1]
    assert list(talk) == list(STORIES)
    assert talk["Address"] == "2022-23/primary/goldfinch/index.html"
    assert (talk["Edition"], talk["Section"], talk["Number"]) == ("Annual report 2022/23", "Primary", "1")
    assert (talk["School"], talk["Hub"], talk["Region"]) == ("Goldfinch Primary, London", "London South West", "London")
    assert (talk["Themes"], talk["People"]) == ("Talk; EAL", "Emilie Haston, headteacher")
    assert (talk["Disadvantage"], talk["Pupil Premium, from"], talk["Pupil Premium, to"]) == (
        "40% Pupil Premium", "40", "40",
    )  # fmt: skip
    assert (talk["Free school meals, from"], talk["Forms of entry, from"]) == ("", "1")
    assert (stories[0]["Number"], stories[0]["Kind"]) == ("", "Q&A")


def test_a_story_of_several_schools_is_a_line_for_each_with_its_own_figures() -> None:
    shares = [
        sites.fact("disadvantage", f"{n}% EAL", sites.quantity("eal", low, None), school=id_)
        for id_, n, low in (("oak", 10, 10), ("elm", 60, 60))
    ]
    both = (sites.fact("school", "Oak", school="oak"), sites.fact("school", "Elm", school="elm"), *shares,
            sites.fact("hub", "London South West"))  # fmt: skip
    lines = files(sites.site([sites.story("2022-23/both", "Both", both)]))[f"{HUB}/stories.csv"]
    eal = "English as an additional language"
    assert [(n["School"], n["Disadvantage"], n[f"{eal}, from"], n[f"{eal}, to"]) for n in lines] == [
        ("Oak", "10% EAL", "10", ""), ("Elm", "60% EAL", "60", ""),
    ]  # fmt: skip


def test_numbers_and_quotes_say_what_they_are_of_and_whose() -> None:
    found = files(sites.report())
    (number,) = found[f"{HUB}/numbers.csv"]
    assert list(number) == list(NUMBERS)
    assert (number["Number"], number["Value"], number["Of what"]) == ("6,868", "6868", "schools took part")
    assert (number["Period"], number["Source"], number["Page"]) == ("2022/23", "The report", "Talk first")
    (quote,) = found[f"{HUB}/quotes.csv"]
    assert list(quote) == list(QUOTES)
    assert (quote["Words"], quote["Who"], quote["Role"]) == ("We talk first.", "Emilie Haston", "Headteacher")
    assert quote["Reported, not quoted"] == ""


def test_a_reported_view_is_marked_and_a_role_alone_is_no_name() -> None:
    text = sites.text(sites.quote("Better.", Speaker("", "Maths lead"), paraphrase=True))
    (quote,) = files(sites.site([sites.story("2022-23/a", "A", text=text)]))[f"{HUB}/quotes.csv"]
    assert (quote["Who"], quote["Role"], quote["Reported, not quoted"]) == ("", "Maths lead", "yes")


def test_no_cell_is_a_formula() -> None:
    told = sites.story("2022-23/a", "=SUM(A1)", summary="@now", text=sites.text(sites.quote("-1+1")))
    found = files(sites.site([told]))
    assert found[f"{HUB}/stories.csv"][0]["Title"] == "'=SUM(A1)"
    assert found[f"{HUB}/stories.csv"][0]["Summary"] == "'@now"
    assert found[f"{HUB}/quotes.csv"][0]["Words"] == "'-1+1"


def test_a_hub_offers_what_it_has_and_the_figures_of_its_charts() -> None:
    chart = Chart("Pupils", "bar", ("Year", "Pupils"), ((Cell("2021"), Cell("7", 7)),), 3, id="chart-1")
    text = sites.text(chart, charts=(chart,))
    address = "2022-23/a/index.html"
    site = sites.site([sites.story("2022-23/a", "A", text=replace(text, address=address))])
    assert view(site, f"{HUB}/index.html", HubPage).downloads == (
        LinkView("Stories", f"{HUB}/stories.csv", "1 story, CSV"),
        LinkView("Pupils", "2022-23/a/chart-1.csv", "Chart in A, CSV"),
    )
    planned = {o.address for o in plan(site).value}
    assert {f"{HUB}/stories.csv", "2022-23/a/chart-1.csv"} <= planned
    assert f"{HUB}/numbers.csv" not in planned


def test_a_hub_without_stories_offers_nothing() -> None:
    site = sites.site()
    assert view(site, f"{HUB}/index.html", HubPage).downloads == ()
    assert [o.address for o in plan(site).value if not isinstance(o, Page) and o.address.startswith("hubs/")] == []


def test_hubs_are_akin_by_what_few_others_share() -> None:
    def told(id_: str, hub: str, *themes: str) -> sites.Story:
        return sites.story(f"2022-23/{id_}", id_, (sites.fact("hub", hub),), themes=themes)

    site = sites.site([
        told("a", "London South West", "Talk", "Play", "Number"), told("b", "Archimedes NE", "Talk", "Play"),
        told("c", "London North East", "Number", "Oracy"),
    ])  # fmt: skip
    assert akin.akin(site)["london-south-west"] == (
        LinkView("Archimedes NE", "hubs/archimedes-ne/index.html", "Also tells of Play and Talk"),
    )
    assert akin.akin(site)["london-north-east"] == (), "one theme is no kinship"
