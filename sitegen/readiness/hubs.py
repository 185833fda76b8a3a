"""The board by hub: what each hub lead has to chase."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.readiness.gathering import open_items
from sitegen.readiness.values import EDITOR, Board, Item, Reviewed

NO_HUB = "No hub is named"


@dataclass(frozen=True, slots=True)
class Chased:
    """A story of a hub: what is asked of hub, school or owner, and how many items are the editor's."""

    story: Reviewed
    items: tuple[Item, ...]
    editors: int


@dataclass(frozen=True, slots=True)
class HubBoard:
    """A hub with all its stories, those that are open first. `id` is empty for stories without a hub."""

    id: str
    name: str
    stories: tuple[Chased, ...]

    @property
    def ready(self) -> int:
        """How many of its stories are ready."""
        return sum(chased.story.ready for chased in self.stories)


def by_hub(board: Board) -> tuple[HubBoard, ...]:
    """Every hub that a story names, from A to Z; then the stories that name none."""
    names: dict[str, str] = {}
    found: dict[str, list[Chased]] = {}
    for story in (s for s in board.stories if s.counts):
        for id_, name in (story.hubs or {"": NO_HUB}).items():
            names.setdefault(id_, name)
            found.setdefault(id_, []).append(_chased(story))
    order = sorted(found, key=lambda id_: (not id_, names[id_].casefold()))
    return tuple(HubBoard(i, names[i], tuple(sorted(found[i], key=lambda c: c.story.ready))) for i in order)


def _chased(story: Reviewed) -> Chased:
    every = open_items(story)
    asked = tuple(item for item in every if item.who.role != EDITOR)
    return Chased(story, asked, len(every) - len(asked))
