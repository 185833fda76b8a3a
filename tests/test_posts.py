"""Posts as blogs hold them, put into a site as they are: none stops the program, and each report helps its author."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.checking.deep import check_pages
from sitegen.pipeline import Build
from tests.sites import built

POSTS = Path(__file__).parent / "posts"

AS_IT_IS: Mapping[str, str] = {
    "01-hugo-toml": "1 no-front-matter",
    "02-jekyll": "1 missing-field",
    "03-no-front-matter": "1 no-front-matter",
    "04-html": "1 missing-field, 8 no-alt-text, 15 html-removed, 17 html-removed, 19 html-removed, 19 html-removed, "
    "21 html-removed",
    "05-images": "1 missing-field, 8 no-alt-text, 10 remote-picture",
    "06-reference-links": "1 missing-field, 6 missing-reference, 8 link-text, 9 link-text, 9 link-to-nothing, "
    "16 forbidden-address",
    "07-tables-and-code": "1 missing-field",
    "08-nested-lists": "1 missing-field",
    "09-emoji-and-languages": "1 missing-field",
    "10-footnotes-and-maths": "1 missing-field, 13 formula, 13 footnote-without-note, 18 unused-footnote",
    "11-broken-yaml": "1 missing-field, 2 yaml-colon, 3 yaml-unclosed-quote, 6 yaml-tab",
    "12-windows-and-leftovers": "1 missing-field, 12 unattributed-quote",
}
"""The lines and codes of what is told of a post that knows nothing of sitegen."""

WITH_A_KIND: Mapping[str, str] = {
    "01-hugo-toml": "",
    "02-jekyll": "3 unknown-field, 5 unreadable-date, 6 unknown-field, 7 unknown-field, 8 unknown-field, "
    "16 missing-page",
    "03-no-front-matter": "10 missing-page",
    "04-html": "5 unknown-field, 6 unknown-field, 9 no-alt-text, 9 missing-picture, 9 unknown-shows, "
    "12 missing-picture, 12 unknown-shows, 16 html-removed, 18 html-removed, 20 html-removed, 20 html-removed, "
    "22 html-removed",
    "05-images": "4 unreadable-date, 7 missing-picture, 7 unknown-shows, 9 no-alt-text, 9 missing-picture, "
    "9 unknown-shows, 11 remote-picture, 15 missing-picture, 15 unknown-shows, 17 missing-picture, 17 unknown-shows",
    "06-reference-links": "4 unknown-field, 7 missing-reference, 9 link-text, 10 link-text, 10 link-to-nothing, "
    "17 forbidden-address",
    "07-tables-and-code": "",
    "08-nested-lists": "",
    "09-emoji-and-languages": "4 unknown-field",
    "10-footnotes-and-maths": "5 unknown-field, 14 formula, 14 footnote-without-note, 19 unused-footnote",
    "11-broken-yaml": "3 yaml-colon, 4 unknown-field, 4 yaml-unclosed-quote, 5 unknown-field, 7 yaml-tab, "
    "8 unreadable-date",
    "12-windows-and-leftovers": "9 unknown-acronym, 13 unattributed-quote, 15 unknown-acronym, 17 unknown-acronym",
}
"""The same once its author has written what kind of story it is, which is one line, or the first four of the file."""


def site(tmp_path: Path, name: str, text: str) -> Build:
    return built(tmp_path, {f"content/2022-23/{name}.md": text}, deep=True)


def told(result: Build, name: str) -> str:
    assert {p.where.file for p in result.problems} <= {f"content/2022-23/{name}.md"}
    return ", ".join(f"{p.where.line} {p.code}" for p in result.problems)


def post(name: str) -> str:
    return (POSTS / f"{name}.md").read_bytes().decode()


def with_a_kind(text: str) -> str:
    plain = text.removeprefix("\ufeff")
    if plain.startswith("---"):
        return plain.replace("---", "---\nkind: news-item", 1)
    return f"---\nkind: news-item\ntitle: A post\n---\n{plain}"


def test_every_post_is_tried():
    assert {path.stem for path in POSTS.iterdir()} == AS_IT_IS.keys() == WITH_A_KIND.keys()


@pytest.mark.parametrize("name", AS_IT_IS)
def test_a_post_is_told_what_it_lacks(tmp_path, name):
    assert told(site(tmp_path, name, post(name)), name) == AS_IT_IS[name]


@pytest.mark.parametrize("name", WITH_A_KIND)
def test_a_post_with_a_kind_is_told_everything_else(tmp_path, name):
    result = site(tmp_path, name, with_a_kind(post(name)))
    assert told(result, name) == WITH_A_KIND[name]
    page = result.outputs[f"2022-23/{name.partition('-')[2]}/index.html"].decode()
    assert "<script>alert" not in page
    assert "onclick" not in page
    assert any(p.is_error for p in result.problems) or check_pages(result.outputs) == ()


def page_of(tmp_path: Path, name: str) -> str:
    outputs = site(tmp_path, name, with_a_kind(post(name))).outputs
    return outputs[f"2022-23/{name.partition('-')[2]}/index.html"].decode()


def test_code_in_five_languages_is_shown_as_it_is(tmp_path):
    page = page_of(tmp_path, "07-tables-and-code")
    for line in (
        "return a * b  # ::: note", "const times = (a, b) =&gt; a * b;", "times :: Int -&gt; Int -&gt; Int",
        "SELECT 8 * 7 AS answer; -- &lt;b&gt;", "&lt;!-- a comment --&gt;", "indented code ::: stays code",
    ):  # fmt: skip
        assert line in page


def test_every_language_and_every_emoji_is_kept(tmp_path):
    page = page_of(tmp_path, "09-emoji-and-languages")
    for words in (
        "👋🏽 👨‍👩‍👧‍👦 🇬🇧",
        "مرحبا بكم في أسبوع الرياضيات",
        "שלום לכולם",
        "Zażółć gęślą jaźń",
        "数学は楽しい",
    ):
        assert words in page
    assert '<div dir="rtl" lang="ar">' in page
    assert "Klasse 4</span>" in page


def test_an_html_figure_keeps_its_caption(tmp_path):
    assert "The rocket, with Year 4 for scale" in page_of(tmp_path, "04-html")
