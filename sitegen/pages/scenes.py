"""What the facts of a story are looked at in: the medians and the hubs' stories of its own edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model.spanning import Hub, Site
from sitegen.model.values import Story
from sitegen.pages.medians import Medians, medians_by_edition


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What whole editions say: medians by edition, the number of an edition's stories by (edition, hub)."""

    medians: Mapping[str, Medians]
    hub_counts: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Scene:
    """A story with its edition's medians by measure, the hubs, and the number of its hubs' stories by hub.

    `span` is what "this year" is called in the story's edition.
    """

    story: Story
    medians: Medians
    hubs: Mapping[str, Hub]
    hub_counts: Mapping[str, int]
    span: str


def backdrop(site: Site) -> Backdrop:
    """What the editions of a site say, made once."""
    counts = Counter((s.edition, hub) for s in site.stories.values() for hub in s.hubs)
    return Backdrop(medians_by_edition(site.stories.values()), counts)


def scene(site: Site, behind: Backdrop, story: Story) -> Scene:
    """What the facts of a story are looked at in."""
    edition = site.editions[story.edition]
    counts = {hub: behind.hub_counts.get((story.edition, hub), 0) for hub in story.hubs}
    span = "this year" if edition.academic_year else "in this edition"
    return Scene(story, behind.medians.get(story.edition, {}), site.hubs, counts, span)
