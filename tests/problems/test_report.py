from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.problems.codes import CODES
from sitegen.problems.excerpt import WIDTH, columns
from sitegen.problems.problem import Problem, Where
from sitegen.problems.report import MOST_SHOWN, render_report, report_json
from sitegen.problems.report_html import report_html, report_page

STORY = "content/2022-23/primary/02-goldfinch.md"
HUB = Problem(
    Where(STORY, 6, 6, 16), "unknown-hub", 'No hub is called "London Southwest".',
    'Did you mean "London South West"? Known hubs are in content/hubs.yaml.', suggestion="London South West",
)  # fmt: skip
PENDING = Problem(Where(STORY, 9), "chart-pending", "This chart waits for its data.", "Add a table.")
SOURCES = {STORY: "---\nkind: case-study\ntitle: A\n\n\nhub: London Southwest\n---\n"}


def render(*problems: Problem, sources: dict[str, str] = SOURCES, colour: bool = False, written: bool = False) -> str:
    return render_report(problems, sources, colour=colour, written=written, output="output/")


def marked(line: str, column: int, width: int = 1) -> tuple[str, str]:
    """The excerpt and the carets below it, without their gutter."""
    problem = Problem(Where("a", 1, column, width), "no-edition", "What.", "Fix.")
    _, excerpt, carets, *_ = render(problem, sources={"a": line}).splitlines()
    assert excerpt.startswith("    1 |")
    assert carets.startswith("      | ")
    return excerpt[8:], carets[8:]


def test_a_problem_is_a_paragraph_with_its_line_and_carets_below_the_place():
    assert render(HUB) == (
        "content/2022-23/primary/02-goldfinch.md:6:6: error [unknown-hub] No hub is called \"London Southwest\".\n"
        "    6 | hub: London Southwest\n"
        "      |      ^^^^^^^^^^^^^^^^\n"
        "  fix: Did you mean \"London South West\"? Known hubs are in content/hubs.yaml.\n"
        "\n"
        "1 problem in 1 file. Nothing was written; output/ is as it was.\n"
    )


def test_other_places_and_the_reason_stand_before_the_fix():
    problem = Problem(
        Where("a", 3, 1, 5), "duplicate-key", '"title" is given twice.', "Keep one.", "Only one can be shown.",
        also=(Where("a", 1, 1, 5), Where("b", 7)),
    )  # fmt: skip
    assert render(problem, sources={"a": "title:   A\nhub: X\ntitle: B"}).splitlines()[:6] == [
        'a:3:1: error [duplicate-key] "title" is given twice.',
        "    3 | title: B",
        "      | ^^^^^",
        "  also a:1 | title: A",
        "  also b:7",
        "  why: Only one can be shown.",
    ]


def test_warnings_come_first_then_errors_each_by_file_line_and_column_and_only_once():
    def at(file: str, line: int, column: int, code: str = "no-edition") -> Problem:
        return Problem(Where(file, line, column), code, "What.", "Fix.")

    twice = at("a", 10, 2)
    report = render(at("b", 1, 1), twice, at("a", 2, 9), twice, at("a", 10, 1), at("a", 2, 9, "near-duplicate"))
    assert re.findall(r"^\S+ \w+ \[", report, re.M) == [
        "a:2:9: warning [", "a:2:9: error [", "a:10:1: error [", "a:10:2: error [", "b:1:1: error [",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("problems", "written", "sentence"),
    [
        ([HUB], False, "1 problem in 1 file. Nothing was written; output/ is as it was."),
        ([HUB, PENDING], True, "2 problems (1 error, 1 warning) in 1 file. The site was written to output/."),
        ([PENDING], True, "1 warning in 1 file. The site was written to output/."),
        ([PENDING], False, "1 warning in 1 file. Nothing was written; output/ is as it was."),
        (
            [Problem(Where(f"{n % 3}", n), "no-edition", "W.", "F.") for n in range(1, 7)], False,
            "6 problems in 3 files. Nothing was written; output/ is as it was.",
        ),
    ],
)  # fmt: skip
def test_the_last_line_says_what_became_of_the_site(problems, written, sentence):
    assert render(*problems, written=written).splitlines()[-1] == sentence


def test_without_problems_there_is_no_report():
    assert render() == ""
    assert report_html([], {}) == ""


@pytest.mark.parametrize(
    ("line", "column", "width", "excerpt", "carets"),
    [
        ("\thub: X", 7, 1, "    hub: X", "         ^"),
        ("a\tb\tc", 3, 3, "a   b   c", "    ^^^^^"),
        ("😀 hub: X", 8, 1, "😀 hub: X", "        ^"),
        ("名前: 数学 x", 5, 2, "名前: 数学 x", "      ^^^^"),
        ("cafe\u0301: x", 8, 1, "cafe\u0301: x", "      ^"),
        ("👩\u200d🏫: x", 6, 1, "👩\u200d🏫: x", "      ^"),
        ("\u05e9\u05dc\u05d5\u05dd: x", 7, 1, "\u05e9\u05dc\u05d5\u05dd: x", "      ^"),
        ("short", 6, 4, "short", "     ^"),
        ("short", 90, 4, "short", "     ^"),
        ("short", 2, 400, "short", " ^^^^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_carets_stand_below_the_place_whatever_stands_before_it(line, column, width, excerpt, carets):
    assert marked(line, column, width) == (excerpt, carets)


def test_a_long_line_is_cut_around_the_place():
    line = "".join(f"{n:04} " for n in range(1000))
    excerpt, carets = marked(line, line.index("0500") + 1, 4)
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")
    assert len(excerpt) <= WIDTH
    assert excerpt[carets.index("^") : len(carets)] == "0500"


def test_a_long_line_keeps_its_start_where_the_place_is_there():
    excerpt, carets = marked("title: " + "x" * 500, 8, 500)
    assert excerpt == "title: " + "x" * (WIDTH - 8) + "…"
    assert carets == " " * 7 + "^" * (WIDTH - 8)


@given(
    st.text("a\té名😀\u0301\u200d\x1b\u202e ") | st.text(), st.integers(1, 300), st.integers(1, 300),
    st.sampled_from([1, 7, 60]),
)  # fmt: skip
def test_an_excerpt_is_never_wide_and_its_carets_lie_below_it(text, column, width, times):
    line = (text * times).replace("\n", " ")
    excerpt, carets = marked(line, column, width)
    assert columns(excerpt) <= WIDTH
    assert columns(carets) <= WIDTH + 1
    assert set(carets.strip()) == {"^"}


def test_a_file_that_is_not_known_has_no_excerpt():
    problem = Problem(Where("templates/base.html", 3), "template-error", "What.", "Fix.")
    assert render(problem).splitlines()[:2] == ["templates/base.html:3:1: error [template-error] What.", "  fix: Fix."]


def test_a_line_beyond_the_end_has_no_excerpt():
    assert "|" not in render(Problem(Where(STORY, 99), "no-edition", "What.", "Fix."))


def test_colours_are_for_terminals_alone_and_change_no_word():
    coloured = render(HUB, PENDING, colour=True)
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert "\x1b[1;33mwarning\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(HUB, PENDING)


def test_no_text_of_an_author_moves_the_cursor_or_turns_the_line_about():
    where, also = Where("a\x1b[2J", 1, 2, 9), (Where("b\x00", 1),)
    problem = Problem(where, "no-edition", "W\x1b[31m\nhat\u202e.", "F\x07ix.", "Why\r.", also=also)
    for colour in (True, False):
        report = render(problem, sources={"a\x1b[2J": "x\x1b]0;title\x07y\u202ez", "b\x00": "\x9bq"}, colour=colour)
        assert set(re.sub(r"\x1b\[[\d;]*m", "", report)).isdisjoint("\x1b\x07\x00\x9b\r\u202e")


def test_beyond_two_hundred_problems_the_rest_is_counted_and_errors_come_before_warnings():
    warnings = [Problem(Where("a", n), "near-duplicate", "W.", "F.") for n in range(1, 301)]
    errors = [Problem(Where("b", n), "no-edition", "W.", "F.") for n in range(1, 11)]
    report = render(*warnings, *errors)
    assert report.count("[no-edition]") == 10
    assert report.count("[near-duplicate]") == MOST_SHOWN - 10
    assert "\n\n… and 110 more.\n\n310 problems (10 errors, 300 warnings) in 2 files." in report


def test_the_report_for_machines_holds_everything_and_nothing_else():
    twice = Problem(Where("a", 3, 2, 5), "near-duplicate", "What.", "Fix.", "Why.", also=(Where("b", 4, 5),))
    assert json.loads(report_json([twice, HUB, HUB], written=False)) == {
        "problems": [
            {
                "file": "a", "line": 3, "column": 2, "severity": "warning", "code": "near-duplicate", "what": "What.",
                "why": "Why.", "fix": "Fix.", "suggestion": None, "also": [{"file": "b", "line": 4}],
            },
            {
                "file": STORY, "line": 6, "column": 6, "severity": "error", "code": "unknown-hub", "what": HUB.what,
                "why": "", "fix": HUB.fix, "suggestion": "London South West", "also": [],
            },
        ],
        "errors": 1, "warnings": 1, "written": False,
    }  # fmt: skip


def test_the_report_for_machines_can_be_printed_anywhere():
    assert report_json([Problem(Where("é"), "no-edition", "“😀”", "F.")], written=True).isascii()


class Elements(HTMLParser):
    """Collects what a browser would see: tags in order, text, and that every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.words = ""
        self.marked = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        self.open += [tag] if tag != "meta" else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data
        if "mark" in self.open:
            self.marked += data


def test_the_page_report_says_what_the_terminal_says():
    seen = Elements(report_html([HUB, PENDING], SOURCES))
    assert seen.open == []
    assert seen.marked == "London Southwest"
    for words in (f"{STORY}, line 6: error", "[unknown-hub]", HUB.what, HUB.fix, "6 | hub:", "1 error and 1 warning"):
        assert words in seen.words


def test_nothing_of_the_authors_text_is_markup_in_the_page_report():
    evil = "<script>alert(1)</script>\"'&"
    problem = Problem(Where(evil, 1, 1, 8), "no-edition", evil, evil, evil, evil, (Where(evil, 1),))
    html = report_html([problem], {evil: evil})
    seen = Elements(html)
    assert "script" not in seen.tags
    assert seen.words.count(evil) == 6
    assert "http" not in html


@given(st.lists(st.builds(
    Problem, st.builds(Where, st.sampled_from(["a", STORY]), st.integers(1, 9), st.integers(1, 99), st.integers(1, 99)),
    st.sampled_from(sorted(CODES)), st.text(), st.text(), st.text(),
)), st.text())  # fmt: skip
def test_no_problem_and_no_source_breaks_a_report(problems, text):
    sources = {"a": text, STORY: text[::-1]}
    render_report(problems, sources, colour=True, written=False, output="output/")
    json.loads(report_json(problems, written=False))
    assert Elements(report_html(problems, sources)).open == []
    assert Elements(report_page(problems, sources)).open == []


def test_the_page_report_begins_open_for_an_error_and_folded_for_warnings():
    assert "<details open>" in report_html([HUB, PENDING], SOURCES)
    assert "<details>" in report_html([PENDING], SOURCES)


def test_what_is_to_be_typed_stands_in_type_in_the_page_report():
    html = report_html([Problem(Where(STORY, 1), "no-edition", "A", "Write `kind: <b>` here.")], SOURCES)
    assert "Write <code>kind: &lt;b&gt;</code> here." in html


def test_without_a_site_the_report_is_a_whole_page_that_says_all_of_it():
    seen = Elements(report_page([HUB, PENDING], SOURCES))
    for words in ("1 error and 1 warning. Mend the errors and save", HUB.what, HUB.fix, PENDING.what, "6 | hub:"):
        assert words in seen.words
    assert "as it was before" not in seen.words
    assert "details" not in seen.tags
    assert report_page([], SOURCES) == ""
    assert "a warning counts as an error" in report_page([PENDING], SOURCES)
