from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.reading.located import load_yaml
from sitegen.reading.quoting import quoted, shortened

LINE = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Maths: a story", '"Maths: a story"'),
        ("Don't stop", '"Don\'t stop"'),
        ('A "good" story', "'A \"good\" story'"),
        ("C:\\data isn't \"it\"", "'C:\\data isn''t \"it\"'"),
        ("", '""'),
    ],
)
def test_text_is_put_in_the_marks_that_it_does_not_hold(text, written):
    assert quoted(text) == written


@given(LINE)
def test_quoted_text_is_read_back_as_it_was(text):
    read = load_yaml(f"a: {quoted(text)}", "f")
    assert read.problems == ()
    (entry,) = read.value
    assert entry.value.text == text


@given(st.text(), st.integers(2, 50))
def test_shortened_text_is_no_longer_than_it_may_be(text, most):
    assert len(shortened(text, most)) <= most
    assert shortened(text, len(text)) == text
