"""Where the addresses of links lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.model.references import Library, leads_to
from sitegen.problems.problem import Where
from sitegen.reading.values import Tree

NOTHING = Library({}, frozenset(), Tree(Path("."), {}, {}), {})
HERE = Where("content/2022-23/a.md", 7, 12, 9)


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        ("//x.org/a", "https://x.org/a"), ("http:/x.org", "https://x.org"), ("https:\\\\x.org", "https://x.org"),
        ("https:x.org", "https://x.org"), ("http//x.org", "https://x.org"), ("https;//x.org", "https://x.org"),
        ("https:///x.org", "https://x.org"), ("https://", None), ("//", None),
    ],
)  # fmt: skip
def test_a_web_address_that_is_not_whole_is_a_problem_with_the_whole_one(link: str, meant: str | None) -> None:
    made = leads_to(link, HERE, NOTHING)
    (problem,) = made.problems
    assert (made.value.kind, problem.code, problem.where, problem.suggestion) == ("text", "missing-page", HERE, meant)


@pytest.mark.parametrize("link", ["https://x.org/a", "HTTP://x.org", "mailto:a@x.org", "https://x.org//b"])
def test_a_whole_address_leads_out_of_the_site(link: str) -> None:
    made = leads_to(link, HERE, NOTHING)
    assert (made.value.kind, made.problems) == ("external", ())
