"""What a page says of itself to whoever shares a link to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.pages.page import Page
from sitegen.pages.plan import plan
from sitegen.pages.web.views import ImageView
from tests.pages import sites
from tests.pages.web.on_the_web import BASE, folder_of, metadata_of, on_the_web
from tests.pages.web.test_feeds import day

STORY = "2022-23/primary/goldfinch/index.html"


def test_every_page_that_can_be_shared_says_where_it_is() -> None:
    pages = {o.address: o.view.head for o in plan(on_the_web()).value if isinstance(o, Page)}
    assert pages.pop("404.html").metadata is None
    copies = {a for a in pages if a.endswith("/print/index.html") and a.count("/") > 2}  # of what has its own page
    assert [pages.pop(copy).metadata for copy in sorted(copies)] == [None] * len(copies)
    assert {a: h.metadata and h.metadata.address for a, h in pages.items()} == {a: folder_of(a) for a in pages}
    assert all(h.metadata and h.metadata.title and h.metadata.description for h in pages.values())


def test_a_page_that_was_taken_down_says_nothing() -> None:
    site = replace(on_the_web(), tombstones={"content/2022-23/gone.md": "2022-23/gone/index.html"})
    assert metadata_of(site, "2022-23/gone/index.html") is None


def test_without_an_address_on_the_web_and_in_a_preview_pages_say_nothing() -> None:
    for site in (sites.report(), replace(on_the_web(), preview=True)):
        assert all(o.view.head.metadata is None for o in plan(site).value if isinstance(o, Page))


def test_a_story_is_an_article_with_its_dates() -> None:
    told = sites.story("2022-23/a", "A", date=day("2023-01-02"), updated=day("2023-04-05"))
    made = metadata_of(on_the_web(sites.site((told,))), "2022-23/a/index.html")
    assert made
    assert (made.type, made.title, made.description) == ("article", "A", "A, in short.")
    assert (made.published, made.updated) == ("2023-01-02", "2023-04-05")


def test_what_has_not_changed_says_so_by_saying_nothing() -> None:
    told = sites.story("2022-23/a", "A", date=day("2023-01-02"))
    made = metadata_of(on_the_web(sites.site((told,))), "2022-23/a/index.html")
    assert made
    assert (made.published, made.updated) == ("2023-01-02", "")


@pytest.mark.parametrize(
    ("address", "feed", "title"),
    [
        ("index.html", "feed.xml", "Test stories"),
        ("2022-23/index.html", "2022-23/feed.xml", "Annual report 2022/23 – Test stories"),
        ("hubs/archimedes-ne/index.html", "hubs/archimedes-ne/feed.xml", "Archimedes NE – Test stories"),
        ("themes/talk/index.html", "themes/talk/feed.xml", "Talk – Test stories"),
        (STORY, "", ""),
        ("about/index.html", "", ""),
    ],
)
def test_a_feed_is_named_on_the_page_that_it_belongs_to(address: str, feed: str, title: str) -> None:
    made = metadata_of(on_the_web(), address)
    assert made
    assert (made.feed, made.feed_title) == (feed, title)


def test_every_feed_that_is_named_is_there_and_the_other_way_round() -> None:
    planned = plan(on_the_web(sites.report())).value
    named = {o.view.head.metadata.feed for o in planned if isinstance(o, Page) and o.view.head.metadata}
    assert named - {""} == {o.address for o in planned if o.address.endswith("feed.xml")}


@pytest.mark.parametrize(("language", "locale"), [("en-GB", "en_GB"), ("cy-gb", "cy_GB"), ("en", ""), ("sr-Latn", "")])
def test_a_language_is_named_with_its_country(language: str, locale: str) -> None:
    made = metadata_of(on_the_web(language=language), "index.html")
    assert made
    assert made.locale == locale


def test_a_picture_that_is_given_for_a_page_stands_for_it_and_no_other() -> None:
    card = ImageView("assets/card.png", 1200, 630, "The cover")
    planned = plan(on_the_web(share_cards="none"), images={STORY: card}).value
    shown = {o.address: o.view.head.metadata for o in planned if isinstance(o, Page) and o.view.head.metadata}
    assert {a for a, made in shown.items() if made.image == card} == {STORY}
    assert f'"image":{{"@type":"ImageObject","url":"{BASE}assets/card.png","caption":"The cover"}}' in (
        shown[STORY].linked_data
    )


def test_print_pages_have_the_title_of_their_edition() -> None:
    made = metadata_of(on_the_web(), "2022-23/print/index.html")
    assert made
    assert made.title == "Taught together"


def test_a_share_card_stands_for_its_page() -> None:
    made = metadata_of(on_the_web(), "2022-23/index.html")
    assert made
    assert made.image
    assert (made.image.address[:12], made.image.width, made.image.height) == ("assets/card.", 1200, 630)
    assert "Taught together" in made.image.alt
