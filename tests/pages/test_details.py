"""Further facts of a story in words."""

from __future__ import annotations

import datetime

from sitegen.model.values import Correction, SourceNote, Target
from sitegen.pages.details import corrections, details, source_views, source_words
from sitegen.pages.views import LinkView
from sitegen.problems.problem import Where
from sitegen.schema.values import DateValue, LinkValue
from tests.pages import sites

JULY = DateValue("July 2022", datetime.date(2022, 7, 1), datetime.date(2022, 7, 31), "month")


def test_fields_of_the_kind_are_shown_in_its_order_and_common_ones_are_not() -> None:
    kind = sites.kind("evaluation", "Evaluation", card=("hub",), fields=("isbn", "published", "method", "status"))
    values = {"published": sites.value(JULY), "isbn": sites.value("978"), "status": sites.value("approved")}
    told = sites.story("2022-23/a", "A", (), kind=kind, values=values)
    assert details(told) == (("isbn", (LinkView("978"),)), ("published", (LinkView("July 2022"),)))


def test_a_link_leads_where_the_site_says() -> None:
    kind = sites.kind(card=(), fields=("reference", "site"))
    where = Where("content/a.md")
    values = {
        "reference": sites.value(LinkValue("The file", "../b.md#part", where), "The file"),
        "site": sites.value(LinkValue("Out", "https://example.org", where), "Out"),
    }
    text = sites.text()
    text.targets["../b.md#part"] = Target("page", "b/index.html", "part")  # type: ignore[index]
    told = sites.story("2022-23/a", "A", (), kind=kind, values=values, text=text)
    assert [links for _, links in details(told)] == [
        (LinkView("The file", "b/index.html", fragment="part"),), (LinkView("Out", "https://example.org"),),
    ]  # fmt: skip


def test_a_source_is_named_with_publisher_pages_and_date() -> None:
    source = SourceNote("Annual Report", "https://example.org/r.pdf", "NCETM", "3–6", "2023")
    assert source_views(source)[0] == LinkView("Annual Report", "https://example.org/r.pdf")
    assert source_words(source) == "Annual Report, NCETM, pages 3–6, 2023"
    assert source_words(SourceNote("Report", page="8")) == "Report, page 8"
    assert source_views(None) == ()


def test_corrections_have_their_dates_in_words() -> None:
    told = sites.story("2022-23/a", "A", corrections=(Correction(JULY, "The share was 7%."), Correction(None, "Name.")))
    assert corrections(told) == (("July 2022", "The share was 7%."), ("", "Name."))
