"""A page's own words, and nothing that the site makes of other pages."""

from __future__ import annotations

import pytest

from sitegen.readiness.passages import main_of, passages, title_of
from sitegen.readiness.values import Passage


def texts(html: str) -> list[tuple[str, str]]:
    return [(passage.label, passage.text) for passage in passages(html)]


def test_headings_paragraphs_and_items_are_passages_with_the_heading_above_them():
    found = passages("<h1>Title</h1><p>One <b>bold</b>\n word.</p><h2>Part</h2><ul><li>Item</li></ul>")
    assert found == (
        Passage("Title", "Title"), Passage("", "One bold word."), Passage("Heading", "Part"),
        Passage("", "Item", "Part"),
    )  # fmt: skip


def test_a_fact_is_its_wording_alone():
    html = (
        '<dl><div><dt>Size</dt><dd><span aria-hidden="true">2</span><span data-fact="size"><span>Two</span>-form entry'
        '</span><div class="draw">x</div><span class="rem">One block is one class.</span> more</dd></div></dl>'
        "<p>After</p>"
    )
    assert texts(html) == [("Size", "Two-form entry"), ("", "After")]


def test_other_pairs_are_facts_too():
    html = "<dl><dt>Phase</dt><dd><a>Primary</a>, <a>Secondary</a></dd></dl>"
    assert texts(html) == [("Phase", "Primary, Secondary")]


@pytest.mark.parametrize(
    "html",
    [
        "<nav><p>A</p></nav>", "<script>A</script>", '<p aria-hidden="true">A<b>B</b></p>', "<svg><text>A</text></svg>",
        '<section class="sect like"><h2>A</h2><p>B</p></section>', '<p class="kick">A</p>', "<button>A</button>",
        '<dl><dt>Cite as</dt><dd>A</dd></dl>', '<ol class="stories"><li><p>A</p></li></ol>', "<p hidden>A</p>",
        '<section class="share" id="share"><h2>A</h2><p>B</p></section>',
    ],
)  # fmt: skip
def test_what_is_derived_drawn_or_not_read_is_no_passage(html):
    assert texts(f"<p>Before</p>{html}<p>After</p>") == [("", "Before"), ("", "After")]


def test_the_heading_above_a_storys_other_facts_is_not_its_text():
    html = '<section class="about-s"><h2>About this story</h2><dl><dt>Phase</dt><dd>Primary</dd></dl></section>'
    assert texts(f"{html}<h2>Part</h2><p>After</p>") == [("Phase", "Primary"), ("Heading", "Part"), ("", "After")]


def test_of_the_foot_of_a_cover_the_subtitle_counts():
    html = '<div class="cover-foot"><p class="cover-s">Stories</p><span>19 stories</span></div>'
    assert texts(html) == [("Subtitle", "Stories")]


def test_a_row_of_a_table_is_a_passage():
    html = "<table><tr><th>Stage</th><th>Schools</th></tr><tr><td>Start</td><td><p>265</p></td></tr></table>"
    assert texts(html) == [("", "Stage · Schools"), ("", "Start · 265")]


def test_a_picture_is_its_words_and_its_file():
    (found,) = passages('<figure><img src="../a/0123abcd-960.jpg" alt="A wall"></figure>')
    assert (found.label, found.text, found.mark) == ("Picture", "A wall", "0123abcd")


def test_broken_html_is_read_as_far_as_it_goes():
    assert texts("<p>A</b></p></div><ul><li>B<li>C</ul><p>D") == [("", "A"), ("", "B"), ("", "C"), ("", "D")]


def test_the_main_part_is_cut_out_of_a_page():
    assert main_of("<body><header>x</header><main id=main><p>A</p></main><footer>") == "<main id=main><p>A</p>"
    assert main_of("<p>A</p>") == "<p>A</p>"


def test_the_title_is_the_first_heading_of_all():
    assert title_of(passages("<p>A</p><h1>B</h1>")) == "B"
    assert title_of(()) == ""
