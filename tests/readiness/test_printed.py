"""The page of the board, held to its view; and the board in a terminal."""

from __future__ import annotations

import datetime
import re
from dataclasses import fields

import pytest
from jinja2 import nodes

from sitegen.problems.excerpt import columns
from sitegen.readiness import views
from sitegen.readiness.printed import board_html
from sitegen.readiness.terminal import board_text
from sitegen.readiness.values import Board
from tests.readiness.boards import EDITION, board, full
from tests.rendering.samples import shipped
from tests.sites import built

TODAY = datetime.date(2024, 1, 15)
VIEWS = [view for view in vars(views).values() if isinstance(view, type) and view.__module__ == views.__name__]
FILES = {
    f"{EDITION}/01-a.md": full("Ada <b>&</b> others", "Now & then.", without=("size",)),
    f"{EDITION}/02-b.md": full("Broken", hub="Vael"),
    f"{EDITION}/03-c.md": full("A draft", draft="yes"),
    f"{EDITION}/04-d.md": full("Zzqqname speaks", "Zzqqwords.", withdrawn="yes"),
}


def html(found: Board) -> str:
    return board_html(found, TODAY, shipped())


def text(found: Board) -> str:
    return board_text(found, TODAY, colour=False)


TEMPLATES = ("ready/board.html", "ready/parts.html")


def template(name: str) -> nodes.Template:
    environment = shipped().environment
    return environment.parse(environment.loader.get_source(environment, name)[0])  # type: ignore[union-attr]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_field_that_the_template_names_is_a_field_of_a_view(name):
    words = {f.name for view in VIEWS for f in fields(view)} | {"text", "changed", "first", "last", "index"}
    named = list(template(name).find_all(nodes.Getattr))
    assert named
    assert {node.attr for node in named} <= words
    of_page = {node.attr for node in named if isinstance(node.node, nodes.Name) and node.node.name == "page"}
    assert of_page <= {f.name for f in fields(views.BoardPage)}


def test_every_field_of_every_view_is_shown():
    named = {node.attr for name in TEMPLATES for node in template(name).find_all(nodes.Getattr)}
    unused = {f"{view.__name__}.{f.name}" for view in VIEWS for f in fields(view) if f.name not in named}
    assert unused == set()


def test_the_page_asks_for_no_other_file_and_has_no_script(tmp_path):
    page = html(board(tmp_path, FILES))
    assert not re.search(r"<(?:script|link|img|iframe|input|form)\b", page)
    assert {url.partition(",")[0] for url in re.findall(r"url\(\"?([^)]*)", page)} == {"data:font/woff2;base64"}
    assert page.count("data:font/woff2") == 2


def test_what_authors_write_is_text_on_it(tmp_path):
    page = html(board(tmp_path, FILES))
    assert "Ada &lt;b&gt;&amp;&lt;/b&gt; others" in page
    assert "Ada <b>" not in page


def test_it_says_first_whether_the_release_can_go_out(tmp_path):
    found = board(tmp_path, FILES)
    for said in (html(found), text(found)):
        assert "The release cannot go out yet: 1 error in 1 file stops it." in said
        assert "0 of 3 stories are ready, 2 stories have open points and 1 story has errors." in said


def test_a_withdrawn_story_is_on_it_by_its_file_alone(tmp_path):
    built(tmp_path / "then", {**FILES, f"{EDITION}/04-d.md": full("Zzqqname speaks", "Zzqqwords.")}, write=False)
    found = board(tmp_path, FILES)
    for said in (html(found), text(found)):
        assert "2022-23/04-d.md" in said
        assert "Zzqq" not in said


def test_every_place_that_a_link_leads_to_is_there_once(tmp_path):
    page = html(board(tmp_path, FILES))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_a_first_release_has_nothing_to_sign(tmp_path):
    page = html(board(tmp_path, FILES))
    assert "This is the first release" in page
    assert 'id="sign"' not in page


def test_what_has_changed_is_listed_to_be_signed(tmp_path):
    built(tmp_path / "then", {f"{EDITION}/01-a.md": full("One", "Before.")}, write=True)
    page = html(board(tmp_path / "now", {f"{EDITION}/01-a.md": full("One", "After.")}, tmp_path / "then/output"))
    assert "<del>Before.</del>" in page
    assert "<ins>After.</ins>" in page
    assert '<span class="s-w">One (story)</span>' in page


class TestInATerminal:
    def test_no_line_is_wider_than_a_hundred_columns(self, tmp_path):
        wide = {f"{EDITION}/01-a.md": full("界" * 80, without=("size", "people", "evidence", "phase", "disadvantage")),
                f"{EDITION}/02-b.md": full("Long " * 40, body="> Words.\n\n> More.", hub="Vael")}  # fmt: skip
        lines = text(board(tmp_path, wide)).splitlines()
        assert max(map(columns, lines)) <= 100

    def test_each_story_has_a_line_with_what_is_open_in_short(self, tmp_path):
        lines = [" ".join(line.split()) for line in text(board(tmp_path, FILES)).splitlines()]
        assert "open Ada <b>&</b> others size" in lines
        assert "STOPS Broken unknown hub (line 12)" in lines
        assert "open A draft Draft; still a draft" in lines
        assert "- 2022-23/04-d.md Withdrawn" in lines

    def test_nothing_in_a_title_moves_the_cursor(self, tmp_path):
        files = {f"{EDITION}/a.md": full('"A \\e[2J title"'), f"{EDITION}/b.md": "title: B \x1b[2J\u202e title"}
        found = board_text(board(tmp_path, files), TODAY, colour=True)
        assert "\x1b[2J" not in found
        assert "\u202e" not in found
        assert "\x1b[1;31mSTOPS\x1b[0m" in found


def test_a_board_without_a_story_says_so(tmp_path):
    found = board(tmp_path, {})
    assert "There is no story yet." in text(found)
    assert "There is no story yet." in html(found)


