"""Boards of tiny sites for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.readiness.former import read_former
from sitegen.readiness.ready import ready
from sitegen.readiness.values import Board, Item, PageChange, Reviewed
from tests.sites import built, story

EDITION = "content/2022-23"
FULL = {
    "kind": "case-study", "summary": "What came of it.", "school": "Oak Primary, Durham", "size": "Two-form entry",
    "disadvantage": "7% Pupil Premium", "years_engaged": "3", "phase": "Primary", "evidence": "school data",
    "people": "[{name: Ada Cole, role: maths lead}]", "hub": "Vale",
}  # fmt: skip
"""Everything that a case study is asked for, but a picture."""
HUBS = {"content/hubs.yaml": "- {id: vale, name: Vale}\n- {id: moor, name: Moor}\n"}


def full(title: str = "A story", body: str = "Text.", without: tuple[str, ...] = (), **fields: str) -> str:
    """A case study that lacks nothing but a picture, and what is taken from it."""
    kept = {key: value for key, value in {**FULL, **fields}.items() if key not in without}
    return story(title, body, kept.pop("kind"), **kept)


def board(root: Path, files: Mapping[str, str | bytes], since: Path | None = None, **options: object) -> Board:
    """The board of these files, compared with the site in `since`."""
    made = built(root, {**HUBS, **files}, **options)
    former = read_former(since, "then/", asked=True) if since else None
    return ready(made, former, strict=bool(options.get("strict")))


def reviewed(found: Board, title: str) -> Reviewed:
    """The story of this title."""
    return next(each for each in found.stories if each.entry.title == title)


def only(found: Board) -> Reviewed:
    """The only story of a board."""
    (story_,) = found.stories
    return story_


def items(found: Reviewed) -> dict[str, Item]:
    """What is open in a story, by its short words."""
    return {item.short: item for item in found.items}


def page(found: Board, address: str) -> PageChange:
    """What became of a page."""
    return next(each for each in found.changes.pages if each.address == address)
