"""What a page is about in the words of schema.org."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest

from sitegen.model.spanning import Site
from sitegen.model.values import SourceNote
from sitegen.pages.page import Page
from sitegen.pages.plan import plan
from sitegen.pages.web.licences import licence
from sitegen.schema.kinds import WORKS
from sitegen.schema.values import DateValue
from tests.pages import sites
from tests.pages.web.on_the_web import BASE, metadata_of, on_the_web
from tests.pages.web.vocabulary import TYPES, above, wrong

ORGANISATION = {"@id": f"{BASE}#organisation"}
JULY = DateValue("July 2022", datetime.date(2022, 7, 1), datetime.date(2022, 7, 31), "month")


def data(site: Site, address: str) -> list[dict[str, Any]]:
    made = metadata_of(site, address)
    assert made
    assert wrong(made.linked_data) == []
    return json.loads(made.linked_data)["@graph"]  # type: ignore[no-any-return]


def test_every_page_of_a_site_keeps_to_the_vocabulary() -> None:
    pages = [o for o in plan(on_the_web(licence="CC BY 4.0", contact="a@example.org")).value if isinstance(o, Page)]
    said = {p.address: p.view.head.metadata.linked_data for p in pages if p.view.head.metadata}
    assert len(said) > 30
    assert [(address, each) for address, text in said.items() for each in wrong(text)] == []


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ({"@type": "Story"}, "there is no type Story"),
        ({"@id": "https://example.org/"}, "has no type"),
        ({"@type": "Article", "colour": "red"}, "there is no property colour"),
        ({"@type": "Report", "isbn": "978"}, "isbn does not belong to ['Report']"),
        ({"@type": "Article", "author": "Ann"}, "author does not take 'Ann'"),
        ({"@type": "Article", "author": {"@type": "School", "name": "A"}}, ""),
        ({"@type": "Article", "author": {"@type": "WebPage"}}, "author does not take"),
        ({"@type": "Article", "author": {"@id": "https://example.org/#x"}}, "author does not take"),
        ({"@type": "Article", "datePublished": "May 2023"}, "datePublished does not take"),
        ({"@type": "Article", "url": "a/index.html"}, "url does not take"),
        ({"@type": "Article", "headline": ""}, "headline does not take"),
        ({"@type": "Article", "isAccessibleForFree": "yes"}, "isAccessibleForFree does not take"),
        ({"@type": "ListItem", "position": True}, "position does not take"),
        ({"@type": "Article", "@id": "a#b"}, "is no whole address"),
        ({"@type": ["Report", "Book"], "isbn": "978"}, ""),
    ],
)
def test_what_breaks_the_vocabulary_is_found(node: dict[str, Any], said: str) -> None:
    found = wrong(json.dumps({"@context": "https://schema.org", "@graph": [node]}))
    assert [said in each for each in found] == ([True] if said else [])


def test_every_type_that_a_kind_may_have_is_a_work_of_the_vocabulary() -> None:
    assert [name for name in WORKS if name not in TYPES or "CreativeWork" not in above(name)] == []


def test_a_story_is_what_its_kind_says_and_about_its_school() -> None:
    story, organisation, way = data(on_the_web(), "2022-23/primary/goldfinch/index.html")
    address = f"{BASE}2022-23/primary/goldfinch/"
    assert story == {
        "@type": "Article", "@id": address, "url": address, "inLanguage": "en-GB", "headline": "Talk first",
        "description": "Talk first, in short.", "author": ORGANISATION, "publisher": ORGANISATION,
        "isPartOf": {"@type": "Report", "@id": f"{BASE}2022-23/", "name": "Taught together"},
        "about": [{"@type": "School", "@id": f"{BASE}schools/goldfinch-primary-london/#school",
                   "name": "Goldfinch Primary, London"}],
        "keywords": ["Talk", "EAL"],
    }  # fmt: skip
    assert organisation["name"] == "Test network"
    assert [(step["position"], step["name"]) for step in way["itemListElement"]] == [
        (1, "Home"), (2, "Annual report 2022/23"), (3, "Primary"), (4, "Story 01"),
    ]  # fmt: skip
    assert way["itemListElement"][-1]["item"] == {"@id": address}


def test_a_story_of_a_report_names_its_authors_its_source_and_its_isbn() -> None:
    names = sites.value(("Ann Lee", "NFER"), "Ann Lee, NFER")
    parts = replace(names, parts=(sites.value("Ann Lee"), sites.value("NFER")))
    told = sites.story(
        "2022-23/a", "A", kind=sites.kind("evaluation", "Evaluation", schema_org="Report"), date=JULY,
        values={"authors": parts, "isbn": sites.value("978-1"), "publisher": sites.value("The NFER")},
        source=SourceNote("The report", "https://example.com/r.pdf", "NFER"),
    )  # fmt: skip
    story, *_ = data(on_the_web(sites.site((told,)), licence="OGL v3.0"), "2022-23/a/index.html")
    assert (story["@type"], story["isbn"], story["datePublished"]) == (["Report", "Book"], "978-1", "2022-07")
    assert story["author"] == [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "NFER"}]
    assert story["publisher"] == {"@type": "Organization", "name": "The NFER"}
    assert story["isBasedOn"] == {
        "@type": "CreativeWork", "name": "The report", "url": "https://example.com/r.pdf",
        "publisher": {"@type": "Organization", "name": "NFER"},
    }  # fmt: skip
    assert story["license"]["name"] == "OGL v3.0"


def test_nobody_who_appears_in_a_story_is_named_to_machines() -> None:
    made = metadata_of(on_the_web(), "2022-23/primary/goldfinch/index.html")
    assert made
    assert "Haston" not in made.linked_data


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Suzanne Straw", "Person"), ("Boylan, M.", "Person"), ("NFER", "Organization"), ("Éva Szabó", "Person"),
        ("National Foundation for Educational Research (NFER)", "Organization"), ("Oak Hub", "Organization"),
        ("Sheffield Hallam University", "Organization"), ("Grace Hubbard", "Person"),
    ],
)  # fmt: skip
def test_an_author_is_an_institution_where_the_name_says_so(name: str, type_: str) -> None:
    report = sites.edition(authors=(name,))
    edition, *_ = data(on_the_web(sites.site(editions=(report,))), "2022-23/index.html")
    assert edition["author"] == [{"@type": type_, "name": name}]


def test_an_annual_report_is_a_report_of_its_year_with_publisher_and_isbn() -> None:
    report = sites.edition(publisher="The NCETM", isbn="978-1", subtitle="A year", licence="CC BY-SA 4.0", date=JULY)
    edition, *_ = data(on_the_web(sites.site(editions=(report,))), "2022-23/index.html")
    assert (edition["@type"], edition["isbn"]) == (["Report", "Book"], "978-1")
    assert (edition["datePublished"], edition["temporalCoverage"]) == ("2022-07", "2022-09-01/2023-08-31")
    assert edition["publisher"] == {"@type": "Organization", "name": "The NCETM"}
    assert edition["author"] == ORGANISATION
    assert edition["license"]["url"] == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_a_newsletter_is_an_issue_with_its_number() -> None:
    issue, *_ = data(on_the_web(), "newsletter-16/index.html")
    assert (issue["@type"], issue["issueNumber"], issue["datePublished"]) == ("PublicationIssue", "16", "2019-05")


def test_a_hub_is_an_organisation_where_it_works() -> None:
    hub, way = data(on_the_web(share_cards="none"), "hubs/london-south-west/index.html")
    address = f"{BASE}hubs/london-south-west/"
    assert hub == {
        "@type": "Organization", "@id": f"{address}#hub", "name": "London South West", "alternateName": ["LSW"],
        "areaServed": ["London", "South-west London"], "mainEntityOfPage": address,
    }  # fmt: skip
    assert way["@type"] == "BreadcrumbList"


def test_a_school_is_a_school_in_its_place_with_its_number() -> None:
    registers = replace(sites.REGISTERS, schools=(replace(sites.REGISTERS.schools[0], urn="100612", aliases=("G",)),))
    site = sites.site((sites.story("2022-23/a", "A"),), registers=registers)
    school, _ = data(on_the_web(site), "schools/goldfinch-primary-london/index.html")
    assert (school["@type"], school["address"], school["alternateName"]) == ("School", "London", ["G"])
    assert school["identifier"] == {"@type": "PropertyValue", "propertyID": "URN", "value": "100612"}


def test_the_first_page_says_who_publishes_the_site_and_how_to_reach_them() -> None:
    home, organisation = data(on_the_web(contact="a@example.org", licence="CC0"), "index.html")
    assert (home["@type"], home["publisher"]) == ("WebSite", ORGANISATION)
    assert home["license"]["url"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert organisation == {
        "@type": "Organization", **ORGANISATION, "name": "Test network", "url": f"{BASE}",
        "email": "a@example.org",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("address", "type_"),
    [
        ("2022-23/primary/index.html", "CollectionPage"), ("numbers/index.html", "CollectionPage"),
        ("themes/talk/index.html", "CollectionPage"), ("people/emilie-haston/index.html", "CollectionPage"),
        ("search/index.html", "SearchResultsPage"), ("about/index.html", "WebPage"), ("data/index.html", "Dataset"),
        ("2022-23/print/index.html", "WebPage"),
    ],
)  # fmt: skip
def test_other_pages_are_lists_or_pages(address: str, type_: str) -> None:
    assert data(on_the_web(), address)[0]["@type"] == type_


def test_the_data_are_a_set_in_all_their_files() -> None:
    site = on_the_web()
    found, *_ = data(site, "data/index.html")
    addresses = {o.address for o in plan(site).value}
    files = {each["contentUrl"].removeprefix(BASE): each["encodingFormat"] for each in found["distribution"]}
    assert files.keys() <= addresses
    assert files == {
        "stories.csv": "text/csv", "stats.csv": "text/csv", "quotes.csv": "text/csv",
        "stories.json": "application/json", "hubs.json": "application/json", "schools.json": "application/json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("Open Government Licence v3.0",
         "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    ],
)  # fmt: skip
def test_a_licence_that_is_known_has_its_address(words: str, address: str) -> None:
    assert licence(words) == {"@type": "CreativeWork", "name": words, "url": address}


def test_any_other_licence_has_its_name_alone() -> None:
    assert licence("All rights reserved") == {"@type": "CreativeWork", "name": "All rights reserved"}
