"""Headings, landmarks and link texts of every page: what somebody hears who goes through it by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from tests.elements import SECTIONING, Element, read
from tests.whole import Whole

Finds = Callable[[Element], Iterator[str]]
SAYS_NOTHING = frozenset("here|click here|more|read more|learn more|see more|link|this|this page|details|go".split("|"))
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TERMS = ("dt", "th", "legend", "summary")
SURROUNDINGS = ("li", "tr", "p", "dd", "blockquote", "figcaption")


def headings(page: Element) -> Iterator[str]:
    levels = [int(each.tag[1]) for each in page.all(*HEADINGS)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} main headings"
    yield from (f"h{after} below h{before}" for before, after in pairwise([0, *levels]) if after > before + 1)
    yield from ("an empty heading" for each in page.all(*HEADINGS) if not each.text())


def landmarks(page: Element) -> Iterator[str]:
    for role, tag in (("main", "main"), ("banner", "header"), ("contentinfo", "footer")):
        found = [each for each in page.all(tag) if tag == "main" or not any(a.tag in SECTIONING for a in each.above())]
        if len(found) != 1:
            yield f"{len(found)} of {role}"
    regions = (each for each in page.all("nav", "aside", "section", "form") if "role" not in each.attributes)
    labels = Counter((each.tag, each.label()) for each in regions if each.label())
    yield from (f"{count} of {tag} are called {label!r}" for (tag, label), count in labels.items() if count > 1)
    yield from ("a nav without a name" for each in page.all("nav") if not each.label())


def links(page: Element) -> Iterator[str]:
    for each in page.all("a"):
        name = each.name()
        if not name:
            yield f"no words for {each.attributes.get('href')}"
        if name.casefold().strip(" .…›→") in SAYS_NOTHING:
            yield f"{name!r} says nothing of {each.attributes.get('href')}"


def namesakes(page: Element) -> Iterator[str]:
    """Links of one name must lead to one page, unless what is read with each of them tells them apart.

    That is what technique H77 and its kin allow: the item, row or paragraph around it, and what it stands below.
    """
    seen: dict[tuple[str, ...], str] = {}
    (main,) = page.all("main")
    heading = term = ""
    for each in main.all("a", *HEADINGS, *TERMS):
        if each.tag != "a":
            heading, term = (each.text(), "") if each.tag in HEADINGS else (heading, each.text())
            continue
        around = each.nearest(*SURROUNDINGS)
        key = (each.name(), around.text() if around else "", heading, term)
        address = each.attributes.get("href", "").partition("#")[0]
        if seen.setdefault(key, address) != address:
            yield f"{key[0]!r} leads to {seen[key]} and to {address}"


@pytest.mark.parametrize("finds", [headings, landmarks, links, namesakes])
def test_nothing_is_found_on_any_page(finds: Finds, shipped: Whole, extremes: Whole):
    assert [line for site in (shipped, extremes) for line in found(finds, site)] == []


def found(finds: Finds, site: Whole) -> Iterator[str]:
    for page in site.pages():
        yield from (f"{page.address}: {fault}" for fault in finds(read(written(site, page.address))))


def written(site: Whole, address: str) -> str:
    return (site.folder / address).read_text("utf-8")


@pytest.mark.parametrize(
    ("finds", "body", "told"),
    [
        (headings, "<h1>A</h1><h3>B</h3>", "h3 below h1"),
        (headings, "<h2>A</h2>", "0 main headings"),
        (headings, "<h1>A</h1><h2><svg aria-hidden=true><text>B</text></svg></h2>", "an empty heading"),
        (landmarks, "<header></header><main><footer></footer></main>", "0 of contentinfo"),
        (
            landmarks,
            "<main></main><nav aria-label=Main></nav><nav aria-label=Main></nav>",
            "2 of nav are called 'Main'",
        ),
        (landmarks, "<main></main><nav><ul></ul></nav>", "a nav without a name"),
        (links, "<a href=x><img src=y alt=''></a>", "no words for x"),
        (links, "<a href=x>Read more …</a>", "'Read more …' says nothing of x"),
        (namesakes, "<main><p><a href=x>A</a> <a href=y>A</a></p></main>", "'A' leads to x and to y"),
    ],
)
def test_what_is_wrong_is_found(finds: Finds, body: str, told: str):
    assert told in list(finds(read(body)))


@pytest.mark.parametrize(
    "body",
    [
        "<main><h2>B</h2><a href=x>A</a><h2>C</h2><a href=y>A</a></main>",
        "<main><ul><li><a href=x>A</a> in B</li><li><a href=y>A</a> in C</li></ul></main>",
        "<main><dl><dt>B</dt><dd><a href=x>A</a></dd><dt>C</dt><dd><a href=y>A</a></dd></dl></main>",
        "<main><p><a href=x#b>A</a> <a href=x#c>A</a></p></main>",
    ],
)
def test_what_stands_around_links_of_one_name_tells_them_apart(body: str):
    assert list(namesakes(read(body))) == []
