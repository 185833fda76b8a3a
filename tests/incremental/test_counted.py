"""What a build by the shortest way does not do, by counting what it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen import parsing
from sitegen.incremental import texts
from sitegen.rendering import render
from sitegen.writing import shadow
from tests.incremental.bench import Bench, bench
from tests.incremental.edits import EDITS, swap
from tests.incremental.small_site import NEWS, OAK, QUESTIONS


@pytest.fixture
def done(tmp_path: Path) -> Bench:
    made = bench(tmp_path)
    made.build()
    return made


class _Count:
    """Has every call of a function noted, by what `named` says of what it is given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.calls: list[tuple[str, str]] = []

    def of(self, module: Any, name: str, named: Callable[..., str]) -> None:
        real = getattr(module, name)

        def counted(*given: Any, **more: Any) -> Any:
            self.calls.append((name, named(*given)))
            return real(*given, **more)

        self._patch.setattr(module, name, counted)


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> _Count:
    count = _Count(monkeypatch)
    count.of(parsing, "convert", lambda *given: "")
    for module in (texts, render):
        count.of(module, "render", lambda page, *given: page.address)
    count.of(texts, "whole", lambda environment, view: view.head.address)
    count.of(shadow, "write_new", lambda path, content: path.name)
    return count


def test_where_nothing_has_changed_nothing_is_done(done: Bench, count: _Count) -> None:
    result = done.build()
    assert result.written is not None
    assert [*result.written.new, *result.written.changed, *result.written.removed] == []
    assert count.calls == []


def test_a_file_written_again_with_the_same_bytes_has_not_changed(done: Bench, count: _Count) -> None:
    done.files.pop(OAK)
    done.lay({**done.files, OAK: (done.options.site / OAK).read_bytes()})
    assert done.build().whole is None
    assert count.calls == []


def test_of_a_story_with_other_words_its_page_and_its_piece_are_made_and_no_other(done: Bench, count: _Count) -> None:
    files = dict(done.files)
    EDITS["a note's words"](files, 0)
    done.lay(files)
    result = done.build()
    made = [call for call in count.calls if call[0] != "write_new"]
    address = "2022-23/primary/oak/index.html"
    assert made == [("convert", ""), ("render", address), ("whole", address)]
    assert result.written is not None
    changed = set(result.written.changed)
    assert {"2022-23/print/index.html", address, "2022-23/primary/oak/passages.js"} <= changed
    assert {"2022-23/primary/print/index.html", "2022-23/primary/oak/print/index.html"} <= changed
    assert all(path.startswith(("search/", "hubs/")) for path in changed if not path.startswith("2022-23/"))
    assert len(changed) <= 11
    count.calls.clear()
    assert done.build().whole is None
    assert count.calls == [], "the build after it knows everything again"


def test_two_stories_on_one_print_page_are_made_once_each(done: Bench, count: _Count) -> None:
    files = dict(done.files)
    swap(NEWS, "Elm Hub opens", "Elm Hub opened")(files, 0)
    swap(QUESTIONS, "Nobody knows", "Everybody knows")(files, 0)
    done.lay(files)
    assert done.build().whole is None
    assert sorted(call for call in count.calls if call[0] in ("convert", "whole")) == [
        ("convert", ""), ("convert", ""),
        ("whole", "spring/news/index.html"), ("whole", "spring/questions/index.html"),
    ]  # fmt: skip
    done.compare()


def test_a_build_that_writes_nothing_is_never_the_quick_one(done: Bench) -> None:
    files = dict(done.files)
    EDITS["an answer"](files, 0)
    done.lay(files)
    before = (done.options.output / "spring/questions/index.html").read_bytes()
    assert done.build(write=False).written is None
    assert (done.options.output / "spring/questions/index.html").read_bytes() == before


@pytest.mark.parametrize("asked", ["fresh", "deep"])
def test_whoever_asks_for_everything_gets_it(done: Bench, asked: str) -> None:
    assert done.build(**{asked: True}).whole is not None
