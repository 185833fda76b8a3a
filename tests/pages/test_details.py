"""Further facts of a story in words."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from sitegen.model.values import Correction, SourceNote, Target
from sitegen.pages.details import corrections, source_views, written_link
from sitegen.pages.views import LinkView
from sitegen.schema.values import DateValue
from tests.pages import sites
from tests.sites import built, codes, story

JULY = DateValue("July 2022", datetime.date(2022, 7, 1), datetime.date(2022, 7, 31), "month")


TARGETS = {"../b.md#part": Target("page", "b/index.html", "part"), "../gone.md": Target("text")}


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("../b.md#part", LinkView("It", "b/index.html", fragment="part")), ("../gone.md", LinkView("It")),
        ("../other.md", LinkView("It")), ("", LinkView("It")), ("https://example.org/", LinkView("It", "https://example.org/")),
        ("mailto:a@example.org", LinkView("It", "mailto:a@example.org")),
    ],
)  # fmt: skip
def test_a_link_leads_where_the_site_says(link: str, shown: LinkView) -> None:
    assert written_link("It", link, TARGETS) == shown


def source_of(source: SourceNote | None) -> tuple[LinkView, ...]:
    return source_views(sites.story("2022-23/a", "A", source=source, text=replace(sites.text(), targets=TARGETS)))


def test_a_source_is_named_with_publisher_pages_and_date() -> None:
    web = "https://example.org/r.pdf"
    found = source_of(SourceNote("Annual Report", web, "NCETM", "3–6", "2023"))
    assert found[0] == LinkView("Annual Report", web)
    assert [piece.text for piece in found[1:]] == ["NCETM", "pages 3–6", "2023"]
    assert source_of(SourceNote("Report", page="8"))[1].text == "page 8"
    assert source_of(SourceNote("", web)) == (LinkView(web, web),)
    assert source_of(None) == ()


def test_a_source_within_the_site_leads_to_its_page() -> None:
    assert source_of(SourceNote("Report", "../b.md#part"))[0] == LinkView("Report", "b/index.html", fragment="part")


def test_corrections_have_their_dates_in_words() -> None:
    told = sites.story("2022-23/a", "A", corrections=(Correction(JULY, "The share was 7%."), Correction(None, "Name.")))
    assert corrections(told) == (("July 2022", "The share was 7%."), ("", "Name."))


def test_what_was_put_right_is_said_on_every_sort_of_page(tmp_path):
    line = 'corrections: [{date: 2024-03-05, what: "%s"}, {date: March 2025, what: Again}]\n'
    files = {
        "content/2022-23/index.md": f"---\nkind: edition\ntitle: E 2022/23\n{line % 'cover'}---\nText.\n",
        "content/2022-23/one/index.md": f"---\nkind: section\ntitle: One\n{line % 'chapter'}---\nText.\n",
        "content/2022-23/one/a.md": story("A", corrections='[{date: 2024-03-05, what: "told"}]'),
        "content/pages/about.md": f"---\nkind: page\ntitle: About\n{line % 'page'}---\nText.\n",
    }
    made = built(tmp_path, files)
    assert codes(made) == []
    said = {"2022-23": "cover", "2022-23/one": "chapter", "2022-23/one/a": "told", "about": "page"}
    for folder, what in said.items():
        html = made.outputs[f"{folder}/index.html"].decode()
        assert f"<dt>Corrected, 5 March 2024</dt><dd>{what}</dd>" in html
        assert ("<dt>Corrected, March 2025</dt><dd>Again</dd>" in html) == (what != "told")
    assert "chapter</dd>" in made.outputs["2022-23/one/print/index.html"].decode()


def test_a_story_of_which_nothing_further_is_known_has_no_empty_heading_for_it(tmp_path) -> None:
    said = "<h2>About this story</h2>"
    files = {"content/2022-23/one.md": story("One"), "content/2022-23/two.md": story("Two", date="May 2023")}
    made = built(tmp_path, files).outputs.items()
    pages = {a: c.decode() for a, c in made if isinstance(c, bytes) and a.endswith(".html")}
    assert said not in pages["2022-23/one/index.html"]
    assert said in pages["2022-23/two/index.html"]
