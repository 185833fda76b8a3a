"""Further facts of a story in words: the fields that its kind adds, its source, its corrections."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.model.values import Story, Target
from sitegen.pages.views import LinkView
from sitegen.pages.wording import date_words
from sitegen.regex import regex
from sitegen.schema.values import DateValue, Value, Values

_MANY_PAGES = regex(r"\d\s*[-–,]\s*\d|onwards|and")
_EXTERNAL = regex(r"(https?:|mailto:|tel:)", re.IGNORECASE)


def written_link(text: str, link: str, targets: Mapping[str, Target], note: str = "") -> LinkView:
    """Words with the link that their author wrote beside them; the words alone where it leads nowhere."""
    if _EXTERNAL.match(link):
        return LinkView(text, link, note)
    target = targets.get(link, Target("text"))
    return LinkView(text, target.address, note, target.fragment)


def source_views(story: Story) -> tuple[LinkView, ...]:
    """Where a story comes from, piece by piece: title (linked where it has an address), publisher, pages, date."""
    source = story.source
    if source is None:
        return ()
    pages = f"{'pages' if _MANY_PAGES.search(source.page) else 'page'} {source.page}" if source.page else ""
    title = written_link(source.title or source.url, source.url, story.text.targets)
    return tuple(p for p in (title, *map(LinkView, (source.publisher, pages, source.date))) if p.text)


def corrections(story: Story) -> tuple[tuple[str, str], ...]:
    """The dates, in words, and what was put right."""
    return tuple((date_words(c.date), c.what) for c in story.corrections)


def put_right(values: Values) -> tuple[tuple[str, str], ...]:
    """The same of an edition, a section or a page, by the fields that it states."""
    given = values.get("corrections")
    records = [part.value for part in given.parts if isinstance(part.value, Mapping)] if given else []
    dated = ((record.get("date"), record.get("what")) for record in records)
    return tuple((_day(date), what.text if what else "") for date, what in dated)


def _day(value: Value | None) -> str:
    return date_words(value.value) if value and isinstance(value.value, DateValue) else ""
