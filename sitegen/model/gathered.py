"""What stories hold that pages across the site show: numbers and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.model.spanning import QuoteRecord, StatRecord
from sitegen.model.values import Edition, Section, Story, Text

Page = tuple[str, str, str, Text, str]
"""A page with a text: its address, its edition, its title, the text, and its story or nothing."""


def pages(
    editions: Mapping[str, Edition], sections: Mapping[str, Section], stories: Mapping[str, Story]
) -> list[Page]:
    """Every page with a text, edition by edition: its own first, then its sections', then its stories'."""
    found: dict[str, list[Page]] = {e.id: [(e.address, e.id, e.name, e.text, "")] for e in editions.values()}
    for section in sections.values():
        found[section.edition].append((section.address, section.edition, section.title, section.text, ""))
    for story in stories.values():
        found[story.edition].append((story.address, story.edition, story.title, story.text, story.id))
    return [page for members in found.values() for page in members]


def stats(within: Iterable[Page]) -> tuple[StatRecord, ...]:
    """Every headline number, in the order of the pages."""
    return tuple(StatRecord(stat, *page) for page in within for stat in page[3].body.stats)


def quotes(within: Iterable[Page]) -> tuple[QuoteRecord, ...]:
    """Every quote, in the order of the pages."""
    return tuple(QuoteRecord(quote, *page) for page in within for quote in page[3].body.quotes)
