"""Quotes and headline numbers outside the page that they stand on."""

from __future__ import annotations

from sitegen.markup.body import Stat
from sitegen.model.spanning import QuoteRecord, Site, StatRecord
from sitegen.pages.naming import section_class, section_of
from sitegen.pages.views import LinkView, QuoteView, StatView

_HUNDRED = 100


def quote_view(site: Site, record: QuoteRecord) -> QuoteView:
    """A quote with the page it stands on."""
    quote, story = record.quote, site.stories.get(record.story)
    link = LinkView(record.title, record.address, fragment=quote.id)
    colour = section_class(section_of(site, story)) if story else ""
    return QuoteView(quote.text, quote.speakers, quote.paraphrase, link, colour)


def stat_view(site: Site, record: StatRecord, note: str = "") -> StatView:
    """A headline number with the page it stands on. `note` adds a remark of this list to the number's own.

    An edition shows its numbers at a place of their own, out of its text: there the page itself is the place.
    """
    on_cover = record.address == site.editions[record.edition].address
    page = LinkView(record.title, record.address, fragment="" if on_cover else record.stat.id)
    return stat_on_page(record.stat, page, note)


def stat_on_page(stat: Stat, page: LinkView, note: str = "") -> StatView:
    """A headline number as shown at `page`."""
    return StatView(
        text=stat.text,
        label=stat.label,
        period=stat.period,
        source=stat.source,
        population=stat.population,
        note=" ".join(n for n in (stat.note, stat.comparison, note) if n),
        page=page,
        share=share_of_hundred(stat),
        count=count_of(stat),
        id=stat.id,
    )


def share_of_hundred(stat: Stat) -> float | None:
    """The number of a percentage that a hundred square can show, else None."""
    shows = stat.unit == "%" and stat.value is not None and 0 <= stat.value <= _HUNDRED
    return stat.value if shows else None


def count_of(stat: Stat) -> int:
    """The number of things that are counted exactly and are few enough for a dot each, else 0."""
    value = stat.value
    exact = value is not None and value == int(value) and not stat.qualifier and not stat.unit
    return int(value) if value is not None and exact and 0 < value <= _HUNDRED else 0
