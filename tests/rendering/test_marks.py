from __future__ import annotations

import pytest
from markupsafe import escape

from sitegen.rendering.marks import Sheet, link_mark, picture_mark, relative, term_mark
from tests.rendering.samples import HALL

HERE = "2022-23/primary/goldfinch/index.html"


def settled(marked: str, address: str = HERE, pictures=None, anchors=None):
    return Sheet(address, pictures or {}, anchors or {}).settle(marked)


@pytest.mark.parametrize(
    ("page", "address", "way"),
    [
        (HERE, "2022-23/primary/index.html", "../index.html"),
        (HERE, "index.html", "../../../index.html"),
        (HERE, "assets/site.css", "../../../assets/site.css"),
        ("index.html", "2022-23/index.html", "2022-23/index.html"),
        ("404.html", "index.html", "index.html"),
        (HERE, "2022-23/primary/goldfinch/photo.jpg", "photo.jpg"),
        ("index.html", "themes/zahlgefühl/index.html", "themes/zahlgef%C3%BChl/index.html"),
        ("index.html", "files/My report #2?.pdf", "files/My%20report%20%232%3F.pdf"),
    ],
)
def test_the_way_from_a_page_to_an_address_is_relative_and_names_the_file(page, address, way):
    assert relative(page, address) == way


def test_a_link_is_settled_for_its_page_and_recorded_once():
    link = link_mark("2022-23/primary/other/index.html", "cpd")
    made = settled(f'<a href="{link}">a</a><a href="{link}">b</a>')
    assert made.html == '<a href="../other/index.html#cpd">a</a><a href="../other/index.html#cpd">b</a>'
    assert made.links == (("2022-23/primary/other/index.html", "cpd"),)


def test_a_link_within_the_page_is_a_place_or_the_page_itself():
    assert settled(link_mark(HERE, "cpd")).html == "#cpd"
    assert settled(link_mark("", "cpd")).html == "#cpd"
    assert settled(link_mark(HERE)).html == "index.html"
    assert settled(link_mark(HERE, "cpd")).links == ((HERE, "cpd"),)


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1&c=2", "mailto:a@example.org", "tel:+44", "//cdn.example.org/x"]
)
def test_a_whole_address_stays_as_it_is_and_is_no_link_within_the_site(address):
    made = settled(link_mark(address))
    assert made.html == address.replace("&", "&amp;")
    assert made.links == ()


def test_on_a_print_page_links_to_stories_on_it_lead_to_their_place():
    anchors = {"2022-23/primary/other/index.html": "primary--other"}
    page = "2022-23/print/index.html"
    assert settled(link_mark("2022-23/primary/other/index.html"), page, anchors=anchors).html == "#primary--other"
    assert (
        settled(link_mark("2022-23/primary/other/index.html", "cpd"), page, anchors=anchors).html
        == "#primary--other--cpd"
    )
    made = settled(link_mark("2022-23/primary/else/index.html"), page, anchors=anchors)
    assert made.html == "../primary/else/index.html"


def test_an_acronym_is_expanded_where_it_is_first_on_the_page_and_plain_after_that():
    mark = term_mark("LLMEs", "LLME", 'A "leader"', "term-llme")
    made = settled(f"<p>{mark} and {mark}</p>")
    href = "../../../glossary/index.html#term-llme"
    expanded = f'<abbr title="A &#34;leader&#34;"><a class="term" href="{href}">LLMEs</a></abbr>'
    assert made.html == f"<p>{expanded} and LLMEs</p>"
    assert made.links == (("glossary/index.html", "term-llme"),)


@pytest.mark.parametrize(
    ("definition", "brief"),
    [
        ("Key Stage 3: Years 7 to 9.", ' data-brief="Key Stage 3"'),
        ("England's maths centre. Set up in 2006.", ' data-brief="England&#39;s maths centre"'),
        (
            "The National Centre (est. 2006) for maths. It has hubs.",
            ' data-brief="The National Centre (est. 2006) for maths"',
        ),
        (
            "The National Centre (set up. Then paused) for maths: a body.",
            ' data-brief="The National Centre (set up. Then paused) for maths"',
        ),
        ("Approx. two days", ""),
        ("Approx. Two days of work. In June.", ' data-brief="Approx. Two days of work"'),
        ("The school of St. Mary in York. A school.", ' data-brief="The school of St. Mary in York"'),
        ("Department for Education: the ministry.", ' data-brief="Department for Education"'),
        ("Special educational needs.", ' data-brief="Special educational needs"'),
        ("Special needs.", ""),
        ("At 10:30 on each day", ""),
        ("Level 3.5 of 4", ""),
    ],
)
def test_a_long_definition_has_its_first_words_for_paper(definition: str, brief: str):
    made = settled(term_mark("T", "T", definition, "term-t")).html
    assert made.startswith(f'<abbr title="{escape(definition)}"{brief}><a ')


def test_a_picture_is_settled_with_its_files_its_size_and_its_words():
    made = settled(picture_mark("d1", 'A "hall" & <b>', "(min-width:700px) 50vw, 91vw", "T"), pictures={"d1": HALL})
    assert made.html == (
        '<picture><source type="image/webp" srcset="../../../assets/p-480.webp 480w, ../../../assets/p-1200.webp 1200w"'
        ' sizes="(min-width:700px) 50vw, 91vw"><img src="../../../assets/p-960.jpg" width="1200" height="900"'
        ' alt="A &#34;hall&#34; &amp; &lt;b&gt;" title="T" loading="lazy" decoding="async"></picture>'
    )
    assert made.links == (("assets/p-480.webp", ""), ("assets/p-1200.webp", ""), ("assets/p-960.jpg", ""))


def test_a_picture_that_decorates_has_no_words():
    assert ' alt="" loading=' in settled(picture_mark("d1", "", "9px"), pictures={"d1": HALL}).html


def test_a_picture_that_could_not_be_published_asks_for_nothing():
    assert settled(picture_mark("d2", "A hall", "9px")).html == '<img src="data:," width="3" height="2" alt="A hall">'


@pytest.mark.parametrize("text", ["\x02link\x1findex.html\x1f\x03", "\x02", "\x02evil\x1fx\x03", "a\x03b\x1fc"])
def test_control_characters_in_words_make_no_marks_of_their_own(text):
    made = settled(str(term_mark(text, "T", text, "term-t")))
    assert "\x02" not in made.html
    assert made.links == (("glossary/index.html", "term-t"),)


def test_words_of_links_and_terms_are_escaped():
    assert "<b>" not in settled(term_mark("<b>", "T", "<i>", "x")).html
    assert settled(link_mark('a"b/index.html')).html == "../../../a%22b/index.html"
