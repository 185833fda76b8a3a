"""A star between a letter and a mark is a star, as in a list of grades."""

from __future__ import annotations

import pytest

from sitegen.markup.convert import MarkupOptions, convert


def html(text: str) -> str:
    return "".join(str(part) for part in convert(text, MarkupOptions()).parts)


@pytest.mark.parametrize("text", ["A Level Maths 62% A*-B, 100% A*-E.", "Grades A*, A and B.", "5* to 9*"])
def test_grades_keep_their_stars(text: str) -> None:
    assert html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*foo*-bar", "<p><em>foo</em>-bar</p>"),
        ("**Grades A*-B** matter", "<p><strong>Grades A*-B</strong> matter</p>"),
        ("a *b* c* d", "<p>a <em>b</em> c* d</p>"),
        ("**bold** and *it*, too", "<p><strong>bold</strong> and <em>it</em>, too</p>"),
        ("(*in brackets*)", "<p>(<em>in brackets</em>)</p>"),
        ("***both***.", "<p><strong><em>both</em></strong>.</p>"),
    ],
)
def test_emphasis_is_still_emphasis(text: str, expected: str) -> None:
    assert html(text) == expected
