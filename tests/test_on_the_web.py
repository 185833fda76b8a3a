"""Whole sites as they are published below a folder of a server: what they say to machines is true of their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote
from xml.etree.ElementTree import fromstring

import pytest

from sitegen.checking.deep import check_pages
from tests.conftest import ON_THE_WEB
from tests.elements import Element, read
from tests.pages.web.atom import wrong as wrong_in_feed
from tests.pages.web.vocabulary import wrong as wrong_in_data
from tests.validity import errors
from tests.weights import weight, weight_of_words
from tests.whole import Whole

BOTH = ("shipped", "extremes")


@pytest.fixture(scope="module", params=BOTH)
def site(request: pytest.FixtureRequest) -> Whole:
    whole: Whole = request.getfixturevalue(f"{request.param}_on_the_web")
    return whole


@pytest.fixture(scope="module", params=BOTH)
def pair(request: pytest.FixtureRequest) -> tuple[Whole, Whole]:
    return request.getfixturevalue(request.param), request.getfixturevalue(f"{request.param}_on_the_web")


@pytest.fixture(scope="module")
def trees(site: Whole) -> dict[str, Element]:
    """Every page that says something to machines, by its address."""
    pages = (page.address for page in site.pages())
    texts = {a: (site.folder / a).read_text("utf-8") for a in pages if a != "404.html"}
    return {address: read(text) for address, text in texts.items() if not is_copy(address, text)}


def is_copy(address: str, html: str) -> bool:
    """True for what is for paper alone and has a page of its own: it says nothing of itself to machines."""
    return "/print/" in address and 'rel="canonical"' not in html and 'content="noindex' in html


def is_there(site: Whole, whole: str) -> bool:
    """True for an address below that of the site that has its file."""
    inner = whole.removeprefix(ON_THE_WEB).partition("#")[0]
    path = unquote(inner)
    file = f"{path}index.html" if not path or path.endswith("/") else path
    return whole.startswith(ON_THE_WEB) and (site.folder / file).is_file()


def named(page: Element) -> Iterator[tuple[str, str]]:
    """What the head of a page names: each relation or property with its value."""
    for each in page.all("link", "meta"):
        given = each.attributes
        name = given.get("rel") or given.get("property") or given.get("name", "")
        yield name, given.get("href") or given.get("content", "")


def test_every_page_names_itself_by_its_whole_address(site, trees):
    for address, page in trees.items():
        found = dict(named(page))
        assert found["canonical"] == found["og:url"] == f"{ON_THE_WEB}{quote(address.removesuffix('index.html'))}"
        assert is_there(site, found["canonical"])
        assert {"og:title", "og:type", "og:site_name", "og:description", "twitter:card"} <= found.keys()
        assert [name for name, _ in named(page)].count("canonical") == 1


def test_every_page_keeps_to_the_vocabulary_of_schema_org(trees):
    said = {}
    for address, page in trees.items():
        (data,) = (each for each in page.all("script") if each.attributes.get("type") == "application/ld+json")
        said[address] = "".join(map(str, data.inside))
    assert [(address, each) for address, text in said.items() for each in wrong_in_data(text)] == []


def test_every_feed_is_valid_and_leads_to_pages_that_are_there(site):
    feeds = {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in site.folder.rglob("feed.xml")}
    assert {"feed.xml"} < feeds.keys()
    for address, xml in feeds.items():
        assert (address, wrong_in_feed(xml)) == (address, [])
        links = [each.get("href", "") for each in fromstring(xml).iter("{http://www.w3.org/2005/Atom}link")]
        assert f"{ON_THE_WEB}{address}" in links
        assert [link for link in links if not is_there(site, link)] == []


def test_feeds_are_named_by_their_pages_and_from_the_foot_of_every_page(site, trees):
    feeds = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("feed.xml")}
    found = {}
    for address, page in trees.items():
        for relation, href in named(page):
            if relation == "alternate":
                found[address] = (Path(address).parent / href).as_posix()
        foot = {each.attributes["href"].rpartition("../")[2] for each in next(page.all("footer")).all("a")}
        assert {"feed.xml", "data/index.html"} <= foot or address.startswith("data/")
    assert set(found.values()) == feeds
    assert len(found) == len(feeds)


def test_the_map_names_pages_that_are_there_each_once(site):
    named_ = [each.text or "" for each in fromstring((site.folder / "sitemap.xml").read_bytes()).iter() if each.text]
    locations = [text for text in named_ if text.startswith("http")]
    assert len(locations) == len(set(locations)) > 20
    assert [location for location in locations if not is_there(site, location)] == []


def test_all_of_it_is_as_the_deep_check_wants_it(site):
    made = {a: c for a, c in site.made.outputs.items() if isinstance(c, bytes)}
    assert check_pages(made, site.made.outputs, ON_THE_WEB) == ()


def test_every_page_is_valid_html_on_the_web_too(shipped_on_the_web, extremes_on_the_web):
    assert errors(shipped_on_the_web.folder, extremes_on_the_web.folder) == []


def test_a_page_stays_light(site, trees):
    """A page may weigh what it may elsewhere (tests/test_page_weight.py), with all that it says to machines."""
    heavy = {}
    for address, page in trees.items():
        words = weight_of_words(next(page.all("main")).text())
        most = words + 10_000 if words > 12_000 else 20_000
        if "/print/" not in address and weight(site.folder / address) > most:
            heavy[address] = weight(site.folder / address)
    assert heavy == {}


_SAID = re.compile(
    r'<link rel="(?:canonical|alternate)".*?>\n|<meta (?:property="(?:og|article):|name="twitter:).*?>\n'
    r'|<script type="application/ld\+json">.*?</script>\n|<li><a href="[./]*feed\.xml">.*?</li>\n'
)


_SHARE = re.compile(r'<section class="share".*?</section>', re.DOTALL)


def test_the_address_on_the_web_changes_nothing_else(pair):
    without, there = pair
    only = {a for a in there.made.outputs if a not in without.made.outputs}
    assert {a.rpartition("/")[2] for a in only} == {"feed.xml", "sitemap.xml"}
    assert without.made.outputs.keys() <= there.made.outputs.keys()
    for page in there.pages():
        if page.address != "404.html":
            plain = (without.folder / page.address).read_text("utf-8")
            assert not _SAID.search(plain)
            settled = _SAID.sub("", (there.folder / page.address).read_text("utf-8"))
            same = re.sub(r"\n\n<style>", "\n<style>", _uncited(settled))
            # The panel for sharing has more to offer: a link, a card for somebody's own page.
            assert _SHARE.sub("", same) == _SHARE.sub("", plain), page.address


def _uncited(html: str) -> str:
    """A page without the whole address at the end of how to cite it."""
    return re.sub(rf" {re.escape(ON_THE_WEB)}[\w/.-]*(?=</)", "", html)
