"""A very long page in pieces, and where everything lies on the whole of it."""

from __future__ import annotations

from sitegen.paper.cutting import joined, pieces
from sitegen.paper.reading import Places


def page(*parts: str, without: int = 0) -> str:
    heads = "".join(f"<style>@page part{n}{{x}}</style>" for n in range(1, len(parts) + 1) if n != without)
    return f"{heads}<p>Before</p>" + "".join(f'\n<div class="part-{n}">{part}</div>' for n, part in enumerate(parts, 1))


def words(html: str) -> str:
    return "".join(letter for letter in html.partition("</p>")[2] if letter.isupper())


def test_every_piece_has_all_that_stands_before_the_parts_and_each_part_is_in_one() -> None:
    cut = pieces(page("A" * 50, "B" * 50, "C" * 50, "D" * 50), length=100)
    assert [words(piece) for piece in cut] == ["A" * 50 + "B" * 50, "C" * 50 + "D" * 50]
    assert all("<p>Before</p>" in piece for piece in cut)


def test_a_part_that_begins_no_sheet_of_its_own_stays_with_the_one_before() -> None:
    assert [words(piece) for piece in pieces(page("A" * 90, "B" * 90, "C" * 90, without=2), length=80)] == [
        "A" * 90 + "B" * 90, "C" * 90,
    ]  # fmt: skip


def test_a_short_page_and_one_without_parts_stay_whole() -> None:
    for html in (page("A", "B"), "<p>A</p>"):
        assert pieces(html) == (html,)


def test_no_piece_is_left_over_that_is_hardly_worth_a_browser() -> None:
    assert len(pieces(page("A" * 200, "B" * 10), length=100)) == 1


def test_the_sheets_of_the_pieces_are_counted_on_without_those_before_the_parts() -> None:
    first = Places(9, {"edition": 1, "a": 4, "a--1": 6})
    second, third = Places(7, {"edition": 1, "b": 4, "b--1": 5}), Places(4, {"edition": 1, "c": 4})
    assert joined((first, second, third)) == Places(14, {"edition": 1, "a": 4, "a--1": 6, "b": 10, "b--1": 11, "c": 14})
    assert joined((first,)) == first


def test_a_piece_to_which_nothing_leads_cannot_be_counted_on() -> None:
    assert joined((Places(9, {"edition": 1, "a": 4}), Places(7, {"edition": 1}))) is None
