"""Every story stands on the board, where it belongs, whatever is wrong with it."""

from __future__ import annotations

import pytest

from sitegen.readiness.hubs import NO_HUB, by_hub
from tests.readiness.boards import EDITION, board, full, only
from tests.sites import FRAME, story

ONE = f"{EDITION}/one.md"


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, "Published"),
        ({"draft": "yes"}, "Draft"),
        ({"publish_on": "1 March 2024"}, "From 1 March 2024"),
        ({"expires_on": "1 January 2024"}, "Expired"),
        ({"withdrawn": "yes"}, "Withdrawn"),
        ({"consent": "C-1"}, "Left out: no consent"),
    ],
)
def test_a_story_says_how_it_stands(tmp_path, fields, state):
    assert only(board(tmp_path, {ONE: full(**fields)})).state == state


def test_a_story_of_an_edition_that_waits_says_from_when(tmp_path):
    index = f"{EDITION}/index.md"
    files = {index: FRAME[index].replace("---\nkind", "---\npublish_on: 1 March 2024\nkind"), ONE: full()}
    assert only(board(tmp_path, files)).state == "From 1 March 2024, as its section or edition is"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Notes from a visit\n\nNo fields.\n", "Notes from a visit"),
        ("---\nkind: case-studdy\ntitle: Ten minutes of talk\n---\n", "Ten minutes of talk"),
        ("---\ntitle: \"Ten minutes\n---\n", "Ten minutes"),
        ("", "one.md"),
    ],
)
def test_a_story_that_cannot_be_understood_is_there_by_name(tmp_path, text, title):
    found = board(tmp_path, {ONE: text})
    assert (only(found).entry.title, only(found).state, only(found).mark) == (title, "Left out: errors", "stops")
    assert not found.can_go_out


def test_stories_of_an_edition_that_cannot_be_understood_are_there(tmp_path):
    files = {f"{EDITION}/index.md": "No fields.\n", ONE: full()}
    (edition,) = board(tmp_path, files).editions
    assert edition.own.mark == "stops"
    assert [each.entry.path for each in edition.stories] == [ONE]


def test_a_withdrawn_story_is_called_by_its_file(tmp_path):
    assert only(board(tmp_path, {ONE: full("Ada Cole speaks", withdrawn="yes")})).entry.title == "2022-23/one.md"


def test_editions_sections_and_stories_stand_in_reading_order(tmp_path):
    def edition(year: str) -> str:
        return f"---\nkind: edition\ntitle: Year {year}\nacademic_year: {year}\n---\n"

    def section(title: str) -> str:
        return f"---\nkind: section\ntitle: {title}\n---\n"

    files = {
        "content/2023-24/index.md": edition("2023/24"), "content/2021-22/index.md": edition("2021/22"),
        f"{EDITION}/02-b/index.md": section("B"), f"{EDITION}/01-a/index.md": section("A"),
        f"{EDITION}/01-a/02-two.md": story("Two"), f"{EDITION}/01-a/10-ten.md": story("Ten"),
        f"{EDITION}/01-a/03-three.md": "Nothing", f"{EDITION}/02-b/01-z.md": story("Z"), f"{EDITION}/x.md": story("X"),
        "content/loose.md": story("Loose"),
    }  # fmt: skip
    found = board(tmp_path, files)
    titles = ["Year 2023/24", "Annual report", "Year 2021/22", "Belongs to no edition"]
    assert [edition.title for edition in found.editions] == titles
    groups = found.editions[1].groups
    assert [(g.title, [s.entry.title for s in g.stories]) for g in groups] == [
        ("A", ["Two", "Ten", "03-three.md"]), ("B", ["Z"]), ("In no section", ["X"]),
    ]  # fmt: skip


def test_what_is_wrong_with_settings_and_lists_stands_elsewhere(tmp_path):
    found = board(tmp_path, {"content/site.yaml": "title: T\norganisation: O\nlanguag: en\n", ONE: full()})
    ((file, (item,)),) = found.elsewhere
    assert (file, item.short, found.errors) == ("content/site.yaml", "unknown fact", 1)


def test_a_site_without_a_story_has_a_board(tmp_path):
    found = board(tmp_path, {})
    assert (found.stories, found.can_go_out) == ((), True)


def test_a_warning_stops_the_release_only_where_it_is_asked_to(tmp_path):
    files = {ONE: full(body="> Words.")}
    assert board(tmp_path / "a", files).can_go_out
    assert not board(tmp_path / "b", files, strict=True).can_go_out


class TestByHub:
    def test_each_hub_has_its_stories_and_those_without_come_last(self, tmp_path):
        files = {
            f"{EDITION}/a.md": full("A", hub="[Vale, Moor]"), f"{EDITION}/b.md": full("B", without=("size",)),
            f"{EDITION}/c.md": full("C", without=("hub",)), f"{EDITION}/d.md": full("D", withdrawn="yes"),
        }  # fmt: skip
        hubs = by_hub(board(tmp_path, files))
        assert [(h.name, h.ready, [c.story.entry.title for c in h.stories]) for h in hubs] == [
            ("Moor", 1, ["A"]), ("Vale", 1, ["B", "A"]), (NO_HUB, 0, ["C"]),
        ]  # fmt: skip

    def test_a_hub_chases_what_hub_and_school_know_and_is_told_of_the_editor_s_part(self, tmp_path):
        (hub,) = by_hub(board(tmp_path, {ONE: full(without=("size", "summary"))}))
        (chased,) = hub.stories
        assert ([item.short for item in chased.items], chased.editors) == (["size"], 1)

    def test_the_hub_of_one_of_several_schools_counts(self, tmp_path):
        schools = "[{name: Oak, hub: Vale}, {name: Elm, hub: Moor}]"
        hubs = by_hub(board(tmp_path, {ONE: full(without=("school", "hub"), schools=schools)}))
        assert [hub.name for hub in hubs] == ["Moor", "Vale"]
