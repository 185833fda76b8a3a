"""When stories appeared and changed, by what they say themselves: no clock has a part in it."""

from __future__ import annotations

import datetime

from sitegen.model.spanning import Site
from sitegen.model.values import Edition, Story
from sitegen.schema.values import DateValue


def published(story: Story) -> DateValue | None:
    """The date of a story, else the day from which on it may be seen."""
    if story.date:
        return story.date
    value = story.values.get("publish_on")
    return value.value if value and isinstance(value.value, DateValue) else None


def changed(story: Story) -> DateValue | None:
    """The last date that a story gives: that of its update, of a correction, or its own."""
    found = [d for d in (story.updated, *(c.date for c in story.corrections), published(story)) if d]
    return max(found, key=lambda date: date.start, default=None)


def day_published(site: Site, story: Story) -> datetime.date | None:
    """The first day of its date; of a story without one, the day of its edition. None where neither says."""
    own = published(story)
    return own.start if own else day_of(site.editions[story.edition])


def day_changed(site: Site, story: Story) -> datetime.date | None:
    """The day of its last change, which is not before it was published. None where nothing says when that was."""
    own, first = changed(story), day_published(site, story)
    return max((day for day in (own and own.start, first) if day), default=None)


def day_of(edition: Edition) -> datetime.date | None:
    """The first day of an edition's date, else the last of its academic year."""
    if edition.date:
        return edition.date.start
    return datetime.date(edition.academic_year.start + 1, 8, 31) if edition.academic_year else None


def moment(day: datetime.date) -> str:
    """The beginning of a day as feeds name it."""
    return f"{day.isoformat()}T00:00:00Z"
