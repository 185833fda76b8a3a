"""One page for each story."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.spanning import Site
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared


def stories(site: Site, shared: Shared) -> Iterable[Page]:
    """The page of every story, edition by edition in reading order, by the template of its kind."""
    for id_, view in shared.views.items():
        story = site.stories[id_]
        yield Page(story.address, f"{story.kind.template}.html", view, story.where, story.kind.template_where)
