"""Feeds of the site, its editions, hubs and themes."""

from __future__ import annotations

import datetime
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from sitegen.model.spanning import Site
from sitegen.model.values import Correction
from sitegen.pages.page import Feed
from sitegen.pages.plan import plan, site_view
from sitegen.pages.shared import share
from sitegen.pages.web.feeds import MOST, feeds
from sitegen.pages.web.views import FeedView
from sitegen.rendering.feeds import render_feeds
from sitegen.schema.values import DateValue
from tests.pages import sites
from tests.pages.web.atom import wrong
from tests.pages.web.on_the_web import BASE, metadata_of, on_the_web
from tests.rendering.samples import shipped
from tests.sites import built, story


def day(iso: str) -> DateValue:
    date = datetime.date.fromisoformat(iso)
    return DateValue(iso, date, date, "day")


def views(site: Site) -> dict[str, FeedView]:
    made = {feed.address: feed.view for feed in feeds(site, share(site))}
    return {address: view for address, view in made.items() if isinstance(view, FeedView)}


def rendered(site: Site) -> dict[str, bytes]:
    made = (o for o in plan(site).value if isinstance(o, Feed))
    checked = render_feeds(made, site_view(site), shipped())
    assert checked.problems == ()
    return checked.value


def titles(view: FeedView) -> list[str]:
    return [entry.title for entry in view.entries]


def test_the_site_and_each_edition_hub_and_theme_with_stories_has_a_feed() -> None:
    assert set(views(on_the_web())) == {
        "feed.xml", "2022-23/feed.xml", "newsletter-16/feed.xml", "hubs/london-south-west/feed.xml",
        "hubs/london-north-east/feed.xml", "hubs/archimedes-ne/feed.xml", "themes/talk/feed.xml", "themes/eal/feed.xml",
    }  # fmt: skip


def test_a_feed_holds_the_stories_of_its_page_and_no_others() -> None:
    found = views(on_the_web())
    assert len(found["feed.xml"].entries) == 6
    assert titles(found["newsletter-16/feed.xml"]) == ["Two new hubs"]
    assert titles(found["themes/talk/feed.xml"]) == ["Talk first", "Argue"]
    assert titles(found["hubs/archimedes-ne/feed.xml"]) == ["Oracy"]


def test_every_feed_is_as_the_standard_lays_down() -> None:
    made = {address: xml for address, xml in rendered(on_the_web()).items() if address.endswith("feed.xml")}
    assert len(made) == 8
    assert [(address, said) for address, xml in made.items() for said in wrong(xml)] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<updated>2023-08-31T00:00:00Z</updated>\n<author>", "<author>"),
        ("2023-08-31T00:00:00Z", "2023-08-31"),
        ("<author><name>Test network</name></author>", ""),
        ("<id>https:", "<id>x"),
        ('rel="self"', 'rel="alternate"'),
        ("<summary>", "<content/><summary>"),
        ("</title>", "<b/></title>"),
        ("<title>Talk first</title>", "<title> </title>"),
        ('term="talk"', 'term=""'),
        ("2022-23/primary/talk/", "2022-23/primary/goldfinch/"),
        ("2005/Atom", "2004/Atom"),
    ],
)
def test_what_the_standard_does_not_allow_is_found(before: str, after: str) -> None:
    xml = rendered(on_the_web())["feed.xml"].decode()
    assert before in xml
    assert wrong(xml.replace(before, after).encode())


def test_an_entry_tells_the_story_by_its_whole_address_for_ever() -> None:
    feed = views(on_the_web())["2022-23/feed.xml"]
    entry = next(e for e in feed.entries if e.title == "Talk first")
    assert (feed.address, feed.page) == (f"{BASE}2022-23/feed.xml", f"{BASE}2022-23/")
    assert entry.address == f"{BASE}2022-23/primary/goldfinch/"
    assert entry.themes == (("talk", "Talk"), ("eal", "EAL"))
    assert (feed.author, feed.title) == ("Test network", "Annual report 2022/23 – Test stories")


def dated(id_: str, **own: object) -> object:
    return sites.story(f"2022-23/{id_}", id_, **own)  # type: ignore[arg-type]


def test_the_newest_come_first_and_those_of_one_day_in_reading_order() -> None:
    told = (
        dated("old", date=day("2022-10-01")), dated("b", date=day("2023-05-02")), dated("a", date=day("2023-05-02")),
        dated("put-right", date=day("2022-11-01"), corrections=(Correction(day("2023-07-01"), "A name."),)),
        dated("updated", date=day("2022-11-01"), updated=day("2023-06-01")),
    )  # fmt: skip
    feed = views(on_the_web(sites.site(told)))["feed.xml"]  # type: ignore[arg-type]
    assert titles(feed) == ["put-right", "updated", "b", "a", "old"]
    first = feed.entries[0]
    assert (first.published, first.updated) == ("2022-11-01T00:00:00Z", "2023-07-01T00:00:00Z")
    assert feed.updated == "2023-07-01T00:00:00Z"


def test_a_story_without_a_date_has_that_of_its_edition_and_without_any_it_is_in_no_feed() -> None:
    bare = sites.edition("x", "X", academic_year=None, type="collection")
    told = (sites.story("2022-23/a", "A"), sites.story("newsletter-16/b", "B"), sites.story("x/c", "C"))
    site = on_the_web(sites.site(told, editions=(sites.edition(), sites.NEWSLETTER, bare)))
    found = views(site)
    assert [(e.title, e.updated[:10]) for e in found["feed.xml"].entries] == [("A", "2023-08-31"), ("B", "2019-05-01")]
    assert "2022-23/feed.xml" in found
    assert "x/feed.xml" not in found
    assert metadata_of(site, "2022-23/index.html").feed == "2022-23/feed.xml"
    assert metadata_of(site, "x/index.html").feed == ""


def test_a_correction_of_a_story_without_a_date_makes_it_no_news() -> None:
    bare = sites.edition("x", "X", academic_year=None, type="collection")
    told = sites.story("x/c", "C", corrections=(Correction(day("2023-07-01"), "A name."),))
    assert views(on_the_web(sites.site((told,), editions=(bare,)))) == {}


def test_a_feed_holds_the_newest_and_stays_short() -> None:
    told = [sites.story(f"2022-23/s{n}", f"S{n}", date=day(f"{1900 + n}-01-01")) for n in range(MOST + 5)]
    feed = views(on_the_web(sites.site(told)))["feed.xml"]
    assert titles(feed) == [f"S{n}" for n in range(MOST + 4, 4, -1)]


def test_without_an_address_on_the_web_and_in_a_preview_there_is_no_feed() -> None:
    assert views(sites.report()) == {}
    assert views(replace(on_the_web(), preview=True)) == {}


def test_a_site_without_stories_has_no_feed_either() -> None:
    assert views(on_the_web(sites.site())) == {}


def test_characters_that_xml_cannot_write_are_left_out() -> None:
    told = sites.story("2022-23/a", "A\x00\x0b\ufffe & <b>")
    xml = rendered(on_the_web(sites.site((told,))))["feed.xml"]
    assert fromstring(xml).findtext("{*}entry/{*}title") == "A & <b>"


FIELDS = {"summary": "A summary.", "date": "2023-03-01"}


@pytest.mark.parametrize(
    "fields", [{"draft": "yes"}, {"publish_on": "2030-01-01"}, {"expires_on": "2023-01-01"}, {"withdrawn": "yes"}]
)
def test_nothing_that_is_not_published_is_in_any_of_it(tmp_path, fields) -> None:
    files = {
        "content/2022-23/01-secret.md": story("Quite secret", "SECRET words.", themes="[Hidden]", **fields),
        "content/2022-23/02-open.md": story("Open", **FIELDS),
    }
    made = built(tmp_path, files, base_url=BASE).outputs
    assert "feed.xml" in made
    said = {a: c for a, c in made.items() if isinstance(c, bytes) and b"ecret" in c.lower()}
    assert said == {}


def test_an_edit_of_a_text_changes_no_feed_and_no_map(tmp_path) -> None:
    def of_text(words: str) -> dict[str, bytes]:
        made = built(tmp_path, {"content/2022-23/01-a.md": story("A", words, **FIELDS)}, base_url=BASE).outputs
        return {a: c for a, c in made.items() if isinstance(c, bytes) and a.endswith((".xml", ".txt", ".csv"))}

    assert of_text("One way.") == of_text("Another way, and more of it.")


def test_a_mistake_in_a_template_of_a_feed_is_told_at_its_line(tmp_path) -> None:
    wrong_ = "{# view: FeedView #}\n<feed>{{ page.titel }}</feed>"
    files = {"templates/feeds/atom.xml": wrong_, "content/2022-23/01-a.md": story("A")}
    (problem,) = built(tmp_path, files, base_url=BASE).problems
    assert (problem.where.file, problem.where.line, problem.suggestion) == ("templates/feeds/atom.xml", 2, "title")
    assert problem.code == "template-error"
