"""Share cards as files of a site: each once, remembered, the same whether remembered or not."""

from __future__ import annotations

import pytest

from sitegen.memo import Memo
from sitegen.reading.values import Part
from sitegen.rendering.cards import draw, files
from sitegen.rendering.cards.files import draw_all
from tests.rendering.cards.test_draw import CARDS, STORY
from tests.sites import built, story


def bytes_of(content: bytes | Part) -> bytes:
    if isinstance(content, bytes):
        return content
    return content.location.read_bytes()[content.start : content.start + content.size]


def test_what_was_drawn_is_not_drawn_again(tmp_path, monkeypatch):
    memo = Memo(tmp_path / "memo")
    first = draw_all(CARDS.values(), {}, memo.keep)
    monkeypatch.setattr(draw, "draw", lambda *_: pytest.fail("drawn again"))
    again = draw_all(CARDS.values(), {}, memo.keep)
    assert [bytes_of(c) for c in first.values()] == [bytes_of(c) for c in again.values()]
    assert all(isinstance(c, Part) for c in again.values())


def test_they_are_the_same_by_one_process_and_by_several(tmp_path):
    from dataclasses import replace

    many = [replace(STORY, title=f"Story {n}", figures=()) for n in range(100)]
    alone, together = draw_all(many, {}, jobs=1), draw_all(many, {}, jobs=2)
    assert alone == together


def test_each_card_is_a_file_of_the_site_and_the_picture_of_its_link(tmp_path):
    made = built(tmp_path, {"content/2022-23/a.md": story()}, base_url="https://e.org/")
    (card,) = [a for a in made.outputs if a.startswith("assets/card.")]
    assert f'<meta property="og:image" content="https://e.org/{card}">' in made.outputs["2022-23/index.html"].decode()


def test_a_site_that_wants_none_has_none(tmp_path):
    settings = "title: T\norganisation: O\nshare_cards: none\n"
    made = built(tmp_path, {"content/2022-23/a.md": story(), "content/site.yaml": settings})
    assert not any(a.startswith("assets/card.") for a in made.outputs)


def test_the_recipe_of_a_card_says_what_draws_it():
    assert any("def draw_network" in part for part in files._made_by())
