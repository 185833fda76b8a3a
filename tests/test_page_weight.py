"""What every page asks a reader's line and browser for, from the files as they are built."""

from __future__ import annotations

import re

import pytest

from sitegen.pages.views import PrintPage
from tests.elements import Element, read
from tests.weights import weight, weight_of_words
from tests.whole import Whole

ALONE = "404.html"
"""Served for any address, so it brings its style with it."""


@pytest.fixture(scope="module", params=["shipped", "extremes"])
def site(request: pytest.FixtureRequest) -> Whole:
    whole: Whole = request.getfixturevalue(request.param)
    return whole


@pytest.fixture(scope="module")
def trees(site: Whole) -> dict[str, Element]:
    return {page.address: read((site.folder / page.address).read_text("utf-8")) for page in site.pages()}


def test_a_further_page_is_under_20_kb(site, trees):
    """A print page is exempt, since nobody reads it on a line: it is a whole edition for paper.

    A page whose words alone weigh over 12 KB, as an evaluation of 12,000 words does, may weigh 10 KB more than they.
    """
    heavy = {}
    for page in site.pages():
        words = weight_of_words(next(trees[page.address].all("main")).text())
        most = words + 10_000 if words > 12_000 else 20_000
        if not isinstance(page.view, PrintPage) and weight(site.folder / page.address) > most:
            heavy[page.address] = weight(site.folder / page.address)
    assert heavy == {}


def test_all_pages_share_one_style_sheet_and_what_they_preload_is_nothing(trees):
    sheets = {}
    for address, page in trees.items():
        relations = [(each.attributes["rel"], each.attributes["href"]) for each in page.all("link")]
        assert {rel for rel, _ in relations} <= {"stylesheet", "canonical", "alternate", "icon"}
        sheets[address] = [href.rpartition("/")[2] for rel, href in relations if rel == "stylesheet"]
    assert sheets.pop(ALONE) == []
    (only,) = {tuple(found) for found in sheets.values()}
    assert len(only) == 1


def test_every_page_names_the_sign_of_its_tab_which_no_browser_has_to_look_for(trees, site):
    signs = {
        (site.folder / address / ".." / each.attributes["href"]).resolve()
        for address, page in trees.items() for each in page.all("link") if each.attributes["rel"] == "icon"
    }  # fmt: skip
    assert {sign.name.partition(".")[0] for sign in signs} == {"icon"}
    assert all(sign.is_file() and sign.stat().st_size < 1000 for sign in signs)
    without = {a for a, page in trees.items() if not any(e.attributes["rel"] == "icon" for e in page.all("link"))}
    assert without == {ALONE}


def test_no_script_stands_in_the_way_but_the_line_for_the_colours(trees):
    inline = set()
    for page in trees.values():
        for script in page.all("script"):
            if "src" in script.attributes:
                assert {"defer", "async"} & script.attributes.keys()
            elif script.attributes.get("type", "text/javascript") == "text/javascript":
                inline.add("".join(map(str, script.inside)))
    assert len(inline) == 1
    assert 0 < len(inline.pop().encode()) < 300


def test_style_on_the_page_itself_is_one_line_for_paper(trees):
    for address, page in trees.items():
        styles = ["".join(map(str, each.inside)) for each in page.all("style")]
        assert address == ALONE or all(s.startswith("@page") and len(s.encode()) < 1000 for s in styles)


def test_style_sheets_import_nothing_and_all_their_files_are_there(site):
    (sheet,) = site.folder.glob("assets/*.css")
    css = sheet.read_text("utf-8")
    assert "@import" not in css
    files = [
        address for address in re.findall(r"""url\(["']?([^"')]+)""", css) if not address.startswith(("#", "data:"))
    ]
    assert len(files) >= 3
    assert all((sheet.parent / file).is_file() for file in files)


def test_fonts_ship_with_their_licences_and_what_was_changed_in_them(site):
    names = {file.name.partition(".")[0] for file in site.folder.glob("assets/*")}
    for font in (name.partition("-latin")[0] for name in names if "-latin" in name):
        assert f"OFL-{font}" in names
    assert "CHANGES" in names
