"""Stories, headline numbers and quotes as tables for spreadsheets, of the same columns wherever they are offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model.facets import MEASURES
from sitegen.model.spanning import QuoteRecord, Site, StatRecord
from sitegen.model.values import Fact, Story
from sitegen.pages.csv_files import csv_bytes
from sitegen.pages.shared import Shared
from sitegen.pages.understanding import facts_of
from sitegen.schema.values import Quantity

_PROFILE = ("size", "disadvantage", "years_engaged")
_AND = "; "

STORIES = (
    "Edition", "Section", "Number", "Kind", "Title", "Address", "Summary", "Date", "School", "Hub", "Region", "Phase",
    "Themes", "Programme", "Evidence", "People", "Size", "Disadvantage", "Years engaged",
    *(f"{label}, {end}" for label in MEASURES.values() for end in ("from", "to")),
)  # fmt: skip
"""A line a story, or a line a school where a story has several. Facts as they are worded, then as they were understood:
each measure apart, from the least to the most that it may be, an open end empty."""

NUMBERS = (
    "Edition", "Page", "Address", "Number", "Value", "Unit", "Qualifier", "Of what", "Period", "Source", "Population",
    "Place", "Note",
)  # fmt: skip
"""A line a headline number, as it is worded and as it was understood."""

QUOTES = ("Edition", "Page", "Address", "Words", "Who", "Role", "Reported, not quoted")
"""A line a quote. The last column says `yes` where somebody's view is told in other words."""


def stories_csv(site: Site, shared: Shared, stories: Iterable[str]) -> bytes:
    """The stories of these ids as a table, in the order given."""
    return csv_bytes(STORIES, (row for id_ in stories for row in _story_rows(site, shared, site.stories[id_])))


def numbers_csv(shared: Shared, records: Iterable[StatRecord]) -> bytes:
    """Headline numbers as a table."""
    return csv_bytes(NUMBERS, (_number_row(shared, record) for record in records))


def quotes_csv(shared: Shared, records: Iterable[QuoteRecord]) -> bytes:
    """Quotes as a table."""
    return csv_bytes(QUOTES, (_quote_row(shared, record) for record in records))


def _story_rows(site: Site, shared: Shared, story: Story) -> Iterator[list[str]]:
    hubs = [site.hubs[h] for h in story.hubs if h in site.hubs]
    section = site.sections[story.section].title if story.section in site.sections else ""
    before = [
        shared.names[story.edition], section, str(story.number or ""), story.kind.name, story.title, story.address,
        story.summary, story.date.iso if story.date else "",
    ]  # fmt: skip
    after = [
        _AND.join(h.name for h in hubs), _AND.join(dict.fromkeys(h.entry.region for h in hubs if h.entry.region)),
        _AND.join(story.phase), _AND.join(story.themes), _AND.join(story.programmes), _AND.join(story.evidence),
        _AND.join(f"{p.name}, {p.role}" if p.role else p.name for p in story.people),
    ]  # fmt: skip
    several = len(story.schools) > 1
    for school in story.schools or (None,):
        facts = facts_of(story, school.id) if school and several else story.facts
        yield [*before, school.name if school else "", *after, *_facts(tuple(facts))]


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for field in _PROFILE:
        yield _AND.join(f.text for f in facts if f.field == field and f.text)
    for measure in MEASURES:
        found = [v.quantity for f in facts for v in f.values if v.quantity.measure == measure]
        yield from _ends(found)


def _ends(found: list[Quantity]) -> tuple[str, str]:
    """The first figure that is stated: the least and the most that it may be."""
    if not found:
        return "", ""
    low, high = (("" if end is None else f"{end:.6g}") for end in (found[0].low, found[0].high))
    return low, high


def _number_row(shared: Shared, record: StatRecord) -> list[str]:
    stat = record.stat
    return [
        shared.names[record.edition], record.title, record.address, stat.text,
        "" if stat.value is None else f"{stat.value:.12g}", stat.unit, stat.qualifier or "", stat.label, stat.period,
        stat.source, stat.population, stat.place, stat.note,
    ]  # fmt: skip


def _quote_row(shared: Shared, record: QuoteRecord) -> list[str]:
    quote = record.quote
    who = _AND.join(s.name for s in quote.speakers if s.name)
    roles = _AND.join(s.role for s in quote.speakers if s.role)
    reported = "yes" if quote.paraphrase else ""
    return [shared.names[record.edition], record.title, record.address, quote.text, who, roles, reported]
