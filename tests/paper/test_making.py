"""The page for paper alone: the same as in a build of the whole site, and nothing beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.options import Options
from sitegen.paper.making import on_paper
from sitegen.pipeline import build
from sitegen.rendering.values import Rendered
from sitegen.writing.errors import EnvironmentProblem
from tests.sites import ROOT, TODAY, folder, story

FILES = {
    "content/hubs.yaml": "- {id: north, name: North}\n",
    "content/2022-23/01-early/index.md": "---\nkind: section\ntitle: Early years\n---\nAbout.\n",
    "content/2022-23/01-early/01-oak.md": story("Oak", "See [Elm](02-elm.md).", kind="case-study", hub="North"),
    "content/2022-23/01-early/02-elm.md": story("Elm", "Text.", kind="case-study", hub="North"),
}


@pytest.fixture
def asked(tmp_path: Path) -> Options:
    site = folder(tmp_path, FILES)
    return Options(site, site / "output", ROOT / "templates", TODAY, write=False, medium="print")


@pytest.mark.parametrize("named", ["2022-23", "2022-23/early", "hubs/north", "2022-23/early/oak"])
def test_a_page_is_the_same_as_where_the_whole_site_is_made(asked: Options, named: str) -> None:
    made, meant = on_paper(named, asked)
    assert meant is not None

    def said(page: object) -> str:  # without what tells two pages of a site apart, and what machines are told
        assert isinstance(page, bytes)
        return page.decode().partition("<body")[2]

    assert said(made.outputs[meant.address]) == said(build(asked).outputs[meant.address])


def test_no_other_page_is_made_and_no_share_card_is_drawn(asked: Options) -> None:
    made, meant = on_paper("2022-23/early/oak", replace(asked, base_url="https://example.org/"))
    assert meant is not None
    assert [a for a in made.outputs if a.endswith((".html", ".png", ".json", ".csv"))] == [meant.address]
    assert made.rendered is not None
    assert all(isinstance(page, Rendered) for page in made.rendered.pages)


def test_an_error_in_any_story_is_told_and_hides_nothing(asked: Options) -> None:
    folder(asked.site, {"content/2022-23/01-early/03-ash.md": story("Ash", kind="case-study", hub="Nowhere")})
    made, meant = on_paper("2022-23/early/oak", asked)
    assert meant is None
    assert [problem.code for problem in made.problems] == ["unknown-hub"]


def test_with_strict_a_warning_anywhere_stops_it(asked: Options) -> None:
    body = "::: chart To come\nstatus: pending\n:::"
    folder(asked.site, {"content/2022-23/01-early/03-ash.md": story("Ash", body, kind="case-study", hub="North")})
    assert on_paper("2022-23/early/oak", asked)[1] is not None
    assert on_paper("2022-23/early/oak", replace(asked, strict=True))[1] is None


def test_what_is_not_there_is_told_in_a_line(asked: Options) -> None:
    with pytest.raises(EnvironmentProblem, match='Did you mean "2022-23/early/oak"'):
        on_paper("2022-23/early/oka", asked)
