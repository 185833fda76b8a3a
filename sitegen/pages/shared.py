"""What several builders need, made once for each site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sitegen.model.spanning import Site
from sitegen.pages.basis import Basis, basis
from sitegen.pages.story_views import story_views
from sitegen.pages.views import StoryPage


@dataclass(frozen=True, slots=True)
class Shared(Basis):
    """The look-ups of a site, and what the page of each story shows by its id, in reading order."""

    views: Mapping[str, StoryPage]


def share(site: Site) -> Shared:
    """What the builders of a site share."""
    made = basis(site)
    known = {field.name: getattr(made, field.name) for field in fields(made)}
    return Shared(**known, views=story_views(site, made))
