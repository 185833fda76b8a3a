"""Addresses on the web as people write them."""

from __future__ import annotations

import pytest

from sitegen.schema.web_address import from_the_top, meant_address, site_address

SITE = "https://stories.example.org/report/"


@pytest.mark.parametrize(("text", "address"), [
    ("https://example.org", "https://example.org/"), ("http://localhost:8000/a", "http://localhost:8000/a/"),
    ("HTTPS://Example.ORG/A/", "https://example.org/A/"), ("https://[::1]:8000/", "https://[::1]:8000/"),
    ("https://example.org/a%20b", "https://example.org/a%20b/"), ("https://example.org./", "https://example.org/"),
])  # fmt: skip
def test_the_address_of_a_site_ends_with_a_slash_and_is_written_in_one_way(text: str, address: str) -> None:
    assert site_address(text) == address


def test_letters_beyond_ascii_are_spelt_out_as_every_program_asks_for_them() -> None:
    assert site_address("https://bücher.example/é") == "https://xn--bcher-kva.example/%C3%A9/"
    assert site_address("https://straße.example") == "https://xn--strae-oqa.example/"


@pytest.mark.parametrize("text", [
    "", "example.org", "//example.org", "https://", "ftp://example.org", "javascript:alert(1)", "http://[",
    "https://me:secret@example.org/", "https://me@example.org/", "https://example.org:99999/", "https://example.org:0/",
    "https://example.org:abc/", "https://-x.org", "https://a..b/", 'https://exa"mple.org/', "https://exa mple.org/",
    "https://example.org/?", "https://example.org/?a=b", "https://example.org/#a", "https://example.org/a/../b/",
    "https://example.org//a/", "https://example.org/index.html", "https://example.org/a/index.html/",
])  # fmt: skip
def test_what_no_site_can_have_is_no_address_of_one(text: str) -> None:
    assert site_address(text) == ""


@pytest.mark.parametrize(("text", "meant"), [
    ("example.org/report", "https://example.org/report"), ("https://example.org/index.html", "https://example.org/"),
    ("https://example.org/a/?utm=1#top", "https://example.org/a/"), ("https://-x.org", None), ("report", None),
    ("javascript:alert(1)", None), ("https://example.org/a/", None), ("ftp://example.org", None),
])  # fmt: skip
def test_what_is_meant_is_told_where_it_can_be(text: str, meant: str | None) -> None:
    assert meant_address(text) == meant


@pytest.mark.parametrize("written", [
    "https://stories.example.org/report/a/b", "http://stories.example.org/report/a/b?utm=1#c",
    "HTTPS://STORIES.example.org/report/a/b",
])  # fmt: skip
def test_a_whole_address_of_the_site_is_one_from_its_top(written: str) -> None:
    assert from_the_top(written, SITE) == "/a/b"


def test_a_whole_address_is_the_same_with_its_letters_spelt_out() -> None:
    site = site_address("https://bücher.example/é/")
    assert from_the_top("https://bücher.example/é/ö", site) == "/ö"
    assert from_the_top("https://xn--bcher-kva.example/%C3%A9/%C3%B6", site) == "/ö"


@pytest.mark.parametrize("written", [
    "https://other.example/report/a", "https://stories.example.org/reports/a", "https://stories.example.org/a",
    "ftp://stories.example.org/report/a", "https://[/a",
])  # fmt: skip
def test_an_address_of_another_site_has_no_place_in_this_one(written: str) -> None:
    assert from_the_top(written, SITE) is None
    assert from_the_top(written, "") is None


def test_an_address_that_is_not_whole_is_one_from_the_top_already() -> None:
    assert from_the_top(" a/b ", SITE) == "a/b"
