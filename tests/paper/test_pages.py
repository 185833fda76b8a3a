"""What is changed in a page before a browser makes a PDF of it."""

from __future__ import annotations

import pytest

from sitegen.paper.pages import for_browser, numbered

HERE = "2022-23/print/index.html"
BASE = "https://example.org/report/"


@pytest.mark.parametrize(
    ("href", "base", "wanted"),
    [
        ("#a", "", '<a class="x" href="#a">'),
        ("https://x.org/?a=1&amp;b=2", "", '<a class="x" href="https://x.org/?a=1&amp;b=2">'),
        ("../../hubs/a%20b/index.html", "", '<a class="x">'),
        (
            "../../hubs/a%20b/index.html#q", BASE,
            '<a class="x" data-site href="https://example.org/report/hubs/a%20b/index.html#q">',
        ),
        ("mailto:a@example.org", BASE, '<a class="x" href="mailto:a@example.org">'),
    ],
)  # fmt: skip
def test_a_link_out_of_the_page_is_whole_or_its_words_alone(href: str, base: str, wanted: str) -> None:
    assert for_browser(f'<a class="x" href="{href}">w</a>', HERE, base) == f"{wanted}w</a>"


def test_a_sign_in_an_attribute_ends_no_link() -> None:
    assert for_browser('<a title="a > b" href="../index.html">w</a>', HERE, "") == '<a title="a > b">w</a>'


def test_nothing_is_left_that_waits_or_runs() -> None:
    html = (
        '<meta http-equiv="Content-Security-Policy" content="x"><script>a()</script><script defer src="a.js"></script>'
        '<img src="a.jpg" alt="A" loading="lazy" decoding="async">'
    )
    assert for_browser(html, HERE, "") == '<img src="a.jpg" alt="A">'


def test_what_is_set_apart_counts_as_a_picture_only_with_words_in_its_place() -> None:
    assert for_browser('<figure class="pull">', HERE, "") == '<figure role="group" class="pull">'
    assert for_browser("<figure>", HERE, "") == '<figure role="group">'
    named = '<figure class="chart" aria-label="Grew">'
    assert for_browser(named, HERE, "") == named


def test_the_contents_are_given_numbers_and_links_elsewhere_are_not() -> None:
    other = '<a href="#e--s%C3%A9">here</a>'
    made = numbered(f'<a data-page href="#e--s%C3%A9">S</a><a data-page href="#gone">G</a>{other}', {"e--sé": 12})
    assert made == f'<a data-page="12" href="#e--s%C3%A9">S</a><a data-page="" href="#gone">G</a>{other}'


def test_before_the_numbers_are_known_there_is_room_for_them() -> None:
    assert numbered('<a data-page href="#a">S</a>', {}) == '<a data-page="000" href="#a">S</a>'


def test_it_is_called_by_its_title_and_not_by_what_tells_it_from_another_page() -> None:
    for written, wanted in (
        ("For paper – Oak – Early years – Site", "Oak – Early years – Site"),
        ("The whole edition – Annual report – Site", "Annual report – Site"),
    ):
        assert f"<title>{wanted}</title>" in for_browser(f"<title>{written}</title>", HERE, "")


def test_for_the_screen_nothing_is_laid_out_and_every_font_is_fetched() -> None:
    made = for_browser("<head></head><body>W</body>", HERE, "")
    assert "@media screen{body>*{display:none!important}}" in made
    assert "document.fonts.forEach(font=>font.load())" in made


def test_the_contents_of_a_hub_add_no_bookmarks() -> None:
    named = '<li class="g"><div class="c-t"><h3>2022/23</h3></div></li>'
    assert '<h3 role="presentation">2022/23' in for_browser(named, HERE, "")
