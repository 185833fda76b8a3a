"""The deep check: every page is parsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.checking.deep import check_pages
from sitegen.problems.problem import Problem
from tests.sites import built, story


def html(body: str, title: str = "Home", language: str = ' lang="en-GB"', head: str = "") -> bytes:
    shown = f"<title>{title}</title>" if title else ""
    return f"<!DOCTYPE html>\n<html{language}>\n<head>{shown}{head}</head>\n<body>\n{body}\n</body></html>".encode()


GOOD = '<h1 id="t">Home</h1><p><a href="a/index.html#part">A</a> <a href="#t">Top</a> <img src="p.png" alt=""></p>'
OTHER = html('<h1>A</h1><h2 id="part">Part</h2><a href="../index.html"><img src="../p.png" alt="Home"></a>', "A")


def found(body: str, **more: bytes) -> list[Problem]:
    files = {"index.html": html(body), "a/index.html": OTHER, "p.png": b"", **more}
    return list(check_pages(files))


def test_a_good_site_has_nothing_wrong() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (GOOD + '<p id="t">', "duplicate-html-id"),
        (GOOD + '<img src="p.png">', "no-alt-text"),
        (GOOD + '<a href="b/index.html">B</a>', "broken-link"),
        (GOOD + '<a href="a/">A</a>', "broken-link"),
        (GOOD + '<a href="../up.html">Up</a>', "broken-link"),
        (GOOD + '<img src="gone.png" alt="">', "broken-link"),
        (GOOD + '<a href="a/index.html#gone">A</a>', "broken-anchor"),
        (GOOD + '<a href="#gone">A</a>', "broken-anchor"),
        (GOOD + '<a href="a/index.html"><svg></svg></a>', "empty-link"),
        (GOOD + '<a href="a/index.html"><img src="p.png" alt=""></a>', "empty-link"),
        (GOOD + "<button> </button>", "empty-link"),
        (GOOD + "<h1>Again</h1>", "main-heading"),
        ("<h2>Only this</h2>", "main-heading"),
        (GOOD + "<h2>B</h2><h4>C</h4>", "heading-order"),
        (GOOD + '<script src="https://example.org/x.js"></script>', "remote-address"),
        (GOOD + '<script src="//example.org/x.js"></script>', "remote-address"),
        (GOOD + '<img alt="" src="p.png" srcset="p.png 1x, https://example.org/p.png 2x">', "remote-address"),
        (GOOD + '<link rel="preload stylesheet" href="http://example.org/a.css">', "remote-address"),
        (GOOD + '<p style="background:url(https://example.org/b.png)">', "remote-address"),
        (GOOD + "<style>@import 'https://example.org/a.css';</style>", "remote-address"),
        (GOOD + '<svg><image href="https://example.org/a.png"/></svg>', "remote-address"),
        (GOOD + '<meta http-equiv="refresh" content="0; url=https://example.org">', "remote-address"),
        (GOOD + '<iframe src="https://example.org"></iframe>', "remote-address"),
    ],
)  # fmt: skip
def test_each_fault_is_found_and_nothing_else(body: str, code: str) -> None:
    assert [p.code for p in found(body)] == [code]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://example.org">Out</a>',
        '<a href="mailto:a@example.org">Mail</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<a href="a/index.html" aria-label="A"><svg></svg></a>',
        '<a href="a/index.html"><img src="p.png" alt="A"></a>',
        '<a href="a/index.html"><svg><title>A</title></svg></a>',
        '<img src="data:image/png;base64,AAAA" alt="">',
        "<h2>B</h2><h3>C</h3><h2>D</h2>",
        '<a href="p%2Epng">Encoded</a>',
    ],
)
def test_what_is_allowed_is_no_fault(body: str) -> None:
    assert found(GOOD + body) == []


def test_a_page_says_its_language_and_title() -> None:
    codes = [p.code for p in check_pages({"index.html": html("<h1>A</h1>", title="", language="")})]
    assert codes == ["page-language", "page-title"]


def test_two_pages_with_one_title_are_found() -> None:
    (problem,) = check_pages({"a.html": html("<h1>A</h1>"), "b.html": html("<h1>B</h1>")})
    assert (problem.code, problem.where.file) == ("duplicate-title", "output/b.html")


def test_a_problem_stands_at_its_line_and_column() -> None:
    (problem,) = found(GOOD + '\n  <img src="p.png">')
    assert (problem.where.file, problem.where.line, problem.where.column) == ("output/index.html", 6, 3)


def test_a_file_that_is_copied_is_there_to_be_linked_to() -> None:
    page = {"a.html": html('<h1>A</h1><a href="assets/x.csv">The figures</a>')}
    assert check_pages(page, ["assets/x.csv"]) == ()
    assert [p.code for p in check_pages(page)] == ["broken-link"]


def test_a_site_that_offers_a_file_for_download_is_sound(tmp_path: Path) -> None:
    files = {"content/2022-23/a.md": story(body="[The figures](b.csv)"), "content/2022-23/b.csv": "a,b\nc,1\n"}
    assert built(tmp_path, files, deep=True).problems == ()


def test_style_sheets_ask_for_nothing_either() -> None:
    (problem,) = found(GOOD, **{"assets/a.css": b"p{}\n@font-face{src:url('https://example.org/f.woff2')}"})
    assert (problem.code, problem.where.file, problem.where.line) == ("remote-address", "output/assets/a.css", 2)


def test_one_template_fault_on_many_pages_is_one_problem() -> None:
    pages = {f"{n}.html": html("<h1>A</h1><h3>C</h3>", title=str(n)) for n in range(50)}
    (problem,) = check_pages(pages)
    assert problem.what.endswith("The same on 49 other pages.")


def test_links_of_the_page_for_lost_readers_begin_at_the_root() -> None:
    page = html('<h1>Lost</h1><a href="/report/index.html">Home</a>')
    assert check_pages({"404.html": page}) == ()
    assert [p.code for p in check_pages({"a.html": page})] == ["broken-link"]


def test_bytes_that_are_no_html_never_raise() -> None:
    assert {p.code for p in check_pages({"x.html": b"\xff<<<a <h1\x00<!" + b"<div>" * 30_000})} >= {"page-title"}


BASE = "https://example.org/report/"


def said(head: str, **more: bytes) -> list[Problem]:
    """What is found on a page with this in its head, where the site has an address on the web."""
    files = {"index.html": html("<h1>Home</h1>", head=head), "card.png": b"", "a b/index.html": html("<h1>A</h1>", "A")}
    return list(check_pages({**files, **more}, base_url=BASE))


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{BASE}gone/index.html">',
        f'<link rel="alternate" href="{BASE}gone.xml">',
        f'<meta property="og:url" content="{BASE}gone/index.html">',
        f'<meta property="og:image" content="{BASE}gone.png">',
        f'<meta name="twitter:image" content="{BASE}gone.png">',
        f'<script type="application/ld+json">{{"a":[{{"url":"{BASE}gone/index.html#x"}}]}}</script>',
    ],
)
def test_what_a_page_names_to_machines_has_to_be_there(head: str) -> None:
    (problem,) = said(head)
    assert (problem.code, problem.where.file, problem.where.line) == ("broken-link", "output/index.html", 3)
    assert "gone" in problem.what
    assert check_pages({"index.html": html("<h1>Home</h1>", head=head)}) == ()  # nothing is known without an address


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{BASE}index.html">',
        f'<link rel="canonical" href="{BASE}">',
        f'<link rel="canonical" href="{BASE}a%20b/index.html">',
        '<link rel="canonical" href="https://elsewhere.example/gone/">',
        '<link rel="canonical" href="https://example.org/reports/gone/">',
        f'<meta property="og:image" content="{BASE}card.png"><meta property="og:title" content="{BASE}gone">',
        f'<script type="application/ld+json">{{"@id":"{BASE}index.html#me","n":1,"b":true,"z":null}}</script>',
        '<script type="application/ld+json">{no JSON</script>',
    ],
)
def test_what_is_there_or_elsewhere_may_be_named(head: str) -> None:
    assert said(head) == []


@pytest.mark.parametrize(
    "xml", ['<link href="{0}gone.html"/>', "<loc>{0}gone.html</loc>", "<id>{0}index.html</id>\n<id>{0}g&amp;one</id>"]
)
def test_feeds_and_maps_name_what_is_there(xml: str) -> None:
    found = said("", **{"feed.xml": xml.format(BASE).encode()})
    assert [(p.code, p.where.file) for p in found] == [("broken-link", "output/feed.xml")]


def test_the_deep_check_of_a_build_knows_the_address_of_its_site(tmp_path: Path) -> None:
    named = f'<meta property="og:image" content="{BASE}x.png">'
    own = f"{{% extends 'theme/base.html' %}}{{% block head %}}{named}{{% endblock %}}"
    files = {"content/2022-23/a.md": story(), "templates/base.html": own}
    assert "broken-link" in {p.code for p in built(tmp_path, files, deep=True, base_url=BASE).problems}
