"""An author's quotation marks around a whole quotation are taken off; those inside it stay."""

from __future__ import annotations

import pytest

from sitegen.markup.body import Quote
from sitegen.markup.convert import MarkupOptions, convert


def quote(text: str) -> Quote:
    return convert(f"> {text}\n>\n> — Ann Bee, maths lead", MarkupOptions()).quotes[0]


@pytest.mark.parametrize("written", ['"Every child talks."', "“Every child talks.”", "‘Every child talks.’"])
def test_marks_around_all_of_it_are_taken_off(written: str) -> None:
    made = quote(written)
    assert made.text == "Every child talks."
    assert made.parts == ("<p>Every child talks.</p>",)


@pytest.mark.parametrize(
    "written",
    [
        "“Yes” is what they say, and then “no”", "Every child “talks”.", "‘Yes’ and ‘no’",
        "They say “every child talks.”",
    ],
)
def test_marks_inside_stay(written: str) -> None:
    assert quote(written).text == written


def test_emphasis_around_the_words_keeps_its_tags() -> None:
    assert quote("*“Every child talks.”*").parts == ("<p><em>Every child talks.</em></p>",)


def test_a_role_that_ends_in_a_hub_is_a_role() -> None:
    made = convert("> Words.\n>\n> — Di Ell, Outgoing Senior Leadership Link for Beta Maths Hub", MarkupOptions())
    assert made.quotes[0].speakers[0].role == "Outgoing Senior Leadership Link for Beta Maths Hub"


def test_a_list_of_raw_html_inside_a_list_is_no_attribution() -> None:
    made = convert("> <ul><li># <ul><li># ", MarkupOptions()).quotes[0]
    html = "".join(str(part) for part in made.parts)
    assert html.count("<li>") == html.count("</li>") == 2
    assert html.count("<ul>") == html.count("</ul>") == 2
