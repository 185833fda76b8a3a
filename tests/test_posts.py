"""Posts as blogs hold them, put into a site as they are: none stops the program, and each report helps its author.

`pytest tests/test_posts.py --update-expected` writes anew what each is told; read it before you keep it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.checking.deep import check_pages
from sitegen.pipeline import Build
from tests.sites import built

POSTS = Path(__file__).parent / "posts"

TOLD = Path(__file__).parent / "posts" / "told.txt"
"""The lines and codes of what is told of each post, as it is and once its author has written what kind it is."""

NAMES = sorted(path.stem for path in POSTS.glob("*.md"))


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


def test_a_post_is_told_what_it_lacks_and_where(tmp_path, request):
    found = []
    for name in NAMES:
        text = post(name)
        as_it_is, with_kind = (
            told(site(tmp_path / name / str(n), name, each), name) for n, each in enumerate((text, with_a_kind(text)))
        )
        found.append(f"{name}\n  as it is: {as_it_is}\n  with a kind: {with_kind or 'nothing'}\n")
    if request.config.getoption("--update-expected"):
        TOLD.write_text("\n".join(found), "utf-8")
    assert "\n".join(found) == TOLD.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_a_post_runs_nothing_and_is_sound(tmp_path, name):
    result = site(tmp_path, name, with_a_kind(post(name)))
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
