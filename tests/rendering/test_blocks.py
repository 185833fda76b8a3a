from __future__ import annotations

import pytest
from jinja2 import meta

from sitegen.markup.body import (
    Cell,
    Chart,
    Entry,
    FigureBlock,
    Finding,
    Gallery,
    Implication,
    Letter,
    Link,
    LinkItem,
    Links,
    PersonBlock,
    Picture,
    Prose,
    Quote,
    Speaker,
    Stat,
    Timeline,
)  # fmt: skip
from sitegen.rendering.pen import BLOCK_NAMES
from tests.rendering.samples import block, shipped

NASTY = '<script>alert("1")</script>'
PARTS = ("<p>Inner <em>words</em></p>",)


def chart(**fields) -> Chart:
    rows = ((Cell("Development"), Cell("265", 265.0)), (Cell("Sustaining"), Cell("c. 700", 700.0)))
    return Chart(
        **({"title": "Most sustain", "type": "bar", "columns": ("Stage", "Schools"), "rows": rows, "line": 1} | fields)
    )


def quote(**fields) -> Quote:
    return Quote(**({"parts": PARTS, "speakers": (), "text": "x", "line": 1} | fields))


EVERY = [
    quote(speakers=(Speaker(NASTY, NASTY, NASTY, 7),)),
    Stat(NASTY, None, "", None, NASTY, PARTS, 1, NASTY, NASTY, NASTY, NASTY, NASTY, NASTY, id="x"),
    chart(
        title=NASTY,
        columns=(NASTY, NASTY),
        rows=((Cell(NASTY), Cell(NASTY, 1.0)),),
        measure=NASTY,
        source=NASTY,
        note=NASTY,
    ),
    chart(title=NASTY, type="column", rows=((Cell("<i>a</i>"), Cell(NASTY, 1.0)),)),
    chart(title=NASTY, type="table", rows=((Cell(NASTY), Cell(NASTY)),)),
    chart(title=NASTY, pending=True, rows=(), description=NASTY),
    Timeline(NASTY, (Entry(NASTY, PARTS, PARTS, 1),), 1, "x"),
    Finding(NASTY, PARTS, (Implication(NASTY, PARTS, 1),), 1, "x"),
    PersonBlock(NASTY, NASTY, NASTY, PARTS, 1, id="x"),
    Links(NASTY, (LinkItem(NASTY, Link("other.md", 1, 1), PARTS, 1), LinkItem(NASTY, None, (), 1)), 1, "x"),
    *(Prose(name, NASTY, PARTS, 1, "x") for name in ("note", "key-findings", "citation")),
    Letter(NASTY, PARTS, (Speaker(NASTY, NASTY),), 1, "x"),
    FigureBlock(NASTY, Picture("x.jpg", NASTY, 1, 1, caption=PARTS, credit=NASTY, title=NASTY), 1, "x"),
    Gallery(NASTY, (Picture("x.jpg", NASTY, 1, 1), Picture("y.jpg", NASTY, 1, 1)), 1, "x"),
]


def test_every_block_has_a_macro_and_every_macro_a_block():
    names = {n.split("/")[-1].removesuffix(".html") for n in shipped().templates if n.startswith("components/blocks/")}
    assert names == {*BLOCK_NAMES.values(), "note", "key-findings", "citation"}
    assert {type(b) for b in EVERY} == {*BLOCK_NAMES, Prose}


@pytest.mark.parametrize("value", EVERY, ids=lambda b: type(b).__name__)
def test_words_that_are_not_html_are_always_escaped(value):
    made = block(value)
    assert "<script" not in made
    assert "&lt;script&gt;" in made


@pytest.mark.parametrize("value", [b for b in EVERY if getattr(b, "id", "")], ids=lambda b: type(b).__name__)
def test_a_block_has_its_id_and_on_a_print_page_that_of_its_story(value):
    assert block(value).count('id="x"') == 1
    assert block(value, prefix="s1").count('id="s1--x"') == 1


@pytest.mark.parametrize("name", sorted(n for n in shipped().templates if n.startswith("components/blocks/")))
def test_a_macro_of_a_block_needs_nothing_but_the_block_and_its_pen(name):
    source = shipped().environment.loader.get_source(shipped().environment, name)[0]
    imported = {"speakers", "signatories", "bars", "table", "shapes"}
    assert meta.find_undeclared_variables(shipped().environment.parse(source)) <= imported


def test_real_words_take_quotation_marks_and_reported_ones_do_not():
    assert '<blockquote class="quoted">' in block(quote())
    assert "reported" not in block(quote())
    reported = block(quote(paraphrase=True))
    assert 'class="quoted"' not in reported
    assert "(as reported)" in reported


def test_every_speaker_of_a_quote_is_named_with_role_place_and_case():
    made = block(quote(speakers=(Speaker("Ann", "head", "Bath"), Speaker("", "a teacher", "", 7))))
    assert '<b>Ann<span class="vh">, </span></b><span>head, Bath</span>' in made
    assert "<span>a teacher, case study 7</span>" in made


def test_a_quote_without_attribution_has_no_empty_caption():
    assert "figcaption" not in block(quote())


def test_a_number_says_what_it_counts_when_and_where_from():
    made = block(
        Stat("c. 7,000", 7000, "", "about", "x", ("<p>schools</p>",), 1, "2022/23", "Programme data", "Primary")
    )
    assert '<div class="num mid">c. 7,000</div>' in made
    assert "Primary, 2022/23. Source: Programme data" in made


def test_a_chart_is_its_own_table_with_bars_in_the_cells():
    made = block(
        chart(measure="Schools", place="England", period="2022/23", source="Report", highlight=("Sustaining",))
    )
    assert '<table class="bars" style="--l:2.8">' in made
    assert '<th scope="row">Development</th>' in made
    assert 'style="--v:0.3786"' in made
    assert 'style="--v:1.0000"' in made
    assert '<span class="tn">c. 700</span>' in made
    assert made.count('class="hl"') == 1
    assert "Schools, England, 2022/23" in made
    assert "Source: Report" in made


def test_a_pending_chart_has_its_title_and_no_shape():
    made = block(chart(pending=True, rows=(), columns=(), source="Report"))
    assert "Most sustain" in made
    assert "Source: Report" in made
    assert "<svg" not in made
    assert "<table" not in made


@pytest.mark.parametrize("type_", ["bar", "column", "line", "dots", "square", "table"])
def test_every_figure_of_a_chart_of_any_type_stands_in_its_words(type_):
    rows = ((Cell("2021"), Cell("31%", 31.0)), (Cell("2022"), Cell("about 60", 60.0)))
    made = block(chart(type=type_, rows=rows))
    assert "31%</" in made
    assert "about 60</" in made


def test_bars_of_several_series_name_them_in_the_heading():
    rows = ((Cell("2021"), Cell("3", 3.0), Cell("4", 4.0)),)
    made = block(chart(columns=("Year", "Primary", "Secondary"), rows=rows))
    assert '<table class="bars multi" style="--l:0.6">' in made
    assert '<th scope="col">Secondary</th>' in made


def test_the_unit_stands_with_each_figure_or_once_in_the_subtitle():
    share, schools = block(chart(unit="%", measure="Share")), block(chart(unit="academies", measure="Stage"))
    assert '<span class="tn">265%</span>' in share
    assert '<p class="sub">Share</p>' in share
    assert '<span class="tn">265</span>' in schools
    assert '<p class="sub">Stage, academies</p>' in schools


def test_a_figure_of_nothing_has_its_words_and_no_bar():
    made = block(chart(rows=((Cell("a"), Cell("0", 0.0)), (Cell("b"), Cell("4", 4.0)), (Cell("c"), Cell("–")))))
    assert made.count("<rect") == 1
    assert [w in made for w in ('"tn">0<', '"tn">4<', '"tn">–<')] == [True] * 3


def test_four_series_stand_below_one_another_and_a_named_one_stands_out():
    rows = ((Cell("2021"), *(Cell(str(i), float(i)) for i in range(1, 5))),)
    made = block(chart(columns=("Year", "A", "B", "C", "D"), rows=rows, highlight=("C",)))
    assert '<table class="bars multi stacked"' in made
    assert made.count('<td class="hl">') == 1
    assert '<tr class="hl">' not in made


@pytest.mark.parametrize(
    ("date", "machine"), [("2022-03-01", "2022-03-01"), ("March 2022", "2022-03"), ("2022", "2022")]
)
def test_dates_of_a_timeline_keep_their_precision(date, machine):
    made = block(Timeline("", (Entry(date, ("Began",), (), 1),), 1))
    assert f'<time datetime="{machine}">{date}</time>' in made


def test_an_entry_that_is_no_date_or_continues_another_is_no_time():
    made = block(Timeline("", (Entry("Later on", ("A",), (), 1), Entry("", ("B",), (), 1)), 1))
    assert '<span class="date">Later on</span>' in made
    assert "<time" not in made


def test_a_finding_stands_beside_what_follows_from_it():
    made = block(Finding("Visits help", PARTS, (Implication("", PARTS, 1), Implication("For hubs", PARTS, 1)), 1))
    assert "<h2>Visits help</h2>" in made
    assert '<p class="imp-h">What it implies</p>' in made
    assert '<p class="imp-h">For hubs</p>' in made


def test_a_link_without_address_is_its_words():
    made = block(Links("", (LinkItem("A title", None, ("<p>why</p>",), 1),), 1))
    assert "<li>A title <span" in made
    assert "<a " not in made


def test_those_who_sign_a_letter_are_named():
    made = block(Letter("", PARTS, (Speaker("Ann", "Chair", "Bath"),), 1))
    assert '<div><b>Ann<span class="vh">, </span></b>Chair, Bath</div>' in made


def test_a_pending_figure_says_so_in_words():
    made = block(FigureBlock("The network", Picture("", "", 1, 1, pending=True, caption=("The last page.",)), 1))
    assert "does not carry it" in made
    assert "The last page." in made
    assert "<img" not in made
