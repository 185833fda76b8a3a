"""What stories hold that pages across the site show: numbers and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.model.spanning import QuoteRecord, StatRecord
from sitegen.model.values import Edition, Section, Story, Text

Place = tuple[str, str, str, Text, str]
"""Where something stands: the address of its page, its edition, the page's title, its text, its story or nothing."""


def places(
    editions: Mapping[str, Edition], sections: Mapping[str, Section], stories: Mapping[str, Story]
) -> list[Place]:
    """Every page with a text, edition by edition: its own first, then its sections', then its stories'."""
    found: dict[str, list[Place]] = {e.id: [(e.address, e.id, e.name, e.text, "")] for e in editions.values()}
    for section in sections.values():
        found[section.edition].append((section.address, section.edition, section.title, section.text, ""))
    for story in stories.values():
        found[story.edition].append((story.address, story.edition, story.title, story.text, story.id))
    return [place for members in found.values() for place in members]


def stats(within: Iterable[Place]) -> tuple[StatRecord, ...]:
    """Every headline number, in the order of the pages."""
    return tuple(StatRecord(stat, *place) for place in within for stat in place[3].body.stats)


def quotes(within: Iterable[Place]) -> tuple[QuoteRecord, ...]:
    """Every quote, in the order of the pages."""
    return tuple(QuoteRecord(quote, *place) for place in within for quote in place[3].body.quotes)
