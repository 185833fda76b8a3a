from __future__ import annotations

import copy
import re

import pytest

from sitegen.regex import Late, regex


def test_a_pattern_does_all_that_one_of_re_does():
    late, ours = regex(r"(?P<word>[a-z]+)-(\d+)", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)-(\d+)", re.IGNORECASE)
    text = "Ada-12, lee-7"
    assert [m.span() for m in late.finditer(text)] == [m.span() for m in ours.finditer(text)]
    assert (late.sub("x", text), late.split(text), late.flags) == (ours.sub("x", text), ours.split(text), ours.flags)
    assert (late.groups, late.groupindex, late.pattern) == (ours.groups, ours.groupindex, ours.pattern)


def test_nothing_is_compiled_before_it_is_asked_for():
    late = regex("(")
    with pytest.raises(re.error):
        late.search("a")


def test_what_was_asked_once_is_asked_of_the_pattern_itself():
    late = regex("a")
    assert late.search("ba")
    assert "search" in vars(late)
    assert late.search is vars(late)["search"]


def test_a_copy_is_a_pattern_too():
    late = copy.copy(regex("a"))
    assert isinstance(late, Late)
    assert late.search("ba")
