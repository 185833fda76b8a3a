"""Further facts of a story in words: the fields that its kind adds, its source, its corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.model.values import SourceNote, Story
from sitegen.pages.views import LinkView
from sitegen.pages.wording import date_words
from sitegen.schema.values import AcademicYear, DateValue, LinkValue, PersonValue, Value

_ELSEWHERE = frozenset({
    "kind", "title", "summary", "date", "updated", "phase", "programme", "themes", "evidence", "people", "image",
    "order", "numbered", "related", "aliases", "draft", "publish_on", "expires_on", "withdrawn", "tombstone", "consent",
    "owner", "status", "source", "corrections", "overrides", "school", "hub", "size", "disadvantage", "years_engaged",
})  # fmt: skip
"""Fields of every kind: each is shown at a place of its own, or to nobody."""
_MANY_PAGES = re.compile(r"\d\s*[-–,]\s*\d|onwards|and")

Detail = tuple[str, tuple[LinkView, ...]]


def details(story: Story) -> tuple[Detail, ...]:
    """Fields of the kind's own that the card does not show, in the order of the kind: label and wording."""
    shown = _ELSEWHERE | {fact.field for fact in story.facts}
    fields = (f for f in story.kind.schema.fields if f.key not in shown and f.key in story.values)
    made = ((f.label, tuple(_wording(story, story.values[f.key]))) for f in fields)
    return tuple((label, wording) for label, wording in made if wording)


def _wording(story: Story, value: Value) -> Iterator[LinkView]:
    for part in value.parts or (value,):
        if part.text:
            yield _piece(story, part)


def _piece(story: Story, part: Value) -> LinkView:
    known = part.value
    if isinstance(known, LinkValue):
        return _link(story, known)
    if isinstance(known, DateValue):
        return LinkView(date_words(known))
    if isinstance(known, AcademicYear):
        return LinkView(known.label)
    if isinstance(known, PersonValue):
        return LinkView(known.name, note=known.role)
    return LinkView(part.text)


def _link(story: Story, link: LinkValue) -> LinkView:
    target = story.text.targets.get(link.target)
    if target:
        return LinkView(link.text, target.address, fragment=target.fragment)
    return LinkView(link.text, link.target if "://" in link.target or link.target.startswith("mailto:") else "")


def source_views(source: SourceNote | None) -> tuple[LinkView, ...]:
    """Where a story comes from, piece by piece: title (linked where it has an address), publisher, pages, date."""
    if source is None:
        return ()
    pages = f"{'pages' if _MANY_PAGES.search(source.page) else 'page'} {source.page}" if source.page else ""
    pieces = (LinkView(source.title or source.url, source.url), *map(LinkView, (source.publisher, pages, source.date)))
    return tuple(p for p in pieces if p.text)


def source_words(source: SourceNote | None) -> str:
    """The same on one line."""
    return ", ".join(piece.text for piece in source_views(source))


def corrections(story: Story) -> tuple[tuple[str, str], ...]:
    """The dates, in words, and what was put right."""
    return tuple((date_words(c.date), c.what) for c in story.corrections)
