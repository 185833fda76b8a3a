"""The map of the site for search engines, by the rules of sitemaps.org, and robots.txt."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import fromstring

from sitegen.model.spanning import Site
from sitegen.pages.page import Feed, File, Page
from sitegen.pages.plan import plan, site_view
from sitegen.pages.web.sitemap import MOST, sitemap
from sitegen.pages.web.views import SitemapView
from sitegen.rendering.feeds import render_feeds
from tests.pages import sites
from tests.pages.web.on_the_web import BASE, folder_of, on_the_web
from tests.pages.web.test_feeds import day
from tests.rendering.samples import shipped

_NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def made(site: Site, most: int = MOST) -> dict[str, Feed | File]:
    return {each.address: each for each in sitemap(site, plan(site).value, most)}


def xml(site: Site, most: int = MOST) -> dict[str, bytes]:
    found = (each for each in made(site, most).values() if isinstance(each, Feed))
    return render_feeds(found, site_view(site), shipped()).value


def locations(content: bytes, of: str) -> list[str]:
    root = fromstring(content)
    assert root.tag == f"{_NS}{of}"
    return [child.findtext(f"{_NS}loc", "") for child in root]


def test_every_page_is_named_but_those_that_nobody_looks_for() -> None:
    site = replace(on_the_web(), tombstones={"content/2022-23/gone.md": "2022-23/gone/index.html"})
    pages = {o.address for o in plan(site).value if isinstance(o, Page)}
    for_paper = {address for address in pages if address.endswith("/print/index.html")}
    left_out = {"404.html", "2022-23/gone/index.html"} | for_paper
    assert left_out <= pages
    assert "2022-23/print/index.html" in for_paper
    named = locations(xml(site)["sitemap.xml"], "urlset")
    assert sorted(named) == sorted(folder_of(address) for address in pages - left_out)


def test_the_plan_holds_the_map_of_itself() -> None:
    site = on_the_web()
    (planned,) = (o for o in plan(site).value if o.address == "sitemap.xml")
    assert planned == made(site)["sitemap.xml"]


def test_a_story_has_the_date_of_its_last_change_and_a_page_without_a_date_has_none() -> None:
    told = (
        sites.story("2022-23/a", "A", date=day("2023-01-02"), updated=day("2023-04-05")), sites.story("2022-23/b", "B"),
    )  # fmt: skip
    view = made(on_the_web(sites.site(told)))["sitemap.xml"].view  # type: ignore[union-attr]
    assert isinstance(view, SitemapView)
    changed = {page.address.removeprefix(BASE): page.changed for page in view.pages}
    assert changed["2022-23/a/"] == "2023-04-05"
    assert {words for address, words in changed.items() if address != "2022-23/a/"} == {""}


def test_a_date_is_a_day_as_the_rules_ask() -> None:
    told = [sites.story(f"2022-23/{n}", str(n), date=replace(day("2023-01-02"), precision=p))
            for n, p in enumerate(("day", "month", "year", "term"))]  # fmt: skip
    found = re.findall(rb"<lastmod>(.*?)</lastmod>", xml(on_the_web(sites.site(told)))["sitemap.xml"])
    assert found == [b"2023-01-02"]


def test_a_map_of_too_many_pages_is_cut_and_its_parts_are_listed() -> None:
    site = on_the_web()
    whole = locations(xml(site)["sitemap.xml"], "urlset")
    parts = xml(site, most=10)
    names = locations(parts["sitemap.xml"], "sitemapindex")
    assert names == [f"{BASE}sitemap-{n}.xml" for n in range(1, -(-len(whole) // 10) + 1)]
    cut = [locations(parts[name.removeprefix(BASE)], "urlset") for name in names]
    assert [address for part in cut for address in part] == whole
    assert max(map(len, cut)) == 10


def test_a_file_holds_no_more_pages_than_the_rules_allow() -> None:
    assert MOST == 50_000


def test_robots_are_led_to_the_map_where_there_is_one() -> None:
    assert robots(on_the_web()) == f"User-agent: *\nDisallow:\n\nSitemap: {BASE}sitemap.xml\n"
    assert robots(sites.report()) == "User-agent: *\nDisallow:\n"
    assert set(made(sites.report())) == {"robots.txt"}


def test_a_preview_is_closed_to_robots() -> None:
    preview = replace(on_the_web(), preview=True)
    assert robots(preview) == "User-agent: *\nDisallow: /\n"
    assert set(made(preview)) == {"robots.txt"}


def robots(site: Site) -> str:
    found = made(site)["robots.txt"]
    assert isinstance(found, File)
    return found.content.decode()
