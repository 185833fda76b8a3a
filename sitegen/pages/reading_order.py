"""The way through an edition: what comes before and after each of its pages."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.model.spanning import Site
from sitegen.model.values import Edition, Section, Story
from sitegen.pages.naming import section_class, section_mark, section_of, story_mark
from sitegen.pages.views import NeighbourView


def story_neighbours(
    site: Site, order: tuple[str, ...], names: Mapping[str, str]
) -> dict[str, tuple[NeighbourView, ...]]:
    """For each story of an edition, given in reading order, what comes before and after it: once where both are one."""
    stories = [site.stories[i] for i in order]
    around = zip([None, *stories], stories, [*stories[1:], None], strict=False)
    return {s.id: _once(_before(site, s, b, names), _after(site, s, a, names)) for b, s, a in around}


def _once(before: NeighbourView, after: NeighbourView) -> tuple[NeighbourView, ...]:
    return (before,) if before == after else (before, after)


def _before(site: Site, story: Story, other: Story | None, names: Mapping[str, str]) -> NeighbourView:
    if other is not None and other.section == story.section:
        return _story("Previous", site, other)
    section = section_of(site, other) if other else None
    return _section("Previous section", section) if section else _contents(site, story.edition, names)


def _after(site: Site, story: Story, other: Story | None, names: Mapping[str, str]) -> NeighbourView:
    if other is not None and other.section == story.section:
        return _story("Next", site, other)
    section = section_of(site, other) if other else None
    return _section("Next section", section) if section else _contents(site, story.edition, names)


def _story(label: str, site: Site, story: Story) -> NeighbourView:
    return NeighbourView(
        f"{label}, {story_mark(story)}", story.title, story.address, section_class(section_of(site, story))
    )  # fmt: skip


def _section(label: str, section: Section) -> NeighbourView:
    return NeighbourView(label, section_mark(section), section.address, section_class(section))


def _contents(site: Site, edition: str, names: Mapping[str, str]) -> NeighbourView:
    return NeighbourView("Contents", names[edition], site.editions[edition].address)


def section_neighbours(site: Site, section: Section, names: Mapping[str, str]) -> tuple[NeighbourView, ...]:
    """The sections before and after one; the contents stand before the first and after the last, once if both."""
    ids = site.editions[section.edition].sections
    at = ids.index(section.id)
    before = site.sections.get(ids[at - 1]) if at else None
    after = site.sections.get(ids[at + 1]) if at + 1 < len(ids) else None
    contents = _contents(site, section.edition, names)
    return _once(
        _section("Previous section", before) if before else contents,
        _section("Next section", after) if after else contents,
    )


def edition_neighbours(site: Site, edition: Edition, names: Mapping[str, str]) -> tuple[NeighbourView, ...]:
    """The editions just older and just newer than one."""
    ids = tuple(site.editions)
    at = ids.index(edition.id)
    beside = (("Earlier edition", ids[at + 1 : at + 2]), ("Later edition", ids[max(at - 1, 0) : at]))
    return tuple(NeighbourView(label, names[i], site.editions[i].address) for label, found in beside for i in found)
