"""Changes of texts that other pages, other stories or later commands depend on in ways that are easily forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.incremental import texts
from sitegen.incremental.build import build
from sitegen.writing.published import last_published
from tests.incremental.bench import Bench, bench
from tests.incremental.edits import EDITS
from tests.incremental.small_site import DRAFT, ELM, NEWS, OAK, QUESTIONS, TALK


@pytest.fixture
def made(tmp_path: Path) -> Bench:
    made = bench(tmp_path)
    made.check()
    return made


def _change(made: Bench, path: str, old: str, new: str) -> None:
    assert old.encode() in made.files[path]
    made.lay({**made.files, path: made.files[path].replace(old.encode(), new.encode())})


def test_the_texts_that_the_site_was_made_from_are_kept_as_by_a_whole_build(made: Bench) -> None:
    _change(made, QUESTIONS, "Soon.", "Never.")
    assert made.check().whole is None
    kept = last_published(made.options.output)
    assert "Never." in kept[QUESTIONS]
    assert kept == last_published(made.cold)


def test_an_acronym_that_one_story_is_allowed_is_told_of_another_once_that_explains_it(made: Bench) -> None:
    allowed = "themes: [Talk]\noverrides: [{problem: unknown-acronym, reason: Known here}]"
    _change(made, TALK, "themes: [Talk]", allowed)
    _change(made, TALK, "the Rapid Reckoning Group (RRG)", "the RRG")
    _change(made, NEWS, "with CPD", "with CPD and the RRG")
    assert made.check().problems == ()
    _change(made, TALK, "of the RRG there", "of the Rapid Reckoning Group (RRG) there")
    assert [problem.where.file for problem in made.check().problems] == [NEWS]


def test_a_text_may_grow_into_more_files_and_shrink_again(made: Bench) -> None:
    more = " ".join(f"word{number}" for number in range(9_000))
    _change(made, QUESTIONS, "Soon.", f"Soon. {more}")
    result = made.check()
    assert result.whole is None
    assert result.written is not None
    assert "spring/questions/passages-2.js" in result.written.new
    _change(made, QUESTIONS, f"Soon. {more}", "Soon.")
    result = made.check()
    assert result.written is not None
    assert "spring/questions/passages-2.js" in result.written.removed


def test_one_of_two_stories_of_one_title_keeps_what_tells_it_from_the_other(made: Bench) -> None:
    _change(made, OAK, "title: Oak Tree counts", "title: Elm adds")
    made.check()
    _change(made, ELM, "He has taught", "He had taught")
    assert made.check().whole is None


def test_a_preview_is_built_again_by_itself_and_leaves_the_site_alone(made: Bench, tmp_path: Path) -> None:
    before = made.build().written
    preview = bench(tmp_path / "preview")
    preview.check(drafts=True)
    files = dict(preview.files)
    EDITS["a draft's words"](files, 0)
    preview.lay(files)
    result = preview.check(drafts=True)
    assert result.whole is None
    assert result.written is not None
    assert "spring/draft/index.html" in result.written.changed
    assert made.build().written == before


def test_a_file_that_goes_while_it_is_looked_at_takes_a_whole_build(
    made: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    _change(made, QUESTIONS, "Soon.", "Never.")
    with monkeypatch.context() as patch:
        patch.setattr(texts, "read_file", _gone)
        assert made.build().whole is not None
    made.compare()


def _gone(*given: object) -> None:
    raise FileNotFoundError


def test_an_address_that_is_listed_is_missed_by_the_next_build_and_kept_by_a_later_one(made: Bench) -> None:
    made.lay({**made.files, "content/addresses.txt": b"spring/questions\n"})
    assert made.check().problems == ()
    made.lay({**made.files, "content/addresses.txt": b"spring/questions\nschools/lost\n"})
    assert [problem.code for problem in made.check().problems] == ["emptied-address"]
    _change(made, QUESTIONS, "Soon.", "Never.")
    result = made.check()
    assert result.whole is None
    assert [problem.code for problem in result.problems] == ["emptied-address"]


def test_what_was_lost_since_a_former_release_is_told_only_to_whoever_asks(made: Bench, tmp_path: Path) -> None:
    former = tmp_path / "former.txt"
    former.write_text("schools/lost\n", "utf-8")
    asked = replace(made.options, against=former)
    for _ in range(2):
        assert [p.code for p in build(asked, lambda _: None).problems] == ["emptied-address"]
    former.write_text("spring/questions\n", "utf-8")
    assert build(asked, lambda _: None).problems == ()
    assert made.check().problems == ()


def test_a_draft_whose_picture_lacks_its_words_is_built_again_by_itself(tmp_path: Path) -> None:
    preview = bench(tmp_path / "preview")
    body = preview.files[DRAFT] + b"\n\n![](/2022-23/01-primary/hall.jpg){shows='no people'}\n\nWords below.\n"
    preview.lay({**preview.files, DRAFT: body})
    assert [problem.code for problem in preview.check(drafts=True).problems] == ["no-alt-text-yet"]
    _change(preview, DRAFT, "Words below.", "Other words below.")
    result = preview.check(drafts=True)
    assert result.whole is None
    assert [problem.code for problem in result.problems] == ["no-alt-text-yet"]
    _change(preview, DRAFT, "![]", "![A hall]")
    assert preview.check(drafts=True).problems == ()
