from __future__ import annotations

import pytest

from sitegen.pages.views import HubDrawing
from sitegen.rendering.filters import anchor, badge, css_string, listed, machine_date, spoken
from tests.rendering.shapes import circles


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("2022-23/primary/goldfinch/index.html", "2022-23--primary--goldfinch"),
        ("2022-23/primary/index.html", "2022-23--primary"),
        ("2019-05/kentmere/index.html", "2019-05--kentmere"),
        ("2022-23/index.html", "edition"),
    ],
)
def test_a_page_on_a_print_page_has_an_id_of_its_own(address, name):
    assert anchor(address) == name


def test_no_two_pages_of_an_edition_have_one_id():
    assert anchor("e/a-b/c/index.html") != anchor("e/a/b-c/index.html")


def test_words_are_listed_without_the_empty_ones():
    assert listed(("a", "", "b")) == "a, b"
    assert spoken(("a", "", "b", "c")) == "a, b and c"
    assert listed(()) == ""


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("1 March 2022", "2022-03-01"), ("March 22", "2022-03"), ("2022", "2022"), ("2022–23", ""), ("2022/23", ""),
        ("autumn 2022", ""), ("soon", ""), ("", ""),
    ],
)
def test_dates_are_for_machines_where_they_are_dates(words, date):
    assert machine_date(words) == date


@pytest.mark.parametrize("words", ['"}</style><script>', "a\\b", "back`tick'", "line\nbreak", "café – 2022/23"])
def test_words_in_a_style_sheet_cannot_end_their_string(words):
    made = css_string(words)
    assert made.startswith('"')
    assert made.endswith('"')
    assert not set("\"<>&\n`'") & set(made[1:-1])


def test_a_hubs_own_page_shows_its_stories_as_satellites():
    assert len(circles(badge(HubDrawing(2, "angles")), "hotst")) == 2
