"""What comes out of a file of the store is a value of ours or nothing, and runs no code."""

from __future__ import annotations

import os
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.frozen import freeze, thaw
from sitegen.markup.body import Body, Heading, Link, Quote, Speaker
from sitegen.pages.finding.entries import Rank
from sitegen.problems.problem import Where
from tests.fuzz.budget import tries

_VALUE = (
    Body(parts=("<p>", Link("a.md", 1, 2)), headings=(Heading(2, "A", "s-a", 1),), plain="A"), {"a": frozenset("b")},
    Quote(("x",), (Speaker("Ann"),), "x", 3), Rank.TITLE, date(2024, 1, 2), Path("a/b"), Where("content/a.md", 3), None,
)  # fmt: skip


class _Runs:
    def __init__(self, function: Any, *given: object) -> None:
        self.made = function, given

    def __reduce__(self) -> Any:
        return self.made


def test_a_value_comes_back_as_it_was() -> None:
    assert thaw(freeze(_VALUE)) == _VALUE
    assert thaw(None) is None


@pytest.mark.parametrize(
    "hostile",
    [
        _Runs(os.system, "touch ran"), _Runs(eval, "open('ran', 'w')"), _Runs(os.mkdir, "ran"),
        _Runs(getattr, Rank, "mro"), _Runs(pickle.loads, b"N."), _Runs(freeze, 1), _Runs(print, "ran"),
    ],
)  # fmt: skip
def test_nothing_is_run(hostile: _Runs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert thaw(pickle.dumps((_VALUE, hostile))) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "named",
    [
        ("os", "system"), ("sitegen.incremental.last", "os.system"), ("sitegen.incremental.last", "os"),
        ("sitegen.store", "Store.forget"), ("sitegen.store", "sqlite3.connect"), ("sitegen.frozen", "thaw"),
        ("builtins", "eval"), ("builtins", "object"), ("sitegen.pages.groupings", "ONE_PAGE"),
        ("sitegen.none", "Nothing"), ("sitegen.frozen", "_Thawing"), ("sitegenx", "Body"),
    ],
)  # fmt: skip
def test_nothing_but_values_can_be_named(named: tuple[str, str]) -> None:
    module, name = (word.encode() for word in named)
    call = b"\x80\x04\x8c" + bytes([len(module)]) + module + b"\x8c" + bytes([len(name)]) + name + b"\x93."
    assert thaw(call) is None


@given(st.data())
@settings(parent=tries(40))
def test_damaged_bytes_are_a_value_or_nothing(data: st.DataObject) -> None:
    content = bytearray(freeze(_VALUE[:3]))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=3)):
        content[at] = data.draw(st.integers(0, 255))
    thaw(bytes(content[: data.draw(st.integers(0, len(content)))]))
    thaw(bytes(content))
