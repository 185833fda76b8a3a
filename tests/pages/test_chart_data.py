"""The figures behind charts as files: what is in them, where they are, and that pages lead to them."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.body import Cell, Chart
from sitegen.pages.chart_data import csv_file
from sitegen.pipeline import Build
from tests.sites import built, codes, story

TABLE = "| Stage | Schools |\n|---|--:|\n| Development | 265 |\n| Sustaining | c. 1,700 |\n"
CHART = f"::: chart Most sustain\nsource: Data\n\n{TABLE}:::\n"
NESTED = f":::: finding They sustain\nText.\n\n{CHART}\n::: implication\nGo on.\n:::\n::::\n"


def chart(columns: tuple[str, ...], *rows: tuple[str | float, ...], unit: str = "") -> Chart:
    cells = tuple(tuple(Cell(str(c), c if isinstance(c, float) else None) for c in row) for row in rows)
    return Chart("Title", "bar", columns, cells, 1, unit=unit)


def rows(made: Chart) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_file(made).decode("utf-8-sig"), newline="")))


def data_files(result: Build) -> dict[str, str]:
    """The tables beside pages; those of the whole site lie at its top."""
    tables = ((a, c) for a, c in result.outputs.items() if a.endswith(".csv") and "/" in a)
    return {a: c.decode("utf-8-sig") for a, c in tables if isinstance(c, bytes)}


def page(result: Build, address: str) -> str:
    content = result.outputs[address]
    assert isinstance(content, bytes)
    return content.decode()


def test_a_file_begins_with_its_mark_and_its_heading_and_ends_every_line_as_spreadsheets_do():
    made = csv_file(chart(("Stage", "Schools"), ('The "first", or so', 265.0), ("Second", 7.5)))
    assert made == b'\xef\xbb\xbfStage,Schools\r\n"The ""first"", or so",265.0\r\nSecond,7.5\r\n'


@pytest.mark.parametrize(
    "words", ["=1+1", "+cmd", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", "-", "=", "＝1+1", "-1-1"]
)
def test_no_cell_is_a_formula(words):
    assert rows(chart((words, words), (words, words)))[1] == [f"'{words}"] * 2
    assert rows(chart((words, words), (words, words)))[0] == [f"'{words}"] * 2


@pytest.mark.parametrize("words", ["-3", "+4", "-1,234.5", "-3%", "265", "c. 7,000", "–", "n/a", "", "'quoted'"])
def test_numbers_and_plain_words_stay_as_they_are(words):
    assert rows(chart(("a", "b"), ("x", words)))[1] == ["x", words]


@pytest.mark.parametrize(("written", "kept"), [("−3", "-3"), ("–3.5", "-3.5"), ("c. −3", "c. -3"), ("-3", "-3")])
def test_a_number_below_zero_has_the_minus_that_spreadsheets_know(written, kept):
    made = Chart("Title", "bar", ("a", "b"), ((Cell("x"), Cell(written, -3.0)),), 1)
    assert rows(made)[1] == ["x", kept]


@pytest.mark.parametrize(
    ("written", "unit", "kept"),
    [
        ("-5 km", "km", "-5"),
        ("−5\u00a0km", "km", "-5"),
        ("5 km", "km", "5"),
        ("-£1,200", "£", "-1,200"),
        ("-3%", "%", "-3%"),
        ("-3%", "% of pupils", "-3%"),
        ("c. 5 km", "km", "c. 5 km"),
        ("-5 miles", "km", "'-5 miles"),
        ("-5 cmd", "", "'-5 cmd"),
    ],
)
def test_a_figure_with_its_unit_is_a_number_whose_unit_the_heading_says(written, unit, kept):
    made = Chart("Title", "bar", ("a", "b"), ((Cell("x"), Cell(written, -5.0)),), 1, unit=unit)
    assert rows(made) == [["a", f"b ({unit})" if unit else "b"], ["x", kept]]


def test_words_with_a_unit_that_are_no_figure_are_no_formula():
    made = Chart("Title", "bar", ("a", "b"), ((Cell("-5 km"), Cell("-5 km")),), 1, unit="km")
    assert rows(made)[1] == ["'-5 km", "'-5 km"]


def test_letters_of_a_unit_within_a_word_do_not_name_it():
    assert rows(chart(("Who", "Number"), ("x", 1.0), unit="m"))[0] == ["Who", "Number (m)"]
    assert rows(chart(("Who", "Height in m"), ("x", 1.0), unit="M"))[0] == ["Who", "Height in m"]


def test_a_heading_says_the_unit_unless_it_names_it():
    assert rows(chart(("When", "Share"), ("x", 1.0), unit="%"))[0] == ["When", "Share (%)"]
    assert rows(chart(("Stage", "Schools"), ("x", 1.0), unit="schools"))[0] == ["Stage", "Schools"]


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), min_size=1, max_size=5))
def test_what_is_read_back_is_what_was_written_but_for_formulas(cells):
    made = rows(chart(("a", "b"), *cells))
    for read, wrote in zip(made[1:], cells, strict=True):
        assert [word.removeprefix("'") for word in read] == [
            w.removeprefix("'").encode("utf-8", "replace").decode() for w in wrote
        ]
        assert not any(re.match(r"[=+\-@\t\r]", word) and not re.fullmatch(r"[-+][0-9,.]+%?", word) for word in read)


def test_every_kind_of_page_with_a_chart_has_its_file_beside_it(tmp_path):
    edition = f"---\nkind: edition\ntitle: Annual report\nacademic_year: 2022/23\n---\nWelcome.\n\n{CHART}"
    result = built(tmp_path, {
        "content/2022-23/index.md": edition,
        "content/2022-23/01-primary/index.md": f"---\nkind: section\ntitle: Primary\n---\n{CHART}",
        "content/2022-23/01-primary/01-story.md": story(body=CHART + "\n" + CHART),
        "content/2022-23/02-nested.md": story("Nested", body=NESTED),
        "content/pages/about.md": f"---\nkind: page\ntitle: About\n---\n{CHART}",
    })  # fmt: skip
    assert codes(result) == []
    assert set(data_files(result)) == {
        "2022-23/b-chart-most-sustain.csv", "2022-23/primary/b-chart-most-sustain.csv",
        "2022-23/primary/story/b-chart-most-sustain.csv", "2022-23/primary/story/b-chart-most-sustain-2.csv",
        "2022-23/nested/b-chart-most-sustain.csv", "about/b-chart-most-sustain.csv",
    }  # fmt: skip
    assert set(data_files(result).values()) == {'Stage,Schools\r\nDevelopment,265\r\nSustaining,"c. 1,700"\r\n'}
    for address in data_files(result):
        folder, _, name = address.rpartition("/")
        assert page(result, f"{folder}/index.html").count(f'href="{name}"') == 1


def test_the_link_of_each_chart_has_a_name_of_its_own(tmp_path):
    result = built(tmp_path, {"content/2022-23/01-story.md": story(body=CHART + "\n" + CHART)})
    html = page(result, "2022-23/story/index.html")
    names = re.findall(r'<a href="b-chart[^"]*">(.*?)</a>', html)
    assert [re.sub("<[^>]*>", "", name) for name in names] == [
        "Download the data of this chart (CSV): Most sustain (1)",
        "Download the data of this chart (CSV): Most sustain (2)",
    ]


def test_a_page_for_paper_leads_to_no_file(tmp_path):
    result = built(tmp_path, {
        "content/2022-23/index.md": f"---\nkind: edition\ntitle: Report\nacademic_year: 2022/23\n---\n{CHART}",
        "content/2022-23/01-story.md": story(body=CHART),
    })  # fmt: skip
    paper = page(result, "2022-23/print/index.html")
    assert paper.count('<figure class="chart"') == 2
    assert ".csv" not in paper
    assert 'class="noprint"><a href="b-chart-most-sustain.csv"' in page(result, "2022-23/story/index.html")


def test_figures_from_a_file_are_published_as_the_page_shows_them(tmp_path):
    body = "::: chart Most sustain\ndata: stages.csv\nunit: schools\n:::\n"
    result = built(tmp_path, {
        "content/2022-23/01-story/index.md": story(body=body),
        "content/2022-23/01-story/stages.csv": "Stage;Schools\n=Development;265\nSustaining;c. 1,700\n",
    })  # fmt: skip
    assert data_files(result) == {
        "2022-23/story/b-chart-most-sustain.csv": 'Stage,Schools\r\n\'=Development,265\r\nSustaining,"c. 1,700"\r\n'
    }


@pytest.mark.parametrize("fields", [{"draft": "yes"}, {"publish_on": "2030-01-01"}, {"withdrawn": "yes"}])
def test_nothing_of_what_is_not_published_is_written(tmp_path, fields):
    result = built(tmp_path, {"content/2022-23/01-story.md": story(body=CHART, **fields)})
    assert data_files(result) == {}


def test_a_chart_that_waits_for_its_figures_has_no_file(tmp_path):
    result = built(
        tmp_path, {"content/2022-23/01-story.md": story(body="::: chart Most sustain\nstatus: pending\n:::\n")}
    )
    assert data_files(result) == {}
    assert "CSV" not in page(result, "2022-23/story/index.html")
