"""Pages at former addresses."""

from __future__ import annotations

import pytest

from sitegen.pages.moved import as_address
from tests.sites import built, codes, story


@pytest.mark.parametrize("written", ["a/b", "/a/b", "a/b/", "/a/b/index.html", "https://e.org/r/a/b/", "HTTPS://E.org/r/a/b"])
def test_a_former_address_may_be_written_in_several_ways(written):
    assert as_address(written, "https://e.org/r") == "a/b/index.html"


def test_a_page_of_another_system_keeps_its_file_name():
    assert as_address("old/page.html", "") == "old/page.html"
    assert as_address("old/page.php", "") == "old/page.php/index.html"


@pytest.mark.parametrize("written", [
    "", "/", "index.html", "../x", "a/../../x", "a//b", "//evil.org/x", "https://evil.org/x", "javascript:alert(1)",
    "a\\b",
    "a?b=c", "a#b", "a%2e%2e/b", ".hidden/x", "con/x", "a/x.", "a\x00b", "a" * 300,
])  # fmt: skip
def test_what_leads_out_of_the_site_or_can_be_no_file_is_refused(written):
    assert as_address(written, "https://e.org/r") == ""


def test_a_former_address_leads_on_relatively_and_is_in_no_list(tmp_path):
    files = {"content/2022-23/talk.md": story("Talk", aliases="[old/deep/talk, 2022-23/talk]")}
    made = built(tmp_path, files, base_url="https://e.org/")
    assert codes(made) == []
    page = made.outputs["old/deep/talk/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../../../2022-23/talk/index.html">' in page
    assert '<a href="../../../2022-23/talk/index.html">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://e.org/2022-23/talk/">' in page
    others = (c for a, c in made.outputs.items() if a != "old/deep/talk/index.html" and isinstance(c, bytes))
    assert not any(b"old/deep" in content for content in others)


@pytest.mark.parametrize("alias", ["2022-23/b", "browse", "stories.json/x", "2022-23/cite.bib/x", "OLD/B"])
def test_a_former_address_at_which_something_stands_is_a_problem_at_its_place(tmp_path, alias):
    files = {"content/2022-23/a.md": story("A", aliases=f"[{alias}]"),
             "content/2022-23/b.md": story("B", aliases="[old/b]")}  # fmt: skip
    made = built(tmp_path, files)
    assert codes(made) == ["duplicate-address"]
    (problem,) = made.problems
    assert problem.where.line == 4
    assert "former address" in problem.what


def test_a_draft_leaves_nothing_at_its_former_addresses(tmp_path):
    made = built(tmp_path, {"content/2022-23/a.md": story("A", aliases="[old/a]", draft="yes")})
    assert not any(address.startswith("old/") for address in made.outputs)
