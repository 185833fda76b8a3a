"""Where the stories of a print page begin and end, and which terms each of them explains."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from sitegen.pages.views import StoryPage
from sitegen.pipeline import Build, build
from sitegen.rendering import pieces
from sitegen.rendering.marks import Sheet, piece_marks, term_mark
from sitegen.rendering.pieces import raised, whole
from sitegen.rendering.render import anchors
from sitegen.rendering.theme import load_theme
from tests.incremental.bench import bench
from tests.sites import ROOT


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(bench(tmp_path_factory.mktemp("pieces")).options)


def test_a_piece_is_the_story_and_can_be_made_again(made: Build) -> None:
    theme = load_theme((ROOT / "templates",)).value
    views = {page.address: page.view for page in made.planned if not hasattr(page, "content")}
    assert made.rendered is not None
    prints = [page for page in made.rendered.pages if page.pieces]
    assert {page.address for page in prints} >= {
        "2022-23/print/index.html", "spring/print/index.html", "2022-23/primary/print/index.html",
        "2022-23/primary/oak/print/index.html",
    }  # fmt: skip
    for page in prints:
        sheet = Sheet(page.address, made.rendered.pictures, anchors(views[page.address]))
        for piece in page.pieces:
            view = views[piece.name]
            assert isinstance(view, StoryPage)
            again = sheet.settle(raised(whole(theme.environment, view), piece.level), piece.known)
            assert page.html[piece.start : piece.end] == again.html.encode(), piece.name
            assert again.terms - piece.known == piece.explained
            assert page.html[piece.start : piece.end].strip().startswith(b"<article")
            assert page.html[piece.start : piece.end].strip().endswith(b"</article>")


def test_a_term_is_explained_by_the_first_piece_that_has_it(made: Build) -> None:
    assert made.rendered is not None
    page = next(page for page in made.rendered.pages if page.address == "2022-23/print/index.html")
    explained = {piece.name.split("/")[2]: piece.explained for piece in page.pieces}
    assert {term for terms in explained.values() for term in terms} <= {"CPD", "EAL"}
    assert sum("EAL" in terms for terms in explained.values()) <= 1
    for before, piece in zip(page.pieces, page.pieces[1:], strict=False):
        assert before.known | before.explained == piece.known


def test_pieces_are_counted_in_bytes_between_what_stands_around_them(tmp_path: Path) -> None:
    term = term_mark("PP", "PP", "Pupil premium: money.", "term-pp")
    marked = f"<p>é</p>{piece_marks('a', f'<b>ü{term}</b>')}<hr>{piece_marks('b', f'{term}数')}ö{term}"
    settled = Sheet("print/index.html", {}, {}).settle(marked)
    html = settled.html.encode()
    first, second = settled.pieces
    assert html[first.start : first.end].startswith("<b>ü<abbr".encode())
    assert html[first.end : second.start] == b"<hr>"
    assert html[second.start : second.end] == "PP数".encode()
    assert (first.known, first.explained, second.known, second.explained) == (set(), {"PP"}, {"PP"}, set())


def test_a_story_is_raised_with_all_its_headings_and_nothing_else() -> None:
    html = '<h3 class="a">T</h3><h4>B</h4><hr><p>h3, &lt;h3&gt;</p><h5 id="h4">C</h5>'
    assert raised(html, 3) == html
    assert raised(html, 1) == '<h1 class="a">T</h1><h2>B</h2><hr><p>h3, &lt;h3&gt;</p><h3 id="h4">C</h3>'


def test_a_story_is_made_once_for_all_pages_that_it_stands_whole_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    real = pieces.whole

    def counted(environment: Environment, story: StoryPage) -> Markup:
        made.append(story.head.address)
        return real(environment, story)

    monkeypatch.setattr(pieces, "whole", counted)
    built = build(bench(tmp_path).options)
    assert built.rendered is not None
    stories = {page.name for each in built.rendered.pages for page in each.pieces}
    assert sorted(made) == sorted(stories)
    assert sum(len(page.pieces) for page in built.rendered.pages) > 2 * len(stories)
