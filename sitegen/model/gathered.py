"""What stories hold that pages across the site show: numbers and quotes."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.model.spanning import QuoteRecord, StatRecord
from sitegen.model.values import Edition, Section, Story


def stats(
    editions: Mapping[str, Edition], sections: Mapping[str, Section], stories: Mapping[str, Story]
) -> tuple[StatRecord, ...]:
    """Every headline number, edition by edition: its own first, then its sections', then its stories'."""
    found: dict[str, list[StatRecord]] = {e: [] for e in editions}
    for edition in editions.values():
        found[edition.id] += [
            StatRecord(s, edition.address, edition.id, edition.name, edition.text) for s in edition.text.body.stats
        ]
    for section in sections.values():
        found[section.edition] += [
            StatRecord(s, section.address, section.edition, section.title, section.text)
            for s in section.text.body.stats
        ]
    for story in stories.values():
        found[story.edition] += [
            StatRecord(s, story.address, story.edition, story.title, story.text, story.id)
            for s in story.text.body.stats
        ]
    return tuple(record for records in found.values() for record in records)


def quotes(stories: Mapping[str, Story]) -> tuple[QuoteRecord, ...]:
    """Every quote of every story, in reading order."""
    return tuple(QuoteRecord(q, s.id, s.text) for s in stories.values() for q in s.text.body.quotes)
