"""Who may see a story today. Nothing unpublished leaves the model."""

from __future__ import annotations

import datetime

from sitegen.model.sources import Source
from sitegen.schema.values import DateValue

PUBLISHED, DRAFT, EMBARGOED, EXPIRED, WITHDRAWN = "published", "draft", "embargoed", "expired", "withdrawn"
WITHHELD = "withheld"
"""The states of a page. A draft or embargoed one is not yet to be known of; the others may once have been public.

`withheld` is one that lacks a consent.
"""

OUTSIDE = "outside"
"""A page that is published, and does not belong to the part of the site that is built."""

GONE = frozenset((EXPIRED, WITHDRAWN))
"""What was published and is no more."""


def state(source: Source, today: datetime.date, needs_approval: bool = False) -> str:
    """The state of a source on a day: the strictest that its fields say.

    With `needs_approval` a story that is not approved is a draft (FORMATS, "content/site.yaml").
    """
    if _yes(source, "withdrawn", today):
        return WITHDRAWN
    waits = needs_approval and source.kind.role == "story" and source.text("status").lower() != "approved"
    if source.value("draft") is True or waits:
        return DRAFT
    publish, expires = source.value("publish_on"), source.value("expires_on")
    if isinstance(publish, DateValue) and today < publish.start:
        return EMBARGOED
    if isinstance(expires, DateValue) and today > expires.end:
        return EXPIRED
    return PUBLISHED


def _yes(source: Source, key: str, today: datetime.date) -> bool:
    """`withdrawn` may be yes, a reason or a date; a date in the future withdraws on that day."""
    value = source.value(key)
    if isinstance(value, DateValue):
        return today >= value.start
    return value is not None and value is not False and str(value).strip().lower() not in ("no", "false", "")
