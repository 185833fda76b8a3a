"""After any edits the shortest way comes to what a build from nothing comes to: every byte, every problem."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.incremental import anew
from tests.fuzz.budget import tries
from tests.fuzz.stories import text
from tests.incremental.bench import Bench, bench
from tests.incremental.edits import EDITS, OF_SITE, OF_TEXT, insert

_QUICK = (
    "a word", "two stories", "a paragraph moved", "many words", "a fact in words", "a note's words", "a link's words",
    "a person's words", "a timeline's words", "another explanation", "a cell", "a line above", "an answer",
    "inserted: A sentence more.",
    "inserted: | A | B |", "inserted: Of its pupils 55% are on Pupil Premium.", "inserted: - one",
)  # fmt: skip
"""Edits that change nothing but words."""


def _delete(made: Bench) -> None:
    (made.options.output / "2022-23/primary/oak/index.html").unlink()


def _alter(made: Bench) -> None:
    path = made.options.output / "quotes/index.html"
    path.write_bytes(path.read_bytes().replace(b"joy", b"woe"))


def _put_in(made: Bench) -> None:
    for folder in (made.options.output, made.cold):
        (folder / "mine.txt").write_text("Mine", "utf-8")


def _damage(number: int) -> Callable[[Bench], None]:
    def damage(made: Bench) -> None:
        for path in (made.options.site / ".sitegen/builds").glob("*.db"):
            content = bytearray(path.read_bytes())
            content[number * 7919 % len(content)] ^= 1 << number % 8
            path.write_bytes(content)

    return damage


def _forget(made: Bench) -> None:
    shutil.rmtree(made.options.site / ".sitegen")


HAPPENINGS: Mapping[str, Callable[[Bench], None]] = {
    "a page deleted": _delete, "a page altered": _alter, "a file of others": _put_in, "all forgotten": _forget,
    **{f"a bit in the store, {number}": _damage(number) for number in (1, 2)},
}  # fmt: skip
OTHER: Mapping[str, Mapping[str, object]] = {
    "a week later": {"today": datetime.date(2024, 1, 22)}, "an address": {"base_url": "https://stories.example.org/"},
    "strictly": {"strict": True}, "as an archive": {"medium": "archive"},
}  # fmt: skip


def _do(made: Bench, name: str, number: int) -> None:
    """One edit or happening, and a build after it; of an edit that is an error also the way back."""
    before = dict(made.files)
    if name in EDITS:
        wanted = dict(before)
        EDITS[name](wanted, number)
        made.lay(wanted)
    elif name in HAPPENINGS and made.is_good:
        HAPPENINGS[name](made)
    if made.check(**OTHER.get(name, {})).written is None and number % 3:
        made.lay(before)
        made.check()


def _built(folder: Path, *, drafts: bool = False) -> Bench:
    made = bench(folder, drafts=drafts)
    made.check()
    return made


def test_every_edit_of_texts_that_takes_the_quick_way_does_so_rightly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, quick = _built(tmp_path), []
    monkeypatch.setattr(anew, "anew", _refuse)
    for name in (name for name in EDITS if name not in OF_SITE):
        before = dict(made.files)
        if _is_quick(made, name):
            quick.append(name)
        else:
            made.lay(before)
    assert set(_QUICK) <= set(quick)


def test_an_edit_of_more_than_texts_takes_the_whole_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = bench(tmp_path)
    made.build()
    monkeypatch.setattr(anew, "anew", _refuse)
    for name, edit in OF_SITE.items():
        before, wanted = dict(made.files), dict(made.files)
        edit(wanted, 0)
        made.lay(wanted)
        with pytest.raises(_WholeBuild):
            pytest.fail(f"{name}: {made.build().written}")
        made.lay(before)
    for asked in OTHER.values():
        with pytest.raises(_WholeBuild):
            made.build(**asked)


class _WholeBuild(Exception):
    pass


def _refuse(*given: object) -> None:
    raise _WholeBuild


def _is_quick(made: Bench, name: str) -> bool:
    wanted = dict(made.files)
    EDITS[name](wanted, 0)
    made.lay(wanted)
    try:
        made.build()
    except _WholeBuild:
        return False
    made.compare()
    return True


def test_what_happens_to_the_output_and_to_the_store_is_made_good(tmp_path: Path) -> None:
    made = _built(tmp_path)
    for name in HAPPENINGS:
        _do(made, name, 0)
        _do(made, "a word", len(name))


@pytest.mark.full
def test_every_edit_one_after_the_other(tmp_path: Path) -> None:
    made = _built(tmp_path)
    for name in (*EDITS, *HAPPENINGS, *OTHER):
        _do(made, name, 1)


_steps = st.lists(
    st.tuples(
        st.sampled_from([*OF_TEXT]) | st.sampled_from([*OF_TEXT]) | st.sampled_from([*EDITS, *HAPPENINGS, *OTHER]),
        st.integers(0, 4095),
    ),
    min_size=2, max_size=6,
)  # fmt: skip


@given(_steps, st.booleans())
@settings(parent=tries(2))
def test_some_edits(steps: list[tuple[str, int]], drafts: bool) -> None:
    _sequence(steps, drafts=drafts)


@pytest.mark.full
def test_every_edit_one_after_the_other_in_a_preview(tmp_path: Path) -> None:
    made = _built(tmp_path, drafts=True)
    for name in (*EDITS, *HAPPENINGS, *OTHER):
        _do(made, name, 1)


@pytest.mark.full
@given(st.lists(_steps, min_size=2, max_size=3), st.booleans())
@settings(parent=tries(5))
def test_many_edits(steps: list[list[tuple[str, int]]], drafts: bool) -> None:
    _sequence([step for some in steps for step in some], drafts=drafts)


def _sequence(steps: list[tuple[str, int]], *, drafts: bool) -> None:
    with TemporaryDirectory() as folder:
        made = _built(Path(folder), drafts=drafts)
        for name, number in steps:
            _do(made, name, number)


@pytest.mark.full
@given(st.lists(st.tuples(text, st.integers(0, 4095)), min_size=5, max_size=15))
@settings(parent=tries(3))
def test_any_words(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        made = _built(Path(folder))
        for words, number in steps:
            before = dict(made.files)
            wanted = dict(before)
            insert(words.replace("\ud800", ""))(wanted, number)
            made.lay(wanted)
            if made.check().written is None:
                made.lay(before)
