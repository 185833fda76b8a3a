"""A whole build by a process that has made one before, as `serve` does: by counting what it does not do again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen import parsing, understood
from sitegen.checking import lint
from sitegen.incremental import anew, differing
from sitegen.incremental.build import build
from sitegen.rendering import pieces, render, theme
from sitegen.writing import few, write
from tests.incremental.bench import Bench, bench
from tests.incremental.edits import EDITS
from tests.incremental.small_site import DRAFT

TITLE = EDITS["a title"]


@pytest.fixture
def done(tmp_path: Path) -> Bench:
    made = bench(tmp_path, drafts=True)
    made.check()
    return made


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the functions that are called from here on, as often as they are."""
    found: list[str] = []

    def count(module: Any, name: str) -> None:
        real: Callable[..., Any] = getattr(module, name)

        def counted(*given: Any, **more: Any) -> Any:
            found.append(name)
            return real(*given, **more)

        monkeypatch.setattr(module, name, counted)

    for module, name in (
        (parsing, "convert"), (understood, "load_registers"), (understood, "load_kinds"), (theme, "publish_assets"),
        (lint, "told_of_file"), (pieces, "whole"), (render, "draw_all"), (few, "replace_file"),
        (write, "bring_up_to_date"), (anew, "written_few"),
    ):  # fmt: skip
        count(module, name)
    return found


def _build(made: Bench, edit: Callable[[dict[str, bytes], int], None]) -> set[str]:
    """The files that a build after an edit writes, by one that has built before."""
    wanted = dict(made.files)
    edit(wanted, 0)
    made.lay(wanted)
    result = build(made.options, lambda told: None, made.before)
    assert result.whole is not None
    assert result.written is not None
    made.before = result.whole
    return {*result.written.new, *result.written.changed}


def test_of_a_fact_that_changes_one_story_is_understood_and_few_pages_are_written(
    done: Bench, calls: list[str]
) -> None:
    written = _build(done, TITLE)
    assert calls.count("convert") == 2  # the quick way has looked at it first
    assert {"load_registers", "load_kinds", "publish_assets", "bring_up_to_date"}.isdisjoint(calls)
    assert calls.count("told_of_file") <= 2
    assert calls.count("whole") <= 2
    assert "2022-23/primary/oak/index.html" in written
    done.compare()


def test_what_holds_for_all_stories_is_read_again_when_its_files_change(done: Bench, calls: list[str]) -> None:
    _build(done, lambda files, _: files.update({"content/hubs.yaml": files["content/hubs.yaml"] + b"\n# More.\n"}))
    assert {"load_registers", "load_kinds"} <= set(calls)
    assert "convert" not in calls
    done.compare()


def test_cards_that_were_cleared_away_are_drawn_again(done: Bench) -> None:
    for path in (done.options.site / ".sitegen/pictures").glob("*"):
        path.unlink()
    _build(done, TITLE)
    done.compare()


def test_a_page_that_goes_is_left_to_a_writing_of_everything(done: Bench, calls: list[str]) -> None:
    _build(done, lambda files, _: files.pop(DRAFT) and None)
    assert calls.count("written_few") == 1
    assert "bring_up_to_date" in calls
    assert not (done.options.output / "spring/draft").exists()
    done.compare()


def test_what_another_build_has_written_meanwhile_is_seen(done: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    real = differing.write_few

    def meanwhile(*given: Any, **more: Any) -> Any:
        listing = done.options.output / ".sitegen-output.json"
        listing.write_bytes(listing.read_bytes() + b" ")
        return real(*given, **more)

    monkeypatch.setattr(differing, "write_few", meanwhile)
    _build(done, TITLE)
    done.compare()


@pytest.mark.parametrize("first", ["a title", "a school", "own macro", "a kind of the site", "the site's title"])
def test_edits_of_many_sorts_come_to_the_same_in_a_preview(done: Bench, first: str) -> None:
    for name in (first, "a hub", "a chart's file", "a picture gone", "a story gone"):
        wanted = dict(done.files)
        EDITS[name](wanted, 0)
        done.lay(wanted)
        done.check()
