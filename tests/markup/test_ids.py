"""Ids: what a fragment in a link means on the page."""

from __future__ import annotations

import re

import pytest

from sitegen.markup.body import Prose
from sitegen.markup.ids import page_id
from tests.markup.showing import made


@pytest.mark.parametrize(("fragment", "own"), [
    ("cpd", "s-cpd"), ("CPD", "s-cpd"), ("what-is-mastery", "s-what-is-mastery"), ("What%20is%20mastery?",
    "s-what-is-mastery"),
    ("whats-new", "s-whats-new"), ("main", "s-main"), ("café", "s-cafe"), ("", "s-section"), ("???", "s-section"),
])  # fmt: skip
def test_a_fragment_is_the_slug_behind_a_prefix(fragment, own):
    assert page_id(fragment) == own


@pytest.mark.parametrize(("heading", "fragment"), [
    ("What's new?", "whats-new"), ("What's new?", "What's new?"), ("Pupils & teachers", "pupils-teachers"),
    ("Key Stage 2: maths", "key-stage-2-maths"), ("A *slanted* word", "a-slanted-word"), ("Own {#Own_Id}", "Own_Id"),
    ("`code` here", "code-here"), ("Über uns", "uber-uns"),
])  # fmt: skip
def test_a_heading_is_found_by_its_slug_as_an_author_would_guess_it(heading, fragment):
    assert page_id(fragment) in made(f"## {heading}").ids


def test_footnotes_blocks_and_headings_share_no_id():
    body = made("## fn 1\n\n## fnref 1\n\nx[^1]\n\n::: note fn 1\nx\n:::\n\n[^1]: y\n")
    written = "".join(part for part in (*body.parts, *body.notes) if isinstance(part, str))
    ids = [*re.findall(' id="([^"]*)"', written), *(part.id for part in body.parts if isinstance(part, Prose))]
    assert ids == ["s-fn-1", "s-fnref-1", "s-fnref_1", "s-fn_1", "b-note-fn-1"]
